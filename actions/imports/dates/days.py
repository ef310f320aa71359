"""Days and months as they are typed, in British order: 31/3/20, 3rd of Sept, March 31, 2020, Dec-19, Mar/Apr 2020."""

import re
from calendar import monthrange
from datetime import date

from actions.choices import DatePrecision
from actions.imports.dates.words import (
    MONTH,
    WEEKDAY,
    YEAR,
    YEAR4,
    PlanYears,
    Reading,
    month_number,
    weekday_number,
    year_number,
)
from actions.imports.doubts import DoubtKind, quoted
from actions.periods import in_full, month_end

_TIME = r"(?:[T\s]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s*[ap]m)?Z?)?"
_TH = r"(?:\s?(?:st|nd|rd|th))?"
_ALONE = r"(?<![\d/.-])"
_NOT_MORE = r"(?![\d/]|[.-]\d)"


def read_iso(match: re.Match, years: PlanYears) -> Reading | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if month > 12 >= day:
        return _day(year, day, month, match[0]).doubted(
            DoubtKind.DATE_AMERICAN, f"{quoted(match[0])} has no month {month}: the day seems to come before the month."
        )
    return _day(year, month, day, match[0]) if 1 <= month <= 12 else None


def read_numbers(match: re.Match, years: PlanYears) -> Reading | None:
    year, month, day = year_number(match["year"]), int(match["month"]), int(match["day"])
    if month > 12 >= day:
        reading = _day(year, day, month, match[0])
        return reading and reading.doubted(
            DoubtKind.DATE_AMERICAN,
            f"{quoted(match[0])} has no month {month}: it seems to be typed the American way, month first.",
        )
    return _day(year, month, day, match[0]) if 1 <= month <= 12 else None


def read_days(match: re.Match, years: PlanYears) -> Reading | None:
    """3-5 June 2020: late only after the 5th."""
    month, year = month_number(match["month"]), year_number(match["year"])
    last = _day(year, month, int(match["day"]), match[0])
    first = _day(year, month, int(match["first"]), match[0])
    if not first or not last or first.doubts or first.last > last.last:
        return last and last.doubted(DoubtKind.DATE_TWO_WAYS, f"{quoted(match[0])} is not a plain run of days.")
    return Reading(last.last, doubts=last.doubts, begins=first.last)


def read_day(match: re.Match, years: PlanYears) -> Reading | None:
    month, day = month_number(match["month"]), int(match["day"])
    if match["year"]:
        reading = _day(year_number(match["year"]), month, day, match[0])
        return reading and _against_weekday(reading, match)
    return _without_year(month, day, match[0], years)


def read_day_and_month(match: re.Match, years: PlanYears) -> Reading | None:
    """31/3: the day and the month, or the month and the year."""
    first, second = int(match["first"]), int(match["second"])
    if 1 <= second <= 12:
        reading = _without_year(second, first, match[0], years)
    elif 1 <= first <= 12 and len(match["second"]) == 2:
        reading = Reading(month_end(date(2000 + second, first, 1)), DatePrecision.MONTH)
    else:
        return None
    return reading and reading.two_ways(match[0], "a day and a month, or a month and a year")


def read_months(match: re.Match, years: PlanYears) -> Reading:
    """Mar/Apr 2020: the range ends with the last month named."""
    last = month_end(date(year_number(match["year"]), month_number(match["month"]), 1))
    starts_in = month_number(match["first"])
    begins = date(last.year if starts_in < last.month else last.year - 1, starts_in, 1)
    reading = Reading(last, DatePrecision.MONTH, begins=begins)
    if starts_in >= last.month:
        return reading.doubted(
            DoubtKind.DATE_TWO_WAYS, f"{quoted(match[0])} runs over the end of a year, and names one year only."
        )
    return reading


def read_month(match: re.Match, years: PlanYears) -> Reading:
    """May 25 is May 2025, unless that is outside the plan's years. May-25 is seldom a day: it has a year's grace."""
    month, typed = month_number(match["month"]), match["year"].strip()
    reading = Reading(month_end(date(year_number(typed), month, 1)), DatePrecision.MONTH)
    slack = 0 if match["gap"].isspace() else 1
    if (
        len(typed) != 2
        or years.hold(reading.last, give_or_take=slack)
        or not 1 <= int(typed) <= monthrange(2020, month)[1]
    ):
        return reading
    day = years.next(lambda year: date(year, month, min(int(typed), monthrange(year, month)[1])))
    return reading.doubted(
        DoubtKind.DATE_TWO_WAYS,
        f"{quoted(match[0])} is read as {reading.in_words}, which is not in the years of the plan. "
        f"It may mean the day, {in_full(day)}.",
    )


def read_month_number(match: re.Match, years: PlanYears) -> Reading | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    return Reading(month_end(date(int(match["year"]), month, 1)), DatePrecision.MONTH)


def read_bare_month(match: re.Match, years: PlanYears) -> Reading:
    last = years.next(lambda year: month_end(date(year, month_number(match["month"]), 1)))
    return Reading(last, DatePrecision.MONTH).without_year(match[0])


def _day(year: int, month: int, day: int, typed: str) -> Reading | None:
    """None where no calendar has such a number; the month's last day, as a doubt, where only this month has not."""
    if not 1 <= day <= 31:
        return None
    longest = monthrange(year, month)[1]
    if day <= longest:
        return Reading(date(year, month, day))
    return Reading(date(year, month, longest)).doubted(
        DoubtKind.DATE_IMPOSSIBLE, f"{quoted(typed)} does not exist: {date(year, month, 1):%B %Y} has {longest} days."
    )


def _without_year(month: int, day: int, typed: str, years: PlanYears) -> Reading | None:
    if not 1 <= day <= 31:
        return None
    day_in = years.next(lambda year: date(year, month, min(day, monthrange(year, month)[1])))
    reading = _day(day_in.year, month, day, typed)
    return reading and reading.without_year(typed)


def _against_weekday(reading: Reading, match: re.Match) -> Reading:
    if not match["weekday"] or weekday_number(match["weekday"]) == reading.last.weekday():
        return reading
    return reading.doubted(
        DoubtKind.DATE_TWO_WAYS, f"{in_full(reading.last)} is a {reading.last:%A}, but {quoted(match[0])} is typed."
    )


BY_DAY = [
    (rf"{_ALONE}(?P<year>{YEAR4})(?P<s>[-/.])(?P<month>\d{{1,2}})(?P=s)(?P<day>\d{{1,2}}){_TIME}{_NOT_MORE}", read_iso),
    (
        rf"(?<![\d/.])(?P<day>\d{{1,2}})\s*(?P<s>[-/.\s])\s*(?P<month>\d{{1,2}})\s*(?P=s)\s*(?P<year>{YEAR4}|\d\d)"
        rf"(?!\d|(?P=s)\d){_TIME}(?!\d|(?P=s)\d)",
        read_numbers,
    ),
    (
        rf"{_ALONE}(?P<first>\d{{1,2}}){_TH}\s*(?:-|to|/|&|and)\s*(?P<day>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<month>{MONTH})"
        rf"[\s,]*(?P<year>{YEAR})",
        read_days,
    ),
    (
        rf"(?:\b(?P<weekday>{WEEKDAY}),?\s+)?(?:\bthe\s+)?{_ALONE}(?P<day>\d{{1,2}}){_TH}(?:[-/.]|\s*)(?:of\s+)?"
        rf"(?P<month>{MONTH})(?:\s*[,./-]?\s*(?P<year>{YEAR})(?!/\d){_TIME})?",
        read_day,
    ),
    (
        rf"(?:\b(?P<weekday>{WEEKDAY}),?\s+)?\b(?P<month>{MONTH})\s*(?P<day>\d{{1,2}}){_TH}(?:,\s*|\s+)(?P<year>{YEAR4})(?!\d)",
        read_day,
    ),
    (
        rf"\b(?P<month>{MONTH})\s*(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)\b(?P<year>)(?P<weekday>)",
        read_day,
    ),
]
BY_MONTH = [
    (
        rf"\b(?P<first>{MONTH})(?:\s*(?:-|/|,|\bto\b|&|\band\b)\s*{MONTH})*\s*(?:-|/|\bto\b|&|\band\b)\s*(?P<month>{MONTH})"
        rf"\s*[,./-]?\s*(?P<year>{YEAR})(?!/\d)",
        read_months,
    ),
    (rf"\b(?P<month>{MONTH})(?P<gap>\s*[,./-]?\s*)(?P<year>{YEAR})(?![/-]?\d)", read_month),
]
BY_NUMBER = [
    (rf"{_ALONE}(?P<month>\d{{1,2}})\s?[-/.]\s?(?P<year>{YEAR4}){_NOT_MORE}", read_month_number),
    (rf"{_ALONE}(?P<year>{YEAR4})[-/.](?P<month>\d{{1,2}}){_NOT_MORE}", read_month_number),
]
BARE = [
    (rf"{_ALONE}(?P<first>\d{{1,2}})[-/.](?P<second>\d{{1,2}}){_NOT_MORE}", read_day_and_month),
    (rf"\b(?P<month>{MONTH})\s*(?P<day>\d)(?P<year>)(?P<weekday>)(?!\d)", read_day),
    (rf"\b(?P<month>{MONTH})", read_bare_month),
]
