"""Whether what was promised for a finding still goes on: in its own plan, or in a later one that took it up."""

from collections.abc import Iterable
from datetime import date

from actions.models import Action

from .lineage import Fate, LinkWeb, Place, places_of

COMPLETE = frozenset({Fate.COMPLETE, Fate.PROMISED_AGAIN})
NOT_DONE = frozenset({Fate.RUNNING, Fate.LOST})


def lines_by_action(actions: list[Action], *, on: date) -> dict[int, list[Place]]:
    """Of each, where it stands and then where all stands that it goes on as. Two queries, over however many plans."""
    if not actions:
        return {}
    web = LinkWeb.of(actions[0].plan, on)
    onward = {action.pk: web.after(action.pk) for action in actions}
    later = places_of(list({key for keys in onward.values() for key in keys}), web, on)
    places = {place.action.pk: place for place in later}
    return {
        action.pk: [web.place(action, on), *(places[key] for key in onward[action.pk] if key in places)]
        for action in actions
    }


def is_live(places: Iterable[Place]) -> bool:
    return any(place.fate == Fate.RUNNING for place in places)


def is_done(places: Iterable[Place]) -> bool:
    """Whatever was neither given up nor passed on is complete, and something is."""
    fates = {place.fate for place in places}
    return bool(fates & COMPLETE) and not fates & NOT_DONE
