"""The plan dashboard: one screen that says how the plan stands, as at a day."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from actions.charts.priority_bars import priority_bars
from actions.charts.trend import trend_chart
from actions.models import Meeting, Plan
from actions.summaries.attention import attention
from actions.summaries.early_warning import early_warning
from actions.summaries.movement import movement
from actions.summaries.plan_summary import plan_summary
from actions.summaries.status_ledger import StatusLedger
from actions.summaries.trend import trend

from .as_at import as_at_compared


@login_required
@require_safe
def plan_dashboard(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
    asked = as_at_compared(request, plan.partnership)
    on, since = asked.day, asked.compared_with
    ledger = StatusLedger.of(plan, until=on)
    summary = plan_summary(plan, on=on, compared_with=since, ledger=ledger)
    standings = attention(plan, on=on)
    months = trend(plan, until=on, ledger=ledger)
    return TemplateResponse(
        request,
        "plans/plan_dashboard.html",
        {
            "plan": plan,
            "partnership": plan.partnership,
            "section": "dashboard",
            "as_at": asked,
            "summary": summary,
            "movement": movement(plan, since=since, until=on) if since else None,
            "attention": standings,
            "warning": early_warning(plan, standings),
            "months": months,
            "trend_chart": trend_chart(months).to_plotly_json(),
            "priority_chart": priority_bars(summary.by_priority).to_plotly_json(),
            "meetings": Meeting.objects.of(plan.partnership).before(on)[:12],
        },
    )
