"""The calendar: month ends, school terms, years, and how a promised date reads. Pure functions.

A date can be promised as a day, a month, a school term, a quarter or a year. What is kept is the
last day of that range, because a promise is late only after it.
"""

from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import easter

from actions.choices import DatePrecision, TimeUnit

FINANCIAL_YEAR_END = (3, 31)
ACADEMIC_YEAR_END = (8, 31)
CALENDAR_YEAR_END = (12, 31)
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)  # that anybody may ask about


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def month_ends(first: date, last: date) -> list[date]:
    """Every month end from the month of `first` that has been reached by `last`, oldest first."""
    ends = []
    end = month_end(first)
    while end <= last:
        ends.append(end)
        end = month_end(end + timedelta(days=1))
    return ends


def last_month_ends(on: date, count: int) -> list[date]:
    """The last `count` month ends reached by that day, oldest first."""
    ends = []
    day = on + timedelta(days=1)
    while len(ends) < count:
        day = day.replace(day=1) - timedelta(days=1)
        ends.append(day)
    return ends[::-1]


def months_between(earlier: date, later: date) -> int:
    """Whole months, to the nearest: a fortnight's slip is none, three weeks' is one. Negative when brought forward."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month + (later.day - earlier.day) / 30
    return round(months)


def later(day: date, number: int, unit: str) -> date:
    """The same day so many months on, or the month's last where it has no such day; or so many days on."""
    if unit == TimeUnit.DAYS:
        return day + timedelta(days=number)
    years, month = divmod(day.month - 1 + number, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def term_end(day: date) -> date:
    """The spring term ends at Easter, the summer term in July, the autumn term in December."""
    if day <= easter(day.year):
        return easter(day.year)
    if day <= date(day.year, 7, 31):
        return date(day.year, 7, 31)
    return date(day.year, *CALENDAR_YEAR_END)


def easter_day(year: int) -> date:
    return easter(year)


def term_named(season: str, year: int) -> date:
    """The last day of the spring, summer or autumn term of that calendar year."""
    return {
        "spring": easter(year),
        "summer": date(year, 7, 31),
        "autumn": date(year, *CALENDAR_YEAR_END),
    }[season]


def quarter_end(day: date) -> date:
    return month_end(day.replace(day=1, month=(day.month + 2) // 3 * 3))


def year_end(day: date) -> date:
    """The calendar year's, unless the day already ends a financial or an academic year."""
    if (day.month, day.day) in {FINANCIAL_YEAR_END, ACADEMIC_YEAR_END}:
        return day
    return date(day.year, *CALENDAR_YEAR_END)


def financial_year_end(begins_in: int) -> date:
    """2019, for 2019/20 → 31 March 2020"""
    return date(begins_in + 1, *FINANCIAL_YEAR_END)


def academic_year_end(begins_in: int) -> date:
    """2019, for 2019/20 → 31 August 2020"""
    return date(begins_in + 1, *ACADEMIC_YEAR_END)


def financial_quarter_end(begins_in: int, quarter: int) -> date:
    """The fourth quarter of 2019/20 ends on 31 March 2020."""
    return date(begins_in + quarter // 4, (3 * quarter) % 12 + 3, 30 if quarter in {1, 2} else 31)


_LAST_DAYS = {
    DatePrecision.DAY: lambda day: day,
    DatePrecision.MONTH: month_end,
    DatePrecision.TERM: term_end,
    DatePrecision.QUARTER: quarter_end,
    DatePrecision.YEAR: year_end,
}


def last_day(day: date, precision: str) -> date:
    """The last day of the promised range that holds `day`. Only for a precision that has a date."""
    return _LAST_DAYS[DatePrecision(precision)](day)


def _term_start(last: date) -> date:
    """Of the term that ends on `last`: 1 January, the day after Easter, or 1 September."""
    if last.month == 12:
        return date(last.year, 9, 1)
    return date(last.year, 1, 1) if last <= easter(last.year) else easter(last.year) + timedelta(days=1)


def _year_start(last: date) -> date:
    return later(last + timedelta(days=1), -12, TimeUnit.MONTHS)


_FIRST_DAYS = {
    DatePrecision.DAY: lambda last: last,
    DatePrecision.MONTH: lambda last: last.replace(day=1),
    DatePrecision.TERM: _term_start,
    DatePrecision.QUARTER: lambda last: last.replace(day=1, month=last.month - 2),
    DatePrecision.YEAR: _year_start,
}


def first_day(last: date, precision: str) -> date:
    """The first day of the range that ends on `last`. Only for a precision that has a date."""
    return _FIRST_DAYS[DatePrecision(precision)](last)


def in_full(day: date) -> str:
    """12 July 2019"""
    return f"{day.day} {day:%B %Y}"


def in_short(day: date) -> str:
    """12 Jul 2019"""
    return f"{day.day} {day:%b %Y}"


def counted(number: int, unit: str) -> str:
    """1 day; 2 months"""
    return f"{number} {unit.removesuffix('s')}{'' if number == 1 else 's'}"


def how_long(earlier: date, later: date) -> str:
    """As people say it: “5 days”, “3 weeks”, “4 months”, “2 years”. Nobody counts the days of a year."""
    days, months = (later - earlier).days, months_between(earlier, later)
    if days < 14:
        return counted(days, "days")
    if days < 63:
        return counted(days // 7, "weeks")
    return counted(months, "months") if months < 24 else counted(months // 12, "years")


def day_and_month(day: date, *, beside: date) -> str:
    """15 July, after a day of the same year; else 15 July 2020."""
    return f"{day.day} {day:%B}" if day.year == beside.year else in_full(day)


def _term_name(day: date) -> str:
    season = {12: "Autumn", 7: "Summer"}.get(day.month, "Spring")
    return f"{season} term {day.year}"


def _year_name(day: date) -> str:
    if (day.month, day.day) == FINANCIAL_YEAR_END:
        return f"{day.year - 1}/{day:%y} financial year"
    if (day.month, day.day) == ACADEMIC_YEAR_END:
        return f"{day.year - 1}/{day:%y} school year"
    return str(day.year)


_NAMES = {
    DatePrecision.DAY: in_full,
    DatePrecision.MONTH: lambda day: f"{day:%B %Y}",
    DatePrecision.TERM: _term_name,
    DatePrecision.QUARTER: lambda day: f"{day.replace(day=1, month=day.month - 2):%B} to {day:%B %Y}",
    DatePrecision.YEAR: _year_name,
}


def as_promised(day: date | None, precision: str) -> str:
    """How a promised date reads: “March 2020”, “Autumn term 2019”, “Ongoing”."""
    if day is None:
        return DatePrecision(precision).label
    return _NAMES[DatePrecision(precision)](day)
