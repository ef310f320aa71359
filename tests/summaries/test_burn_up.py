from datetime import date

import pytest
from hypothesis import given, settings

from actions.choices import Status, Verdict
from actions.summaries.attention import attention
from actions.summaries.burn_up import MOST_MONTHS, BurnUpPoint, burn_up
from actions.summaries.plan_summary import plan_summary
from actions.summaries.promises import promises_of
from tests.database import undone
from tests.factories import make_action, make_agreed_date, make_plan, make_update, make_verification
from tests.promises import live, standing_then
from tests.stories import some_days, stories

pytestmark = pytest.mark.django_db

ON = date(2019, 7, 10)


def burnt_up(plan, on=ON):
    return burn_up(plan, promises_of(plan, on=on), on=on)


def point_at(burn_up, day: date) -> BurnUpPoint:
    return next(point for point in burn_up.points if point.day == day)


def test_burn_up_counts_promises_and_what_was_done_by_each_month_end():
    plan = make_plan()
    done, moved, _open = [make_action(plan, original_due_on=date(2019, 6, n)) for n in (1, 15, 30)]
    make_agreed_date(moved, date(2019, 9, 15), date(2019, 6, 20))
    claim = make_update(done, Status.COMPLETE, date(2019, 5, 20))
    make_verification(claim, verified_on=date(2019, 6, 3))

    points = burnt_up(plan).points

    assert points[:5] == [
        BurnUpPoint(date(2019, 4, 30), 0, 0, 0, 0),
        BurnUpPoint(date(2019, 5, 31), 0, 0, 1, 0),
        BurnUpPoint(date(2019, 6, 30), 3, 2, 1, 1),
        BurnUpPoint(ON, 3, 2, 1, 1),
        BurnUpPoint(date(2019, 7, 31), 3, 2, None, None),
    ]
    assert points[-1] == BurnUpPoint(date(2020, 12, 31), 3, 3, None, None)


def test_burn_up_falls_when_a_completion_is_taken_back():
    plan = make_plan()
    action = make_action(plan)
    make_update(action, Status.COMPLETE, date(2019, 4, 20))
    make_update(action, Status.DELAYED, date(2019, 6, 20), reason="It had to be done again.")

    points = burnt_up(plan).points

    assert [point.claimed for point in points[:4]] == [1, 1, 0, 0]


def test_burn_up_leaves_out_what_no_longer_applies():
    plan = make_plan()
    make_action(plan)
    make_update(make_action(plan), Status.CLOSED, date(2019, 6, 1), reason="Now done nationally.")

    drawn = burnt_up(plan)

    assert (drawn.total, drawn.points[-1].promised_originally) == (1, 1)


def test_burn_up_counts_actions_without_a_date_apart():
    plan = make_plan()
    make_action(plan)
    make_action(plan, original_due_on=None, due_precision="ongoing")
    dated_since = make_action(plan, original_due_on=None, due_precision="none")
    make_agreed_date(dated_since, date(2019, 12, 31), date(2019, 6, 20))

    drawn = burnt_up(plan)

    assert (drawn.total, drawn.undated, drawn.undated_now, drawn.dated_since) == (3, 2, 1, 1)
    assert (drawn.points[-1].promised_originally, drawn.points[-1].promised_now) == (1, 2)


def test_burn_up_goes_on_to_the_last_date_promised_and_past_the_inspection():
    plan = make_plan(next_inspection_on=date(2021, 2, 1))
    assert burnt_up(plan).points[-1].day == date(2021, 2, 28)

    make_agreed_date(make_action(plan), date(2021, 3, 15), date(2019, 6, 20))
    assert burnt_up(plan).points[-1].day == date(2021, 3, 31)

    make_action(plan, original_due_on=date(2099, 12, 31))
    assert len(burnt_up(plan, on=date(2019, 6, 30)).points) == MOST_MONTHS


def test_burn_up_of_a_plan_that_is_over_ends_with_it():
    plan = make_plan()
    make_update(make_action(plan), Status.COMPLETE, date(2020, 12, 1))

    drawn = burnt_up(plan, on=date(2026, 11, 22))

    assert drawn.points[-1] == BurnUpPoint(date(2020, 12, 31), 1, 1, 1, 0)
    assert drawn.at_the_day == drawn.points[-1]


def test_burn_up_before_the_plan_began_is_nothing():
    assert burnt_up(make_plan(), on=date(2019, 3, 31)) is None


def test_burn_up_says_in_words_how_it_stands():
    plan = make_plan()
    claim = make_update(make_action(plan, original_due_on=date(2019, 5, 31)), Status.COMPLETE, date(2019, 5, 20))
    make_verification(claim, verdict=Verdict.SENT_BACK, reason="It is not.", verified_on=date(2019, 6, 3))

    assert burnt_up(plan).in_words == (
        "By 10 July 2019, 1 of 1 actions should have been complete as first promised, and 1 by the dates agreed since. "
        "1 is claimed to be, 0 of them verified."
    )


@settings(max_examples=10)
@given(told=stories, some_days=some_days)
def test_burn_up_tells_on_every_day_what_a_replay_tells(told, some_days):
    with undone():
        plan, lived = live(told)

        for on in some_days:
            standings = [then for each in lived if (then := standing_then(each, on))]
            counted = [then for then in standings if then["status"] != Status.CLOSED]
            drawn = burnt_up(plan, on=on)
            if drawn is None:
                continue
            shown = attention(plan, on=on)
            point = drawn.at_the_day
            assert (drawn.total, point.claimed) == (
                len(counted),
                plan_summary(plan, on=on).counts[Status.COMPLETE],
            )
            assert point.verified == shown.verified_count
            assert point.promised_now == sum(then["due_on"] is not None and then["due_on"] <= on for then in counted)
            assert drawn.undated_now == sum(then["due_on"] is None for then in counted)
