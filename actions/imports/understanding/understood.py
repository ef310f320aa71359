"""What was understood of a file, as one answer: see result.py for its parts."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from actions.imports.leads.reading import NewOrganisation
from actions.imports.understanding.bring import brought_of
from actions.imports.understanding.data import data_of
from actions.imports.understanding.result import (
    Asked,
    LineLeftOut,
    RowKind,
    SheetUnderstood,
    TableColumns,
    UnderstoodRow,
    Vanished,
    Word,
)
from actions.operations.brought import Brought


@dataclass(frozen=True)
class Understanding:
    file_name: str
    told_on: date
    told_on_reason: str = ""
    plan: dict | None = None
    """Of a plan to be made, with what is proposed where nothing was chosen."""
    proposed_plan: dict = field(default_factory=dict)
    sheets: list[SheetUnderstood] = field(default_factory=list)
    columns: list[TableColumns] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    rows: list[UnderstoodRow] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    vanished: list[Vanished] = field(default_factory=list)
    left_out: list[LineLeftOut] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    new_organisations: list[NewOrganisation] = field(default_factory=list)
    priorities: list[dict] = field(default_factory=list)
    """Of the file, in order: {ref, title, is_new}."""

    @property
    def undecided(self) -> list[Asked]:
        return [asked for asked in self.asked if not asked.is_decided]

    @property
    def by_kind(self) -> dict[str, list[Asked]]:
        found: dict[str, list[Asked]] = {}
        for asked in self.asked:
            found.setdefault(str(asked.doubt.kind), []).append(asked)
        return found

    @property
    def counts(self) -> Counter[RowKind]:
        return Counter(row.kind for row in self.rows)

    def brought(self) -> Brought:
        """ValueError while anything is undecided."""
        return brought_of(self)

    def as_data(self) -> dict:
        """What `import_plan --json` prints."""
        return data_of(self)
