"""What the demo's bodies asked, and how the answers stood on days that people look at."""

from collections import Counter
from datetime import date

import pytest

from actions.choices import AnswerOutcome, EnquiryKind, EnquiryState
from actions.demo.people import NHS_OFFICER
from actions.models import Enquiry, Partnership, User
from actions.permissions import can_answer
from actions.summaries.enquiries import enquiries_due, enquiry_register
from tests.demo.plans import TODAY, improvement_plan, priority_action_plan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

MAY, JULY = date(2019, 5, 15), date(2019, 7, 10)
OVERDUE, WAITING, ANSWERED, ANSWERED_LATE = EnquiryState


@pytest.mark.parametrize(
    ("on", "counts"),
    [
        (MAY, {WAITING: 5}),
        (JULY, {OVERDUE: 1, WAITING: 2, ANSWERED: 3, ANSWERED_LATE: 1}),
        (TODAY, {OVERDUE: 3, WAITING: 2, ANSWERED: 10, ANSWERED_LATE: 6}),
    ],
)
def test_register_stands_as_told(on, counts):
    assert enquiry_register(Partnership.objects.get(slug="lancashire"), on=on).counts == counts


def test_what_was_asked_in_may_2019_was_mostly_answered_by_july():
    entries = enquiry_register(Partnership.objects.get(slug="lancashire"), on=JULY).entries

    asked_in_may = [entry.in_words for entry in entries if entry.enquiry.asked_on == MAY]
    assert Counter(asked_in_may) == {
        "Asked on 15 May 2019; due on 12 June; 4 weeks overdue": 1,
        "Asked in May, answered in July 2019": 3,
        "Asked in May, answered in July 2019, 2 weeks late": 1,
    }


@pytest.mark.parametrize(
    ("plan", "on", "overdue", "waiting"),
    [(improvement_plan, JULY, 1, 2), (improvement_plan, TODAY, 1, 0), (priority_action_plan, TODAY, 2, 2)],
)
def test_overdue_answers_lead_the_dashboard_of_the_plan_they_concern(plan, on, overdue, waiting):
    due = enquiries_due(plan(), on=on)

    assert (len(due.overdue), len(due.waiting)) == (overdue, waiting)


def test_recommendations_were_accepted_in_part_and_not_at_all():
    outcomes = {
        answer.outcome
        for enquiry in Enquiry.objects.filter(kind=EnquiryKind.RECOMMENDATION)
        for answer in enquiry.answers.all()
    }

    assert outcomes == set(AnswerOutcome.of(EnquiryKind.RECOMMENDATION))


def test_what_was_asked_of_a_group_that_is_gone_can_be_answered_by_who_does_its_work():
    unanswered = Enquiry.objects.overdue(TODAY).earliest("asked_on")

    assert unanswered.addressed_to.short_name == "Chorley & South Ribble CCG"
    assert can_answer(User.objects.get(email=NHS_OFFICER.email), unanswered)


def test_each_was_asked_at_a_meeting_and_by_no_name():
    people = {"", "Chair of the committee", "Parent governor representative", "Independent chair"}

    assert not Enquiry.objects.filter(meeting=None)
    assert set(Enquiry.objects.values_list("asked_by", flat=True)) == people | {"Young people's representative"}
