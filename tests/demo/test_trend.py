"""What the trend page of the demo must show."""

from datetime import date

import pytest

from actions.models import Meeting
from actions.summaries.forecast import forecast
from actions.summaries.promises import promises_of
from actions.summaries.trend import trend_at
from tests.demo.plans import TODAY, improvement_plan, priority_action_plan
from tests.demo.test_load import JULY, MAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_trend_at_the_committees_meetings_tells_the_published_figures():
    plan = improvement_plan()
    meetings = Meeting.objects.of(plan.partnership).filter(body__name="Children's Services Scrutiny Committee")

    may, july = trend_at(meetings.values_list("held_on", flat=True), plan, until=date(2019, 7, 10))

    assert [dict(point.counts.counted) for point in (may, july)] == [MAY, JULY]


def test_inspections_are_expected_when_they_came_or_were_announced():
    assert improvement_plan().next_inspection_on == date(2020, 8, 1)
    assert priority_action_plan().next_inspection_on == date(2026, 8, 1)


def test_forecast_of_both_plans_can_be_seen_and_is_absent_in_july_2019():
    old, new = improvement_plan(), priority_action_plan()
    seen = [(old, date(2020, 3, 31)), (new, TODAY)]

    ranges = [forecast(plan, promises_of(plan, on=on), on=on).range for plan, on in seen]
    july = forecast(old, promises_of(old, on=date(2019, 7, 10)), on=date(2019, 7, 10))

    assert all(ranges)
    assert july.reason.startswith("The plan's history is too short to forecast so far ahead. It is 100 days long")
