"""The dates page of a plan: what slipped, by how much and why; asking for a date, and deciding about it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions import permissions
from actions.charts.slippage import slippage_chart
from actions.forms.date_change import DateChangeForm, DateDecisionForm
from actions.models import Action, DateChange, Plan
from actions.reports.csv_file import csv_response
from actions.summaries.attention import attention
from actions.summaries.early_warning import early_warning
from actions.summaries.slippage import slippage
from actions.tables.dates import DateTable

from .arranged import arrange, sort_in
from .as_at import as_at
from .typed_text import keeps_typed_text, typed_before, writer_token
from .unchanged import unchanged_is_not_sent


@login_required
@require_safe
@unchanged_is_not_sent
def date_list(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan, asked = _plan_in(request, plan_id), as_at(request)
    ledger = slippage(plan, on=asked.day)
    table = DateTable(ledger.slips)
    arrange(table, request)
    return TemplateResponse(
        request,
        "dates/date_list.html",
        {
            "plan": plan,
            "partnership": plan.partnership,
            "section": "dates",
            "as_at": asked,
            "slippage": ledger,
            "warning": early_warning(plan, attention(plan, on=asked.day)),
            "table": table,
            "chart": slippage_chart(ledger.moved).to_plotly_json() if ledger.moved else None,
            "can_decide": permissions.can_decide_dates(request.user, plan.partnership),
        },
    )


@login_required
@require_safe
def date_list_csv(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan, asked = _plan_in(request, plan_id), as_at(request)
    table = DateTable(slippage(plan, on=asked.day).slips, order_by=sort_in(request, DateTable.base_columns))
    return csv_response(table.as_values(), file_name=f"{plan.partnership.slug}-dates-as-at-{asked.day}.csv")


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def date_ask(request: HttpRequest, action_id: int) -> HttpResponse:
    action = get_object_or_404(
        Action.objects.visible_to(request.user)
        .as_at(timezone.localdate())
        .select_related("plan__partnership", "priority", "lead_organisation"),
        pk=action_id,
    )
    if not permissions.can_ask_for_date(request.user, action):
        raise PermissionDenied
    kept, today, books = typed_before(request), timezone.localdate(), action.plan.books()
    form = DateChangeForm(request.POST if request.method == "POST" else kept)
    if request.method == "POST" and form.is_valid():
        try:
            action.ask_for_date(by=request.user, asked_on=books.first_open_day(today), **vars(form.new_date))
            said = f"A new date was asked for {action.ref}. The board decides. {books.notice(today)}"
            messages.success(request, said.rstrip())
            return redirect(action)
        except ValidationError as error:
            form.add_error(None, error)
    return TemplateResponse(
        request,
        "dates/date_ask.html",
        {
            "action": action,
            "plan": action.plan,
            "partnership": action.plan.partnership,
            "section": "dates",
            "as_at": as_at(request),
            "form": form,
            "counts_from": [books.notice(today)],
            "came_back": kept is not None,
            "writer": writer_token(request),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def date_decide(request: HttpRequest, date_change_id: int) -> HttpResponse:
    change = get_object_or_404(
        DateChange.objects.visible_to(request.user).select_related(
            "action__plan__partnership", "action__lead_organisation", "asked_by", "decision"
        ),
        pk=date_change_id,
    )
    plan = change.action.plan
    if not permissions.can_decide_dates(request.user, plan.partnership):
        raise PermissionDenied
    form = DateDecisionForm(
        request.POST if request.method == "POST" else None,
        change=change,
        partnership=plan.partnership,
        today=timezone.localdate(),
        must_name_body=permissions.must_name_deciding_body(request.user, plan.partnership),
        books=plan.books(),
    )
    if form.is_valid():
        try:
            change.decide(by=request.user, **form.cleaned_data)
            messages.success(request, f"The decision about {change.action.ref} is recorded.")
            return redirect("date-list", plan.pk)
        except ValidationError as error:
            form.add_error(None, error)
    return TemplateResponse(
        request,
        "dates/date_decide.html",
        {
            "change": change,
            "action": change.action,
            "plan": plan,
            "partnership": plan.partnership,
            "section": "dates",
            "as_at": as_at(request),
            "form": form,
        },
    )


def _plan_in(request: HttpRequest, plan_id: int) -> Plan:
    return get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
