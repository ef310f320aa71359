"""On which days people report. Pure functions, and the same answer every time.

Every update of a month counts from a working day in its first eight, so figures hold still from the
9th until the month ends. Actions are told apart by their number, so that not everyone reports at once.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
LAST_REPORTING_DAY = 8
_BANK_HOLIDAYS = {(1, 1)}


def _working_days(month: date) -> list[date]:
    days = [month.replace(day=day) for day in range(1, LAST_REPORTING_DAY + 1)]
    return [d for d in days if d.weekday() < 5 and (d.month, d.day) not in _BANK_HOLIDAYS]


def reporting_day(month: date, number: int) -> date:
    working = _working_days(month)
    return working[(number * 7 + month.month * 3) % len(working)]


def review_day(month: date) -> date:
    """Claims are read once a month at one sitting, when everybody has reported."""
    return _working_days(month)[-1]


def recorded_at(effective_on: date, number: int) -> datetime:
    """Typed in office hours, mostly on the day itself; now and then a day or two after it."""
    typed_on = effective_on + timedelta(days={0: 1, 7: 2}.get((number + effective_on.day) % 13, 0))
    minutes = (number * 37 + effective_on.toordinal() * 11) % (8 * 60)
    return datetime.combine(typed_on, time(9), LONDON) + timedelta(minutes=minutes)


def skips(month: date, number: int) -> bool:
    """Once in a while a month goes by without a word: about one in twelve."""
    return (number * 7 + month.year + month.month * 5) % 12 == 0
