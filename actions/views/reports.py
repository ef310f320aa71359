"""The chair's report: drafted with its figures beside it, frozen for ever, and checked at any time."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actions import permissions
from actions.canonical import canonical, fingerprint_of
from actions.forms.report import DraftForm, ReportForm
from actions.models import Plan, ProgressReport
from actions.operations.draft_report import SomebodyElseEdited, as_typed, discard_report, draft_report, edit_report
from actions.operations.freeze_report import FiguresChanged, freeze_report
from actions.reports.parts import HEADINGS
from actions.summaries.first_sentences import first_words, first_words_on
from actions.summaries.report_check import check_report
from actions.summaries.report_content import content_of

from .as_at import as_at
from .hand_outs import HAND_OUT_FORMATS
from .report_files import FORMATS
from .typed_text import keeps_typed_text, typed_before, writer_token


@login_required
@require_safe
def report_list(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
    reports = plan.reports.newest_first().select_related("meeting__body", "compared_with", "corrects")
    can_draft = permissions.can_draft_reports(request.user, plan.partnership)
    context = {"frozen": [each for each in reports if each.is_frozen], "can_draft": can_draft}
    if can_draft:
        context["drafts"] = [each for each in reports if not each.is_frozen]
    return _page(request, "report_list", plan, **context)


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def report_draft(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
    if not permissions.can_draft_reports(request.user, plan.partnership):
        raise PermissionDenied
    form = DraftForm(request.POST or None, plan=plan, today=timezone.localdate())
    if form.is_valid():
        try:
            report = draft_report(plan=plan, by=request.user, **form.cleaned_data)
            return redirect("report-edit", report.pk)
        except ValidationError as error:
            form.add_problems(error)
    return _page(request, "report_draft", plan, form=form, writer=writer_token(request))


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def report_edit(request: HttpRequest, report_id: int) -> HttpResponse:
    """The words beside the figures they are about. Saving shows both again; `preview` does so without saving."""
    report = _report(request, report_id)
    if not permissions.can_draft_reports(request.user, report.plan.partnership):
        raise PermissionDenied
    if report.is_frozen:
        return redirect("report-detail", report.pk)
    kept = typed_before(request)
    form = ReportForm(request.POST or kept, report=report)
    theirs = None
    is_saving = request.method == "POST" and "preview" not in request.POST
    if is_saving and form.is_valid():
        try:
            seen, words = form.cleaned_data["seen"], form.words_by_priority
            edit_report(report=report, by=request.user, seen=seen, words_by_priority=words, **form.typed_fields)
            messages.success(request, "Saved.")
            return redirect("report-edit", report.pk)
        except SomebodyElseEdited as conflict:
            theirs = conflict.report
            form.saw(theirs)
        except ValidationError as error:
            form.add_problems(error)
    typed = _content_as_typed(report, form)
    content = typed or content_of(report)
    return _page(
        request,
        "report_edit",
        report.plan,
        report=report,
        form=form,
        theirs=theirs,
        content=content,
        is_as_typed=typed is not None,
        headings=HEADINGS,
        first_words=first_words(content),
        priority_rows=[
            (form.priority_field(priority), first_words_on(told))
            for priority, told in zip(report.plan.priorities.all(), content["priorities"], strict=True)
        ],
        came_back=kept is not None,
        writer=writer_token(request),
    )


def _content_as_typed(report: ProgressReport, form: ReportForm) -> dict | None:
    """What the report would say if what is typed were saved; None where nothing is typed, or what cannot be."""
    if not form.is_valid():
        return None
    try:
        typed = as_typed(report, **form.typed_fields)
    except ValidationError as error:
        form.add_problems(error)
        return None
    return content_of(typed, words_by_priority=form.words_by_priority)


@login_required
@require_safe
def report_detail(request: HttpRequest, report_id: int) -> HttpResponse:
    """A frozen report is drawn from what was frozen; a draft from the figures of this moment."""
    report = _report(request, report_id)
    partnership = report.plan.partnership
    if not report.is_frozen and not permissions.can_draft_reports(request.user, partnership):
        raise PermissionDenied
    content = report.told if report.is_frozen else content_of(report)
    return _page(
        request,
        "report_detail",
        report.plan,
        report=report,
        content=content,
        headings=HEADINGS,
        seen=fingerprint_of(canonical(content)),
        formats=FORMATS,
        bodies=partnership.bodies.all(),
        hand_out_formats=HAND_OUT_FORMATS,
        can_draft=permissions.can_draft_reports(request.user, partnership),
        can_freeze=permissions.can_freeze_reports(request.user, partnership),
        can_publish=permissions.can_publish_reports(request.user, partnership),
    )


@login_required
@require_POST
def report_freeze(request: HttpRequest, report_id: int) -> HttpResponse:
    report = _report(request, report_id)
    if not permissions.can_freeze_reports(request.user, report.plan.partnership):
        raise PermissionDenied
    try:
        frozen = freeze_report(report=report, by=request.user, content=content_of, seen=request.POST.get("seen", ""))
        messages.success(request, f"Report {frozen.number} is frozen. The books are closed through its day.")
    except FiguresChanged:
        messages.error(request, "Not frozen: somebody recorded something since you looked. Look again, then freeze.")
    except ValidationError as error:
        messages.error(request, f"Not frozen: {' '.join(error.messages)}")
    return redirect("report-detail", report.pk)


@login_required
@require_POST
def report_discard(request: HttpRequest, report_id: int) -> HttpResponse:
    report = _report(request, report_id)
    if not permissions.can_draft_reports(request.user, report.plan.partnership):
        raise PermissionDenied
    if report.is_frozen:
        messages.error(request, "A frozen report stays for ever. Put a mistake right with a new report.")
        return redirect("report-detail", report.pk)
    discard_report(report=report)
    messages.success(request, "The draft is thrown away.")
    return redirect("report-list", report.plan_id)


@login_required
@require_safe
def report_check(request: HttpRequest, report_id: int) -> HttpResponse:
    """Recompute and compare: whether what was told still follows from the record."""
    report = _report(request, report_id)
    if not report.is_frozen:
        return redirect("report-detail", report.pk)
    return _page(request, "report_check", report.plan, report=report, check=check_report(report))


def _report(request: HttpRequest, report_id: int) -> ProgressReport:
    return get_object_or_404(
        ProgressReport.objects.visible_to(request.user).select_related(
            "plan__partnership", "meeting__body", "compared_with", "corrects", "frozen_by", "published_by"
        ),
        pk=report_id,
    )


def _page(request: HttpRequest, name: str, plan: Plan, **context) -> TemplateResponse:
    common = {"plan": plan, "partnership": plan.partnership, "section": "reports", "as_at": as_at(request)}
    return TemplateResponse(request, f"reports/{name}.html", common | context)
