"""One report as a file in each format, always drawn from the same content."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from actions import permissions
from actions.models import ProgressReport
from actions.reports.names import file_name
from actions.reports.pdf import pdf_report
from actions.reports.report_csv import report_csv
from actions.reports.report_json import canonical
from actions.reports.word import word_report
from actions.reports.workbook import workbook_report
from actions.summaries.report_content import content_of

from .drawn_files import drawn_file


@dataclass(frozen=True)
class Format:
    ending: str
    label: str
    content_type: str
    draw: Callable[[dict, dict | None], bytes]


FORMATS = [
    Format("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", word_report),
    Format("pdf", "PDF", "application/pdf", pdf_report),
    Format("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook_report),
    Format("csv", "CSV", "text/csv; charset=utf-8", lambda content, fingerprint: report_csv(content)),
    Format("json", "JSON", "application/json", lambda content, fingerprint: canonical(content)),
]


@login_required
@require_safe
def report_file(request: HttpRequest, report_id: int, ending: str) -> HttpResponse:
    reports = ProgressReport.objects.visible_to(request.user).select_related("plan__partnership", "meeting__body")
    report = get_object_or_404(reports, pk=report_id)
    if not report.is_frozen and not permissions.can_draft_reports(request.user, report.plan.partnership):
        raise PermissionDenied
    return drawn(report, ending)


def drawn(report: ProgressReport, ending: str) -> HttpResponse:
    chosen = next((each for each in FORMATS if each.ending == ending), None)
    if chosen is None:
        raise Http404
    content = report.told if report.is_frozen else _draft(report)
    return drawn_file(
        lambda: chosen.draw(content, fingerprint(report)),
        name=file_name(content, slug=report.plan.partnership.slug, suffix=chosen.ending),
        label=chosen.label,
        content_type=chosen.content_type,
    )


def _draft(report: ProgressReport) -> dict:
    """Without the number that it would get: a file goes further than a page, and must not pass for frozen."""
    content = content_of(report)
    content["report"]["number"] = None
    return content


def fingerprint(report: ProgressReport) -> dict | None:
    """None for a draft, which every format then calls a draft."""
    if not report.is_frozen:
        return None
    return {"sha256": report.sha256, "frozen_at": report.frozen_at.isoformat(), "number": report.number}
