"""Every change to the counts of some plans, day by day: any headline, on any day, is a running sum.

An action counts as not started from the day it joins its plan. Each movement then takes one from
the status before and gives one to the status after. So a plan of 2,000 actions and five years costs
two queries, whichever and however many days are asked for.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from actions.choices import Status
from actions.models import Action, Plan, StatusUpdate


@dataclass(frozen=True)
class StatusCounts:
    """How many actions have each status. Those no longer applicable stand beside the total, not in it."""

    by_status: dict[Status, int]

    def __getitem__(self, status: str) -> int:
        return self.by_status.get(Status(status), 0)

    def __sub__(self, earlier: "StatusCounts") -> "StatusCounts":
        return StatusCounts({status: self[status] - earlier[status] for status in Status})

    @property
    def total(self) -> int:
        return sum(self[status] for status in Status.counted())

    @property
    def closed(self) -> int:
        return self[Status.CLOSED]

    @property
    def counted(self) -> list[tuple[Status, int]]:
        return [(status, self[status]) for status in Status.counted()]


@dataclass(frozen=True)
class Change:
    """On this day, this many more (or fewer) actions of this plan, priority and lead have this status."""

    day: date
    plan_id: int
    priority_id: int
    organisation_id: int
    status: Status
    amount: int


class StatusLedger:
    def __init__(self, changes: Iterable[Change]):
        self._changes = sorted(changes, key=lambda change: change.day)

    @classmethod
    def of(cls, *plans: Plan, until: date) -> "StatusLedger":
        return cls([*_joined(plans, until), *_moved(plans, until)])

    @property
    def days(self) -> list[date]:
        """On which something changed, in order."""
        return [change.day for change in self._changes]

    def counts(self, on: date, *, plan_id: int | None = None) -> StatusCounts:
        changes = (change for change in self._until(on) if plan_id in {None, change.plan_id})
        return _sum(changes)

    def counts_by(self, part: str, on: date) -> dict[int, StatusCounts]:
        """Keyed by `priority_id`, `organisation_id` or `plan_id`, whichever `part` names."""
        groups: dict[int, list[Change]] = {}
        for change in self._until(on):
            groups.setdefault(getattr(change, part), []).append(change)
        return {key: _sum(changes) for key, changes in groups.items()}

    def counts_at_each(self, days: list[date]) -> list[StatusCounts]:
        """One pass over the ledger for many days, which must be in order."""
        answers, running, position = [], Counter(), 0
        for day in days:
            while position < len(self._changes) and self._changes[position].day <= day:
                running[self._changes[position].status] += self._changes[position].amount
                position += 1
            answers.append(StatusCounts(dict(running)))
        return answers

    def _until(self, on: date) -> Iterable[Change]:
        return (change for change in self._changes if change.day <= on)


def _sum(changes: Iterable[Change]) -> StatusCounts:
    totals: Counter[Status] = Counter()
    for change in changes:
        totals[change.status] += change.amount
    return StatusCounts(dict(totals))


def _joined(plans: Iterable[Plan], until: date) -> Iterable[Change]:
    rows = (
        Action.objects.filter(plan__in=plans)
        .in_plan_by(until)
        .order_by()
        .values_list("added_on", "plan", "priority", "lead_organisation")
        .annotate(number=Count("*"))
    )
    for day, plan, priority, organisation, number in rows:
        yield Change(day, plan, priority, organisation, Status.NOT_STARTED, number)


def _moved(plans: Iterable[Plan], until: date) -> Iterable[Change]:
    rows = (
        StatusUpdate.objects.filter(action__plan__in=plans)
        .movements()
        .effective_by(until)
        .order_by()
        .values_list(
            "effective_on",
            "action__plan",
            "action__priority",
            "action__lead_organisation",
            "status_before",
            "status",
        )
        .annotate(number=Count("*"))
    )
    for day, plan, priority, organisation, before, after, number in rows:
        yield Change(day, plan, priority, organisation, Status(before), -number)
        yield Change(day, plan, priority, organisation, Status(after), number)
