"""Reads cells with a memory: in a long file the same date, lead and status stand in many rows."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date

from actions.imports.dates.in_one_cell import DatePart, read_dates_in_one_cell
from actions.imports.dates.typed import TypedDate, read_date
from actions.imports.grid import Cell
from actions.imports.known_plan import KnownPlan
from actions.imports.leads.lead import ReadLead, read_lead
from actions.imports.leads.names import Organisations
from actions.imports.statuses.columns import ColumnKind, ReadStatus, read_status
from actions.imports.understanding.words import Words


@dataclass(frozen=True)
class Reader:
    known: KnownPlan
    organisations: Organisations
    words: Words
    starts_on: date | None
    ends_on: date | None
    today: date
    _kept: dict[Hashable, object] = field(default_factory=dict)

    def date(self, cell: Cell) -> TypedDate:
        key = ("date", cell)
        if key not in self._kept:
            self._kept[key] = read_date(cell, **self._years)
        return self._kept[key]

    def dates(self, cell: Cell, parts: tuple[DatePart, ...]) -> dict[DatePart, TypedDate]:
        key = ("dates", cell, parts)
        if key not in self._kept:
            self._kept[key] = read_dates_in_one_cell(cell, parts=parts, **self._years)
        return self._kept[key]

    def lead(self, cell: Cell, *, names_people: bool) -> ReadLead:
        key = ("lead", cell, names_people)
        if key not in self._kept:
            self._kept[key] = read_lead(cell, self.organisations, names_people=names_people)
        return self._kept[key]

    def status(self, cells: dict[ColumnKind, Cell], *, proposed: bool) -> ReadStatus:
        key = ("status", tuple(cells.items()), proposed)
        if key not in self._kept:
            self._kept[key] = read_status(cells, self.words.proposed if proposed else self.words.decided)
        return self._kept[key]

    @property
    def _years(self) -> dict:
        return {"plan_starts_on": self.starts_on, "plan_ends_on": self.ends_on, "today": self.today}
