"""One sheet as a reader finds it, cell by cell, cut in the end to what it holds. Only filled cells cost anything."""

from dataclasses import dataclass, field

from actions.imports.grid import BLANK, Cell, Sheet, Span, UnreadableFile, cell_name
from actions.imports.reading.bounds import MAX_CELLS, MAX_CHARACTERS, MAX_COLUMNS, MAX_FILLED, MAX_ROWS
from actions.imports.reading.merges import shown_spans
from actions.imports.reading.sentences import HOLDS_TOO_MUCH

MAX_SPANS = 100_000
LAST_ROW, LAST_COLUMN = 1_048_575, 16_383
"""Of any spreadsheet."""
TOO_FAR = f"something stands in {{cell}}, and no more than {MAX_ROWS:,} rows and {MAX_COLUMNS} columns are read"
TOO_LARGE = "it is far larger than a list of actions"


@dataclass
class Budget:
    """What is left for all sheets of a file together."""

    filled: int = MAX_FILLED
    characters: int = MAX_CHARACTERS
    area: int = MAX_CELLS


@dataclass
class Canvas:
    name: str
    budget: Budget
    is_hidden: bool = False
    excess: str = ""
    """Why the sheet is too large; nothing of it is kept then."""
    declared: int = 0
    width: int = 0
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def put(self, row: int, column: int, cell: Cell) -> None:
        self.declared += 1
        if self.declared > MAX_CELLS or not self.budget.filled:
            self._give_up(TOO_LARGE)
        if self.excess or (cell.is_blank and not cell.trouble):
            return
        if 0 <= row < MAX_ROWS and 0 <= column < MAX_COLUMNS:
            self._keep(row, column, cell)
        else:
            self._give_up(TOO_FAR.format(cell=cell_name(min(row, LAST_ROW), min(column, LAST_COLUMN))))

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        if len(self.spans) == MAX_SPANS:
            self._give_up(TOO_LARGE)
        elif 0 <= first_row <= last_row and 0 <= first_column <= last_column:
            self.spans.append(Span(first_row, first_column, last_row, last_column))

    def hide_rows(self, first: int, last: int) -> None:
        self.hidden_rows.update(range(max(first, 0), min(last + 1, MAX_ROWS)))

    def hide_columns(self, first: int, last: int) -> None:
        self.hidden_columns.update(range(max(first, 0), min(last + 1, MAX_COLUMNS)))

    def sheet(self) -> Sheet | None:
        """None where it is too large."""
        height = max(self.rows, default=-1) + 1
        self.budget.area -= height * self.width
        if self.budget.area < 0:
            self._give_up(TOO_LARGE)
        if self.excess:
            return None
        merged = shown_spans(self.spans, height, self.width)
        self._blank_what_is_covered(merged)
        return Sheet(
            name=self.name,
            rows=[self._row(number) for number in range(height)],
            merged=merged,
            hidden_rows=frozenset(row for row in self.hidden_rows if row < height),
            hidden_columns=frozenset(column for column in self.hidden_columns if column < self.width),
            is_hidden=self.is_hidden,
        )

    def _keep(self, row: int, column: int, cell: Cell) -> None:
        self.budget.filled -= 1
        self.budget.characters -= len(cell.shown)
        if self.budget.characters < 0:
            raise UnreadableFile(HOLDS_TOO_MUCH)
        self.rows.setdefault(row, {})[column] = cell
        self.width = max(self.width, column + 1)

    def _give_up(self, why: str) -> None:
        self.excess = self.excess or why
        self.budget.filled += sum(map(len, self.rows.values()))
        self.rows.clear()

    def _row(self, number: int) -> list[Cell]:
        cells = self.rows.get(number, {})
        return [cells.get(column, BLANK) for column in range(self.width)]

    def _blank_what_is_covered(self, merged: list[Span]) -> None:
        for span in merged:
            first = self.rows.get(span.first_row, {}).get(span.first_column)
            for row, column in span:
                self.rows.get(row, {}).pop(column, None)
            if first:
                self.rows[span.first_row][span.first_column] = first
