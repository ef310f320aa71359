"""The headline of a plan as at a day, with what changed since an earlier one."""

from dataclasses import dataclass
from datetime import date

from actions.choices import Status
from actions.models import Organisation, Plan, Priority

from .status_ledger import StatusCounts, StatusLedger


@dataclass(frozen=True)
class Group:
    """One priority's or one lead organisation's share of the headline."""

    record: Priority | Organisation
    counts: StatusCounts


@dataclass(frozen=True)
class PlanSummary:
    plan: Plan
    on: date
    compared_with: date | None
    counts: StatusCounts
    changes: StatusCounts | None
    by_priority: list[Group]
    by_organisation: list[Group]

    @property
    def figures(self) -> list[tuple[Status, int, int | None]]:
        """Status, number, and how many more or fewer than on the day compared with."""
        return [(status, number, self.changes and self.changes[status]) for status, number in self.counts.counted]


def plan_summary(
    plan: Plan, *, on: date, compared_with: date | None = None, ledger: StatusLedger | None = None
) -> PlanSummary:
    """Four queries, or two where the caller already holds the ledger of the plan up to `on`."""
    ledger = ledger or StatusLedger.of(plan, until=on)
    counts = ledger.counts(on)
    return PlanSummary(
        plan=plan,
        on=on,
        compared_with=compared_with,
        counts=counts,
        changes=counts - ledger.counts(compared_with) if compared_with else None,
        by_priority=_by_priority(plan, ledger, on),
        by_organisation=_by_organisation(ledger, on),
    )


def _by_priority(plan: Plan, ledger: StatusLedger, on: date) -> list[Group]:
    """Every priority of the plan, in its order, also one that has no action yet."""
    counts = ledger.counts_by("priority_id", on)
    return [Group(priority, counts.get(priority.pk, StatusCounts({}))) for priority in plan.priorities.all()]


def _by_organisation(ledger: StatusLedger, on: date) -> list[Group]:
    """Lead organisations: most delayed first, then most actions."""
    counts = ledger.counts_by("organisation_id", on)
    groups = [Group(lead, counts[lead.pk]) for lead in Organisation.objects.filter(pk__in=counts)]
    return sorted(groups, key=lambda group: (-group.counts[Status.DELAYED], -group.counts.total, group.record.name))
