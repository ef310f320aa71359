"""How many actions of each priority, and of each lead organisation, have each colour. Never an average of colours."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from actions.choices import Rag
from actions.models import Organisation, Plan, Priority

from .promises import Promise

WORST_FIRST = [colour for colour in Rag if colour in Rag.shown()]


@dataclass(frozen=True)
class ColouredGroup:
    """`condition` is what narrows the list of actions to those of this group."""

    record: Priority | Organisation
    counts: Counter[Rag]
    condition: dict[str, int]

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def colours(self) -> list[tuple[Rag, int]]:
        return [(colour, self.counts[colour]) for colour in WORST_FIRST]


@dataclass(frozen=True)
class ColouredGroups:
    """The most red first, then the most amber."""

    groups: list[ColouredGroup]

    @property
    def most(self) -> int:
        """The highest number of them all, for bars of one scale."""
        return max((number for group in self.groups for _, number in group.colours), default=0)

    @property
    def worst(self) -> ColouredGroup:
        return self.groups[0]


@dataclass(frozen=True)
class RagMix:
    by_priority: ColouredGroups
    by_organisation: ColouredGroups
    counts: Counter[Rag]

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def in_words(self) -> str:
        """12 of 94 actions are red and 9 amber; most red are of 3. Improving outcomes (7), and led by LCC (9)."""
        red, amber = self.counts[Rag.RED], self.counts[Rag.AMBER]
        counted = f"{red} of {self.total} actions {'is' if red == 1 else 'are'} red and {amber} amber"
        if not red:
            return f"{counted}."
        priority, lead = self.by_priority.worst, self.by_organisation.worst
        return (
            f"{counted}. The most red stand under “{priority.record}” ({priority.counts[Rag.RED]}), "
            f"and are led by {lead.record} ({lead.counts[Rag.RED]})."
        )


def rag_mix(plan: Plan, promises: list[Promise]) -> RagMix:
    """Two queries besides the promises."""
    leads = Organisation.objects.filter(pk__in={promise.organisation_id for promise in promises})
    return RagMix(
        by_priority=_groups("priority", plan.priorities.all(), promises, lambda promise: promise.priority_id),
        by_organisation=_groups("lead", leads, promises, lambda promise: promise.organisation_id),
        counts=Counter(promise.rag for promise in promises),
    )


def _groups(name: str, records, promises: list[Promise], group_of: Callable[[Promise], int]) -> ColouredGroups:
    counts: dict[int, Counter[Rag]] = {}
    for promise in promises:
        counts.setdefault(group_of(promise), Counter())[promise.rag] += 1
    groups = [ColouredGroup(record, counts.get(record.pk, Counter()), {name: record.pk}) for record in records]
    return ColouredGroups(sorted(groups, key=lambda group: [-group.counts[colour] for colour in WORST_FIRST]))
