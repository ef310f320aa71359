"""The status mix of a plan at each month end, or at each meeting of a body."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from actions.choices import Status
from actions.models import Plan
from actions.periods import in_full, month_ends

from .status_ledger import StatusCounts, StatusLedger


@dataclass(frozen=True)
class TrendPoint:
    """The last point of a trend is the day asked for, also when that is neither a month end nor a meeting."""

    day: date
    counts: StatusCounts


def trend(plan: Plan, *, until: date, ledger: StatusLedger | None = None) -> list[TrendPoint]:
    """At each month end since the plan began."""
    ledger = ledger or StatusLedger.of(plan, until=until)
    return _points(plan, ledger, month_ends(plan.starts_on, until), until)


def trend_at(
    days: Collection[date], plan: Plan, *, until: date, ledger: StatusLedger | None = None
) -> list[TrendPoint]:
    """At each of these days since the plan began, such as a committee's meetings."""
    ledger = ledger or StatusLedger.of(plan, until=until)
    return _points(plan, ledger, sorted(set(days)), until)


def _points(plan: Plan, ledger: StatusLedger, days: list[date], until: date) -> list[TrendPoint]:
    """Then on the last day itself; of a plan that is over, no later than its end or its last change."""
    last = min(until, max([plan.ends_on, *ledger.days[-1:]]))
    days = [day for day in days if plan.starts_on <= day < last]
    if plan.starts_on <= last:
        days.append(last)
    return [TrendPoint(day, counts) for day, counts in zip(days, ledger.counts_at_each(days), strict=True)]


def change_in_words(points: list[TrendPoint]) -> str:
    """From 30 April to 10 July 2019, complete rose from 0 to 18, …; of a single point, how it stands."""
    first, last = points[0], points[-1]
    if first is last:
        counts = [f"{number} {status.label.lower()}" for status, number in last.counts.counted]
        return f"On {in_full(last.day)}: {_listed(counts)}."
    moves = [_move(status, first.counts[status], last.counts[status]) for status in Status.counted()]
    return f"From {in_full(first.day)} to {in_full(last.day)}, {_listed(moves)}."


def _move(status: Status, before: int, after: int) -> str:
    if before == after:
        return f"{status.label.lower()} stayed at {after}"
    return f"{status.label.lower()} {'rose' if after > before else 'fell'} from {before} to {after}"


def _listed(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
