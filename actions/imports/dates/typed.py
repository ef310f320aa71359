"""What one typed date means, in British order. Where it may mean two things, it is asked."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from actions.choices import DatePrecision
from actions.imports.dates import phrases
from actions.imports.dates.forms import READ, Found, find_dates, plain
from actions.imports.dates.words import PlanYears, Reading
from actions.imports.doubts import Doubt, DoubtKind, listed, quoted
from actions.imports.grid import Cell
from actions.periods import in_full

SERIALS_BEGIN_ON = date(1899, 12, 30)
"""Of the spreadsheet's day numbers, which count a 29 February 1900 that never was."""
SERIALS = range(29221, 73051)
"""From 1980 to 2099: any other number in a date column is not a day."""
_COARSE = {DatePrecision.MONTH, DatePrecision.QUARTER, DatePrecision.YEAR}


@dataclass(frozen=True, slots=True)
class TypedDate:
    """`typed` is always what is shown. `last` is what a promise is judged by, `first` what a start is."""

    typed: str
    precision: DatePrecision = DatePrecision.NONE
    first: date | None = None
    last: date | None = None
    doubts: tuple[Doubt, ...] = ()
    found: tuple[Reading, ...] = ()
    """Each date in the cell, in the order typed, where there are several to choose from."""


def read_date(cell: Cell, *, plan_starts_on: date | None, plan_ends_on: date | None, today: date) -> TypedDate:
    """`today` stands in where there is no plan yet. Never raises."""
    years = PlanYears(plan_starts_on, plan_ends_on, today)
    typed = cell.shown.strip()
    held = _day_held(cell)
    result = _true_date(held, typed, years) if held else _read_text(typed, years)
    if len(typed) > READ and not result.doubts:
        sentence = f"{quoted(typed)} is long, and only its beginning was read."
        result = replace(result, doubts=(Doubt(DoubtKind.DATE_AMONG_WORDS, sentence, _in_words(result)),))
    if cell.trouble:
        trouble = Doubt(DoubtKind.CELL_TROUBLE, cell.trouble, _in_words(result))
        result = replace(result, doubts=(trouble, *result.doubts))
    return result


def _day_held(cell: Cell) -> date | None:
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    serial = re.fullmatch(r"([0-9]{5})(?:\.[0-9]+)?", cell.shown.strip())
    if serial and int(serial[1]) in SERIALS:
        return SERIALS_BEGIN_ON + timedelta(days=int(serial[1]))
    return None


def _true_date(day: date, typed: str, years: PlanYears) -> TypedDate:
    """The file holds a day. Where it shows less, the day may be the spreadsheet's own filling."""
    reading = Reading(day)
    shown, rest = find_dates(plain(typed[:READ]), years)
    if len(shown) == 1 and not phrases.unread_words(rest):
        reading = _as_shown(day, shown[0].reading, typed)
    return _dated(typed or in_full(day), reading, years)


def _as_shown(day: date, shown: Reading, typed: str) -> Reading:
    if any(doubt.kind == DoubtKind.DATE_WITHOUT_YEAR for doubt in shown.doubts):
        return Reading(day).doubted(
            DoubtKind.DATE_TWO_WAYS,
            f"The cell shows {quoted(typed)} and holds {in_full(day)}. "
            "The spreadsheet may have made a day of a month and a year, and added a year of its own.",
        )
    if shown.precision not in _COARSE:
        return Reading(day)
    if day in {shown.first, shown.last}:
        return replace(shown, doubts=())
    return Reading(day).doubted(DoubtKind.DATE_TWO_WAYS, f"The cell shows {quoted(typed)} and holds {in_full(day)}.")


def _read_text(typed: str, years: PlanYears) -> TypedDate:
    text = plain(typed[:READ])
    if phrases.means_ongoing(text):
        return TypedDate(typed, DatePrecision.ONGOING)
    if not text or phrases.means_no_date(text):
        return TypedDate(typed)
    found, rest = find_dates(text, years)
    if not found:
        return _without_date(typed, text)
    if len({date.reading.last for date in found}) > 1:
        return _one_of_several(typed, text, rest, found, years)
    reading = min((date.reading for date in found), key=lambda reading: list(DatePrecision).index(reading.precision))
    return _dated(typed, _among_words(reading, typed, text, rest), years)


def _without_date(typed: str, text: str) -> TypedDate:
    if phrases.says_done(text):
        kind, sentence = DoubtKind.DATE_DONE, f"{quoted(typed)} says that it is done, not when it was due."
    elif phrases.says_ongoing(text):
        doubt = Doubt(
            DoubtKind.DATE_AMONG_WORDS, f"{quoted(typed)} speaks of something ongoing, among other words.", "Ongoing"
        )
        return TypedDate(typed, DatePrecision.ONGOING, doubts=(doubt,))
    else:
        kind, sentence = DoubtKind.DATE_UNREAD, f"No date can be read from {quoted(typed)}."
    return TypedDate(typed, doubts=(Doubt(kind, sentence, DatePrecision.NONE.label),))


def _among_words(reading: Reading, typed: str, text: str, rest: str) -> Reading:
    """Words beside a date are passed over in silence only where they change nothing."""
    for said, kind, why in [
        (phrases.says_moved(text, rest), DoubtKind.DATE_MOVED, "speaks of a new date, and the original is not given"),
        (phrases.says_done(rest), DoubtKind.DATE_DONE, "says that it is done, perhaps not when it was due"),
        (phrases.says_ongoing(rest), DoubtKind.DATE_AMONG_WORDS, "gives a date, and says that it goes on"),
        (phrases.says_unsure(rest), DoubtKind.DATE_ROUGH, "is not sure of its date"),
        (phrases.says_roughly(rest), DoubtKind.DATE_ROUGH, "only says roughly when"),
        (phrases.says_another_side(rest), DoubtKind.DATE_TWO_WAYS, "may not count the date itself"),
        (_by_a_year(reading, rest), DoubtKind.DATE_TWO_WAYS, "may mean the beginning of the year or its end"),
    ]:
        if said:
            return reading.doubted(kind, f"{quoted(typed)} {why} (“{said}”).")
    unread = phrases.unread_words(rest)
    if unread:
        return reading.doubted(
            DoubtKind.DATE_AMONG_WORDS, f"{quoted(typed)} holds a date among other words ({quoted(unread)})."
        )
    return reading


def _by_a_year(reading: Reading, rest: str) -> str:
    is_year = reading.precision == DatePrecision.YEAR and not reading.doubts
    return "by" if is_year and not phrases.names_the_end(rest) and re.search(r"\bby\b", rest, re.IGNORECASE) else ""


def _one_of_several(typed: str, text: str, rest: str, found: list[Found], years: PlanYears) -> TypedDate:
    """Of a date that moved the original is proposed, else the last of all."""
    readings = [date.reading for date in found]
    named = listed(reading.in_words for reading in readings)
    moved = phrases.says_moved(text, rest)
    if moved:
        called = [date.reading for date in found if phrases.is_called_original(_before(text, date, found))]
        reading = called[0] if called else readings[0]
        sentence = (
            f"{quoted(typed)} gives {named}, and speaks of a new date (“{moved}”). "
            f"{reading.in_words} is proposed as the original date; no date change is on record."
        )
        reading = reading.doubted(DoubtKind.DATE_MOVED, sentence)
    else:
        latest = max(readings, key=lambda reading: reading.last)
        reading = latest.doubted(DoubtKind.DATE_SEVERAL, f"{quoted(typed)} gives {named}. The last is proposed.")
    return replace(_dated(typed, reading, years), found=tuple(readings))


def _before(text: str, date: Found, found: list[Found]) -> str:
    """What stands between a date and the one before it."""
    return text[max((other.end for other in found if other.end <= date.start), default=0) : date.start]


def _dated(typed: str, reading: Reading, years: PlanYears) -> TypedDate:
    if years.are_far_from(reading.last):
        reading = reading.doubted(
            DoubtKind.DATE_FAR, f"{quoted(typed)} is read as {reading.in_words}, far from the years of the plan."
        )
    return TypedDate(typed, reading.precision, reading.first, reading.last, reading.doubts)


def _in_words(result: TypedDate) -> str:
    return Reading(result.last, result.precision).in_words if result.last else result.precision.label
