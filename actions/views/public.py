"""What families read: the reports that were published, in plain words, without signing in."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from actions.canonical import canonical
from actions.charts.status_bars import status_bars
from actions.models import Partnership, ProgressReport
from actions.publication import LICENCE, SCHEMA
from actions.reports.action_sheet import For
from actions.reports.names import file_name
from actions.reports.report_csv import data_dictionary, public_csv
from actions.summaries.public_mixes import mixes_by_priority, mixes_then_and_now

from .for_everybody import same_for_everybody
from .public_feed import PublicReportFeed


@dataclass(frozen=True)
class OpenFile:
    ending: str
    label: str
    content_type: str
    draw: Callable[[dict], bytes]


FILES = [
    OpenFile("csv", "Every action as a table (CSV)", "text/csv; charset=utf-8", public_csv),
    OpenFile(
        "json",
        "All that this page says, for machines (JSON)",
        "application/json",
        lambda told: canonical(told).encode(),
    ),
]


@require_safe
@same_for_everybody
def public_report_list(request: HttpRequest, slug: str) -> HttpResponse:
    publisher = _publisher(slug)
    reports = _published(slug).order_by("-published_at", "-pk")
    return TemplateResponse(
        request,
        "public/public_report_list.html",
        {"published_by": publisher, "reports": [(report, report.public) for report in reports]},
    )


@require_safe
@same_for_everybody
def public_report_feed(request: HttpRequest, slug: str) -> HttpResponse:
    return PublicReportFeed()(request, partnership=_publisher(slug))


@require_safe
@same_for_everybody
def public_data_dictionary(request: HttpRequest, slug: str) -> HttpResponse:
    return TemplateResponse(
        request,
        "public/public_data_dictionary.html",
        {
            "published_by": _publisher(slug),
            "columns": data_dictionary(For.PUBLIC),
            "licence": LICENCE,
            "schema": SCHEMA,
        },
    )


@require_safe
@same_for_everybody
def public_report(request: HttpRequest, slug: str, report_id: int) -> HttpResponse:
    report = get_object_or_404(_published(slug), pk=report_id)
    newest = _published(slug).filter(plan=report.plan).order_by("-number").first()
    return TemplateResponse(
        request,
        "public/public_report.html",
        drawn_for_families(report.public)
        | {
            "published_by": report.plan.partnership,
            "report": report,
            "newest": newest if newest != report else None,
            "corrections": _published(slug).filter(corrects=report).order_by("number"),
            "files": FILES,
            "licence": LICENCE,
        },
    )


@require_safe
@same_for_everybody
def public_report_file(request: HttpRequest, slug: str, report_id: int, ending: str) -> HttpResponse:
    chosen = next((each for each in FILES if each.ending == ending), None)
    if chosen is None:
        raise Http404
    content = get_object_or_404(_published(slug), pk=report_id).public
    name = file_name(content, slug=slug, suffix=chosen.ending)
    return HttpResponse(
        chosen.draw(content),
        content_type=chosen.content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def drawn_for_families(content: dict) -> dict:
    """All that the templates in public/report/ need. `content` is what everybody may read."""
    mixes, priority_mixes = mixes_then_and_now(content), mixes_by_priority(content)
    return {
        "content": content,
        "mixes": mixes,
        "mix_chart": status_bars([(mix.name, mix.numbers) for mix in mixes]).to_plotly_json(),
        "priority_mixes": priority_mixes,
        "priority_chart": status_bars([(mix.name, mix.numbers) for mix in priority_mixes]).to_plotly_json(),
    }


def _published(slug: str) -> QuerySet[ProgressReport]:
    reports = ProgressReport.objects.published().filter(plan__partnership__slug=slug)
    return reports.select_related("plan__partnership")


def _publisher(slug: str) -> Partnership:
    """A partnership that has published nothing is not to be known of."""
    return get_object_or_404(Partnership.objects.filter(plans__reports__in=_published(slug)).distinct(), slug=slug)
