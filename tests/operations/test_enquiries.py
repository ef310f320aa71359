from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from actions.choices import AnswerOutcome
from actions.models import Enquiry, EnquiryAnswer, Plan
from actions.operations.enquiries import SomebodyElseAnswered, answer_enquiry
from tests.database import only_on
from tests.factories import (
    make_action,
    make_answer,
    make_body,
    make_enquiry,
    make_meeting,
    make_organisation,
    make_partnership,
    make_plan,
    make_user,
)

pytestmark = pytest.mark.django_db

ANSWERED_ON = date(2019, 7, 1)


def answer(enquiry: Enquiry, **fields) -> EnquiryAnswer:
    return answer_enquiry(
        **{
            "enquiry": enquiry,
            "by": fields.pop("by", None) or make_user(),
            "submission": uuid4(),
            "seen_id": None,
            "outcome": AnswerOutcome.ANSWERED,
            "words": "In October.",
            "answered_on": ANSWERED_ON,
        }
        | fields
    )


def test_record_enquiry_twice_by_the_same_press_records_it_once():
    partnership, by, press = make_partnership(), make_user(), uuid4()

    enquiries = [make_enquiry(partnership, by=by, submission=press) for _ in range(2)]

    assert enquiries[0] == enquiries[1] == Enquiry.objects.get()


def test_record_enquiry_names_the_meeting_that_the_body_held_that_day():
    body = make_body()
    meeting = make_meeting(body, held_on=date(2019, 5, 15))
    make_meeting(make_body(body.partnership), held_on=date(2019, 5, 16))

    at_it, after_it = (
        make_enquiry(body.partnership, body=body, asked_on=day) for day in (date(2019, 5, 15), date(2019, 5, 16))
    )

    assert (at_it.meeting, after_it.meeting) == (meeting, None)


def test_record_enquiry_keeps_the_day_due_that_was_named():
    assert make_enquiry(due_on=date(2019, 6, 1)).due_on == date(2019, 6, 1)


def test_record_enquiry_bumps_the_revision_of_every_plan_of_the_partnership():
    partnership = make_partnership()
    for whose in (partnership, partnership, make_partnership()):
        make_plan(whose)

    make_enquiry(partnership)

    assert list(Plan.objects.order_by("pk").values_list("revision", flat=True)) == [1, 1, 0]


@pytest.mark.parametrize(
    "strange",
    [
        lambda: {"body": make_body()},
        lambda: {"addressed_to": make_organisation()},
        lambda: {"about": [make_action()]},
        lambda: {"text": ""},
        lambda: {"due_on": date(2019, 5, 14)},
    ],
    ids=["body", "organisation", "action", "no text", "due before it was asked"],
)
def test_record_enquiry_refuses_what_cannot_be_and_writes_nothing(strange):
    with pytest.raises(ValidationError):
        make_enquiry(make_partnership(), **strange())

    assert Enquiry.objects.count() == 0


def test_answer_enquiry_twice_by_the_same_press_answers_once():
    enquiry, by, press = make_enquiry(), make_user(), uuid4()

    answers = [answer(enquiry, by=by, submission=press) for _ in range(2)]

    assert answers[0] == answers[1] == EnquiryAnswer.objects.get()


def test_answer_enquiry_shows_what_somebody_else_answered_meanwhile_and_writes_nothing():
    enquiry = make_enquiry()
    seen, meanwhile = make_answer(enquiry), make_answer(enquiry)

    with pytest.raises(SomebodyElseAnswered) as conflict:
        answer(enquiry, seen_id=seen.pk)

    assert (conflict.value.latest, enquiry.answers.count()) == (meanwhile, 2)


@only_on("postgresql", "the tests' SQLite lives in one connection, which lets one writer in at a time")
@pytest.mark.django_db(transaction=True)
def test_a_press_that_arrives_many_times_at_once_is_recorded_once_also_without_a_plan():
    partnership, by, press = make_partnership(), make_user(), uuid4()
    fields = {"body": make_body(partnership), "addressed_to": make_organisation(partnership)}
    gate = Barrier(8)

    def ask(_) -> UUID:
        try:
            connection.ensure_connection()
            gate.wait(timeout=30)
            return make_enquiry(partnership, by=by, submission=press, **fields).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        recorded = set(pool.map(ask, range(8)))

    assert recorded == set(Enquiry.objects.values_list("pk", flat=True))
    assert len(recorded) == 1
