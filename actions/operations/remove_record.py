"""Taking back what was added by mistake: only while nothing rests on it. Its history stays."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model, ProtectedError

from actions.models import Action, Finding, Membership, Priority, User

from .save_record import partnership_of


def why_action_stays(action: Action) -> str:
    """Why it cannot be removed any more, as the end of a sentence; empty while it can."""
    if action.plan.adopted_on:
        return "its plan is adopted, and a promise that was made stays on record"
    if action.plan.books().are_closed_on(action.added_on):
        return "a frozen report has told of it"
    if action.updates.exists():
        return "somebody has said how it is going"
    rests = [action.date_changes, action.evidence, action.links, action.origins, action.enquiries]
    if any(rows.exists() for rows in rests):
        return "something else on record is about it: a date change, evidence, a question, or an action of another plan"
    return ""


def why_priority_stays(priority: Priority) -> str:
    return "it has actions" if priority.actions.exists() else ""


def why_finding_stays(finding: Finding) -> str:
    if finding.actions.exists():
        return "actions answer it"
    return "its progress was judged" if finding.judgements.exists() else ""


@transaction.atomic
def remove_action(*, action: Action, by: User) -> None:
    _remove(action, by, unless=why_action_stays)


@transaction.atomic
def remove_priority(*, priority: Priority, by: User) -> None:
    _remove(priority, by, unless=why_priority_stays)


@transaction.atomic
def remove_finding(*, finding: Finding, by: User) -> None:
    _remove(finding, by, unless=why_finding_stays)


@transaction.atomic
def end_membership(*, membership: Membership, by: User) -> None:
    """The person sees nothing of the partnership any more; all that they said stays, with their name."""
    _remove(membership, by, unless=lambda membership: "")


def _remove(record: Model, by: User, *, unless) -> None:
    """ValidationError where it stays."""
    partnership_of(record).bump_revisions()
    if why := unless(record):
        raise ValidationError(f"It stays, because {why}.")
    record._history_user = by
    try:
        with transaction.atomic():
            record.delete()
    except (ProtectedError, IntegrityError) as refusal:
        raise ValidationError("It stays, because something else on record is about it.") from refusal
