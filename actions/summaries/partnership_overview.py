"""How each plan of a partnership stands as at a day."""

from dataclasses import dataclass
from datetime import date

from actions.choices import Status
from actions.models import Partnership, Plan

from .status_ledger import StatusCounts, StatusLedger


@dataclass(frozen=True)
class PlanHeadline:
    plan: Plan
    on: date
    counts: StatusCounts

    @property
    def is_over(self) -> bool:
        return self.plan.ends_on < self.on

    @property
    def figures(self) -> list[tuple[Status, int]]:
        return self.counts.counted


def partnership_overview(partnership: Partnership, *, on: date) -> list[PlanHeadline]:
    """Plans begun by that day, newest first. Three queries, however many plans."""
    plans = list(partnership.plans.begun_by(on))
    counts = StatusLedger.of(*plans, until=on).counts_by("plan_id", on)
    return [PlanHeadline(plan, on, counts.get(plan.pk, StatusCounts({}))) for plan in plans]
