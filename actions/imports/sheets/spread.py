"""A sheet with its merged cells given their value, one line at a time."""

from dataclasses import dataclass
from functools import cached_property

from actions.imports.grid import BLANK, Cell, Sheet, Span


@dataclass(frozen=True)
class Line:
    """One row of a sheet. `own` are the cells that begin here, each merged one once; `filled` those from a merge."""

    index: int
    own: dict[int, Cell]
    filled: dict[int, Cell]
    widths: dict[int, int]
    """How many columns an own cell covers, where it covers more than one."""
    from_above: frozenset[int]
    """Columns filled by a merge that begins in a row above."""

    @property
    def number(self) -> int:
        return self.index + 1

    @property
    def is_blank(self) -> bool:
        return not self.own

    @property
    def cells(self) -> dict[int, Cell]:
        return {**self.filled, **self.own}

    @property
    def texts(self) -> list[str]:
        return [" ".join(self.own[column].shown.split()) for column in sorted(self.own)]

    @property
    def text(self) -> str:
        return " | ".join(self.texts)


class Spread:
    """`lines[i]` is row i + 1 of the sheet."""

    def __init__(self, sheet: Sheet):
        self.sheet = sheet
        self._span_at: dict[int, dict[int, Span]] = {}
        height, width = len(sheet.rows), max(map(len, sheet.rows), default=0)
        for span in sheet.merged:
            for row in range(span.first_row, min(span.last_row + 1, height)):
                columns = range(span.first_column, min(span.last_column + 1, width))
                self._span_at.setdefault(row, {}).update(dict.fromkeys(columns, span))

    @cached_property
    def lines(self) -> list[Line]:
        return [self._line(index) for index in range(len(self.sheet.rows))]

    def _line(self, index: int) -> Line:
        own, filled, widths, from_above = {}, {}, {}, set()
        spans = self._span_at.get(index, {})
        for column, cell in enumerate(self.sheet.rows[index]):
            span = spans.get(column)
            if span is None:
                if not cell.is_blank:
                    own[column] = cell
            elif (index, column) == (span.first_row, span.first_column):
                if not cell.is_blank:
                    own[column] = cell
                    widths[column] = span.last_column - span.first_column + 1
            elif not self._first_of(span).is_blank:
                filled[column] = self._first_of(span)
                if index > span.first_row:
                    from_above.add(column)
        return Line(index, own, filled, widths, frozenset(from_above))

    def _first_of(self, span: Span) -> Cell:
        return self.sheet.rows[span.first_row][span.first_column] if span.first_row < len(self.sheet.rows) else BLANK
