"""Writing a progress report before it is frozen: the words, the day, and what it is compared with."""

from collections.abc import Mapping
from copy import copy
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from actions.models import Plan, ProgressReport, User
from actions.models.freezing import ReportIsFrozen

EDITED = {
    "meeting",
    "as_at_on",
    "compared_with",
    "compared_on",
    "judgement",
    "judgement_words",
    "words",
    "corrects",
    "correction_reason",
    "public_words",
}
NOT_TYPED = ["plan", "drafted_by", "edited_by"]


class SomebodyElseEdited(Exception):
    """The draft was edited since the form was opened: show both, and lose neither."""

    def __init__(self, report: ProgressReport):
        super().__init__("Somebody else edited this draft since the form was opened.")
        self.report = report


@transaction.atomic
def draft_report(*, plan: Plan, by: User, as_at_on: date, **fields) -> ProgressReport:
    """Begin a report. ValidationError for a day before that of the last frozen one."""
    plan.bump_revision()
    report = ProgressReport(plan=plan, drafted_by=by, edited_by=by, as_at_on=as_at_on, **_editable(fields))
    report.full_clean(exclude=NOT_TYPED)
    report.save()
    return report


@transaction.atomic
def edit_report(
    *,
    report: ProgressReport,
    by: User,
    seen: int,
    words_by_priority: Mapping[int, str] | None = None,
    **fields,
) -> ProgressReport:
    """`seen` is `report.edits` as the form had it: SomebodyElseEdited where it was edited since.

    Empty words take back what was said of a priority.
    """
    report.plan.bump_revision()
    stored = ProgressReport.objects.select_related("plan").get(pk=report.pk)
    if stored.is_frozen:
        raise ReportIsFrozen
    if stored.edits != seen:
        raise SomebodyElseEdited(stored)
    edited = as_typed(stored, **fields)
    edited.edited_by, edited.edits = by, seen + 1
    edited.save()
    for priority_id, words in (words_by_priority or {}).items():
        _say(edited, priority_id, words)
    return edited


def as_typed(report: ProgressReport, **fields) -> ProgressReport:
    """The draft as it would be with these fields, in memory alone. ValidationError for what editing would refuse."""
    typed = copy(report)
    for name, value in _editable(fields).items():
        setattr(typed, name, value)
    typed.full_clean(exclude=NOT_TYPED)
    return typed


@transaction.atomic
def discard_report(*, report: ProgressReport) -> None:
    """A draft that nobody needs goes without a trace; a frozen report never goes."""
    report.plan.bump_revision()
    report.delete()


def _editable(fields: Mapping) -> Mapping:
    if unknown := fields.keys() - EDITED:
        raise TypeError(f"Nobody edits {', '.join(sorted(unknown))} of a report.")
    return fields


def _say(report: ProgressReport, priority_id: int, words: str) -> None:
    if not report.plan.priorities.filter(pk=priority_id).exists():
        raise ValidationError("Choose a priority of the same plan.")
    if words:
        report.priority_words.update_or_create(priority_id=priority_id, defaults={"words": words})
    else:
        report.priority_words.filter(priority=priority_id).delete()
