"""What a person has to say before the next papers, and in which order."""

from datetime import date

import pytest

from actions.choices import Role, Status
from actions.models import Action, Membership, User
from actions.summaries.owed_updates import OwedUpdates, owed_updates
from tests.factories import make_action, make_body, make_meeting, make_member, make_plan, make_update
from tests.rounds import Round, make_round

pytestmark = pytest.mark.django_db

ON, THE_DAY_BEFORE, LAST_PAPERS_ON = date(2019, 11, 25), date(2019, 11, 24), date(2019, 11, 1)


def make_second_round(number: int = 1) -> Round:
    """The papers of the board's meeting before were due on 1 November."""
    mine = make_round(number=number)
    make_meeting(mine.meeting.body, held_on=date(2019, 11, 8), papers_due_on=LAST_PAPERS_ON)
    return mine


def owed(mine: Round, person: User | None = None, on: date = ON) -> OwedUpdates:
    person = person or mine.officer
    return owed_updates(person, Membership.objects.get(user=person), on=on)


def due(owed: OwedUpdates) -> list[Action]:
    return [standing.action for standing in owed.due]


def done(owed: OwedUpdates) -> list[Action]:
    return [standing.action for standing in owed.done]


def test_owed_updates_parts_what_was_said_since_the_last_papers_from_what_is_due():
    mine = make_second_round(4)
    never, before, on_the_day, since = mine.actions
    make_update(before, Status.ON_TRACK, date(2019, 10, 31))
    make_update(on_the_day, Status.ON_TRACK, LAST_PAPERS_ON)
    make_update(since, Status.ON_TRACK, date(2019, 11, 2))

    told = owed(mine)

    assert (set(due(told)), done(told), told.count) == ({never, before, on_the_day}, [since], 4)


@pytest.mark.parametrize("is_confirmation", [True, False])
def test_owed_updates_takes_a_confirmation_for_a_word(is_confirmation):
    mine = make_second_round()
    make_update(mine.action, Status.NOT_STARTED, ON, is_confirmation=is_confirmation)

    assert done(owed(mine)) == [mine.action]


def test_owed_updates_of_the_first_round_asks_for_what_was_not_confirmed_lately():
    """The papers are due on 4 December, and the plan's patience is 35 days."""
    mine = make_round(number=3)
    never, old, fresh = mine.actions
    make_update(old, Status.ON_TRACK, date(2019, 10, 29))
    make_update(fresh, Status.ON_TRACK, date(2019, 10, 30))

    told = owed(mine)

    assert (set(due(told)), done(told)) == ({never, old}, [fresh])


def test_owed_updates_without_a_meeting_counts_from_today():
    mine = make_round(number=2)
    mine.meeting.delete()
    old, fresh = mine.actions
    make_update(old, Status.ON_TRACK, date(2019, 10, 20))
    make_update(fresh, Status.ON_TRACK, date(2019, 10, 21))

    told = owed(mine)

    assert (due(told), done(told), told.round.meeting) == ([old], [fresh], None)


def test_owed_updates_are_for_the_meeting_whose_papers_are_due_first():
    mine = make_second_round()
    sooner = make_meeting(make_body(mine.partnership), held_on=date(2019, 12, 20), papers_due_on=date(2019, 11, 26))

    rounds = [owed(mine, on=on).round.meeting for on in (ON, date(2019, 11, 26), date(2019, 11, 27))]

    assert rounds == [sooner, sooner, mine.meeting]


def test_owed_updates_puts_the_most_urgent_first():
    mine = make_second_round(0)
    lead = {"plan": mine.plan, "lead_organisation": mine.organisation}
    on_track = make_action(**lead)
    make_update(on_track, Status.ON_TRACK, date(2019, 5, 1))
    later = make_action(**lead, planned_start_on=None, original_due_on=date(2020, 9, 1))
    sooner = make_action(**lead, planned_start_on=None, original_due_on=date(2020, 3, 1))
    amber = make_action(**lead, original_due_on=date(2020, 1, 31))
    make_update(amber, Status.DELAYED, date(2019, 5, 1), review_on=date(2019, 12, 31))
    to_review = make_action(**lead, original_due_on=date(2020, 10, 31))
    make_update(to_review, Status.DELAYED, date(2019, 5, 1), review_on=THE_DAY_BEFORE)
    red = make_action(**lead, original_due_on=date(2019, 6, 30))

    assert due(owed(mine)) == [red, to_review, amber, on_track, sooner, later]


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.CLOSED])
def test_owed_updates_leaves_out_what_is_finished(status):
    mine = make_second_round()
    make_update(mine.action, status, THE_DAY_BEFORE)

    assert owed(mine).count == 0


def test_owed_updates_are_of_plans_that_run():
    mine = make_second_round()
    for day in ({"ends_on": THE_DAY_BEFORE}, {"starts_on": date(2019, 11, 26)}):
        make_action(make_plan(mine.partnership, **day), lead_organisation=mine.organisation)

    assert due(owed(mine)) == [mine.action]


def test_owed_updates_are_ones_own_and_those_that_nobody_of_the_organisation_answers_for():
    mine = make_second_round(3)
    own, colleagues, nobodys = mine.actions
    shared = make_action(mine.plan)
    shared.contributors.add(mine.organisation)
    colleague = make_member(mine.partnership, role=Role.OFFICER, organisation=mine.organisation)
    for action, person in ((own, mine.officer), (colleagues, colleague)):
        Action.objects.filter(pk=action.pk).update(accountable_user=person)

    told = {person: owed(mine, person) for person in (mine.officer, colleague)}

    assert {person: set(due(each)) for person, each in told.items()} == {
        mine.officer: {own, nobodys},
        colleague: {colleagues, nobodys},
    }
    assert [each.is_own for each in told.values()] == [True, True]


def test_owed_updates_of_who_answers_for_none_are_the_organisations():
    mine = make_second_round()
    shared = make_action(mine.plan)
    shared.contributors.add(mine.organisation)
    make_action(mine.plan)

    told = owed(mine)

    assert (set(due(told)), told.is_own) == ({mine.action, shared}, False)


@pytest.mark.parametrize("number", [1, 3])
def test_owed_updates_asks_as_many_queries_whatever_is_due(number, django_assert_num_queries):
    mine = make_second_round(number)
    for action in mine.actions:
        make_update(action, Status.ON_TRACK, date(2019, 10, 1))
    membership = Membership.objects.select_related("partnership").get(user=mine.officer)

    with django_assert_num_queries(5):
        told = owed_updates(mine.officer, membership, on=ON)

    assert len(told.due) == number
