"""What is found in a sheet: tables of actions with their headings, rows and groups, and every line left out."""

from dataclasses import dataclass, field

from actions.imports.doubts import Doubt
from actions.imports.grid import BLANK, Cell, column_letters


@dataclass(frozen=True, slots=True)
class Heading:
    """`group` is the wider heading above it: “Timescale” over “Start” and “End”."""

    column: int
    text: str = ""
    group: str = ""

    @property
    def full(self) -> str:
        return f"{self.group}: {self.text}" if self.group and self.text else self.text or self.group

    @property
    def name(self) -> str:
        """As a sentence speaks of it."""
        letters = column_letters(self.column)
        return f"“{self.full}” (column {letters})" if self.full else f"column {letters} (no heading)"


@dataclass(frozen=True, slots=True)
class Group:
    """A line between the actions that says what the next ones belong to; level 1 is the widest."""

    number: int
    text: str
    level: int = 1
    beside: tuple[str, ...] = ()
    """What else the line says, such as who leads this priority."""


@dataclass(frozen=True)
class Row:
    """One action as typed. `number` is what the spreadsheet calls its row.

    `cells` holds what the row says, merged cells included; `filled` are the columns whose value stands in a merged
    cell that begins above or to the left. `proposed` is what stands above an empty cell in a column that is typed
    once for a block: never taken over without being asked for.
    """

    number: int
    cells: dict[int, Cell]
    filled: frozenset[int] = frozenset()
    proposed: dict[int, Cell] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    continued_in: tuple[int, ...] = ()
    """Rows below whose texts were put under this one's."""
    is_hidden: bool = False

    def cell(self, column: int) -> Cell:
        return self.cells.get(column, BLANK)

    @property
    def group(self) -> tuple[str, ...]:
        return tuple(group.text for group in self.groups)


@dataclass(frozen=True, slots=True)
class LeftOut:
    number: int
    text: str
    why: str


@dataclass(frozen=True)
class Table:
    """Every line of its part of the sheet that is not blank is a heading, a row (or a row's continuation), a group
    or left out."""

    sheet: str
    headings: list[Heading]
    rows: list[Row]
    header_rows: tuple[int, ...] = ()
    title: list[str] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        """Of all its lines that are not blank."""
        rows = [number for row in self.rows for number in (row.number, *row.continued_in)]
        others = [line.number for line in (*self.groups, *self.left_out)]
        return sorted([*self.header_rows, *rows, *others])

    def column_cells(self, column: int) -> list[Cell]:
        """What the rows themselves say in a column, without what is merged down over several."""
        cells = [row.cell(column) for row in self.rows if column not in row.filled]
        return [cell for cell in cells if not cell.is_blank]


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One line of a colour key: “A” means “On track”."""

    word: str
    meaning: str
    row: int


@dataclass(frozen=True)
class SheetReading:
    """`reason` says in a sentence why there is no table of actions here, where there is none."""

    sheet: str
    tables: list[Table] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    key: list[KeyEntry] = field(default_factory=list)
    reason: str = ""
    is_hidden: bool = False
