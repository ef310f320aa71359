from datetime import date, timedelta

import pytest

from actions.choices import Status
from actions.summaries.forecast import Forecast, forecast
from actions.summaries.promises import promises_of
from tests.factories import PLAN_ENDS_ON, PLAN_STARTS_ON, make_action, make_agreed_date, make_plan, make_update
from tests.histories import day

pytestmark = pytest.mark.django_db

ON = date(2020, 3, 31)  # a year after the plan began
INSPECTION = date(2020, 8, 1)


def plan_with(complete: int, *, still_open: int = 6, **fields):
    """One action a month is due, and done within days of it."""
    plan = make_plan(**fields)
    for number in range(complete):
        action = make_action(plan, original_due_on=day(30 * (number + 1)))
        make_update(action, Status.COMPLETE, day(30 * (number + 1) + number % 4))
    for number in range(still_open):
        make_action(plan, original_due_on=ON + timedelta(days=40 * (number + 1)))
    return plan


def forecast_of(plan, on: date = ON, by: date | None = None) -> Forecast:
    return forecast(plan, promises_of(plan, on=on), on=on, by=by)


def test_forecast_is_a_range_within_what_is_complete_and_all():
    plan = plan_with(complete=12, next_inspection_on=INSPECTION)

    likely = forecast_of(plan)

    assert (likely.complete, likely.open, likely.total) == (12, 6, 18)
    assert 12 <= likely.range.low <= likely.range.middle <= likely.range.high <= 18
    assert likely.range.high > likely.range.low


def test_forecast_is_for_the_next_inspection_else_the_plans_end():
    expected, none_expected = make_plan(next_inspection_on=INSPECTION), make_plan()

    assert forecast_of(expected).by == INSPECTION
    assert forecast_of(expected, on=INSPECTION).by == PLAN_ENDS_ON
    assert forecast_of(none_expected).by == PLAN_ENDS_ON


def test_forecast_tells_what_is_promised_by_that_day_at_first_and_now():
    plan = plan_with(complete=10)
    late = make_action(plan, original_due_on=date(2020, 4, 30))
    make_agreed_date(late, date(2020, 11, 30), date(2020, 3, 1))
    make_action(plan, original_due_on=None, due_precision="ongoing")

    likely = forecast_of(plan, by=INSPECTION)

    assert (likely.promised_originally, likely.promised_now) == (10 + 3 + 1, 10 + 3)


def test_forecast_knows_nothing_of_later_days():
    plan = plan_with(complete=12)
    before = forecast_of(plan)

    for action in plan.actions.filter(original_due_on__gt=ON):
        make_update(action, Status.COMPLETE, ON + timedelta(days=1))

    assert forecast_of(plan) == before


def test_forecast_leaves_out_what_no_longer_applies():
    plan = plan_with(complete=12)
    dropped = make_action(plan)
    make_update(dropped, Status.CLOSED, date(2020, 1, 1), reason="Now done nationally.")

    assert forecast_of(plan).total == 18


@pytest.mark.parametrize(("complete", "verb"), [(0, "are"), (1, "is"), (9, "are")])
def test_forecast_says_how_many_completions_it_needs(complete, verb):
    likely = forecast_of(plan_with(complete=complete))

    assert likely.range is None
    assert likely.reason == (
        f"The plan's history is too short to forecast from: {complete} of its actions {verb} complete, and 10 are "
        "needed."
    )


def test_forecast_looks_no_further_ahead_than_the_plan_is_old():
    plan = plan_with(complete=12)
    furthest = ON + (ON - PLAN_STARTS_ON)

    assert forecast_of(plan, by=furthest).reason == ""
    assert forecast_of(plan, by=furthest + timedelta(days=1)).reason == (
        "The plan's history is too short to forecast so far ahead. It is 365 days long, and a forecast looks no "
        "further ahead than that: to 31 March 2021."
    )


@pytest.mark.parametrize(
    ("on", "by", "reason"),
    [
        (PLAN_STARTS_ON, None, "The plan has no history yet: it starts on 1 April 2019."),
        (ON, ON, "31 March 2020 is not after the day shown, 31 March 2020. Choose a later day."),
        (ON, date(2019, 12, 31), "31 December 2019 is not after the day shown, 31 March 2020. Choose a later day."),
        (
            date(2021, 1, 1),
            None,
            "The plan's end has passed, and no inspection is expected. Choose a day to look ahead to.",
        ),
    ],
)
def test_forecast_says_why_there_is_none(on, by, reason):
    assert forecast_of(plan_with(complete=12), on=on, by=by).reason == reason


def test_forecast_of_a_plan_that_is_done_says_so():
    assert forecast_of(plan_with(complete=12, still_open=0)).reason == "Every action is complete already."
    assert forecast_of(make_plan()).reason == "The plan has no action yet."


def test_forecast_offers_only_days_that_it_can_look_to():
    plan = plan_with(complete=12, next_inspection_on=INSPECTION)
    furthest = ON + (ON - PLAN_STARTS_ON)

    early = forecast_of(plan, on=date(2019, 7, 10))

    assert [offered for offered, _ in forecast_of(plan).days_to_choose] == [INSPECTION, PLAN_ENDS_ON, furthest]
    assert [offered for offered, _ in early.days_to_choose] == [date(2019, 10, 18)]
