"""Builds a tracker as somebody would type it, and knows what should be found in it.

A layout is independent of any file format: what a cell holds, what it shows and its number format are kept apart, so
that the same layout can be looked at in memory and written as .xlsx, .ods or .csv.
"""

from dataclasses import dataclass, field
from datetime import date

from actions.imports.columns.fields import Field
from actions.imports.grid import BLANK, Book, Cell, Sheet, Span, Value

Spans = dict[int, list[tuple[int, int]]]
"""By line of headings: which of its columns are merged into one."""


@dataclass(frozen=True)
class Typed:
    """A value with the number format that makes it look as it does, in the words of a spreadsheet."""

    value: Value
    shown: str
    number_format: str = "General"


def day(year: int, month: int, of_month: int, number_format: str = "dd/mm/yyyy") -> Typed:
    value = date(year, month, of_month)
    looks = {"dd/mm/yyyy": "%d/%m/%Y", "mmm-yy": "%b-%y", "d mmmm yyyy": "%-d %B %Y"}[number_format]
    return Typed(value, value.strftime(looks), number_format)


def number(value: float, shown: str, number_format: str) -> Typed:
    return Typed(value, shown, number_format)


@dataclass(frozen=True)
class Expected:
    """One action as it should be found."""

    number: int
    title: str
    groups: tuple[str, ...]
    is_hidden: bool = False


@dataclass
class Answer:
    """What should be found in one table."""

    header_rows: list[int] = field(default_factory=list)
    rows: list[Expected] = field(default_factory=list)
    group_rows: list[int] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)
    continued: dict[int, int] = field(default_factory=dict)
    """Row of a continuation → row of its action."""
    fields: dict[str, Field] = field(default_factory=dict)
    """What each heading is, by its full text."""
    doubtful: list[int] = field(default_factory=list)
    """Rows that must carry a doubt."""


class SheetBuilder:
    """Lines are added from top to bottom; each verb says what the line is."""

    def __init__(self, name: str, *, is_hidden: bool = False, title_column: int = 1):
        self.name, self.is_hidden, self.title_column = name, is_hidden, title_column
        self.lines: list[list[Typed | str]] = []
        self.merged: list[Span] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.answers: list[Answer] = []
        self.elsewhere: list[int] = []
        self._above: Answer | None = Answer()
        self._groups: list[str] = []
        self._headings: tuple = ((), {})

    @property
    def number(self) -> int:
        """Of the line added last, as a spreadsheet counts."""
        return len(self.lines)

    @property
    def answer(self) -> Answer:
        return self.answers[-1] if self._above is None else self._above

    def next_table(self) -> "SheetBuilder":
        """What follows belongs to a further table, whose headings are yet to come."""
        self._above, self._groups = Answer(), []
        return self

    def _add(self, values: tuple, across: list[tuple[int, int]] = ()) -> int:
        self.lines.append([value if isinstance(value, Typed) else str(value) for value in values])
        self.merged += [Span(self.number - 1, first, self.number - 1, last) for first, last in across]
        return self.number

    def blank(self, count: int = 1) -> "SheetBuilder":
        for _ in range(count):
            self._add(())
        return self

    def left_out(self, *values, across: list[tuple[int, int]] = ()) -> "SheetBuilder":
        """A title, a key, a note, a total: anything that is no action."""
        self.answer.left_out.append(self._add(values, across))
        return self

    def table(self, *lines: tuple, fields: dict[str, Field], across: Spans | None = None, down=()):
        """Headings in one line or several, with what each column is. `down` names columns merged over all of them."""
        across = across or {}
        self.answers.append(self.answer if self._above is not None else Answer())
        self._above, self._headings = None, (lines, across)
        first = self.number
        for place, values in enumerate(lines):
            self.answer.header_rows.append(self._add(values, across.get(place, ())))
        self.merged += [Span(first, column, self.number - 1, column) for column in down]
        self.answer.fields = fields
        return self

    def headings_again(self) -> "SheetBuilder":
        lines, across = self._headings
        for place, values in enumerate(lines):
            self.left_out(*values, across=across.get(place, ()))
        return self

    def group(self, *values, text: str = "", level: int = 1, wide: int = 0, is_doubtful: bool = False):
        """The title of a group; `wide` merges its first cell over so many columns."""
        number = self._add(values, [(0, wide - 1)] if wide else ())
        text = text or next(str(value) for value in values if value)
        self._groups = [*self._groups[: level - 1], text]
        self.answer.group_rows.append(number)
        self.answer.doubtful += [number] if is_doubtful else []
        return self

    def action(self, *values, title: str = "", is_hidden: bool = False, is_doubtful: bool = False, across=()):
        number = self._add(values, across)
        typed = values[self.title_column] if len(values) > self.title_column else ""
        title = title or (typed.shown if isinstance(typed, Typed) else typed)
        self.answer.rows.append(Expected(number, title, tuple(self._groups), is_hidden))
        self.hidden_rows |= {number - 1} if is_hidden else set()
        self.answer.doubtful += [number] if is_doubtful else []
        return self

    def continues(self, *values) -> "SheetBuilder":
        number = self._add(values)
        self.answer.continued[number] = self.answer.rows[-1].number
        self.answer.doubtful.append(number)
        return self

    def across_line(self, text: str) -> "SheetBuilder":
        """A continuation in one cell merged over the whole table."""
        width = len(self._headings[0][0])
        self.continues(text)
        self.merged.append(Span(self.number - 1, 0, self.number - 1, width - 1))
        return self

    def outside(self, *values) -> "SheetBuilder":
        """A line that belongs to no table of actions."""
        self.elsewhere.append(self._add(values))
        return self

    def merge_down(self, column: int, count: int) -> "SheetBuilder":
        """Over the last so many lines."""
        self.merged.append(Span(self.number - count, column, self.number - 1, column))
        return self

    def sheet(self) -> Sheet:
        width = max((len(line) for line in self.lines), default=0)
        width = max([width, *(span.last_column + 1 for span in self.merged)])
        rows = [[_cell(value) for value in line] + [BLANK] * (width - len(line)) for line in self.lines]
        hidden = frozenset(self.hidden_rows), frozenset(self.hidden_columns)
        return Sheet(self.name, rows, list(self.merged), *hidden, self.is_hidden)

    def formats(self) -> dict[tuple[int, int], str]:
        """The number formats that a writer must set, by row and column from nought."""
        return {
            (row, column): value.number_format
            for row, line in enumerate(self.lines)
            for column, value in enumerate(line)
            if isinstance(value, Typed) and value.number_format != "General"
        }


def _cell(value: Typed | str) -> Cell:
    if isinstance(value, Typed):
        return Cell(value.value, value.shown)
    return Cell(value, value) if value else BLANK


@dataclass
class Layout:
    """`reasons` are the sheets without a table of actions, with a word that the reason must hold."""

    name: str
    builders: list[SheetBuilder]
    reasons: dict[str, str] = field(default_factory=dict)
    file_name: str = ""

    def book(self) -> Book:
        return Book(self.file_name or f"{self.name}.xlsx", "xlsx", "0" * 64, [b.sheet() for b in self.builders])
