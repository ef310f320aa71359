"""Every made-up layout, written as real files, comes back whole: all rows, and no wrong value without a doubt."""

from dataclasses import replace
from datetime import date

import pytest

from actions.imports.answers import Answers
from actions.imports.columns.fields import Field
from actions.imports.grid import Book
from actions.imports.known_plan import NOTHING_KNOWN
from actions.imports.understanding import Understanding, UnderstoodRow, understand
from tests.imports.layout_files import as_csv, as_ods, as_xlsx
from tests.imports.layouts import ALL
from tests.imports.layouts.builder import Layout, Typed
from tests.imports.readings import BY_OTHER_KEYS, LEADS, PROMISED, STATUSES
from tests.imports.written import book_of

TOLD_ON = date(2019, 9, 1)
WITH_ACTIONS = {name: layout for name, layout in ALL.items() if any(b.answers for b in layout.builders)}
WRITTEN = [
    pytest.param(layout, write, id=f"{name}-{write.__name__}")
    for name, layout in WITH_ACTIONS.items()
    for write in (as_xlsx, as_ods)
]
# Layouts that a .csv cannot hold: of what is merged or hidden it knows nothing, and it has one sheet.
FOR_CSV = [
    pytest.param(layout, id=name)
    for name, layout in WITH_ACTIONS.items()
    if len(layout.builders) == 1 and not layout.builders[0].merged
]
STATUS_FIELDS = {Field.STATUS, Field.STAGE, Field.RAG, Field.PERCENT}


def understood(book: Book) -> Understanding:
    return understand(book, Answers(told_on=TOLD_ON), NOTHING_KNOWN, today=TOLD_ON)


def rows_typed(layout: Layout) -> list[tuple]:
    return [
        (builder.name, row.number, " ".join(row.title.split()), row.groups)
        for builder in layout.builders
        for answer in builder.answers
        for row in answer.rows
    ]


def rows_found(understanding: Understanding) -> list[tuple]:
    """A reference may be taken from an action's text."""
    return [(row.sheet, row.number, _with_reference(row), tuple(row.data["groups"])) for row in understanding.rows]


def _with_reference(row: UnderstoodRow) -> str:
    typed = next(told.typed for told in row.told if told.field == Field.TITLE)
    return " ".join(typed.split()) if row.ref in typed else row.title


def wrong_values(layout: Layout, understanding: Understanding) -> list[str]:
    """What a row tells otherwise than it was typed or meant, without a doubt beside it."""
    meant = {
        (builder.name, heading): field
        for builder in layout.builders
        for answer in builder.answers
        for heading, field in answer.fields.items()
    }
    lines = {builder.name: builder.lines for builder in layout.builders}
    wrong = []
    for row in understanding.rows:
        for told in row.told:
            typed = _typed(lines[row.sheet], row.number, told.column)
            if typed and not row.data["continued_in"] and told.typed.strip() != typed.strip():
                wrong.append(f"{row.sheet} {row.number}: {typed!r} came back as {told.typed!r}")
            if told.is_doubtful:
                continue
            field = meant.get((row.sheet, told.heading), told.field)
            if told.field != field:
                wrong.append(f"{row.sheet} {row.number}: {told.heading} is {field}, not {told.field}")
            right = right_reading(field, told.typed, STATUSES | BY_OTHER_KEYS.get(layout.name, {}))
            if right is not None and told.read != right:
                wrong.append(f"{row.sheet} {row.number}: {told.typed!r} is {right!r}, not {told.read!r}")
    return wrong


def _typed(lines: list[list], number: int, column: int) -> str:
    line = lines[number - 1]
    value = line[column] if column < len(line) else ""
    return value.shown if isinstance(value, Typed) else value


def right_reading(field: Field, typed: str, statuses: dict[str, str]) -> str | None:
    typed = " ".join(typed.split())
    if field in {Field.START, Field.DUE, Field.ORIGINAL_DUE, Field.REVISED_DUE, Field.START_AND_DUE}:
        return PROMISED[typed]
    if field in STATUS_FIELDS:
        return statuses[typed]
    if field in {Field.LEAD, Field.ACCOUNTABLE, Field.CONTRIBUTORS}:
        return LEADS[typed]
    return typed if field == Field.REF else None


@pytest.mark.parametrize(("layout", "write"), WRITTEN)
def test_file_has_all_its_rows_and_no_wrong_value_without_a_doubt(layout, write):
    understanding = understood(book_of(write(layout)))

    assert rows_found(understanding) == rows_typed(layout)
    assert wrong_values(layout, understanding) == []


@pytest.mark.parametrize("layout", FOR_CSV)
def test_csv_has_all_its_rows_and_no_wrong_value_without_a_doubt(layout):
    book = book_of(as_csv(layout))
    named = replace(book, sheets=[replace(book.sheets[0], name=layout.builders[0].name)])

    understanding = understood(named)

    assert rows_found(understanding) == rows_typed(layout)
    assert wrong_values(layout, understanding) == []


def test_layouts_are_read_from_enough_files():
    assert (len(WRITTEN) >= 60, len(FOR_CSV) >= 15) == (True, True)
