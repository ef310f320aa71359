"""What the partnership's record is built of: plans, inspections, organisations and members, on one page."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from actions import permissions
from actions.models import Partnership

from .as_at import as_at


@login_required
@require_safe
def set_up(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    if not permissions.can_set_up(request.user, partnership):
        raise PermissionDenied
    return TemplateResponse(
        request,
        "set_up/set_up.html",
        {
            "partnership": partnership,
            "section": "set-up",
            "as_at": as_at(request),
            "can_edit_plan": permissions.can_edit_plan(request.user, partnership),
            "plans": partnership.plans.annotate(action_count=Count("actions")).order_by("-starts_on", "title"),
            "inspections": partnership.inspections.annotate(finding_count=Count("findings")).order_by("-published_on"),
            "organisation_count": partnership.organisations.count(),
            "member_count": partnership.memberships.count(),
        },
    )
