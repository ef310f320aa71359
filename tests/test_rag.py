"""The RAG key, on plain values. tests/test_rag_twins.py holds it against the database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.choices import Rag, Status
from actions.rag import rag_key, rag_of
from tests.standings import (
    FAR_AHEAD,
    LAST_TOLERATED,
    LONG_AGO,
    ON,
    TOMORROW,
    YESTERDAY,
    Patience,
    Standing,
    moved_standings,
    standings,
)


def colour(on: date = ON, **standing) -> Rag:
    return rag_of(Standing(**standing), on=on, plan=Patience())


@pytest.mark.parametrize("status", [Status.ON_TRACK, Status.NOT_STARTED, Status.DELAYED])
def test_rag_is_red_from_the_day_after_the_tolerance(status):
    colours = [colour(status=status, original_due_on=LAST_TOLERATED - timedelta(days=1))]
    colours += [colour(status=status, original_due_on=LAST_TOLERATED)]

    assert colours == [Rag.RED, Rag.AMBER]


def test_rag_is_amber_from_the_day_after_the_due_date():
    colours = [colour(original_due_on=due) for due in [YESTERDAY, ON, TOMORROW]]

    assert colours == [Rag.AMBER, Rag.GREEN, Rag.GREEN]


@pytest.mark.parametrize("due", [None, FAR_AHEAD])
def test_rag_is_amber_when_people_say_so(due):
    assert colour(status=Status.DELAYED, original_due_on=due) == Rag.AMBER


def test_rag_is_amber_from_the_day_after_an_action_should_have_started():
    colours = [colour(status=Status.NOT_STARTED, start_on=start) for start in [YESTERDAY, ON, TOMORROW]]

    assert colours == [Rag.AMBER, Rag.GREY, Rag.GREY]


def test_rag_is_grey_when_nothing_says_when_to_start():
    assert colour(status=Status.NOT_STARTED, start_on=None) == Rag.GREY


def test_rag_is_green_without_a_due_date_while_on_track():
    assert colour(original_due_on=None) == Rag.GREEN


def test_rag_is_blue_when_complete_however_late():
    assert colour(status=Status.COMPLETE, original_due_on=LONG_AGO) == Rag.BLUE


def test_rag_of_an_agreed_later_date_is_amber_at_once_and_red_beyond_the_tolerance():
    soon = date(2020, 7, 1)
    colours = [
        colour(original_due_on=soon, agreed_due_on=soon + timedelta(days=days), due_move_count=1)
        for days in [0, 1, 92, 93]
    ]

    assert colours == [Rag.GREEN, Rag.AMBER, Rag.AMBER, Rag.RED]


def test_rag_of_an_agreed_earlier_date_is_amber_once_that_has_passed():
    colours = [colour(agreed_due_on=due, due_move_count=1) for due in [YESTERDAY, ON]]

    assert colours == [Rag.AMBER, Rag.GREEN]


def test_rag_of_an_action_that_was_promised_for_no_day_is_judged_by_the_agreed_one():
    colours = [colour(original_due_on=None, agreed_due_on=due, due_move_count=1) for due in [LONG_AGO, YESTERDAY, ON]]

    assert colours == [Rag.AMBER, Rag.AMBER, Rag.GREEN]


def test_rag_is_no_colour_when_closed_however_late():
    assert colour(status=Status.CLOSED, original_due_on=LONG_AGO) == Rag.NONE


@given(standing=standings | moved_standings)
def test_rag_is_never_better_than_the_calendar(standing):
    """Whatever people say short of complete or closed: red past the tolerance, and no green past the date."""
    rag = rag_of(standing, on=ON, plan=Patience())

    original = standing.original_due_on
    if standing.status in Status.open() and original and original < max(ON, standing.due_on):
        is_red = max(ON, standing.due_on) - original > timedelta(days=92)
        assert rag == (Rag.RED if is_red else Rag.AMBER)


@given(standing=standings)
def test_rag_is_green_only_when_people_and_calendar_agree(standing):
    rag = rag_of(standing, on=ON, plan=Patience())

    is_late = standing.original_due_on is not None and standing.original_due_on < ON
    assert (rag == Rag.GREEN) == (standing.status == Status.ON_TRACK and not is_late)


@given(standing=standings, later=st.integers(0, 500))
def test_rag_only_gets_worse_while_nobody_says_anything(standing, later):
    order = list(Rag)

    now = rag_of(standing, on=ON, plan=Patience())
    then = rag_of(standing, on=ON + timedelta(days=later), plan=Patience())

    assert order.index(then) <= order.index(now)


@given(standing=standings)
def test_rag_saying_worse_never_looks_better(standing):
    """A person may rate an action worse than its dates do, and it shows."""
    said_on_track = rag_of(replace(standing, status=Status.ON_TRACK), on=ON, plan=Patience())
    said_delayed = rag_of(replace(standing, status=Status.DELAYED), on=ON, plan=Patience())

    assert list(Rag).index(said_delayed) <= list(Rag).index(said_on_track)
    assert said_delayed in {Rag.AMBER, Rag.RED}


def test_rag_key_explains_each_colour_shown_with_the_plans_own_tolerance():
    key = dict(rag_key(Patience(tolerance_days=30)))

    assert set(key) == set(Rag.shown())
    assert key[Rag.RED] == "Not complete, and more than 30 days past its original due date, or moved so far."
