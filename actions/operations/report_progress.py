"""One press of the update form: what is said, what shows it, and what new date is asked for, or nothing at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from actions.choices import PromisedDate, Status
from actions.models import Action, StatusUpdate, User


class SomebodyElseUpdated(Exception):
    """The action was updated since the form was opened: show both, and lose neither."""

    def __init__(self, latest: StatusUpdate):
        super().__init__("Somebody else updated this action since the form was opened.")
        self.latest = latest


@dataclass(frozen=True)
class NewDate:
    to_on: date
    delay_reason: str
    reason: str = ""
    effect_on_families: str = ""
    which: PromisedDate = PromisedDate.DUE
    to_precision: str = "day"


@dataclass(frozen=True)
class NewEvidence:
    """A link, or an uploaded file that was checked by its content."""

    title: str
    link: str = ""
    file: object = ""
    file_name: str = ""
    file_size: int = 0


def _already_recorded(action: Action, by: User, submission: UUID, seen_id: int | None) -> StatusUpdate | None:
    """Call with the plan locked. The update of the same press, if this is its second time."""
    if already := StatusUpdate.objects.filter(submission=submission, action=action, recorded_by=by).first():
        return already
    latest = action.updates.newest_first().select_related("recorded_by").first()
    if latest and latest.pk != seen_id:
        raise SomebodyElseUpdated(latest)
    return None


@transaction.atomic
def confirm_progress(*, action: Action, by: User, submission: UUID, seen_id: int | None, today: date) -> StatusUpdate:
    """Still true, in one press, once. SomebodyElseUpdated when there is a newer update than the one seen.

    Where a frozen report has closed today it counts from tomorrow.
    """
    action.plan.bump_revision()
    if already := _already_recorded(action, by, submission, seen_id):
        return already
    return action.confirm(by=by, effective_on=action.plan.first_open_day(today), submission=submission)


@transaction.atomic
def report_progress(
    *,
    action: Action,
    by: User,
    submission: UUID,
    seen_id: int | None,
    said: dict,
    evidence: Sequence[NewEvidence] = (),
    new_date: NewDate | None = None,
    today: date,
) -> StatusUpdate:
    """Record it once, however often the button is pressed.

    `seen_id` is the last update the person could see; SomebodyElseUpdated when there is a newer one. Where
    a frozen report has closed today, what is said as of today counts from tomorrow.
    """
    action.plan.bump_revision()
    if already := _already_recorded(action, by, submission, seen_id):
        return already
    if said["status"] == Status.COMPLETE and not evidence and not action.evidence.exists():
        raise ValidationError({"evidence_title": "Add at least one piece of evidence before you say it is complete."})
    books = action.plan.books()
    said = said | {"effective_on": books.counted_from(said["effective_on"], today=today)}
    update = action.record_update(by=by, submission=submission, **said)
    for piece in evidence:
        action.add_evidence(by=by, added_on=update.effective_on, status_update=update, **vars(piece))
    if new_date:
        action.ask_for_date(by=by, asked_on=books.first_open_day(today), status_update=update, **vars(new_date))
    return update
