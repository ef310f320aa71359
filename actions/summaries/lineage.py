"""The line of one action: from where it began in an earlier plan to where it goes on in later ones, as at a day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import TextChoices

from actions.choices import LinkKind, Status
from actions.models import Action, ActionLink, Plan


class Fate(TextChoices):
    """What became of an action. Only LOST is nobody's word: the plan is over, and nothing was said."""

    LOST = "lost", "Lost"
    CARRIED_FORWARD = "carried_forward", "Carried forward"
    REPLACED = "replaced", "Replaced by another"
    MERGED = "merged", "Merged with others"
    SPLIT = "split", "Split into several"
    DROPPED = "dropped", "Dropped, with a reason"
    CLOSED = "closed", "No longer applicable, with a reason"
    RUNNING = "running", "Still running"
    COMPLETE = "complete_only", "Complete, not promised again"
    PROMISED_AGAIN = "promised_again", "Complete, and promised again"


@dataclass(frozen=True)
class Place:
    """One action as it stood on the day, with the links that lead on from it."""

    action: Action  # from as_at(on), with its plan
    on: date
    went: tuple[ActionLink, ...] = ()

    @property
    def fate(self) -> Fate:
        """Complete is complete, whatever came after; else what was said counts before what the plan's end shows."""
        kinds = [LinkKind(link.kind) for link in self.went]
        if self.action.status == Status.COMPLETE:
            return Fate.PROMISED_AGAIN if LinkKind.PROMISED_AGAIN in kinds else Fate.COMPLETE
        if kinds:
            return Fate.CARRIED_FORWARD if kinds[0] == LinkKind.PROMISED_AGAIN else Fate(kinds[0].value)
        if self.action.status == Status.CLOSED:
            return Fate.CLOSED
        return Fate.LOST if self.action.plan.ends_on < self.on else Fate.RUNNING

    @property
    def is_lost(self) -> bool:
        return self.fate == Fate.LOST

    @property
    def has_more_to_say(self) -> bool:
        """It is not said what became of it; or it was split, and there may be another part."""
        return not self.went or self.went[0].kind == LinkKind.SPLIT


class LinkWeb:
    """Every link of a partnership in force on a day, followed both ways: one query."""

    def __init__(self, links: Iterable[ActionLink]):
        self._onward: dict[int, list[ActionLink]] = {}
        self._back: dict[int, list[ActionLink]] = {}
        for link in links:
            self._onward.setdefault(link.action_id, []).append(link)
            self._back.setdefault(link.successor_id, []).append(link)

    @classmethod
    def of(cls, plan: Plan, on: date) -> "LinkWeb":
        links = ActionLink.objects.filter(action__plan__partnership=plan.partnership_id).in_force(on)
        return cls(links.select_related("action", "successor"))

    def after(self, *action_ids: int) -> list[int]:
        """All that these go on as, nearest first."""
        return _reached(action_ids, lambda key: (link.successor_id for link in self._onward.get(key, [])))

    def before(self, *action_ids: int) -> list[int]:
        """All that these come from, nearest first."""
        return _reached(action_ids, lambda key: (link.action_id for link in self._back.get(key, [])))

    def place(self, action: Action, on: date) -> Place:
        return Place(action, on, tuple(self._onward.get(action.pk, [])))


def _reached(start: Iterable[int], step: Callable[[int], Iterable[int | None]]) -> list[int]:
    """Each once, without the start: plans edited by hand could make a circle of links."""
    seen, waiting = dict.fromkeys(start), list(start)
    while waiting:
        found = [key for key in dict.fromkeys(step(waiting.pop(0))) if key is not None and key not in seen]
        seen |= dict.fromkeys(found)
        waiting += found
    return list(seen)[len(dict.fromkeys(start)) :]


@dataclass(frozen=True)
class Generation:
    """What of a line stands in one plan."""

    plan: Plan
    places: list[Place]
    is_here: bool


@dataclass(frozen=True)
class Line:
    here: Place
    places: list[Place]  # in the order of their plans

    @property
    def generations(self) -> Iterator[Generation]:
        for _, places in groupby(self.places, key=lambda place: place.action.plan_id):
            in_one_plan = list(places)
            yield Generation(in_one_plan[0].action.plan, in_one_plan, is_here=self.here in in_one_plan)

    @property
    def is_worth_showing(self) -> bool:
        return bool(len(self.places) > 1 or self.here.went or self.here.is_lost)


def action_line(action: Action, *, on: date) -> Line:
    """Of an action from `as_at(on)` that knows its plan. Two queries, over however many plans."""
    web = LinkWeb.of(action.plan, on)
    others = places_of(list(dict.fromkeys([*web.before(action.pk), *web.after(action.pk)])), web, on)
    here = web.place(action, on)
    return Line(here, sorted([here, *others], key=_plan_order))


def places_of(action_ids: list[int], web: LinkWeb, on: date) -> list[Place]:
    """In the order of the ids. No query for none."""
    if not action_ids:
        return []
    found = Action.objects.as_at(on).select_related("plan", "priority").in_bulk(action_ids)
    return [web.place(found[key], on) for key in action_ids if key in found]


def _plan_order(place: Place):
    action = place.action
    return action.plan.starts_on, action.plan_id, action.priority.order, action.order, action.pk
