"""The plan dashboard: one screen that says how the plan stands, as at a day."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from actions.charts.priority_bars import priority_bars
from actions.charts.trend import trend_chart
from actions.models import Plan
from actions.summaries.committee_dashboard import committee_dashboard

from .as_at import AsAt, as_at_compared
from .unchanged import unchanged_is_not_sent


@login_required
@require_safe
@unchanged_is_not_sent
def plan_dashboard(request: HttpRequest, plan_id: int) -> HttpResponse:
    """What is told is worked out only where the template's cache, keyed by the plan's revision, lacks it."""
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
    asked = as_at_compared(request, plan.partnership)
    return TemplateResponse(
        request,
        "plans/plan_dashboard.html",
        {
            "plan": plan,
            "partnership": plan.partnership,
            "section": "dashboard",
            "as_at": asked,
            "told": SimpleLazyObject(lambda: _told(plan, asked)),
        },
    )


def _told(plan: Plan, asked: AsAt) -> dict:
    dashboard = committee_dashboard(plan, on=asked.day, since=asked.compared_with)
    return {
        "dashboard": dashboard,
        "trend_chart": trend_chart(dashboard.recent_months).to_plotly_json(),
        "priority_chart": priority_bars(dashboard.summary.by_priority).to_plotly_json(),
    }
