"""A frozen report in two pages, for one of the bodies that read the plan."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from actions.models import Body, Meeting, ProgressReport
from actions.reports.hand_out import Reader
from actions.reports.names import file_name
from actions.reports.pdf.hand_out import pdf_hand_out
from actions.reports.word.hand_out import word_hand_out
from actions.summaries.known import Known

from .report_files import FORMATS, fingerprint

LONGEST_SLUG = 60


@dataclass(frozen=True)
class HandOutFormat:
    ending: str
    label: str
    content_type: str
    draw: Callable[[dict, dict, Reader], bytes]


_DRAWN_BY = {"docx": word_hand_out, "pdf": pdf_hand_out}
HAND_OUT_FORMATS = [
    HandOutFormat(each.ending, each.label, each.content_type, _DRAWN_BY[each.ending])
    for each in FORMATS
    if each.ending in _DRAWN_BY
]


@login_required
@require_safe
def report_hand_out(request: HttpRequest, report_id: int, body_id: int, ending: str) -> HttpResponse:
    """Of a draft there is none: its figures may still change."""
    reports = ProgressReport.objects.visible_to(request.user).frozen().select_related("plan__partnership")
    report = get_object_or_404(reports, pk=report_id)
    body = get_object_or_404(report.plan.partnership.bodies, pk=body_id)
    chosen = next((each for each in HAND_OUT_FORMATS if each.ending == ending), None)
    if chosen is None:
        raise Http404
    content = report.told
    slug = slugify(body.name)[:LONGEST_SLUG].strip("-") or f"body-{body.pk}"
    name = file_name(content, slug=report.plan.partnership.slug, suffix=chosen.ending, reader=slug)
    return HttpResponse(
        chosen.draw(content, fingerprint(report), _reader(request, report, body)),
        content_type=chosen.content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _reader(request: HttpRequest, report: ProgressReport, body: Body) -> Reader:
    """It meets next on or after the day of the report, whenever the hand-out is taken: all take the same one."""
    meeting = Meeting.objects.filter(body=body).from_day(report.as_at_on).first()
    then = Known(report.plan_id, at=report.frozen_at).bodies.get(body.pk, body)
    public = reverse("public-report", args=[report.plan.partnership.slug, report.pk])
    address = public if report.is_published else reverse("report-detail", args=[report.pk])
    return Reader(
        body=body.name,
        known_as=then.name,
        meets_on=meeting.held_on.isoformat() if meeting else None,
        address=request.build_absolute_uri(address),
    )
