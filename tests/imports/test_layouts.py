"""Every made-up layout is read as the person who typed it would read it."""

import pytest

from actions.imports.columns.fields import Certainty, Field
from actions.imports.columns.guesses import guess_columns
from actions.imports.grid import Sheet
from actions.imports.sheets.table import Table
from actions.imports.sheets.tables import read_sheet
from tests.imports.layouts import ALL
from tests.imports.layouts.builder import SheetBuilder

SHEETS = [
    pytest.param(builder, id=f"{name}-{builder.name}") for name, layout in ALL.items() for builder in layout.builders
]
TABLES = [param for param in SHEETS if param.values[0].answers]
OTHERS = [
    pytest.param(builder, layout.reasons[builder.name], id=f"{name}-{builder.name}")
    for name, layout in ALL.items()
    for builder in layout.builders
    if builder.name in layout.reasons
]


def lines_told(table: Table) -> dict[str, list[int]]:
    return {
        "headings": list(table.header_rows),
        "rows": [row.number for row in table.rows],
        "groups": [group.number for group in table.groups],
        "left out": [line.number for line in table.left_out],
        "continued": sorted(number for row in table.rows for number in row.continued_in),
    }


def lines_typed(builder: SheetBuilder) -> list[dict[str, list[int]]]:
    return [
        {
            "headings": answer.header_rows,
            "rows": [row.number for row in answer.rows],
            "groups": answer.group_rows,
            "left out": answer.left_out,
            "continued": sorted(answer.continued),
        }
        for answer in builder.answers
    ]


def title_of(table: Table, row) -> str:
    column = next(guess.heading.column for guess in guess_columns(table) if guess.field == Field.TITLE)
    return row.cell(column).shown


def lines_that_are_not_blank(sheet: Sheet) -> list[int]:
    return [number for number, cells in enumerate(sheet.rows, 1) if any(not cell.is_blank for cell in cells)]


@pytest.mark.parametrize("builder", TABLES)
def test_layout_has_each_line_told_for_what_it_is(builder):
    reading = read_sheet(builder.sheet())

    assert [lines_told(table) for table in reading.tables] == lines_typed(builder)
    assert [line.number for line in reading.left_out] == builder.elsewhere


@pytest.mark.parametrize("builder", TABLES)
def test_layout_has_its_actions_under_their_groups(builder):
    tables = read_sheet(builder.sheet()).tables

    found = [(row.number, title_of(table, row), row.group, row.is_hidden) for table in tables for row in table.rows]
    typed = [(row.number, row.title, row.groups, row.is_hidden) for answer in builder.answers for row in answer.rows]
    assert found == typed


@pytest.mark.parametrize("builder", TABLES)
def test_layout_has_its_columns_told_or_doubted(builder):
    """A column is what it was meant to be, and one that is beyond doubt is never wrong."""
    tables = read_sheet(builder.sheet()).tables

    guesses = [guess for table in tables for guess in guess_columns(table)]
    found = {(guess.heading.full, guess.heading.column): guess for guess in guesses}
    meant = {heading: field for answer in builder.answers for heading, field in answer.fields.items()}
    wrong = {
        heading: (guess.field, meant[heading])
        for (heading, _), guess in found.items()
        if heading in meant and guess.field != meant[heading] and not guess.doubts
    }
    sure = [guess for guess in guesses if guess.certainty == Certainty.SURE and guess.heading.full in meant]
    assert wrong == {}
    assert [guess.heading.full for guess in sure if guess.field != meant[guess.heading.full]] == []


@pytest.mark.parametrize("builder", TABLES)
def test_layout_asks_about_what_is_doubtful_and_nothing_else(builder):
    tables = read_sheet(builder.sheet()).tables

    asked = sorted(doubt.row for table in tables for doubt in table.doubts if doubt.row)
    assert asked == sorted(row for answer in builder.answers for row in answer.doubtful)


@pytest.mark.parametrize(("builder", "word"), OTHERS)
def test_layout_without_actions_says_why(builder, word):
    reading = read_sheet(builder.sheet())

    assert (reading.tables, word in reading.reason) == ([], True), reading.reason
    assert [line.number for line in reading.left_out] == lines_that_are_not_blank(builder.sheet())


def test_layouts_are_many():
    assert len(ALL) >= 15
