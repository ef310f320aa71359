"""The way in: whose partnerships are these, and how do their plans stand."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from actions import permissions
from actions.models import Meeting, Partnership
from actions.summaries.partnership_overview import partnership_overview

from .as_at import as_at
from .unchanged import unchanged_is_not_sent


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    partnerships = list(Partnership.objects.visible_to(request.user))
    if len(partnerships) == 1:
        return redirect(partnerships[0])
    return TemplateResponse(request, "partnerships/home.html", {"partnerships": partnerships})


@login_required
@require_safe
@unchanged_is_not_sent
def partnership_home(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    asked = as_at(request)
    meetings = Meeting.objects.of(partnership)
    membership = permissions.membership_in(partnership, request.user)
    return TemplateResponse(
        request,
        "partnerships/partnership_home.html",
        {
            "partnership": partnership,
            "as_at": asked,
            "section": "home",
            "plans": partnership_overview(partnership, on=asked.day),
            "meetings_to_come": meetings.from_day(asked.day)[:5],
            "meetings_held": meetings.before(asked.day)[:5],
            "inspections": partnership.inspections.known_by(asked.day),
            "can_edit_plan": permissions.may_edit_plan(membership),
            "can_set_up": permissions.may_set_up(membership),
        },
    )


@login_required
@require_safe
@cache_control(max_age=3600, private=True)
def partnership_brand(request: HttpRequest, slug: str) -> HttpResponse:
    """The council's own colour, as a style sheet: the strict policy allows no style in a page."""
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    return TemplateResponse(
        request,
        "partnerships/partnership_brand.css",
        {"colour": partnership.brand_colour},
        content_type="text/css",
    )
