"""Everything that happened to one action, newest first: what was said, and how its wording was edited."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from actions.models import Action, ActionLink, DateChange, Evidence, StatusUpdate, Verification

WORDINGS = {
    "ref": "Reference",
    "title": "Title",
    "description": "What will be done",
    "success_criteria": "How we will know",
    "priority": "Priority",
    "lead_organisation": "Led by",
    "accountable_post": "Post that answers for it",
    "accountable_name": "Person who answers for it",
    "localities": "Where",
}
LINKS = {"contributors": ("organisation", "With"), "findings": ("finding", "Findings answered")}


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
class Edit:
    label: str
    before: str
    after: str


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
    """Since it joined the plan: before, it was being written. Three queries, however often it was edited."""
    end_of_day = timezone.make_aware(datetime.combine(on + timedelta(days=1), time.min))
    records = list(
        action.history.filter(history_date__lt=end_of_day)
        .select_related("history_user", "priority", "lead_organisation")
        .order_by("history_date", "history_id")
    )
    wordings = [_wording(record) for record in records]
    for field, (target, label) in LINKS.items():
        for wording, linked in zip(wordings, _linked(records, field, target), strict=True):
            wording[label] = linked
    return [
        edited
        for record, before, after in zip(records[1:], wordings, wordings[1:], strict=False)
        if (edited := _edited(record, before, after)).edits and edited.day > action.added_on
    ]


def _wording(record) -> dict[str, str]:
    return {label: str(getattr(record, field) or "") for field, label in WORDINGS.items()}


def _linked(records: list, field: str, target: str) -> list[str]:
    """The names that each historical record was linked to, in one query for all records."""
    through = Action.history.model._meta.get_field(f"historicalaction_{field}").related_model
    names: dict[int, list[str]] = {}
    for link in through.objects.filter(history__in=records).select_related(target).order_by("pk"):
        names.setdefault(link.history_id, []).append(str(getattr(link, target)))
    return [", ".join(sorted(names.get(record.pk, []))) for record in records]


def _edited(record, before: dict[str, str], after: dict[str, str]) -> Edited:
    edits = [Edit(label, before[label] or "empty", after[label] or "empty") for label in after]
    return Edited(
        day=timezone.localdate(record.history_date),
        by=str(record.history_user or "the service"),
        edits=[edit for edit in edits if edit.before != edit.after],
    )
