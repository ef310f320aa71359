"""What a plan that is to be made of a file may be called and when it runs: a proposal, to be looked over."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from actions.choices import PlanKind
from actions.imports.columns.fields import Field
from actions.imports.columns.guesses import guess_columns
from actions.imports.dates.typed import TypedDate, read_date
from actions.imports.doubts import DoubtKind
from actions.imports.sheets.table import Table
from actions.periods import month_end

LONGEST_TITLE = 200
_KINDS = [
    (re.compile(r"written statement|\bwsoa\b", re.IGNORECASE), PlanKind.WSOA),
    (re.compile(r"accelerated progress|\bapp\b", re.IGNORECASE), PlanKind.APP),
    (re.compile(r"priority action plan|\bpap\b", re.IGNORECASE), PlanKind.PAP),
    (re.compile(r"strategy", re.IGNORECASE), PlanKind.STRATEGY),
]


@dataclass(frozen=True)
class PlanProposal:
    kind: PlanKind
    title: str
    starts_on: date | None
    ends_on: date | None


def plan_proposal(tables: list[Table], file_name: str, *, today: date) -> PlanProposal:
    """Named after what stands above the headings, else after the file; it runs as long as its dates do."""
    titles = [line for table in tables for line in table.title]
    title = next(iter(titles), PurePath(file_name).stem)[:LONGEST_TITLE]
    said = " ".join([*titles, PurePath(file_name).stem.replace("_", " ")])
    kind = next((kind for pattern, kind in _KINDS if pattern.search(said)), PlanKind.IMPROVEMENT_PLAN)
    days = [day for table in tables for day in _days(table, today)]
    if not days:
        return PlanProposal(kind, title, None, None)
    return PlanProposal(kind, title, min(days).replace(day=1), month_end(max(days)))


def _days(table: Table, today: date) -> list[date]:
    columns = [guess.heading.column for guess in guess_columns(table) if guess.field in {Field.START, Field.DUE}]
    cells = (cell for column in columns for cell in table.column_cells(column))
    read = [read_date(cell, plan_starts_on=None, plan_ends_on=None, today=today) for cell in cells]
    return [day for typed in read if _is_plain(typed) for day in (typed.first, typed.last) if day]


def _is_plain(typed: TypedDate) -> bool:
    """Nobody could read it otherwise. What is far from the plan's years cannot be known before it has any."""
    return {doubt.kind for doubt in typed.doubts} <= {DoubtKind.DATE_FAR}
