"""The status mix at each month end of a plan."""

from dataclasses import dataclass
from datetime import date

from actions.models import Plan
from actions.periods import month_ends

from .status_ledger import StatusCounts, StatusLedger


@dataclass(frozen=True)
class MonthEnd:
    """The last point of a trend may be the day asked for, when that is not a month end."""

    day: date
    counts: StatusCounts


def trend(plan: Plan, *, until: date, ledger: StatusLedger | None = None) -> list[MonthEnd]:
    """From the plan's first month to that day; a plan that has ended goes on no longer than its last month."""
    ledger = ledger or StatusLedger.of(plan, until=until)
    days = month_ends(plan.starts_on, until)
    if plan.starts_on <= until and until not in days:
        days.append(until)
    return [MonthEnd(day, counts) for day, counts in zip(days, ledger.counts_at_each(days), strict=True)]
