from datetime import date

import pytest

from actions.choices import Status
from actions.summaries.trend import change_in_words, trend, trend_at
from tests.factories import make_action, make_plan, make_update

pytestmark = pytest.mark.django_db

MAY, JULY = date(2019, 5, 15), date(2019, 7, 10)


def test_trend_at_counts_on_each_of_the_days_and_then_on_the_day_asked_for():
    plan = make_plan()
    make_update(make_action(plan), Status.ON_TRACK, JULY)
    before_the_plan, to_come = date(2019, 1, 16), date(2019, 9, 18)

    points = trend_at([JULY, MAY, before_the_plan, to_come], plan, until=date(2019, 7, 31))

    assert [(point.day, point.counts[Status.ON_TRACK]) for point in points] == [
        (MAY, 0),
        (JULY, 1),
        (date(2019, 7, 31), 1),
    ]


def test_trend_at_the_day_of_a_meeting_shows_it_once():
    points = trend_at([MAY, JULY], make_plan(), until=JULY)

    assert [point.day for point in points] == [MAY, JULY]


def test_trend_of_a_plan_that_is_over_ends_with_it_or_with_its_last_change():
    over, goes_on = make_plan(), make_plan()
    make_update(make_action(goes_on), Status.ON_TRACK, date(2021, 2, 5))

    assert trend(over, until=date(2026, 11, 22))[-1].day == date(2020, 12, 31)
    assert trend(goes_on, until=date(2026, 11, 22))[-1].day == date(2021, 2, 5)


def test_trend_before_the_plan_began_is_nothing():
    plan = make_plan()

    assert trend(plan, until=date(2019, 3, 31)) == trend_at([MAY], plan, until=date(2019, 3, 31)) == []


def test_change_in_words_says_how_each_status_went():
    plan = make_plan()
    actions = [make_action(plan) for _ in range(3)]
    make_update(actions[0], Status.COMPLETE, date(2019, 6, 1))
    make_update(actions[1], Status.DELAYED, date(2019, 4, 5))

    assert change_in_words(trend(plan, until=JULY)) == (
        "From 30 April 2019 to 10 July 2019, complete rose from 0 to 1, on track stayed at 0, not started fell from 2 "
        "to 1 and delayed or at risk stayed at 1."
    )
    assert change_in_words(trend(plan, until=date(2019, 4, 10))) == (
        "On 10 April 2019: 0 complete, 0 on track, 2 not started and 1 delayed or at risk."
    )
