"""As at which day a file tells how things stand, and its columns that are headed by a month."""

import re
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from actions.choices import DatePrecision
from actions.imports.dates.forms import find_dates, plain
from actions.imports.dates.words import PlanYears, Reading
from actions.imports.doubts import Doubt, DoubtKind, quoted
from actions.imports.grid import Book
from actions.imports.understanding.sources import Source
from actions.periods import in_full

_AS_AT = re.compile(r"\b(?:as (?:at|of|on)|position|status (?:at|on)|updated?|correct (?:at|on)|date)\b", re.IGNORECASE)
_EXACT = {DatePrecision.DAY, DatePrecision.MONTH}


def proposed_day(book: Book, sources: list[Source], *, today: date) -> tuple[date, str]:
    """From what stands above the tables, else from the names of file and sheets, else from the columns; else today.

    With the reason, in a sentence."""
    above = [line for source in sources for line in source.table.title]
    lines = sorted(above, key=lambda line: not _AS_AT.search(line))
    names = [_spaced(PurePath(book.file_name).stem), *(_spaced(source.table.sheet) for source in sources)]
    columns = [moment for source in sources for moment in reversed(source.moments)]
    for where, texts in [("title", lines), ("name", names), ("heading", columns)]:
        days = [(day, text) for text in texts if (day := day_in(text, today))]
        if days:
            day, text = max(days) if where == "heading" else days[0]
            return day, f"The {where} {quoted(text)} says so."
    return today, "The file names no day, so it is taken to tell of today."


def _spaced(name: str) -> str:
    """“tracker_v3_10-07-2019” has no spaces."""
    return name.replace("_", " ")


def day_in(text: str, today: date) -> date | None:
    """Never later than today."""
    found, _ = find_dates(plain(text[:200]), PlanYears(None, None, today))
    sure = [each.reading for each in found if each.reading.precision in _EXACT and not each.reading.doubts]
    past = [reading for reading in sure if reading.first <= today]
    return min(past[-1].last, today) if past else None


def day_of_column(moment: str, *, told_on: date, today: date) -> tuple[date, Doubt | None]:
    """The last day of the month that a heading names, but never after the file was told. A month without a year is
    the last one before that day, and asked about."""
    found, _ = find_dates(plain(moment), PlanYears(None, None, told_on))
    if not found:
        sentence = f"The heading says {quoted(moment)}, which names no day: {in_full(told_on)} is proposed."
        return told_on, Doubt(DoubtKind.DATE_UNREAD, sentence, in_full(told_on))
    reading = found[0].reading
    if not reading.doubts:
        return _not_later(reading, told_on=told_on, today=today), None
    reading = _last_before(reading, told_on)
    day = _not_later(reading, told_on=told_on, today=today)
    sentence = f"The heading says {quoted(moment)}: {in_full(day)} is proposed."
    return day, Doubt(reading.doubts[0].kind, sentence, in_full(day))


def _not_later(reading: Reading, *, told_on: date, today: date) -> date:
    return told_on if reading.first <= told_on <= reading.last else min(reading.last, today)


def _last_before(reading: Reading, told_on: date) -> Reading:
    if reading.first <= told_on or (reading.last.month, reading.last.day) == (2, 29):
        return reading
    return replace(reading, last=reading.last.replace(year=reading.last.year - 1), begins=None)
