"""What families read: the reports that were published, in plain words, without signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from actions.models import Partnership, ProgressReport
from actions.reports.parts import HEADINGS

from .report_files import FORMATS, drawn


@require_safe
def public_report_list(request: HttpRequest, slug: str) -> HttpResponse:
    """A partnership that has published nothing is not to be known of."""
    published = ProgressReport.objects.published().filter(plan__partnership__slug=slug)
    partnership = get_object_or_404(Partnership.objects.filter(plans__reports__in=published).distinct(), slug=slug)
    return TemplateResponse(
        request,
        "public/public_report_list.html",
        {"published_by": partnership, "reports": published.select_related("plan").order_by("-published_at")},
    )


@require_safe
def public_report(request: HttpRequest, slug: str, report_id: int) -> HttpResponse:
    report = _published(slug, report_id)
    return TemplateResponse(
        request,
        "public/public_report.html",
        {
            "published_by": report.plan.partnership,
            "report": report,
            "content": report.told,
            "headings": HEADINGS,
            "formats": FORMATS,
        },
    )


@require_safe
def public_report_file(request: HttpRequest, slug: str, report_id: int, ending: str) -> HttpResponse:
    return drawn(_published(slug, report_id), ending)


def _published(slug: str, report_id: int) -> ProgressReport:
    reports = ProgressReport.objects.published().select_related("plan__partnership", "corrects")
    return get_object_or_404(reports, pk=report_id, plan__partnership__slug=slug)
