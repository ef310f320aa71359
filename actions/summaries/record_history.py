"""Who changed what of a record, newest first: from the rows that django-simple-history keeps of each edit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model

from actions.models import Action, Finding, Inspection, Membership, Organisation, Partnership, Plan, Priority
from actions.periods import in_full

# What a page calls each field. What is not named here is nobody's to edit by hand.
FIELDS: dict[type[Model], dict[str, str]] = {
    Plan: {
        "kind": "Kind",
        "title": "Title",
        "starts_on": "First day",
        "ends_on": "Last day",
        "adopted_on": "Adopted on",
        "tolerance_days": "Days until red",
        "confirm_within_days": "Days until silent",
        "next_inspection_on": "Next inspection expected",
    },
    Priority: {
        "ref": "Reference",
        "title": "Title",
        "intended_outcome": "Intended outcome",
        "lead_organisation": "Led by",
        "order": "Place in the plan",
    },
    Action: {
        "ref": "Reference",
        "title": "Title",
        "description": "What will be done",
        "success_criteria": "How we will know",
        "priority": "Priority",
        "lead_organisation": "Led by",
        "accountable_post": "Post that answers for it",
        "accountable_name": "Person who answers for it",
        "accountable_user": "Who signs in for it",
        "localities": "Where",
        "added_on": "Part of the plan from",
        "planned_start_on": "Planned start",
        "due_as_typed": "Due, as typed",
        "original_due_on": "Late after",
    },
    Inspection: {
        "kind": "Kind",
        "inspected_on": "Inspected on",
        "published_on": "Published on",
        "outcome": "Outcome",
        "summary": "Summary",
    },
    Finding: {"ref": "Reference", "kind": "Kind", "text": "Words", "order": "Place in the report"},
    Organisation: {"name": "Name", "short_name": "Short name", "kind": "Kind", "succeeded_by": "Work taken over by"},
    Membership: {"role": "Role", "organisation": "Organisation"},
}
LINKS: dict[type[Model], dict[str, str]] = {Action: {"contributors": "With", "findings": "Findings answered"}}
ADDED, REMOVED = "+", "-"


@dataclass(frozen=True)
class Edit:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One press: that the record was added or removed, or how each field that changed read before and after."""

    history_id: int
    at: datetime
    by: str
    edits: list[Edit]
    about: str = ""
    is_added: bool = False
    is_removed: bool = False


def record_history(record: Model, *, after: int | None = None, until: datetime | None = None) -> list[Change]:
    """`after` leaves out what somebody had seen already. The same few queries, however often it was edited."""
    rows = record.history.all() if until is None else record.history.filter(history_date__lt=until)
    changes = _changes(type(record), _with_names(rows, type(record)))
    return [change for change in reversed(changes) if after is None or change.history_id > after]


def membership_history(partnership: Partnership) -> list[Change]:
    """Of everybody who is or was a member."""
    rows = _with_names(Membership.history.filter(partnership=partnership), Membership)
    of_each: dict[int, list] = {}
    for row in rows:
        of_each.setdefault(row.id, []).append(row)
    changes = [change for each in of_each.values() for change in _changes(Membership, each, about="user")]
    return sorted(changes, key=lambda change: (change.at, change.history_id), reverse=True)


def _with_names(rows, record: type[Model]) -> list:
    """Oldest first, each with the names of what it belonged to."""
    named = [name for name in FIELDS[record] if record._meta.get_field(name).is_relation]
    more = ["user"] if record is Membership else []
    return list(rows.select_related("history_user", *named, *more).order_by("history_date", "history_id"))


def _changes(record: type[Model], rows: Sequence, *, about: str = "") -> list[Change]:
    told = _told(record, rows)
    return [
        Change(
            history_id=row.history_id,
            at=row.history_date,
            by=str(row.history_user or "the service"),
            edits=[] if row.history_type == REMOVED else _edits(before, after),
            about=str(getattr(row, about)) if about else "",
            is_added=before is None,
            is_removed=row.history_type == REMOVED,
        )
        for row, before, after in zip(rows, [None, *told], told, strict=False)
        if before is None or row.history_type == REMOVED or before != after
    ]


def _edits(before: Mapping[str, str] | None, after: Mapping[str, str]) -> list[Edit]:
    if before is None:
        return []
    changed = [label for label in after if before[label] != after[label]]
    return [Edit(label, before[label] or "empty", after[label] or "empty") for label in changed]


def _told(record: type[Model], rows: Sequence) -> list[dict[str, str]]:
    """Each row as a page would say it."""
    told = [{label: _in_words(row, record, name) for name, label in FIELDS[record].items()} for row in rows]
    for name, label in LINKS.get(record, {}).items():
        for words, linked in zip(told, _linked(record, rows, name), strict=True):
            words[label] = linked
    return told


def _in_words(row, record: type[Model], name: str) -> str:
    value = getattr(row, name)
    if isinstance(value, date):
        return in_full(value)
    if name == "order":
        return str(value + 1)
    return str(dict(record._meta.get_field(name).flatchoices).get(value, "" if value is None else value))


def _linked(record: type[Model], rows: Iterable, name: str) -> list[str]:
    """The names that each row was linked to, in one query for all rows."""
    target = record._meta.get_field(name).m2m_reverse_field_name()
    through = record.history.model._meta.get_field(f"historical{record._meta.model_name}_{name}").related_model
    names: dict[int, list[str]] = {}
    for link in through.objects.filter(history__in=[row.history_id for row in rows]).select_related(target):
        names.setdefault(link.history_id, []).append(str(getattr(link, target)))
    return [", ".join(sorted(names.get(row.history_id, []))) for row in rows]
