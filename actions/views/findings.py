"""What the inspectors wrote, the actions that answer it, and what no action answers."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from actions.models import Partnership
from actions.summaries.finding_coverage import finding_coverage

from .as_at import as_at
from .unchanged import unchanged_is_not_sent


@login_required
@require_safe
@unchanged_is_not_sent
def finding_list(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    asked = as_at(request)
    return TemplateResponse(
        request,
        "findings/finding_list.html",
        {
            "partnership": partnership,
            "section": "findings",
            "as_at": asked,
            "inspections": finding_coverage(partnership, on=asked.day),
            "patience": partnership.plans.begun_by(asked.day).first(),
        },
    )
