"""What became of every action of a plan, as at a day: each has one fate, so that the fates add up to the plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from actions.models import Action, Plan, StatusUpdate

from .lineage import Fate, LinkWeb, Place, places_of


class Outcome(TextChoices):
    """The fates in five kinds, as a committee should read them: what nobody answers for first."""

    LOST = "lost", "Lost"
    WENT_ON = "went_on", "Went on in a later plan"
    ENDED = "ended", "Ended, with a reason"
    RUNNING = "running", "Still running"
    COMPLETE = "complete", "Complete"

    @property
    def fates(self) -> list[Fate]:
        return _FATES[self]

    @property
    def explanation(self) -> str:
        return _EXPLANATIONS[self]


_FATES = {
    Outcome.LOST: [Fate.LOST],
    Outcome.WENT_ON: [Fate.CARRIED_FORWARD, Fate.REPLACED, Fate.MERGED, Fate.SPLIT],
    Outcome.ENDED: [Fate.DROPPED, Fate.CLOSED],
    Outcome.RUNNING: [Fate.RUNNING],
    Outcome.COMPLETE: [Fate.COMPLETE, Fate.PROMISED_AGAIN],
}
_EXPLANATIONS = {
    Outcome.LOST: "The plan is over, they were not complete, and nobody has said what became of them.",
    Outcome.WENT_ON: "Not complete when the plan was over: a later plan took up the promise.",
    Outcome.ENDED: "Not complete, and given up: each with its reason.",
    Outcome.RUNNING: "The plan is not over, so nothing need have become of them yet.",
    Outcome.COMPLETE: "Said to be complete in this plan.",
}


@dataclass(frozen=True)
class Became:
    """One action of the plan, and all that it goes on as, nearest first; of one that is lost, what was last said."""

    place: Place
    onward: tuple[Place, ...]
    last_said: StatusUpdate | None = None

    @property
    def action(self) -> Action:
        return self.place.action

    @property
    def fate(self) -> Fate:
        return self.place.fate


@dataclass(frozen=True)
class FateGroup:
    fate: Fate
    rows: list[Became]

    @property
    def has_more_to_tell(self) -> bool:
        """Where they went, why, or that nobody said."""
        return any(row.place.went or row.place.is_lost for row in self.rows)


@dataclass(frozen=True)
class OutcomeGroup:
    outcome: Outcome
    fates: list[FateGroup]

    @property
    def count(self) -> int:
        return sum(len(group.rows) for group in self.fates)

    @property
    def is_told_apart(self) -> bool:
        """Whether its fates say more than its own name."""
        return len(self.fates) > 1 or self.outcome in {Outcome.WENT_ON, Outcome.ENDED}


@dataclass(frozen=True)
class WhatBecame:
    plan: Plan
    on: date
    rows: list[Became]

    @property
    def is_over(self) -> bool:
        return self.plan.ends_on < self.on

    @property
    def has_lost(self) -> bool:
        return any(row.place.is_lost for row in self.rows)

    def of(self, *fates: Fate) -> "WhatBecame":
        return WhatBecame(self.plan, self.on, [row for row in self.rows if row.fate in fates])

    @property
    def groups(self) -> Iterator[OutcomeGroup]:
        """Each kind, also one that nothing fell to; in each only the fates that something met."""
        for outcome in Outcome:
            fates = [FateGroup(fate, self.of(fate).rows) for fate in outcome.fates]
            yield OutcomeGroup(outcome, [group for group in fates if group.rows])


def what_became(plan: Plan, *, on: date) -> WhatBecame:
    """In the plan's order. Four queries, however many actions, and over however many plans they go on."""
    web = LinkWeb.of(plan, on)
    actions = plan.actions.as_at(on).select_related("plan", "priority", "lead_organisation")
    places = [web.place(action, on) for action in actions]
    ids = [place.action.pk for place in places]
    later = {place.action.pk: place for place in places_of(web.after(*ids), web, on)}
    words = _last_words([place.action.pk for place in places if place.is_lost], on)
    return WhatBecame(plan, on, [_became(place, web, later, words) for place in places])


def _last_words(action_ids: list[int], on: date) -> dict[int, StatusUpdate]:
    updates = StatusUpdate.objects.last_words_on(Action.objects.filter(pk__in=action_ids), on)
    return {update.action_id: update for update in updates}


def _became(place: Place, web: LinkWeb, later: dict[int, Place], words: dict[int, StatusUpdate]) -> Became:
    onward = [later[key] for key in web.after(place.action.pk) if key in later]
    return Became(place, tuple(onward), words.get(place.action.pk))
