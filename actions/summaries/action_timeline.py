"""Everything that happened to one action, newest first: what was said, and how its wording was edited."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from actions.models import Action, ActionLink, DateChange, Evidence, StatusUpdate, Verification

from .record_history import Edit, record_history

WORDINGS = {
    *("Reference", "Title", "What will be done", "How we will know", "Priority", "Led by", "With"),
    *("Post that answers for it", "Person who answers for it", "Where", "Findings answered"),
}


@dataclass(frozen=True)
class Said:
    """A status update, and whose organisation spoke."""

    day: date
    update: StatusUpdate
    kind: str = "update"


@dataclass(frozen=True)
class Asked:
    """A new date was asked for."""

    day: date
    change: DateChange
    kind: str = "date_asked"


@dataclass(frozen=True)
class Decided:
    """And agreed, or refused."""

    day: date
    change: DateChange
    kind: str = "date_decided"


@dataclass(frozen=True)
class Shown:
    """A piece of evidence was added, apart from an update."""

    day: date
    evidence: Evidence
    kind: str = "evidence"


@dataclass(frozen=True)
class Reviewed:
    """Somebody from elsewhere looked at a claim."""

    day: date
    verification: Verification
    kind: str = "reviewed"


@dataclass(frozen=True)
class Linked:
    """It was said what became of the action in a later plan."""

    day: date
    link: ActionLink
    kind: str = "linked"


@dataclass(frozen=True)
class Unlinked:
    """And that this was a mistake."""

    day: date
    link: ActionLink
    kind: str = "unlinked"


@dataclass(frozen=True)
class Edited:
    """A change of wording, lead or links, kept by django-simple-history."""

    day: date
    by: str
    edits: list[Edit]
    kind: str = "edit"


@dataclass(frozen=True)
class Joined:
    day: date
    kind: str = "joined"


def action_timeline(action: Action, *, on: date) -> list:
    """Of one day, the later said first; a date change stands on the days it was asked for and decided."""
    updates = action.updates.effective_by(on).newest_first().select_related("recorded_by").prefetch_related("evidence")
    said = [Said(update.effective_on, update) for update in updates]
    events = [*_links(action, on), *_reviews(action, on), *_date_events(action, on), *said, *_evidence(action, on)]
    return sorted([*events, *_edits(action, on), Joined(action.added_on)], key=lambda event: event.day, reverse=True)


def _links(action: Action, on: date) -> list[Linked | Unlinked]:
    links = action.links.decided_by_day(on).select_related("successor__plan", "recorded_by", "withdrawal__recorded_by")
    events = [Linked(link.decided_on, link) for link in links]
    withdrawn = [(withdrawal.withdrawn_on, link) for link in links if (withdrawal := link.withdrawal_or_none)]
    return [*reversed(events), *(Unlinked(day, link) for day, link in reversed(withdrawn) if day <= on)]


def _reviews(action: Action, on: date) -> list[Reviewed]:
    reviews = Verification.objects.filter(claim__action=action, verified_on__lte=on).select_related("verified_by")
    return [Reviewed(review.verified_on, review) for review in reviews.order_by("-pk")]


def _date_events(action: Action, on: date) -> list[Asked | Decided]:
    changes = action.date_changes.asked_by_day(on).select_related("asked_by", "decision__decided_by", "decision__body")
    asked = [Asked(change.asked_on, change) for change in changes]
    decided = [
        Decided(decision.decided_on, change)
        for change in changes
        if (decision := change.decision_or_none) and decision.decided_on <= on
    ]
    return [*reversed(decided), *reversed(asked)]


def _evidence(action: Action, on: date) -> list[Shown]:
    pieces = action.evidence.known_by(on).filter(status_update=None).select_related("added_by")
    return [Shown(piece.added_on, piece) for piece in pieces.order_by("-pk")]


def _edits(action: Action, on: date) -> list[Edited]:
    """Since it joined the plan: before, it was being written."""
    end_of_day = timezone.make_aware(datetime.combine(on + timedelta(days=1), time.min))
    edited = [
        Edited(timezone.localdate(change.at), change.by, [edit for edit in change.edits if edit.label in WORDINGS])
        for change in record_history(action, until=end_of_day)
    ]
    return [event for event in reversed(edited) if event.edits and event.day > action.added_on]
