from datetime import date, timedelta

import pytest

from actions.demo.rhythm import LAST_REPORTING_DAY, recorded_at, reporting_day, review_day, skips
from actions.demo.story import months_from

MONTHS = list(months_from(date(2019, 4, 1), date(2026, 11, 1)))
NUMBERS = range(94)


def test_reporting_day_is_a_working_day_before_the_ninth():
    days = {reporting_day(month, number) for month in MONTHS for number in NUMBERS}

    assert {day.weekday() for day in days} == {0, 1, 2, 3, 4}
    assert max(day.day for day in days) == LAST_REPORTING_DAY


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_review_day_comes_when_everybody_has_reported(month):
    assert review_day(month) == max(reporting_day(month, number) for number in NUMBERS)


def test_recorded_at_is_in_office_hours_within_two_days():
    for month in MONTHS:
        for number in NUMBERS:
            day = reporting_day(month, number)
            moment = recorded_at(day, number)

            assert timedelta(0) <= moment.date() - day <= timedelta(days=2)
            assert 9 <= moment.hour < 17


@pytest.mark.parametrize("number", NUMBERS)
def test_skips_is_once_a_year(number):
    year = months_from(date(2020, 1, 1), date(2020, 12, 1))

    assert sum(skips(month, number) for month in year) == 1
