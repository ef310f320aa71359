"""School terms, half terms and quarters as they are typed: Spring Term 2018, Autumn 1 2019, Q1 2019/20."""

import re
from datetime import date

from actions.choices import DatePrecision
from actions.imports.dates.words import (
    FINANCIAL,
    MONTH,
    OF,
    WHEN,
    PlanYears,
    Reading,
    begins_in,
    month_number,
    year_number,
)
from actions.imports.doubts import DoubtKind, quoted
from actions.periods import financial_quarter_end, month_end, term_named

_HALVES_END_IN = {
    ("autumn", "1"): 10,
    ("autumn", "2"): 12,
    ("spring", "1"): 2,
    ("spring", "2"): 4,
    ("summer", "1"): 5,
    ("summer", "2"): 7,
}
_SEASONS = {"aut": "autumn", "win": "autumn", "spr": "spring", "sum": "summer"}


def read_term(match: re.Match, years: PlanYears) -> Reading | None:
    season, typed = _SEASONS[match["season"][:3].lower()], match["year"]
    if match["half"] or match["part"]:
        return _half_term(season, match, years)
    year, is_clear = _year_of_term(season, typed)
    last = term_named(season, year) if year else years.next(lambda year: term_named(season, year))
    reading = Reading(last, DatePrecision.TERM)
    if not typed:
        reading = reading.without_year(match[0])
    elif not is_clear:
        reading = reading.two_ways(match[0], "the first year or the second")
    if match["season"].lower() == "winter" or not match["term"]:
        reading = reading.two_ways(match[0], f"the season, or the school's {season} term")
    return reading


def read_numbered_term(match: re.Match, years: PlanYears) -> Reading | None:
    """Of three terms in a year, or of six: nobody but the school knows."""
    number = int(match["number"])
    if not 1 <= number <= 6:
        return None
    season = ["autumn", "spring", "summer"][number - 1 if number <= 3 else (number - 1) // 2]
    year, _ = _year_of_term(season, match["year"])
    last = term_named(season, year) if year else years.next(lambda year: term_named(season, year))
    return Reading(last, DatePrecision.TERM).two_ways(match[0], "one of three terms in a year, or one of six")


def read_quarter(match: re.Match, years: PlanYears) -> Reading | None:
    quarter, typed = int(match["quarter"] or match["nth"]), match["year"]
    begins = begins_in(typed) if typed and re.search(r"[-/]", typed) else typed and year_number(typed)
    if typed and begins is None:
        return None
    last = (
        financial_quarter_end(begins, quarter)
        if begins
        else years.next(lambda year: financial_quarter_end(year - quarter // 4, quarter))
    )
    reading = Reading(last, DatePrecision.QUARTER)
    if not typed:
        reading = reading.without_year(match[0])
    if match["financial"] and typed and re.search(r"[-/]", typed):
        return reading
    return reading.two_ways(match[0], "a quarter of the financial year, of the school year or of the calendar year")


def _year_of_term(season: str, typed: str | None) -> tuple[int | None, bool]:
    """The calendar year of a term, and whether that is clear: the summer of 2019/20 may be either year's."""
    if not typed:
        return None, False
    if not re.search(r"[-/]", typed):
        return year_number(typed), True
    begins = begins_in(typed)
    if begins is None:
        return year_number(re.split(r"[-/]", typed)[1]), False
    return (begins, True) if season == "autumn" else (begins + 1, season == "spring")


def _half_term(season: str, match: re.Match, years: PlanYears) -> Reading:
    """Kept as the month in which that half of the term ends: half terms differ by school and year."""
    half = match["half"] or match["part"]
    return _end_of_half(_HALVES_END_IN[season, half if half.isdigit() else "1"], season, match, years)


def read_half_term(match: re.Match, years: PlanYears) -> Reading:
    """October half term 2019"""
    month = month_number(match["month"])
    return _end_of_half(month, "autumn" if month > 8 else "spring", match, years)


def _end_of_half(month: int, season: str, match: re.Match, years: PlanYears) -> Reading:
    def end(year: int) -> date:
        return month_end(date(year, month, 1))

    year, _ = _year_of_term(season, match["year"])
    reading = Reading(end(year) if year else years.next(end), DatePrecision.MONTH)
    if not match["year"]:
        reading = reading.without_year(match[0])
    return reading.doubted(
        DoubtKind.DATE_ROUGH,
        f"{quoted(match[0])} is half a term, and half terms differ: the end of {reading.in_words} is proposed.",
    )


BY_TERM = [
    (
        r"\b(?P<season>aut(?:umn)?|spr(?:ing)?|sum(?:mer)?|winter)\b(?:\s*(?P<half>[12]\b(?!/)|half[\s-]?term))?"
        rf"(?:\s*(?P<term>terms?\b))?(?:\s*(?P<part>[12])\b(?!/))?{WHEN}",
        read_term,
    ),
    (rf"\b(?P<month>{MONTH})\s*half[\s-]?term\b{WHEN}", read_half_term),
    (rf"\bterm\s*(?P<number>\d)\b{WHEN}", read_numbered_term),
    (
        r"\b(?:(?:q|qtr|quarter)\.?\s*(?P<quarter>[1-4])\b|(?P<nth>[1-4])(?:st|nd|rd|th)\s+quarter\b)"
        rf"(?:{OF}(?P<financial>{FINANCIAL})\s*)?{WHEN}",
        read_quarter,
    ),
]
