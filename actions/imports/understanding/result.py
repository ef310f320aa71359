"""The parts of an understanding: rows as they will be, and everything that has to be asked."""

from dataclasses import dataclass, field

from django.db import models

from actions.choices import Status
from actions.imports.answers import INSTEAD
from actions.imports.columns.fields import Field
from actions.imports.columns.guess import Guess
from actions.imports.doubts import Doubt
from actions.imports.known_plan import KnownAction
from actions.imports.sheets.table import LeftOut, SheetReading, Table
from actions.imports.statuses.proposals import ColumnKind, StatusProposal
from actions.operations.brought import BroughtAction


class RowKind(models.TextChoices):
    """What a row will be to the plan."""

    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    UNCHANGED = "unchanged", "Unchanged"
    ANOTHER = "another", "Same reference, another action?"


@dataclass(frozen=True)
class Asked:
    """One question to the person. `key` stays the same from step to step; `row` is None where it is about a table,
    a column or a word. `field` is a Field, or the letters of a column."""

    key: str
    doubt: Doubt
    sheet: str
    row: int | None = None
    field: str = ""
    typed: str = ""
    decision: str = ""

    @property
    def is_decided(self) -> bool:
        return bool(self.decision)


@dataclass(frozen=True)
class Told:
    """One cell that says something: as typed, and as read, in words. `read` is empty where nothing was taken over."""

    field: Field
    typed: str
    read: str
    is_doubtful: bool = False
    heading: str = ""
    column: int = 0


@dataclass(frozen=True)
class UnderstoodRow:
    """One row as it will be. `changes` are (label, before, after), in words."""

    sheet: str
    number: int
    kind: RowKind
    ref: str
    title: str
    told: list[Told] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    data: dict = field(default_factory=dict)
    """The same row as plain data: what `import_plan --json` prints of it."""
    brings: BroughtAction | None = None
    """None where nothing of it is to be written."""
    is_hidden: bool = False
    is_left_out: bool = False
    """By decision."""

    @property
    def undecided(self) -> list[Asked]:
        return [asked for asked in self.asked if not asked.is_decided]


@dataclass(frozen=True)
class SheetUnderstood:
    reading: SheetReading
    is_chosen: bool

    @property
    def name(self) -> str:
        return self.reading.sheet


@dataclass(frozen=True)
class TableColumns:
    """A table, with what each of its columns is after all that was chosen and decided."""

    table: Table
    guesses: list[Guess]


@dataclass(frozen=True)
class Word:
    """One word of the status columns, or one colour. `chosen` None: it is asked about in each row."""

    kind: ColumnKind
    proposal: StatusProposal
    chosen: Status | None
    is_from_mapping: bool = False


@dataclass(frozen=True)
class Vanished:
    """An action of the plan that the file does not have. It stays as it is, unless it is closed with a reason:
    a decision under its key, “=” and the reason."""

    key: str
    action: KnownAction
    decision: str = ""

    @property
    def is_closed(self) -> bool:
        return bool(self.decision.removeprefix(INSTEAD).strip()) and self.decision.startswith(INSTEAD)


@dataclass(frozen=True)
class LineLeftOut:
    sheet: str
    line: LeftOut
