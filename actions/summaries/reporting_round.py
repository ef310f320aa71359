"""The rhythm of reporting: what has to be said before the papers of the next meeting are due.

A round belongs to the next meeting whose papers are still to be made. It opened when the papers of
the same body's meeting before were due, so that what was said since then counts for this one.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.db.models.functions import Coalesce

from actions.choices import Status
from actions.models import Action, Meeting, Partnership, Plan


@dataclass(frozen=True)
class ReportingRound:
    """`meeting` is None where no meeting is planned: then whatever was not confirmed lately is due today."""

    meeting: Meeting | None
    opened_on: date | None
    papers_due_on: date

    def awaits(self, action: Action, plan: Plan) -> bool:
        """Whether a word is still owed on this row of `as_at(on, as_heard=True)`."""
        if action.status not in Status.open():
            return False
        if self.opened_on is None:
            return (
                action.confirmed_on is None
                or (self.papers_due_on - action.confirmed_on).days > plan.confirm_within_days
            )
        return action.confirmed_on is None or action.confirmed_on <= self.opened_on


def reporting_round(partnership: Partnership, *, on: date) -> ReportingRound:
    """Two queries."""
    meetings = Meeting.objects.of(partnership).annotate(deadline=Coalesce("papers_due_on", "held_on"))
    coming = meetings.filter(deadline__gte=on).order_by("deadline", "held_on", "pk").first()
    if coming is None:
        return ReportingRound(meeting=None, opened_on=None, papers_due_on=on)
    before = meetings.filter(body=coming.body_id, held_on__lt=coming.held_on).order_by(F("held_on").desc()).first()
    return ReportingRound(meeting=coming, opened_on=before.deadline if before else None, papers_due_on=coming.deadline)
