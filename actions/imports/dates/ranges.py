"""Years and festivals as they are typed: 2020, 24/25, FY 2019/20, early 2020, by Christmas, by the new year."""

import re
from collections.abc import Callable
from datetime import date

from actions.choices import DatePrecision
from actions.imports.dates.words import (
    ACADEMIC,
    FINANCIAL,
    WHEN,
    YEAR4,
    YEARS,
    PlanYears,
    Reading,
    begins_in,
    year_number,
)
from actions.imports.doubts import DoubtKind, quoted
from actions.periods import (
    academic_year_end,
    easter_day,
    financial_year_end,
    quarter_end,
)

_FESTIVALS: dict[str, Callable[[int], date]] = {
    "c": lambda year: date(year, 12, 25),
    "x": lambda year: date(year, 12, 25),
    "e": easter_day,
    "n": lambda year: date(year - 1, 12, 31),
}
_PARTS_END_IN = {"e": 3, "b": 3, "s": 3, "m": 6, "l": 12}


def read_festival(match: re.Match, years: PlanYears) -> Reading:
    """By the new year is by the last day of the old one."""
    on = _FESTIVALS[match["name"][0].lower()]
    if not match["year"]:
        return Reading(years.next(on)).without_year(match[0])
    reading = Reading(on(year_number(re.split(r"[-/]", match["year"])[0])))
    return reading.doubted(DoubtKind.DATE_ROUGH, f"{quoted(match[0])} is taken as {reading.in_words}.")


def read_known_year(match: re.Match, years: PlanYears) -> Reading | None:
    """It says whether the year is financial or academic."""
    end = financial_year_end if match["financial"] else academic_year_end
    typed = match["year"]
    if not typed:
        return Reading(years.next(lambda year: end(year - 1)), DatePrecision.YEAR).without_year(match[0])
    if re.search(r"[-/]", typed):
        begins = begins_in(typed)
        return Reading(end(begins), DatePrecision.YEAR) if begins else None
    reading = Reading(end(year_number(typed)), DatePrecision.YEAR)
    return _which(reading, match, "the year that begins then, or the year that ends then")


def read_years(match: re.Match, years: PlanYears) -> Reading | None:
    begins = begins_in(match["year"])
    if begins:
        reading = Reading(financial_year_end(begins), DatePrecision.YEAR)
        return _which(reading, match, "the financial year, the school year or two calendar years")
    first, second = (year.strip() for year in re.split(r"[-/]", match["year"]))
    if len(first) != 4 or year_number(second) <= int(first) or (len(second) == 2 and int(second) <= 12):
        return None
    reading = Reading(date(year_number(second), 12, 31), DatePrecision.YEAR, begins=date(int(first), 1, 1))
    return _which(reading, match, "calendar, financial or school years")


def read_year_end(match: re.Match, years: PlanYears) -> Reading:
    last = years.next(lambda year: date(year, 12, 31))
    reading = Reading(last, DatePrecision.YEAR).without_year(match[0])
    if match["calendar"]:
        return reading
    return _which(reading, match, "the calendar year, the financial year or the school year")


def read_year(match: re.Match, years: PlanYears) -> Reading:
    return Reading(date(int(match["year"]), 12, 31), DatePrecision.YEAR)


def read_part_of_year(match: re.Match, years: PlanYears) -> Reading:
    """Early 2020: its first quarter is proposed, lest a rough word gives most of a year."""
    month = _PARTS_END_IN[match["part"][0].lower()]
    reading = Reading(quarter_end(date(int(match["year"]), month, 1)), DatePrecision.QUARTER)
    return reading.doubted(
        DoubtKind.DATE_ROUGH, f"{quoted(match[0])} only says roughly when: {reading.in_words} is proposed."
    )


def _which(reading: Reading, match: re.Match, ways: str) -> Reading:
    return reading.two_ways(match[0], ways, DoubtKind.DATE_WHICH_YEAR)


BY_RANGE = [
    (rf"\b(?P<name>christmas|xmas|easter|new\s+year)\b(?:'s)?{WHEN}", read_festival),
    (
        rf"(?P<year>{YEARS})\s*\(?(?:(?P<financial>{FINANCIAL})|(?P<academic>{ACADEMIC}))\)?",
        read_known_year,
    ),
    (
        rf"(?:(?P<financial>{FINANCIAL})|(?P<academic>{ACADEMIC}))(?:\s*end(?:ing)?\b)?{WHEN}",
        read_known_year,
    ),
    (
        rf"\b(?P<part>early|beginning\s+of|start\s+of|mid(?:dle\s+of)?|late)[\s-]*(?P<year>{YEAR4})(?![\d/-])",
        read_part_of_year,
    ),
]
BY_YEARS = [(rf"(?<![\d/.-])(?P<year>{YEARS})", read_years)]
BY_YEAR = [
    (rf"(?<![\d/.])(?P<year>{YEAR4})(?![\d/]|[.-]\d)", read_year),
    (r"\bend\s+of\s+(?:the\s+)?(?P<calendar>calendar\s+)?year\b|\byear[\s-]end\b", read_year_end),
]
