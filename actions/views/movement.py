"""The movement ledger of a plan: between any two days, each action that changed, and how the headline follows."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from actions.forms.movement_filter import MovementFilter
from actions.models import Plan
from actions.reports.csv_file import csv_response
from actions.summaries.happenings import happenings
from actions.summaries.movement import Movement, movement
from actions.summaries.status_ledger import StatusLedger
from actions.tables.movement import movement_rows

from .as_at import AsAt, BadQuery, as_at_compared
from .unchanged import unchanged_is_not_sent


@dataclass(frozen=True)
class Asked:
    """What the address asks for: two days, and which of the moves between them."""

    plan: Plan
    as_at: AsAt
    movement: Movement
    filter: MovementFilter

    @property
    def shown(self) -> Movement:
        return self.filter.narrow(self.movement)


@login_required
@require_safe
@unchanged_is_not_sent
def movement_ledger(request: HttpRequest, plan_id: int) -> HttpResponse:
    asked = _asked(request, plan_id)
    ledger = StatusLedger.of(asked.plan, until=asked.as_at.day)
    return TemplateResponse(
        request,
        "movement/movement_ledger.html",
        {
            "plan": asked.plan,
            "partnership": asked.plan.partnership,
            "section": "movement",
            "as_at": asked.as_at,
            "filter": asked.filter,
            "movement": asked.movement,
            "shown": asked.shown,
            "happenings": happenings(asked.movement),
            "flows": asked.movement.flows(ledger.counts(asked.movement.since)),
        },
    )


@login_required
@require_safe
def movement_ledger_csv(request: HttpRequest, plan_id: int) -> HttpResponse:
    """A row for each step between the two days, of just the actions that the page at the same address shows."""
    asked = _asked(request, plan_id)
    slug, days = asked.plan.partnership.slug, f"{asked.movement.since}-to-{asked.movement.until}"
    return csv_response(movement_rows(asked.shown), file_name=f"{slug}-movement-{days}.csv")


def _asked(request: HttpRequest, plan_id: int) -> Asked:
    """Without a meeting or a day to compare with, from the day before the plan began: everything that ever moved."""
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
    asked = as_at_compared(request, plan.partnership)
    narrowing = MovementFilter(request.GET)
    if not narrowing.is_valid():
        raise BadQuery(narrowing.problem)
    since = asked.compared_with or min(plan.day_before_it_began, asked.day)
    return Asked(plan, asked, movement(plan, since=since, until=asked.day), narrowing)
