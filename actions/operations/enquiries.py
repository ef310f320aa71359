"""Putting a question or recommendation on record, and answering it: each once, however often the button is pressed."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from actions.models import Action, Body, Enquiry, EnquiryAction, EnquiryAnswer, Organisation, Partnership, User


class SomebodyElseAnswered(Exception):
    """It was answered since the form was opened: show both, and lose neither."""

    def __init__(self, latest: EnquiryAnswer):
        super().__init__("Somebody else answered this since the form was opened.")
        self.latest = latest


@transaction.atomic
def record_enquiry(
    *,
    partnership: Partnership,
    by: User,
    submission: UUID,
    body: Body,
    addressed_to: Organisation,
    asked_on: date,
    due_on: date | None = None,
    about: Sequence[Action] = (),
    **said,
) -> Enquiry:
    """Due on the day that the body's rule gives, unless another is named; asked at the body's meeting of that day."""
    partnership.bump_revisions()
    if already := Enquiry.objects.filter(submission=submission, partnership=partnership, recorded_by=by).first():
        return already
    enquiry = Enquiry(
        partnership=partnership,
        recorded_by=by,
        submission=submission,
        body=body,
        meeting=body.meetings.filter(held_on=asked_on).first(),
        addressed_to=addressed_to,
        asked_on=asked_on,
        due_on=due_on or body.answer_due_on(asked_on, addressed_to),
        **said,
    )
    enquiry.full_clean(exclude=["partnership", "recorded_by"])
    if any(action.plan.partnership_id != partnership.pk for action in about):
        raise ValidationError({"about": "Choose actions of the same partnership."})
    enquiry.save()
    EnquiryAction.objects.bulk_create(EnquiryAction(enquiry=enquiry, action=action) for action in about)
    return enquiry


@transaction.atomic
def answer_enquiry(*, enquiry: Enquiry, by: User, submission: UUID, seen_id: int | None, **said) -> EnquiryAnswer:
    """`seen_id` is the last answer the person could see; SomebodyElseAnswered when there is a newer one."""
    enquiry.partnership.bump_revisions()
    if already := enquiry.answers.filter(submission=submission, answered_by=by).first():
        return already
    latest = enquiry.answers.newest_first().select_related("answered_by").first()
    if latest and latest.pk != seen_id:
        raise SomebodyElseAnswered(latest)
    return enquiry.record_answer(by=by, submission=submission, **said)
