"""The dates of a row: when it starts, when it was due, when it is due now, and the days of its updates."""

import re
from dataclasses import dataclass, field

from actions.choices import DatePrecision
from actions.imports.columns.fields import Field
from actions.imports.columns.guess import Guess
from actions.imports.columns.heading_words import plain
from actions.imports.dates.in_one_cell import DatePart, out_of_order
from actions.imports.dates.typed import TypedDate
from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.grid import Cell
from actions.imports.sheets.table import Row
from actions.imports.understanding.asking import RowAsker
from actions.imports.understanding.deciding import settled
from actions.imports.understanding.reader import Reader
from actions.imports.understanding.result import Asked
from actions.imports.understanding.sources import Source
from actions.periods import as_promised

_WORDS = {
    DatePart.START: r"\b(?:start|begin|from|commence)\w*",
    DatePart.REVISED: r"\brev(?:ised|iew)?\b",
    DatePart.DUE: r"\b(?:end|finish|due|complet\w*|to|target)\b",
}
_PARTS = {Field.START: DatePart.START, Field.REVISED_DUE: DatePart.REVISED, Field.DUE: DatePart.DUE}
_NOT_GIVEN = TypedDate("")


@dataclass
class RowDates:
    """`due` is the promise as it was made first, `revised` another date given for it; each None where nothing says."""

    found: dict[Field, TypedDate] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def __getitem__(self, which: Field) -> TypedDate:
        return self.found.get(which, _NOT_GIVEN)

    @property
    def start(self) -> TypedDate:
        return self[Field.START]

    @property
    def due(self) -> TypedDate:
        return self.found.get(Field.ORIGINAL_DUE) or self[Field.DUE]

    @property
    def revised(self) -> TypedDate:
        if self[Field.REVISED_DUE].last or Field.ORIGINAL_DUE not in self.found:
            return self[Field.REVISED_DUE]
        return self[Field.DUE]


def in_words(reading: TypedDate) -> str:
    return as_promised(reading.last, reading.precision)


def read_row_dates(row: Row, source: Source, reader: Reader, asker: RowAsker) -> RowDates:
    dates = RowDates()
    for which in (Field.START, Field.DUE, Field.ORIGINAL_DUE, Field.REVISED_DUE, Field.REVIEW_ON, Field.COMPLETED_ON,
                  Field.UPDATED_ON):  # fmt: skip
        for _, cell in source.filled(row, which)[:1]:
            _settle(dates, which, cell, reader.date(cell), reader, asker)
    for guess, cell in source.filled(row, Field.START_AND_DUE)[:1]:
        _several(dates, guess, cell, reader, asker)
    _in_order(dates, asker)
    return dates


def _several(dates: RowDates, guess: Guess, cell: Cell, reader: Reader, asker: RowAsker) -> None:
    parts = reader.dates(cell, parts_named(guess.heading.full))
    for which, part in _PARTS.items():
        if part in parts and which not in dates.found:
            _settle(dates, which, cell, parts[part], reader, asker)


def parts_named(heading: str) -> tuple[DatePart, ...]:
    """“Start/Rev/End” names three, in that order."""
    found = {part: re.search(pattern, plain(heading)) for part, pattern in _WORDS.items()}
    named = {part: match.start() for part, match in found.items() if match}
    return tuple(sorted(named, key=named.__getitem__))


def _settle(dates: RowDates, which: Field, cell: Cell, reading: TypedDate, reader: Reader, asker: RowAsker) -> None:
    asked = [asker.ask(doubt, which, cell.shown) for doubt in reading.doubts]
    answer = settled(asked)
    if answer.instead:
        written = reader.date(Cell(answer.instead, answer.instead))
        if not written.last and written.doubts:
            asked = [asker.ask_again(each, written.doubts[0].sentence) for each in asked]
        else:
            reading = TypedDate(reading.typed, written.precision, written.first, written.last)
    elif answer.is_left:
        reading = TypedDate(reading.typed)
    dates.found[which] = reading
    dates.asked += asked


def _in_order(dates: RowDates, asker: RowAsker) -> None:
    """A start after the end cannot be kept: it is left out unless somebody writes another."""
    doubt = out_of_order(dates.start, dates.due)
    if doubt is None:
        return
    if not any(each.doubt.kind == DoubtKind.DATES_OUT_OF_ORDER for each in dates.asked):
        proposed = Doubt(doubt.kind, doubt.sentence, "No start date")
        dates.asked.append(asker.ask(proposed, Field.START, dates.start.typed))
    dates.found[Field.START] = TypedDate(dates.start.typed, DatePrecision.NONE)
