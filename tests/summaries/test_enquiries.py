from datetime import date

import pytest

from actions.choices import EnquiryState
from actions.models import Enquiry
from actions.summaries.enquiries import (
    Entry,
    answers_owed_by,
    enquiries_about,
    enquiries_due,
    enquiry_register,
    entries_of,
)
from tests.factories import (
    make_action,
    make_answer,
    make_body,
    make_enquiry,
    make_organisation,
    make_partnership,
    make_plan,
)

pytestmark = pytest.mark.django_db

JULY = date(2019, 7, 10)


def entry_of(enquiry: Enquiry, on: date) -> Entry:
    (entry,) = entries_of(Enquiry.objects.filter(pk=enquiry.pk).as_at(on), on=on)
    return entry


# ──── in words


@pytest.mark.parametrize(
    ("asked_on", "due_on", "on", "words"),
    [
        (date(2019, 5, 15), date(2019, 7, 15), date(2019, 8, 5), "due on 15 July; 3 weeks overdue"),
        (date(2019, 5, 15), date(2019, 7, 15), date(2019, 7, 16), "due on 15 July; 1 day overdue"),
        (date(2019, 5, 15), date(2019, 7, 15), date(2019, 7, 15), "due on 15 July; that is today"),
        (date(2019, 5, 15), date(2019, 7, 15), date(2019, 7, 10), "due on 15 July; 5 days left"),
        (date(2019, 5, 15), date(2020, 1, 15), date(2020, 7, 15), "due on 15 January 2020; 6 months overdue"),
    ],
)
def test_entry_says_since_when_an_answer_is_owed(asked_on, due_on, on, words):
    entry = entry_of(make_enquiry(asked_on=asked_on, due_on=due_on), on)

    assert entry.in_words == f"Asked on 15 May 2019; {words}"


@pytest.mark.parametrize(
    ("asked_on", "answered_on", "words"),
    [
        (date(2019, 5, 15), date(2019, 7, 8), "Asked in May, answered in July 2019"),
        (date(2019, 5, 15), date(2019, 5, 31), "Asked and answered in May 2019"),
        (date(2019, 5, 15), date(2019, 9, 16), "Asked in May, answered in September 2019, 2 months late"),
        (date(2019, 11, 20), date(2020, 1, 8), "Asked in November 2019, answered in January 2020"),
    ],
)
def test_entry_says_when_it_was_asked_and_answered(asked_on, answered_on, words):
    enquiry = make_enquiry(asked_on=asked_on)
    make_answer(enquiry, answered_on)

    assert entry_of(enquiry, date(2020, 2, 1)).in_words == words


@pytest.mark.parametrize(("due_on", "words"), [(None, "2 months"), (date(2019, 6, 1), "")])
def test_entry_names_the_time_to_answer_unless_the_day_was_set_for_it_alone(due_on, words):
    assert entry_of(make_enquiry(due_on=due_on), JULY).time_to_answer == words


def test_entry_knows_the_answer_that_stood_on_the_day_and_those_before_it():
    enquiry = make_enquiry()
    first, second, _later = (make_answer(enquiry, date(2019, 7, day)) for day in (1, 10, 11))

    entry = entry_of(enquiry, JULY)

    assert (entry.answer, entry.earlier_answers) == (second, (first,))
    assert entry_of(enquiry, date(2019, 6, 30)).answer is None


# ──── the register


def make_register(partnership) -> list[Enquiry]:
    """As at 10 July 2019: two overdue, two not yet due, one answered in time and two late; asked in another order."""
    made = {}
    for name, due_on, answered_on in [
        ("answered late in June", date(2019, 6, 1), date(2019, 6, 20)),
        ("due in August", date(2019, 8, 1), date(2019, 7, 11)),
        ("overdue since June", date(2019, 6, 15), None),
        ("answered in time in July", date(2019, 7, 15), date(2019, 7, 10)),
        ("due today", JULY, None),
        ("overdue since May", date(2019, 5, 31), date(2019, 9, 1)),
        ("answered late in July", date(2019, 7, 1), date(2019, 7, 2)),
    ]:
        made[name] = make_enquiry(partnership, text=name, due_on=due_on)
        if answered_on:
            make_answer(made[name], answered_on)
    order = [
        "overdue since May", "overdue since June", "due today", "due in August",
        "answered in time in July", "answered late in July", "answered late in June",
    ]  # fmt: skip
    return [made[name] for name in order]


def test_enquiry_register_puts_the_longest_overdue_first_and_the_newest_answers_last():
    partnership = make_partnership()
    expected = make_register(partnership)
    make_enquiry(partnership, asked_on=date(2019, 7, 11))
    make_register(make_partnership())

    register = enquiry_register(partnership, on=JULY)

    assert [entry.enquiry.text for entry in register.entries] == [enquiry.text for enquiry in expected]
    assert [entry.enquiry for entry in register.entries] == expected


def test_enquiry_register_counts_every_state_and_their_sum_is_what_was_asked():
    partnership = make_partnership()
    make_register(partnership)

    register = enquiry_register(partnership, on=JULY)

    assert register.figures == [
        (EnquiryState.OVERDUE, 2),
        (EnquiryState.WAITING, 2),
        (EnquiryState.ANSWERED, 1),
        (EnquiryState.ANSWERED_LATE, 2),
    ]
    assert register.asked == len(register.entries) == 7


def test_enquiry_register_counts_all_of_it_also_where_some_are_asked_for():
    partnership = make_partnership()
    made = make_register(partnership)

    register = enquiry_register(partnership, on=JULY, among=Enquiry.objects.overdue(JULY))

    assert ([entry.enquiry for entry in register.entries], register.asked) == (made[:2], 7)


@pytest.mark.parametrize("number", [1, 3])
def test_enquiry_register_asks_as_many_queries_however_many_there_are(number, django_assert_num_queries):
    partnership = make_partnership()
    action = make_action(make_plan(partnership))
    for _ in range(number):
        make_answer(make_enquiry(about=[action]))
        make_enquiry(partnership)

    with django_assert_num_queries(4):
        entries = enquiry_register(partnership, on=JULY).entries
        told = [(e.in_words, e.enquiry.body.name, e.time_to_answer, e.answer and e.answer.answered_by) for e in entries]

    assert len(told) == number * 2


# ──── for one plan, one action, one organisation


def test_enquiries_due_are_those_that_concern_the_plan_and_are_not_answered():
    partnership = make_partnership()
    plan, other = make_plan(partnership), make_plan(partnership)
    action = make_action(plan)
    overdue = make_enquiry(about=[action], due_on=date(2019, 6, 1))
    longer = make_enquiry(partnership, due_on=date(2019, 5, 20))
    waiting = make_enquiry(about=[action])
    make_answer(make_enquiry(about=[action]))
    make_enquiry(about=[make_action(other)], due_on=date(2019, 6, 1))
    make_enquiry(due_on=date(2019, 6, 1))

    due = enquiries_due(plan, on=JULY)

    assert [entry.enquiry for entry in due.overdue] == [longer, overdue]
    assert [entry.enquiry for entry in due.waiting] == [waiting]


def test_enquiries_due_names_the_three_longest_overdue_and_counts_the_rest():
    plan = make_plan()
    enquiries = [make_enquiry(plan.partnership, due_on=date(2019, 6, day)) for day in range(7, 0, -1)]

    due = enquiries_due(plan, on=JULY)

    assert ([entry.enquiry for entry in due.named], due.unnamed_count) == (enquiries[:3:-1], 4)


@pytest.mark.parametrize("number", [1, 3])
def test_enquiries_due_asks_as_many_queries_however_many_there_are(number, django_assert_num_queries):
    plan = make_plan()
    for _ in range(number):
        make_enquiry(about=[make_action(plan)], due_on=date(2019, 6, 1))

    with django_assert_num_queries(3):
        due = enquiries_due(plan, on=JULY)
        told = [(e.in_words, e.enquiry.body.name, e.enquiry.addressed_to.short_name) for e in due.overdue]

    assert len(told) == number


def test_enquiries_about_an_action_are_as_at_the_day():
    action = make_action()
    enquiry = make_enquiry(about=[action])
    make_enquiry(about=[make_action(action.plan)])

    told = {on: [entry.enquiry for entry in enquiries_about(action, on=on)] for on in (date(2019, 5, 14), JULY)}

    assert told == {date(2019, 5, 14): [], JULY: [enquiry]}


def test_answers_owed_by_an_organisation_are_also_those_of_whom_it_followed():
    partnership = make_partnership()
    board = make_organisation(partnership)
    group = make_organisation(partnership, succeeded_by=board)
    body = make_body(partnership)
    late = make_enquiry(partnership, body=body, addressed_to=group, due_on=date(2019, 6, 1))
    soon = make_enquiry(partnership, body=body, addressed_to=board)
    make_enquiry(partnership, body=body)
    make_answer(make_enquiry(partnership, body=body, addressed_to=board))

    assert [entry.enquiry for entry in answers_owed_by(board, on=JULY)] == [late, soon]
    assert [entry.enquiry for entry in answers_owed_by(group, on=JULY)] == [late]
