"""How a promised date is typed by hand, and the last day it can mean. Pure functions, and strict: no guesses.

Whatever `periods.as_promised` writes is read back as the same promise.
"""

import re
from calendar import month_abbr, month_name
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from actions.choices import DatePrecision
from actions.periods import ACADEMIC_YEAR_END, FINANCIAL_YEAR_END, last_day

FORMS = (
    "a day (31/03/2020), a month (March 2020), a term (end of autumn term 2019), a quarter (April to June 2020), "
    "a year (2020, 2019/20 financial year, 2019/20 school year) or “ongoing”"
)


@dataclass(frozen=True)
class Promise:
    """The last day of what was promised; none where it goes on, or where no date was given."""

    on: date | None
    precision: DatePrecision


def promise_in(typed: str) -> Promise:
    """ValueError, with the forms that are understood, for anything else."""
    words = _plain(typed)
    if words in {"", "no date given", "tbc", "to be confirmed"}:
        return Promise(None, DatePrecision.NONE)
    if words in {"ongoing", "on going"}:
        return Promise(None, DatePrecision.ONGOING)
    for precision, pattern, day_of in _SHAPES:
        if found := re.fullmatch(pattern, words):
            try:
                return Promise(last_day(day_of(**found.groupdict()), precision), precision)
            except ValueError:
                break
    raise ValueError(f"Write {FORMS}.")


def _plain(typed: str) -> str:
    """Without what changes nothing: “by the end of Autumn Term, 2019.” is “autumn term 2019”."""
    words = " ".join(typed.lower().replace(",", " ").strip(" .").split())
    return re.sub(r"^(by )?(the )?(end of )?(the )?", "", words)


def _year(year: str) -> int:
    return int(year) + 2000 if len(year) == 2 else int(year)


def _month(name: str) -> int:
    """September is also Sept, in digits 9 or 09."""
    return int(name) if name.isdigit() else [short.lower() for short in month_abbr].index(name[:3])


def _day(day: str, month: str, year: str) -> date:
    return date(_year(year), _month(month), int(day))


def _first(month: str, year: str) -> date:
    return date(_year(year), _month(month), 1)


def _in_term(season: str, year: str) -> date:
    """A day that nobody doubts to be in it."""
    return date(int(year), {"spring": 2, "summer": 6, "autumn": 11}[season], 1)


def _in_quarter(first: str, last: str, year: str) -> date:
    if _month(first) % 3 != 1 or _month(last) != _month(first) + 2:
        raise ValueError("no quarter of a year")
    return _first(last, year)


def _year_ending(month_and_day: tuple[int, int]) -> Callable[..., date]:
    """The year of two calendar years that ends on that day of the second."""

    def ends(first: str, second: str) -> date:
        if int(second) % 100 != (int(first) + 1) % 100:
            raise ValueError("no two years in a row")
        return date(int(first) + 1, *month_and_day)

    return ends


_NAME = "(?:" + "|".join(name.lower() for name in [*month_name[1:], "Sept", *month_abbr[1:]]) + ")"
_LONG_YEAR, _ANY_YEAR = r"(?P<year>\d{4})", r"(?P<year>\d{4}|\d{2})"
_TWO_YEARS = r"(?P<first>\d{4}) ?[/–-] ?(?P<second>\d{2}|\d{4})"
_SCHOOL = "(?:school|academic)"
_SHAPES: list[tuple[DatePrecision, str, Callable[..., date]]] = [
    (DatePrecision.DAY, rf"(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-]{_ANY_YEAR}", _day),
    (DatePrecision.DAY, rf"{_LONG_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})", _day),
    (DatePrecision.DAY, rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_NAME}) {_ANY_YEAR}", _day),
    (DatePrecision.MONTH, rf"(?P<month>{_NAME})[ -]{_ANY_YEAR}", _first),
    (DatePrecision.MONTH, rf"(?P<month>\d{{1,2}})/{_LONG_YEAR}", _first),
    (DatePrecision.TERM, rf"(?P<season>spring|summer|autumn) term {_LONG_YEAR}", _in_term),
    (DatePrecision.QUARTER, rf"(?P<first>{_NAME}) (?:to|–|-) (?P<last>{_NAME}) {_LONG_YEAR}", _in_quarter),
    (DatePrecision.YEAR, rf"{_TWO_YEARS} financial year", _year_ending(FINANCIAL_YEAR_END)),
    (DatePrecision.YEAR, rf"financial year {_TWO_YEARS}", _year_ending(FINANCIAL_YEAR_END)),
    (DatePrecision.YEAR, rf"{_TWO_YEARS} {_SCHOOL} year", _year_ending(ACADEMIC_YEAR_END)),
    (DatePrecision.YEAR, rf"{_SCHOOL} year {_TWO_YEARS}", _year_ending(ACADEMIC_YEAR_END)),
    (DatePrecision.YEAR, _LONG_YEAR, lambda year: date(int(year), 1, 1)),
]
