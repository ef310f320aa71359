"""What the database keeps against plain SQL about questions and their answers: each rule refuses, and says why."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from actions.choices import AnswerOutcome, EnquiryKind
from actions.models import Enquiry, EnquiryAction, EnquiryAnswer
from tests.factories import make_action, make_answer, make_enquiry, make_user
from tests.models.test_triggers import PERMANENT, set_column

pytestmark = pytest.mark.django_db

ITS_OWN = "a question is about actions of its own partnership"
LATER = "an answer is never of a day before the question or the last answer"
FITS = "a recommendation is accepted or not, and a question is answered"


def insert_answer(enquiry: Enquiry, **fields) -> None:
    """Past the model's own refusals, straight into the table."""
    usual = {"outcome": AnswerOutcome.ANSWERED, "words": "Yes.", "answered_on": date(2019, 7, 1)}
    EnquiryAnswer.objects.bulk_create([EnquiryAnswer(enquiry=enquiry, answered_by=make_user(), **usual | fields)])


def move_the_day_due() -> None:
    set_column(make_enquiry(), "due_on", "2020-07-15")


def change_an_answer() -> None:
    set_column(make_answer(make_enquiry()), "answered_on", "2019-06-01")


def change_the_action_asked_about() -> None:
    action = make_action()
    make_enquiry(about=[action])
    set_column(EnquiryAction.objects.get(), "action_id", make_action(action.plan).pk)


def ask_about_another_partnerships_action() -> None:
    EnquiryAction.objects.bulk_create([EnquiryAction(enquiry=make_enquiry(), action=make_action())])


def answer_before_it_was_asked() -> None:
    insert_answer(make_enquiry(), answered_on=date(2019, 5, 14))


def answer_before_the_last_answer() -> None:
    enquiry = make_enquiry()
    make_answer(enquiry, date(2019, 7, 2))
    insert_answer(enquiry, answered_on=date(2019, 7, 1))


def accept_a_question() -> None:
    insert_answer(make_enquiry(), outcome=AnswerOutcome.ACCEPTED)


def leave_open_whether_a_recommendation_is_accepted() -> None:
    insert_answer(make_enquiry(kind=EnquiryKind.RECOMMENDATION), outcome=AnswerOutcome.ANSWERED)


REFUSED: list[tuple[str, Callable[[], None], str]] = [
    ("actions_enquiry_is_append_only", move_the_day_due, PERMANENT),
    ("actions_enquiryanswer_is_append_only", change_an_answer, PERMANENT),
    ("actions_enquiryaction_is_append_only", change_the_action_asked_about, PERMANENT),
    ("enquiry_action_is_of_its_partnership", ask_about_another_partnerships_action, ITS_OWN),
    ("enquiry_answer_follows_the_last", answer_before_it_was_asked, LATER),
    ("enquiry_answer_follows_the_last", answer_before_the_last_answer, LATER),
    ("enquiry_answer_fits_what_was_asked", accept_a_question, FITS),
    ("enquiry_answer_fits_what_was_asked", leave_open_whether_a_recommendation_is_accepted, FITS),
]


@pytest.mark.parametrize(
    ("act", "message"),
    [pytest.param(act, message, id=f"{trigger}-{act.__name__}") for trigger, act, message in REFUSED],
)
def test_trigger_refuses_and_says_why(act, message):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()

    assert str(refusal.value).splitlines()[0] == message


def test_trigger_lets_an_answer_be_given_on_the_day_of_asking_and_twice_in_one_day():
    enquiry = make_enquiry()

    for _ in range(2):
        insert_answer(enquiry, answered_on=enquiry.asked_on)

    assert enquiry.answers.count() == 2
