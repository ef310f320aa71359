"""What the inspectors found, the actions that answer it, and what was judged of it since."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions import permissions
from actions.forms.finding_filter import FindingFilter
from actions.forms.finding_judgement import FindingJudgementForm
from actions.models import Finding, Partnership
from actions.operations.judge_finding import SomebodyElseJudged, judge_finding
from actions.reports.csv_file import csv_response
from actions.summaries.finding_coverage import CoveredFinding
from actions.summaries.finding_record import finding_record
from actions.summaries.inspection_findings import InspectionFindings, inspection_findings
from actions.tables.findings import FindingTable

from .as_at import BadQuery, as_at
from .typed_text import keeps_typed_text, typed_before, writer_token
from .unchanged import unchanged_is_not_sent


@login_required
@require_safe
@unchanged_is_not_sent
def finding_list(request: HttpRequest, slug: str) -> HttpResponse:
    """All findings by inspection and kind; or, where the address asks for some, those in one table."""
    partnership, asked = _partnership_in(request, slug), as_at(request)
    inspections = inspection_findings(partnership, on=asked.day)
    chosen = _filter(request, partnership)
    return TemplateResponse(
        request,
        "findings/finding_list.html",
        {
            "partnership": partnership,
            "section": "findings",
            "as_at": asked,
            "inspections": [(each, _tables(each)) for each in inspections],
            "filter": chosen,
            "table": FindingTable(_kept(chosen, inspections), caption=f"Findings: {chosen.in_words}"),
            "patience": partnership.plans.begun_by(asked.day).first(),
        },
    )


@login_required
@require_safe
def finding_list_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Just the findings of the list at the same address, with plain columns."""
    partnership, asked = _partnership_in(request, slug), as_at(request)
    inspections = inspection_findings(partnership, on=asked.day)
    table = FindingTable(_kept(_filter(request, partnership), inspections), caption="Findings")
    return csv_response(table.as_values(), file_name=f"{partnership.slug}-findings-as-at-{asked.day}.csv")


@login_required
@require_safe
@unchanged_is_not_sent
def finding_detail(request: HttpRequest, finding_id: int) -> HttpResponse:
    asked = as_at(request)
    finding = get_object_or_404(_findings_in(request).known_by(asked.day), pk=finding_id)
    partnership = finding.inspection.partnership
    record = finding_record(finding, on=asked.day)
    return TemplateResponse(
        request,
        "findings/finding_detail.html",
        {
            "finding": finding,
            "partnership": partnership,
            "section": "findings",
            "as_at": asked,
            "covered": record.covered,
            "plans": record.plans,
            "evidence": record.evidence,
            "can_edit": permissions.can_edit_plan(request.user, partnership),
            "can_judge": finding.needs_action and permissions.can_judge_findings(request.user, partnership),
            "patience": partnership.plans.begun_by(asked.day).first(),
        },
    )


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def finding_judge(request: HttpRequest, finding_id: int) -> HttpResponse:
    finding = get_object_or_404(_findings_in(request).needing_action(), pk=finding_id)
    partnership = finding.inspection.partnership
    if not permissions.can_judge_findings(request.user, partnership):
        raise PermissionDenied
    today, kept = timezone.localdate(), typed_before(request)
    latest = finding.judgements.newest_first().select_related("recorded_by").first()
    form = FindingJudgementForm(request.POST if request.method == "POST" else kept, today=today, latest=latest)
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            judge_finding(finding=finding, by=request.user, seen_id=form.cleaned_data["seen"], **form.said)
            messages.success(request, f"The judgement of {finding.ref} is recorded.")
            return redirect(finding)
        except SomebodyElseJudged as newer:
            conflict = latest = newer.latest
            form = FindingJudgementForm(_having_seen(request, latest.pk), today=today, latest=latest)
        except ValidationError as error:
            form.add_error(None, error)
    return TemplateResponse(
        request,
        "findings/finding_judge.html",
        {
            "finding": finding,
            "partnership": partnership,
            "section": "findings",
            "as_at": as_at(request),
            "latest": latest,
            "form": form,
            "conflict": conflict,
            "came_back": kept is not None,
            "writer": writer_token(request),
        },
    )


def _partnership_in(request: HttpRequest, slug: str) -> Partnership:
    return get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)


def _findings_in(request: HttpRequest):
    return Finding.objects.visible_to(request.user).select_related("inspection__partnership")


def _filter(request: HttpRequest, partnership: Partnership) -> FindingFilter:
    """Refuses an address that asks for what cannot be, naming what it could ask for."""
    chosen = FindingFilter(request.GET, inspections=partnership.inspections.all())
    if not chosen.is_valid():
        raise BadQuery(chosen.problem)
    return chosen


def _kept(chosen: FindingFilter, inspections: list[InspectionFindings]) -> list[CoveredFinding]:
    return [covered for each in inspections for covered in each.findings if chosen.keeps(covered)]


def _tables(each: InspectionFindings) -> list[tuple]:
    """Each kind's group with its table. Plans are named beside the actions only where there are several."""
    names_plans = len(each.plans) > 1
    return [
        (
            group,
            FindingTable(
                group.findings,
                caption=group.name,
                names_inspection=False,
                names_plans=names_plans,
                common_judgement=group.common_judgement,
            ),
        )
        for group in each.groups
    ]


def _having_seen(request: HttpRequest, judgement_id: int) -> QueryDict:
    """What was typed, as of somebody who has now seen the other's word."""
    typed = request.POST.copy()
    typed["seen"] = judgement_id
    return typed
