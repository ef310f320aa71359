"""Building by hand: one press of a form writes one record and its links, as one entry of the record's history."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from actions.models import Partnership, User

Links = Mapping[str, Iterable[Model]]


class SomebodyElseEdited(Exception):
    """The record was edited since the form was opened: show both, and lose neither. `seen` is the edit then seen."""

    def __init__(self, seen: int | None):
        super().__init__("Somebody else edited this since the form was opened.")
        self.seen = seen


def partnership_of(record: Model) -> Partnership:
    """Whose pages may read differently once this is written."""
    for parent in ("plan", "inspection"):
        if hasattr(record, f"{parent}_id"):
            return getattr(record, parent).partnership
    return record.partnership


def last_edit(record: Model) -> int | None:
    """What somebody who opens a form now has seen."""
    return record.history.order_by("-history_id").values_list("history_id", flat=True).first()


@transaction.atomic
def save_record(record: Model, *, by: User, seen: int | None = None, links: Links | None = None) -> Model:
    """Add or edit it. `seen` is the last edit that the person could see.

    What changes nothing leaves no trace: neither a look without a change, nor a second press. SomebodyElseEdited
    where there is a newer edit. ValidationError, and nothing written, for what may not be or is no more.
    """
    partnership_of(record).bump_revisions()
    if record.pk and not _differs(record, links or {}):
        return record
    if record.pk and last_edit(record) != seen:
        raise SomebodyElseEdited(seen)
    record.full_clean()
    try:
        with transaction.atomic():
            _write(record, by, links or {})
    except IntegrityError as refusal:
        raise ValidationError(_in_words(refusal)) from refusal
    return record


def _in_words(refusal: IntegrityError) -> str:
    """What a trigger says is written for people."""
    return f"{str(refusal).splitlines()[0].capitalize()}."


def _differs(record: Model, links: Links) -> bool:
    stored = type(record)._default_manager.filter(pk=record.pk).first()
    if stored is None:
        raise ValidationError("Somebody removed it since the form was opened.")
    return any(getattr(stored, name) != getattr(record, name) for name in _editable(record)) or any(
        {linked.pk for linked in chosen} != set(getattr(stored, name).values_list("pk", flat=True))
        for name, chosen in links.items()
    )


def _editable(record: Model) -> list[str]:
    """Not a plan's revision: it is raised in the database, and must not be written over by an older one."""
    return [field.attname for field in record._meta.concrete_fields if field.editable and not field.primary_key]


def _write(record: Model, by: User, links: Links) -> None:
    """django-simple-history would keep an entry for each kind of link as well: half-edited records, to a reader."""
    record._history_user = by
    if links:
        record.skip_history_when_saving = True
        if record.pk is None:
            record.save()
        for name, chosen in links.items():
            getattr(record, name).set(chosen)
        del record.skip_history_when_saving
    record.save(update_fields=_editable(record) if record.pk else None)
