"""The flags, on plain values. tests/test_rag_twins.py holds them against the database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from actions.choices import Flag, Status
from actions.flags import flags_of, moved_in_words
from tests.standings import (
    LONG_AGO,
    ON,
    TOMORROW,
    YESTERDAY,
    Patience,
    Standing,
    moved_standings,
    standings,
)


def raised(**standing) -> list[Flag]:
    return [each.flag for each in flags_of(Standing(**standing), on=ON, plan=Patience())]


def sentence(flag: Flag, **standing) -> str:
    return next(each.sentence for each in flags_of(Standing(**standing), on=ON, plan=Patience()) if each.flag == flag)


def test_flags_are_none_when_there_is_nothing_to_notice():
    assert raised() == []


@pytest.mark.parametrize(
    ("standing", "flags"),
    [
        ({"original_due_on": YESTERDAY}, [Flag.OVERDUE, Flag.ON_TRACK_PAST_DUE]),
        ({"original_due_on": ON}, []),
        ({"status": Status.DELAYED, "original_due_on": YESTERDAY}, [Flag.OVERDUE]),
        ({"status": Status.COMPLETE, "original_due_on": YESTERDAY}, []),
        ({"status": Status.CLOSED, "original_due_on": YESTERDAY}, []),
        ({"status": Status.NOT_STARTED, "start_on": YESTERDAY}, [Flag.SHOULD_HAVE_STARTED]),
        ({"status": Status.NOT_STARTED, "start_on": ON}, []),
        ({"status": Status.NOT_STARTED, "start_on": None}, [Flag.NO_START_DATE]),
        ({"start_on": None}, []),
        ({"confirmed_on": ON - timedelta(days=36)}, [Flag.NOT_CONFIRMED]),
        ({"confirmed_on": ON - timedelta(days=35)}, []),
        ({"confirmed_on": None, "added_on": ON - timedelta(days=36)}, [Flag.NOT_CONFIRMED]),
        ({"confirmed_on": None, "added_on": ON - timedelta(days=35)}, []),
        ({"status": Status.COMPLETE, "confirmed_on": LONG_AGO}, []),
        ({"status": Status.DELAYED, "review_on": YESTERDAY}, [Flag.REVIEW_PASSED]),
        ({"status": Status.DELAYED, "review_on": ON}, []),
        ({"status": Status.DELAYED, "review_on": None}, []),
        ({"review_on": YESTERDAY}, []),
        ({"original_due_on": YESTERDAY, "agreed_due_on": ON, "due_move_count": 1}, [Flag.MOVED]),
        ({"agreed_due_on": YESTERDAY, "due_move_count": 1}, [Flag.OVERDUE, Flag.ON_TRACK_PAST_DUE, Flag.MOVED]),
        ({"status": Status.COMPLETE, "agreed_due_on": TOMORROW, "due_move_count": 2}, [Flag.MOVED]),
        ({"status": Status.CLOSED, "agreed_due_on": TOMORROW, "due_move_count": 2}, []),
        ({"says_extended": True}, [Flag.SAYS_EXTENDED]),
        ({"status": Status.COMPLETE, "says_extended": True}, []),
        ({"status": Status.COMPLETE, "is_verified": False}, [Flag.NOT_VERIFIED]),
        (
            {"status": Status.COMPLETE, "has_evidence": False, "is_verified": False},
            [Flag.NO_EVIDENCE, Flag.NOT_VERIFIED],
        ),
        ({"has_evidence": False, "is_verified": False}, []),
    ],
)
def test_flags_are_raised_from_the_day_after(standing, flags):
    assert raised(**standing) == flags


@pytest.mark.parametrize(
    ("flag", "standing", "said"),
    [
        (Flag.OVERDUE, {"original_due_on": YESTERDAY}, "Was due by 14 June 2020: 1 day ago."),
        (Flag.OVERDUE, {"original_due_on": date(2020, 5, 31)}, "Was due by 31 May 2020: 15 days ago."),
        (
            Flag.ON_TRACK_PAST_DUE,
            {"original_due_on": YESTERDAY},
            "Its last update says on track, but its due date has passed.",
        ),
        (
            Flag.SHOULD_HAVE_STARTED,
            {"status": Status.NOT_STARTED, "start_on": date(2020, 6, 1)},
            "Was to start on 1 June 2020, and has not.",
        ),
        (
            Flag.NO_START_DATE,
            {"status": Status.NOT_STARTED, "start_on": None},
            "Not started, and the plan gives no day on which it should.",
        ),
        (Flag.NOT_CONFIRMED, {"confirmed_on": date(2020, 5, 1)}, "Last confirmed on 1 May 2020: 45 days ago."),
        (
            Flag.NOT_CONFIRMED,
            {"confirmed_on": None},
            "Nobody has said how it is going since it joined the plan on 1 April 2019.",
        ),
        (
            Flag.REVIEW_PASSED,
            {"status": Status.DELAYED, "review_on": date(2020, 6, 1)},
            "Was to be looked at again by 1 June 2020; no later day was set.",
        ),
        (
            Flag.MOVED,
            {"original_due_on": date(2020, 3, 31), "agreed_due_on": date(2020, 12, 31), "due_move_count": 3},
            "Its due date has moved 3 times, 9 months in all: from 31 March 2020 to 31 December 2020.",
        ),
        (
            Flag.MOVED,
            {"original_due_on": None, "agreed_due_on": date(2020, 12, 31), "due_move_count": 1},
            "Its due date has moved once: from no date to 31 December 2020.",
        ),
        (
            Flag.SAYS_EXTENDED,
            {"says_extended": True},
            "The last words speak of more time, but nobody has asked for a new date.",
        ),
        (
            Flag.NO_EVIDENCE,
            {"status": Status.COMPLETE, "has_evidence": False},
            "Said to be complete, and nothing here shows it.",
        ),
        (
            Flag.NOT_VERIFIED,
            {"status": Status.COMPLETE, "is_verified": False},
            "Said to be complete; nobody from elsewhere has verified it yet.",
        ),
    ],
)
def test_flag_explains_itself_in_a_sentence(flag, standing, said):
    assert sentence(flag, **standing) == said


@pytest.mark.parametrize(
    ("original", "agreed", "count", "words"),
    [
        (date(2020, 3, 31), date(2020, 4, 30), 1, "moved once, 1 month in all"),
        (date(2020, 3, 31), date(2020, 4, 3), 1, "moved once, 0 months in all"),
        (date(2020, 3, 31), date(2021, 3, 31), 2, "moved twice, 12 months in all"),
        (date(2020, 3, 31), date(2020, 3, 31), 2, "moved twice, 0 months in all"),
        (date(2020, 3, 31), date(2020, 2, 29), 1, "moved once, 1 month earlier in all"),
        (date(2020, 3, 31), date(2019, 12, 31), 4, "moved 4 times, 3 months earlier in all"),
        (None, date(2020, 3, 31), 2, "moved twice"),
    ],
)
def test_moved_in_words_says_how_often_and_how_far(original, agreed, count, words):
    assert moved_in_words(Standing(original_due_on=original, agreed_due_on=agreed, due_move_count=count)) == words


@given(standing=standings | moved_standings)
def test_flags_of_what_is_closed_are_none(standing):
    assert flags_of(replace(standing, status=Status.CLOSED), on=ON, plan=Patience()) == []


@given(standing=standings | moved_standings)
def test_flags_of_what_is_complete_say_only_what_it_lacks_and_that_it_moved(standing):
    complete = replace(standing, status=Status.COMPLETE)

    flags = {each.flag for each in flags_of(complete, on=ON, plan=Patience())}

    lacks = {Flag.NO_EVIDENCE: not standing.has_evidence, Flag.NOT_VERIFIED: not standing.is_verified}
    assert flags == {flag for flag, raised in [*lacks.items(), (Flag.MOVED, standing.due_move_count > 0)] if raised}


@given(standing=standings | moved_standings)
def test_flags_come_in_the_order_of_the_vocabulary(standing):
    flags = [each.flag for each in flags_of(standing, on=ON, plan=Patience())]

    assert flags == sorted(flags, key=list(Flag).index)
