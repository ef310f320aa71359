"""How an action stands as at a day: what `ActionQuerySet.as_at` annotates, one correlated subquery each."""

from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from actions.choices import PromisedDate, Status

from .completion import Evidence, Verification
from .date_change import DateDecision
from .status_update import StatusUpdate


def standing_on(on: date, *, as_heard: bool = False) -> dict:
    """The annotations that make a row a `rag.Standing` at the end of that day."""
    said = StatusUpdate.objects.filter(action=OuterRef("pk"))
    latest = (said.heard_by(on) if as_heard else said.effective_by(on)).newest_first()
    return {
        "status": Coalesce(Subquery(latest.values("status")[:1]), Value(Status.NOT_STARTED.value)),
        "confirmed_on": Subquery(latest.values("effective_on")[:1]),
        "review_on": Subquery(latest.values("review_on")[:1]),
        "says_extended": Exists(StatusUpdate.objects.filter(pk=_last_words(on)).extended_in_words_only(on)),
        "start_on": Coalesce(_agreed(PromisedDate.START, on, "to_on"), F("planned_start_on")),
        "due_on": Coalesce(_agreed(PromisedDate.DUE, on, "to_on"), F("original_due_on")),
        "due_precision_then": Coalesce(_agreed(PromisedDate.DUE, on, "to_precision"), F("due_precision")),
        "due_move_count": _move_count(on),
        "has_evidence": Exists(Evidence.objects.filter(action=OuterRef("pk")).known_by(on)),
        "is_verified": Exists(Verification.objects.verified_by_day(on).filter(claim=_last_movement(on))),
    }


def _agreed(which: PromisedDate, on: date, field: str) -> Subquery:
    decisions = DateDecision.objects.filter(date_change__action=OuterRef("pk")).agreed_by_day(on, which)
    return Subquery(decisions.newest_first().values(f"date_change__{field}")[:1])


def _move_count(on: date) -> Coalesce:
    decisions = DateDecision.objects.filter(date_change__action=OuterRef("pk")).agreed_by_day(on, PromisedDate.DUE)
    count = decisions.order_by().values("date_change__action").annotate(number=Count("*")).values("number")
    return Coalesce(Subquery(count), Value(0))


def _last_words(on: date) -> Subquery:
    """From inside an Exists over updates: the last update of the action that said something of its own."""
    words = StatusUpdate.objects.filter(action=OuterRef(OuterRef("pk"))).with_words().effective_by(on)
    return Subquery(words.newest_first().values("pk")[:1])


def _last_movement(on: date) -> Subquery:
    """From inside an Exists over verifications: the update that brought the action where it stands."""
    movements = StatusUpdate.objects.filter(action=OuterRef(OuterRef("pk"))).movements().effective_by(on)
    return Subquery(movements.newest_first().values("pk")[:1])
