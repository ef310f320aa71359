from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.choices import AnswerOutcome, BodyKind, EnquiryKind, EnquiryState, OrganisationKind, TimeUnit
from actions.models import Enquiry, EnquiryAction, EnquiryAnswer, Organisation
from actions.models.append_only import HistoryIsPermanent
from tests.amounts import tries
from tests.database import undone
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

ASKED_ON, DUE_ON = date(2019, 5, 15), date(2019, 7, 15)
OVERDUE, WAITING, ANSWERED, ANSWERED_LATE = EnquiryState


# ──── what may never be untrue


def ask(**fields) -> None:
    """Past the model's own refusals, straight into the table."""
    partnership = make_partnership()
    usual = {"kind": EnquiryKind.QUESTION, "text": "Why?", "asked_on": ASKED_ON, "due_on": DUE_ON}
    enquiry = Enquiry(
        partnership=partnership,
        body=make_body(partnership),
        addressed_to=make_organisation(partnership),
        recorded_by=make_user(),
        **usual | fields,
    )
    Enquiry.objects.bulk_create([enquiry])


def answer(**fields) -> None:
    usual = {"outcome": AnswerOutcome.ACCEPTED, "words": "Yes.", "answered_on": DUE_ON}
    enquiry = make_enquiry(kind=EnquiryKind.RECOMMENDATION)
    EnquiryAnswer.objects.bulk_create([EnquiryAnswer(enquiry=enquiry, answered_by=make_user(), **usual | fields)])


def name_an_action_twice() -> None:
    action = make_action()
    enquiry = make_enquiry(about=[action])
    EnquiryAction.objects.bulk_create([EnquiryAction(enquiry=enquiry, action=action)])


BREACHES = {
    "enquiry_kind_is_known": lambda: ask(kind="remark"),
    "enquiry_has_a_text": lambda: ask(text=""),
    "enquiry_is_due_after_it_is_asked": lambda: ask(due_on=date(2019, 5, 14)),
    "enquiry_action_is_named_once": name_an_action_twice,
    "enquiry_answer_outcome_is_known": lambda: answer(outcome="perhaps"),
    "enquiry_answer_has_words": lambda: answer(words=""),
}


# ──── by when an answer is owed


@pytest.mark.parametrize(
    ("kind", "rule", "due_on"),
    [
        (OrganisationKind.COUNCIL, {}, date(2019, 7, 15)),
        (OrganisationKind.PARENT_CARER_FORUM, {}, date(2019, 7, 15)),
        (OrganisationKind.NHS_COMMISSIONER, {}, date(2019, 6, 12)),
        (OrganisationKind.NHS_TRUST, {}, date(2019, 6, 12)),
        (OrganisationKind.COUNCIL, {"answer_within": 10, "answer_unit": TimeUnit.DAYS}, date(2019, 5, 25)),
        (OrganisationKind.NHS_TRUST, {"nhs_answer_days": 14}, date(2019, 5, 29)),
    ],
)
def test_enquiry_is_due_by_the_rule_of_the_body_and_who_is_to_answer(kind, rule, due_on):
    partnership = make_partnership()

    enquiry = make_enquiry(
        partnership, body=make_body(partnership, **rule), addressed_to=make_organisation(partnership, kind=kind)
    )

    assert enquiry.due_on == due_on


@pytest.mark.parametrize(
    ("kind", "words"), [(OrganisationKind.COUNCIL, "2 months"), (OrganisationKind.NHS_TRUST, "28 days")]
)
def test_body_says_how_long_it_waits_for_an_answer(kind, words):
    assert make_body(kind=BodyKind.BOARD).time_to_answer(make_organisation(kind=kind)) == words


# ──── how the answer stands: one row, and many at once


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2019, 5, 15), WAITING),
        (date(2019, 7, 15), WAITING),
        (date(2019, 7, 16), OVERDUE),
        (date(2019, 9, 1), OVERDUE),
        (date(2019, 9, 2), ANSWERED_LATE),
    ],
)
def test_enquiry_is_overdue_after_the_day_due_until_it_is_answered(on, state):
    make_answer(make_enquiry(), date(2019, 9, 2))

    assert Enquiry.objects.as_at(on).get().state == state


def test_enquiry_answered_on_the_day_due_is_answered_in_time():
    make_answer(make_enquiry(), DUE_ON)

    assert Enquiry.objects.as_at(DUE_ON).get().state == ANSWERED


def test_enquiry_answered_in_time_stays_so_however_late_its_answer_is_put_right():
    enquiry = make_enquiry()
    make_answer(enquiry, date(2019, 7, 1))
    make_answer(enquiry, date(2019, 12, 1))

    row = Enquiry.objects.as_at(date(2020, 1, 1)).get()

    assert (row.state, row.answered_on) == (ANSWERED, date(2019, 7, 1))


def test_as_at_knows_nothing_of_what_was_asked_later():
    make_enquiry()

    assert [Enquiry.objects.as_at(on).count() for on in (date(2019, 5, 14), ASKED_ON)] == [0, 1]


@settings(max_examples=tries(40))
@given(
    asked=st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 30), st.lists(st.integers(0, 30), max_size=3)), max_size=4
    ),
    on=st.integers(-5, 120).map(lambda number: ASKED_ON + timedelta(days=number)),
)
def test_state_of_one_and_of_many_agree_on_every_day(asked, on):
    with undone():
        partnership, by = make_partnership(), make_user()
        body, organisation = make_body(partnership), make_organisation(partnership)
        for wait, allowed, answers in asked:
            day = ASKED_ON + timedelta(days=wait)
            due_on = day + timedelta(days=allowed)
            enquiry = make_enquiry(
                partnership, by=by, body=body, addressed_to=organisation, asked_on=day, due_on=due_on
            )
            for pause in answers:
                day += timedelta(days=pause)
                make_answer(enquiry, day, by=by)

        rows = Enquiry.objects.as_at(on)

        states = {enquiry.pk: enquiry.state_on(on) for enquiry in Enquiry.objects.asked_by_day(on)}
        assert {row.pk: row.state for row in rows} == states
        assert {row.pk for row in Enquiry.objects.overdue(on)} == {pk for pk in states if states[pk] == OVERDUE}
        assert {row.pk for row in Enquiry.objects.waiting(on)} == {pk for pk in states if states[pk] == WAITING}
        assert {row.pk for row in Enquiry.objects.owed(on)} == {pk for pk in states if states[pk] in {OVERDUE, WAITING}}


def test_concerning_a_plan_are_questions_about_its_actions_and_about_none_in_particular():
    partnership = make_partnership()
    plan, other = make_plan(partnership), make_plan(partnership)
    about_it = make_enquiry(about=[make_action(plan), make_action(plan), make_action(other)])
    make_enquiry(about=[make_action(other)])
    about_none, in_its_last_days = make_enquiry(partnership), make_enquiry(partnership, asked_on=plan.ends_on)
    make_enquiry(partnership, asked_on=plan.ends_on + timedelta(days=1))

    assert set(Enquiry.objects.filter(partnership=partnership).concerning(plan)) == {
        about_it,
        about_none,
        in_its_last_days,
    }


# ──── answering


def test_record_answer_bumps_the_revision_of_every_plan_of_the_partnership():
    partnership = make_partnership()
    enquiry = make_enquiry(partnership)
    plans = [make_plan(partnership), make_plan(partnership), make_plan()]

    make_answer(enquiry)

    for plan in plans:
        plan.refresh_from_db()
    assert [plan.revision for plan in plans] == [1, 1, 0]


@pytest.mark.parametrize(
    ("answers", "day", "problem"),
    [
        ([], date(2019, 5, 14), "Choose 15 May 2019 or later: it was asked then."),
        ([date(2019, 7, 1)], date(2019, 6, 30), "Choose 1 July 2019 or later: the last answer was given then."),
    ],
)
def test_record_answer_refuses_a_day_before_the_last_word(answers, day, problem):
    enquiry = make_enquiry()
    for answered_on in answers:
        make_answer(enquiry, answered_on)

    with pytest.raises(ValidationError) as refusal:
        make_answer(enquiry, day)

    assert (refusal.value.message_dict, enquiry.answers.count()) == ({"answered_on": [problem]}, len(answers))


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [(EnquiryKind.QUESTION, AnswerOutcome.ACCEPTED), (EnquiryKind.RECOMMENDATION, AnswerOutcome.ANSWERED)],
)
def test_record_answer_refuses_an_outcome_that_does_not_fit(kind, outcome):
    enquiry = make_enquiry(kind=kind)

    with pytest.raises(ValidationError):
        make_answer(enquiry, outcome=outcome)

    assert enquiry.answers.count() == 0


def test_enquiry_of_another_partnerships_body_organisation_or_meeting_is_refused():
    partnership = make_partnership()
    fields = {"partnership": partnership, "body": make_body(partnership)}

    for strange in (
        {"body": make_body()},
        {"addressed_to": make_organisation()},
        {"meeting": make_meeting()},
    ):
        with pytest.raises(ValidationError) as refusal:
            Enquiry(**{"addressed_to": make_organisation(partnership)} | fields | strange).clean()
        assert list(refusal.value.message_dict) == list(strange)


def test_actions_asked_about_are_as_lasting_as_the_question():
    make_enquiry(about=[make_action()])
    link = EnquiryAction.objects.get()

    with pytest.raises(HistoryIsPermanent):
        link.delete()
    with pytest.raises(HistoryIsPermanent):
        EnquiryAction.objects.all().delete()

    assert EnquiryAction.objects.count() == 1


# ──── who does an organisation's work


def make_line(partnership) -> list[Organisation]:
    """Two groups that one board followed, which a second board followed in turn."""
    last = make_organisation(partnership)
    middle = make_organisation(partnership, succeeded_by=last)
    first = [make_organisation(partnership, succeeded_by=middle) for _ in range(2)]
    return [last, middle, *first]


def test_heirs_of_an_organisation_are_those_whose_predecessor_it_is():
    partnership = make_partnership()
    organisations = [*make_line(partnership), make_organisation(partnership)]

    heirs = {o.pk: {heir.pk for heir in o.heirs} for o in organisations}
    work = {o.pk: Organisation.objects.whose_work_is_done_by(o) for o in organisations}

    assert {(a, b) for a in heirs for b in heirs[a]} == {(a, b) for b in work for a in work[b]}
    last, middle, first, second, other = (o.pk for o in organisations)
    assert (work[last], work[other]) == ({last, middle, first, second}, {other})


def test_heirs_of_two_that_follow_each_other_come_to_an_end():
    one = make_organisation()
    other = make_organisation(one.partnership, succeeded_by=one)
    Organisation.objects.filter(pk=one.pk).update(succeeded_by=other)
    one.refresh_from_db()

    assert [heir.pk for heir in one.heirs] == [one.pk, other.pk]
    assert Organisation.objects.whose_work_is_done_by(one) == {one.pk, other.pk}
