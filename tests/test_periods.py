from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.choices import DatePrecision, TimeUnit
from actions.periods import (
    academic_year_end,
    as_promised,
    counted,
    day_and_month,
    financial_quarter_end,
    financial_year_end,
    first_day,
    how_long,
    in_full,
    in_short,
    last_day,
    last_month_ends,
    later,
    month_end,
    month_ends,
    months_between,
)

days = st.dates(date(2000, 1, 1), date(2060, 12, 31))
precisions = st.sampled_from(DatePrecision.dated())


# ──── the last day of a promised range


@pytest.mark.parametrize(
    ("precision", "day", "last"),
    [
        ("day", date(2020, 3, 14), date(2020, 3, 14)),
        ("month", date(2020, 2, 1), date(2020, 2, 29)),
        ("month", date(2019, 2, 28), date(2019, 2, 28)),
        ("month", date(2020, 12, 31), date(2020, 12, 31)),
        ("term", date(2020, 1, 1), date(2020, 4, 12)),
        ("term", date(2020, 4, 12), date(2020, 4, 12)),
        ("term", date(2020, 4, 13), date(2020, 7, 31)),
        ("term", date(2020, 8, 1), date(2020, 12, 31)),
        ("quarter", date(2020, 1, 1), date(2020, 3, 31)),
        ("quarter", date(2020, 6, 30), date(2020, 6, 30)),
        ("quarter", date(2020, 7, 1), date(2020, 9, 30)),
        ("quarter", date(2020, 10, 1), date(2020, 12, 31)),
        ("year", date(2020, 3, 30), date(2020, 12, 31)),
        ("year", date(2020, 3, 31), date(2020, 3, 31)),
        ("year", date(2020, 8, 31), date(2020, 8, 31)),
        ("year", date(2020, 12, 31), date(2020, 12, 31)),
    ],
)
def test_last_day_is_the_end_of_the_range(precision, day, last):
    assert last_day(day, precision) == last


@given(day=days, precision=precisions)
def test_last_day_is_never_before_the_day(day, precision):
    assert last_day(day, precision) >= day


@given(day=days, precision=precisions)
def test_last_day_of_the_last_day_is_itself(day, precision):
    last = last_day(day, precision)

    assert last_day(last, precision) == last


@given(day=days, precision=precisions)
def test_last_day_lies_within_the_same_year(day, precision):
    assert last_day(day, precision).year == day.year


@pytest.mark.parametrize("precision", [DatePrecision.ONGOING, DatePrecision.NONE])
def test_last_day_is_not_asked_of_a_promise_without_a_date(precision):
    with pytest.raises(KeyError):
        last_day(date(2020, 1, 1), precision)


# ──── month ends


def test_month_ends_begin_with_the_month_of_the_first_day():
    ends = month_ends(date(2019, 11, 30), date(2020, 2, 29))

    assert ends == [date(2019, 11, 30), date(2019, 12, 31), date(2020, 1, 31), date(2020, 2, 29)]


def test_month_ends_leave_out_a_month_that_is_not_over():
    assert month_ends(date(2020, 1, 15), date(2020, 2, 28)) == [date(2020, 1, 31)]


def test_month_ends_before_the_first_one_are_none():
    assert month_ends(date(2020, 1, 15), date(2020, 1, 30)) == []


@given(first=days, length=st.integers(0, 2000))
def test_month_ends_are_every_month_end_between(first, length):
    last = first + timedelta(days=length)
    between = (first + timedelta(days=number) for number in range(length + 1))

    assert month_ends(first, last) == [day for day in between if day == month_end(day)]


def test_last_month_ends_count_back_from_a_day():
    assert last_month_ends(date(2020, 3, 30), 3) == [date(2019, 12, 31), date(2020, 1, 31), date(2020, 2, 29)]


def test_last_month_ends_count_the_day_itself_when_it_is_one():
    assert last_month_ends(date(2020, 3, 31), 2) == [date(2020, 2, 29), date(2020, 3, 31)]


@given(on=days, count=st.integers(0, 40))
def test_last_month_ends_agree_with_month_ends(on, count):
    ends = last_month_ends(on, count)

    assert len(ends) == count
    assert ends == (month_ends(ends[0], on) if ends else [])


# ──── how far a date moved


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2020, 3, 31), date(2020, 3, 31), 0),
        (date(2020, 3, 31), date(2020, 4, 30), 1),
        (date(2020, 3, 31), date(2020, 12, 31), 9),
        (date(2020, 2, 29), date(2021, 2, 28), 12),
        (date(2020, 1, 31), date(2020, 2, 29), 1),
        (date(2020, 3, 1), date(2020, 3, 15), 0),
        (date(2020, 3, 1), date(2020, 3, 22), 1),
        (date(2020, 12, 31), date(2021, 1, 14), 0),
        (date(2020, 12, 31), date(2020, 9, 30), -3),
    ],
)
def test_months_between_are_whole_months_to_the_nearest(earlier, later, months):
    assert months_between(earlier, later) == months


@given(day=days, other=days)
def test_months_between_the_other_way_round_are_as_many_less_than_none(day, other):
    assert months_between(other, day) == -months_between(day, other)


@given(day=days, number=st.integers(0, 120))
def test_months_between_month_ends_are_those_that_passed(day, number):
    ends = month_ends(day, date(2100, 12, 31))

    assert months_between(ends[0], ends[number]) == number


@given(day=days, first=st.integers(0, 400), second=st.integers(0, 400))
def test_months_between_never_shrink_while_a_date_moves_on(day, first, second):
    sooner, later = sorted([first, second])

    assert months_between(day, day + timedelta(sooner)) <= months_between(day, day + timedelta(later))


# ──── by when


@pytest.mark.parametrize(
    ("day", "number", "unit", "due"),
    [
        (date(2019, 5, 15), 2, "months", date(2019, 7, 15)),
        (date(2019, 12, 31), 2, "months", date(2020, 2, 29)),
        (date(2018, 12, 31), 2, "months", date(2019, 2, 28)),
        (date(2019, 11, 30), 14, "months", date(2021, 1, 30)),
        (date(2019, 5, 15), 28, "days", date(2019, 6, 12)),
        (date(2019, 12, 31), 1, "days", date(2020, 1, 1)),
    ],
)
def test_later_is_so_many_months_or_days_on(day, number, unit, due):
    assert later(day, number, unit) == due


@given(day=days, number=st.integers(1, 400), unit=st.sampled_from(TimeUnit))
def test_later_is_after_the_day_and_within_as_many_months(day, number, unit):
    due = later(day, number, unit)

    assert day < due <= day + timedelta(days=31 * number)


@pytest.mark.parametrize(
    ("days_on", "words"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (27, "3 weeks"),
        (62, "8 weeks"),
        (63, "2 months"),
        (200, "7 months"),
        (720, "2 years"),
        (1500, "4 years"),
    ],
)
def test_how_long_is_said_as_people_say_it(days_on, words):
    assert how_long(date(2019, 1, 1), date(2019, 1, 1) + timedelta(days=days_on)) == words


def test_counted_has_one_and_many():
    assert [counted(1, "months"), counted(2, "months"), counted(1, "days")] == ["1 month", "2 months", "1 day"]


def test_day_and_month_leaves_out_the_year_that_was_just_said():
    beside = date(2019, 12, 1)

    assert [day_and_month(date(year, 12, 15), beside=beside) for year in (2019, 2020)] == [
        "15 December",
        "15 December 2020",
    ]


# ──── how a date reads


def test_in_full_and_in_short_have_no_leading_nought():
    assert (in_full(date(2019, 7, 1)), in_short(date(2019, 7, 1))) == ("1 July 2019", "1 Jul 2019")


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        (date(2020, 3, 14), "day", "14 March 2020"),
        (date(2020, 3, 31), "month", "March 2020"),
        (date(2020, 4, 12), "term", "Spring term 2020"),
        (date(2018, 4, 1), "term", "Spring term 2018"),
        (date(2020, 7, 31), "term", "Summer term 2020"),
        (date(2019, 12, 31), "term", "Autumn term 2019"),
        (date(2020, 3, 31), "quarter", "January to March 2020"),
        (date(2020, 12, 31), "quarter", "October to December 2020"),
        (date(2020, 12, 31), "year", "2020"),
        (date(2020, 3, 31), "year", "2019/20 financial year"),
        (date(2020, 8, 31), "year", "2019/20 school year"),
        (None, "ongoing", "Ongoing"),
        (None, "none", "No date given"),
    ],
)
def test_as_promised_reads_as_the_promise_was_made(day, precision, words):
    assert as_promised(day, precision) == words


@given(day=days, precision=precisions)
def test_as_promised_has_words_for_the_end_of_every_range(day, precision):
    assert as_promised(last_day(day, precision), precision) != ""


# ──── the first day, and years that do not begin in January


@pytest.mark.parametrize(
    ("precision", "last", "first"),
    [
        ("day", date(2020, 3, 14), date(2020, 3, 14)),
        ("month", date(2020, 2, 29), date(2020, 2, 1)),
        ("term", date(2020, 4, 12), date(2020, 1, 1)),
        ("term", date(2020, 7, 31), date(2020, 4, 13)),
        ("term", date(2019, 12, 31), date(2019, 9, 1)),
        ("quarter", date(2020, 3, 31), date(2020, 1, 1)),
        ("year", date(2020, 12, 31), date(2020, 1, 1)),
        ("year", date(2020, 3, 31), date(2019, 4, 1)),
        ("year", date(2020, 8, 31), date(2019, 9, 1)),
    ],
)
def test_first_day_is_the_beginning_of_the_range(precision, last, first):
    assert first_day(last, precision) == first


@given(day=days, precision=precisions)
def test_first_day_leads_back_to_the_last(day, precision):
    last = last_day(day, precision)

    assert first_day(last, precision) <= last
    assert precision == DatePrecision.YEAR or last_day(first_day(last, precision), precision) == last


@pytest.mark.parametrize(
    ("quarter", "last"),
    [(1, date(2019, 6, 30)), (2, date(2019, 9, 30)), (3, date(2019, 12, 31)), (4, date(2020, 3, 31))],
)
def test_financial_quarter_ends_are_those_of_the_year_that_begins_in_april(quarter, last):
    assert financial_quarter_end(2019, quarter) == last


def test_financial_and_academic_years_end_in_the_year_after():
    assert (financial_year_end(2019), academic_year_end(2019)) == (date(2020, 3, 31), date(2020, 8, 31))
