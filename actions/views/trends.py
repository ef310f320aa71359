"""The trend of a plan: how its mix changed, what was promised and done, where it is heading, and where the red is."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from actions.charts.burn_up import burn_up_chart
from actions.charts.trend import trend_chart
from actions.choices import BodyKind
from actions.models import Body, Meeting, Plan
from actions.summaries.burn_up import burn_up
from actions.summaries.forecast import forecast
from actions.summaries.promises import promises_of
from actions.summaries.rag_mix import rag_mix
from actions.summaries.trend import TrendPoint, change_in_words, trend, trend_at

from .as_at import BadQuery, as_at, day_in
from .unchanged import unchanged_is_not_sent

IN_THE_TABLE = "The table below gives the numbers."


@login_required
@require_safe
@unchanged_is_not_sent
def plan_trend(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
    asked = as_at(request)
    rhythm = _rhythm(request, plan, asked.day)
    points = _points(plan, rhythm, asked.day)
    change = change_in_words(points) if points else ""
    promises = promises_of(plan, on=asked.day)
    burnt_up = burn_up(plan, promises, on=asked.day)
    ahead = forecast(plan, promises, on=asked.day, by=day_in(request, "by_day"))
    return TemplateResponse(
        request,
        "trends/plan_trend.html",
        {
            "plan": plan,
            "partnership": plan.partnership,
            "section": "trend",
            "as_at": asked,
            "rhythm": rhythm,
            "points": points,
            "change": change,
            "trend_label": f"Stacked bars of the actions by status. {change} {IN_THE_TABLE}",
            "trend_chart": trend_chart(points).to_plotly_json() if points else None,
            "burn_up": burnt_up,
            "burn_up_label": f"Four rising lines. {burnt_up.in_words} {IN_THE_TABLE}" if burnt_up else "",
            "burn_up_chart": burn_up_chart(burnt_up, ahead).to_plotly_json() if burnt_up else None,
            "forecast": ahead,
            "forecast_params": [(n, v) for n, v in request.GET.items() if n not in {"by_day", "page"} and v],
            "mix": rag_mix(plan, promises),
        },
    )


@dataclass(frozen=True)
class Rhythm:
    """On which days the mix is counted: at month ends where there is no `body`, else at its meetings."""

    body: Body | None
    meetings: dict[Body, list[date]]  # since the plan began, the scrutiny committee's first

    @property
    def heading(self) -> str:
        return f"At each meeting of the {self.body.name}" if self.body else "At each month end"


def _rhythm(request: HttpRequest, plan: Plan, until: date) -> Rhythm:
    """`?by=meeting` means the scrutiny committee's, unless `body` names another."""
    by, wanted = request.GET.get("by") or "month", request.GET.get("body", "")
    if by not in {"month", "meeting"}:
        raise BadQuery(f"“by” must be one of: month, meeting. The address says “{by[:40]}”.")
    bodies = sorted(
        Body.objects.filter(partnership=plan.partnership_id), key=lambda body: body.kind != BodyKind.SCRUTINY
    )
    chosen = [body for body in bodies if wanted in {"", str(body.pk)}]
    if not chosen and (wanted or by == "meeting"):
        allowed = ", ".join(f"{body.pk} ({body.name})" for body in bodies) or "none, as no body is recorded"
        raise BadQuery(f"“body” must be one of: {allowed}. The address says “{wanted[:40]}”.")
    days: dict[int, list[date]] = {body.pk: [] for body in bodies}
    for body, day in Meeting.objects.filter(body__in=bodies, held_on__range=(plan.starts_on, until)).values_list(
        "body", "held_on"
    ):
        days[body].append(day)
    return Rhythm(chosen[0] if by == "meeting" else None, {body: days[body.pk] for body in bodies if days[body.pk]})


def _points(plan: Plan, rhythm: Rhythm, until: date) -> list[TrendPoint]:
    if rhythm.body is None:
        return trend(plan, until=until)
    return trend_at(rhythm.meetings.get(rhythm.body, []), plan, until=until)
