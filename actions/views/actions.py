"""The plan's actions: the list, one promise with its history, and saying how it is going."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions import permissions
from actions.forms.action_filter import ActionFilter
from actions.models import Action, Plan
from actions.periods import in_full
from actions.reports.csv_file import csv_response
from actions.reports.offline_workbook import EXCEL, offline_workbook
from actions.summaries.action_timeline import action_timeline
from actions.summaries.attention import standing_of
from actions.summaries.enquiries import enquiries_about
from actions.summaries.lineage import action_line
from actions.summaries.offline_rows import offline_rows
from actions.summaries.twelve_months import twelve_months
from actions.tables.actions import FILE_COLUMNS, IN_PLAN_ORDER, ActionTable

from .arranged import arrange, sort_in
from .as_at import AsAt, BadQuery, as_at
from .unchanged import unchanged_is_not_sent

ROWS_A_PAGE = 50


@login_required
@require_safe
@unchanged_is_not_sent
def action_list(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan, asked = _plan_in(request, plan_id), as_at(request)
    action_filter = _filtered(request, plan, asked)
    table = ActionTable(action_filter.qs, on=asked.day, plan=plan)
    arrange(table, request, rows_a_page=ROWS_A_PAGE)
    table.strips = twelve_months(table.actions_on_page, on=asked.day)
    return TemplateResponse(
        request,
        "actions/action_list.html",
        {
            "plan": plan,
            "partnership": plan.partnership,
            "section": "actions",
            "as_at": asked,
            "filter": action_filter,
            "table": table,
            "row_count": table.paginator.count,
        },
    )


@login_required
@require_safe
def action_list_csv(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Just the rows of the list at the same address, with plain columns."""
    plan, asked = _plan_in(request, plan_id), as_at(request)
    table = ActionTable(
        _filtered(request, plan, asked).qs, on=asked.day, plan=plan, order_by=sort_in(request, ActionTable.base_columns)
    )
    rows = table.as_values(exclude_columns=[name for name in table.columns.names() if name not in FILE_COLUMNS])
    return csv_response(rows, file_name=f"{plan.partnership.slug}-actions-as-at-{asked.day}.csv")


@login_required
@require_safe
def action_sheet(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The same rows as they stand today, to be filled in without an account and brought in again."""
    plan, asked = _plan_in(request, plan_id), as_at(request)
    today = plan.first_open_day(timezone.localdate())
    chosen = _filtered(request, plan, asked).qs.order_by(*IN_PLAN_ORDER).values_list("pk", flat=True)
    actions = plan.actions.filter(pk__in=list(chosen)).as_at(today, as_heard=True)
    rows = offline_rows(actions.select_related("priority", "lead_organisation").order_by(*IN_PLAN_ORDER), on=today)
    file = offline_workbook([row.values for row in rows], plan_id=plan.pk, title=f"{plan.title}, {in_full(today)}")
    return HttpResponse(
        file,
        content_type=EXCEL,
        headers={
            "Content-Disposition": f'attachment; filename="{plan.partnership.slug}-actions-to-fill-in-{today}.xlsx"'
        },
    )


@login_required
@require_safe
@unchanged_is_not_sent
def action_detail(request: HttpRequest, action_id: int) -> HttpResponse:
    asked = as_at(request)
    action = get_object_or_404(
        Action.objects.visible_to(request.user)
        .as_at(asked.day)
        .select_related("plan__partnership", "priority", "lead_organisation"),
        pk=action_id,
    )
    can_edit_plan = permissions.can_edit_plan(request.user, action.plan.partnership)
    return TemplateResponse(
        request,
        "actions/action_detail.html",
        {
            "action": action,
            "plan": action.plan,
            "partnership": action.plan.partnership,
            "section": "actions",
            "as_at": asked,
            "standing": standing_of(action, on=asked.day, plan=action.plan, latest=action.latest_update(asked.day)),
            "months": twelve_months([action], on=asked.day)[action.pk],
            "timeline": action_timeline(action, on=asked.day),
            "enquiries": enquiries_about(action, on=asked.day),
            "line": action_line(action, on=asked.day),
            "can_edit_plan": can_edit_plan,
            "can_link": can_edit_plan and action.plan.is_handing_over(asked.day),
            "coming": _coming(action, asked),
            "can_update": permissions.can_update(request.user, action),
            "can_review": permissions.can_review_now(request.user, action),
            "can_ask": permissions.can_add_enquiry(request.user, action.plan.partnership),
        },
    )


def _coming(action: Action, asked: AsAt) -> list:
    """What was recorded today and counts only from tomorrow, because a frozen report has closed today."""
    books = action.plan.books()
    if not (asked.is_today and books.are_closed_on(asked.day)):
        return []
    first = books.first_open_day(asked.day)
    return [event for event in action_timeline(action, on=first) if event.day > asked.day]


def _plan_in(request: HttpRequest, plan_id: int) -> Plan:
    return get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)


def _filtered(request: HttpRequest, plan: Plan, asked: AsAt) -> ActionFilter:
    """Refuses an address whose filter cannot be, naming what it could say."""
    actions = (
        Action.objects.filter(plan=plan)
        .as_at(asked.day)
        .with_rag(on=asked.day, plan=plan)
        .select_related("priority", "lead_organisation")
    )
    action_filter = ActionFilter(request.GET, actions, plan=plan, on=asked.day)
    if not action_filter.is_valid():
        raise BadQuery(action_filter.problem)
    return action_filter
