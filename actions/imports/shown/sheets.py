"""What was found in each sheet, as the first step of bringing a file in tells it."""

from collections.abc import Iterable
from dataclasses import dataclass

from actions.imports.doubts import listed
from actions.imports.sheets.table import LeftOut, SheetReading, Table


@dataclass(frozen=True)
class SheetShown:
    name: str
    row_count: int
    in_words: list[str]
    left_out: list[LeftOut]
    reason: str
    """Why there is no table of actions, where there is none."""


def sheet_shown(reading: SheetReading) -> SheetShown:
    left_out = [*reading.left_out, *(line for table in reading.tables for line in table.left_out)]
    return SheetShown(
        reading.sheet,
        sum(len(table.rows) for table in reading.tables),
        [sentence for table in reading.tables for sentence in _sentences(table)],
        sorted(left_out, key=lambda line: line.number),
        reading.reason,
    )


def _sentences(table: Table) -> list[str]:
    rows = _rows(table.header_rows)
    groups = len({group.text for group in table.groups if group.level == 1})
    titles = f"{groups} title{'' if groups == 1 else 's'} between the actions, taken for priorities."
    return [f"Headings in {rows}." if rows else "No headings.", *([titles] if groups else []), *table.notices]


def _rows(numbers: Iterable[int]) -> str:
    """row 4; rows 5 and 6"""
    words = [str(number) for number in numbers]
    return f"{'row' if len(words) == 1 else 'rows'} {listed(words)}" if words else ""
