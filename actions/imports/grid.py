"""A file as it was typed, before anybody understands it: sheets of cells, and a sentence for what cannot be read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

Value = str | int | float | bool | datetime | date | time | None


class UnreadableFile(Exception):
    """Says in one plain sentence what is wrong with the file and what to do next."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is what the file holds, `shown` what a person sees: 1.1, shown as “1.10”, stays 1.10.

    `trouble` is a sentence where the cell cannot be taken as it is, such as a formula without its result.
    """

    value: Value = None
    shown: str = ""
    trouble: str = ""

    @property
    def is_blank(self) -> bool:
        return not self.shown.strip()


BLANK = Cell()


@dataclass(frozen=True, slots=True)
class Span:
    """Cells merged into one: rows and columns from nought, the last ones included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for row in range(self.first_row, self.last_row + 1):
            for column in range(self.first_column, self.last_column + 1):
                yield row, column


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is the first row of the sheet as numbered there, and all rows are equally long.

    Of merged cells only the first holds anything; `merged` says how far it reaches.
    """

    name: str
    rows: list[list[Cell]]
    merged: list[Span] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False


@dataclass(frozen=True)
class Book:
    """One uploaded file. `notices` are sentences on what was left unread, such as macros."""

    file_name: str
    kind: str
    """xlsx, xls, ods, csv or tsv: by what it holds, not by its name."""
    sha256: str
    sheets: list[Sheet]
    notices: list[str] = field(default_factory=list)

    @cached_property
    def by_name(self) -> dict[str, Sheet]:
        return {sheet.name: sheet for sheet in self.sheets}


def column_letters(column: int) -> str:
    """0 → A, 27 → AB"""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """As a spreadsheet says it: row 6, column 1 → B7"""
    return f"{column_letters(column)}{row + 1}"
