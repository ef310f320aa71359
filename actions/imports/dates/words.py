"""The words of dates, as patterns; and the plan's years, by which a missing year is proposed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from actions.choices import DatePrecision
from actions.imports.doubts import Doubt, DoubtKind, quoted
from actions.periods import as_promised, first_day

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
YEAR4 = r"(?:1[89]|2[01])\d\d"
YEAR = rf"(?:{YEAR4}|'?\d\d)(?!\d)"
YEARS = rf"(?:{YEAR4}\s*[-/]\s*(?:{YEAR4}|\d\d)|\d\d\s*[-/]\s*\d\d)(?![\d/.-]*\d)"
"""As 2019/20, 2019-2020 or 24/25: see `begins_in`."""

OF = r"[\s,]*(?:(?:of|in|the|-)\s*)?\(?(?:\bAY\s*)?"
WHEN = rf"(?:{OF}(?P<year>{YEARS}|{YEAR})(?![/-]?\d))?"
FINANCIAL = r"(?:financial|fiscal)\s+year|\bFY|\bF/Y"
ACADEMIC = r"(?:academic|school)\s+year|\bAY"

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_FAR = 5  # years


def month_number(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    return _WEEKDAYS.index(word[:3].lower())


def year_number(text: str) -> int:
    """19, '19 and 2019 are 2019."""
    number = int(text.strip().lstrip("'"))
    return number if number > 99 else 2000 + number


def begins_in(years: str) -> int | None:
    """2019, for 2019/20, 19/20 or 2019-2020; None where the second year does not follow the first."""
    first, second = (year_number(year) for year in re.split(r"\s*[-/]\s*", years))
    return first if second == first + 1 else None


@dataclass(frozen=True, slots=True)
class PlanYears:
    """The plan's days, where it has any, and the day on which the question is asked."""

    starts_on: date | None
    ends_on: date | None
    today: date

    @property
    def first(self) -> date:
        return self.starts_on or self.today

    @property
    def last(self) -> date:
        return self.ends_on or self.today

    def next(self, in_year: Callable[[int], date]) -> date:
        """The first such day that is not over when the plan begins."""
        year = self.first.year
        return in_year(year) if in_year(year) >= self.first else in_year(year + 1)

    def are_far_from(self, last: date) -> bool:
        return last.year < self.first.year - _FAR or last.year > self.last.year + _FAR

    def hold(self, last: date, *, give_or_take: int) -> bool:
        return self.first.year - give_or_take <= last.year <= self.last.year + give_or_take


@dataclass(frozen=True, slots=True)
class Reading:
    """One date as understood: the last day of its range, and what is to be asked of it."""

    last: date
    precision: DatePrecision = DatePrecision.DAY
    doubts: tuple[Doubt, ...] = ()
    begins: date | None = None
    """Where the range is longer than its precision says, as from September to December."""

    @property
    def first(self) -> date:
        return self.begins or first_day(self.last, self.precision)

    @property
    def in_words(self) -> str:
        return as_promised(self.last, self.precision)

    def doubted(self, kind: DoubtKind, sentence: str) -> "Reading":
        doubt = Doubt(kind, sentence, self.in_words)
        return Reading(self.last, self.precision, (*self.doubts, doubt), self.begins)

    def without_year(self, typed: str) -> "Reading":
        return self.doubted(
            DoubtKind.DATE_WITHOUT_YEAR,
            f"{quoted(typed)} names no year. {self.in_words} is the first that the plan's years allow.",
        )

    def two_ways(self, typed: str, ways: str, kind: DoubtKind = DoubtKind.DATE_TWO_WAYS) -> "Reading":
        return self.doubted(kind, f"{quoted(typed)} can mean {ways}.")
