"""Between which days a file's own dates lie, by which a year that is missing or mistyped can be told."""

from collections.abc import Iterator
from datetime import date

from actions.choices import DatePrecision
from actions.imports.columns.fields import DATES, Field
from actions.imports.dates.typed import read_date
from actions.imports.doubts import DoubtKind
from actions.imports.grid import Cell
from actions.imports.understanding.sources import Source

_PROMISED = DATES - {Field.UPDATED_ON, Field.COMPLETED_ON, Field.START_AND_DUE}
_NEAR = 4  # years from the middle one
_ENOUGH = 400
_DATED = set(DatePrecision.dated())


def years_of(sources: list[Source], *, today: date) -> tuple[date | None, date | None]:
    """Of the dates that can be read for sure, those near the middle one; nothing where there are none."""
    days = sorted(_days(sources, today))
    if not days:
        return None, None
    middle = days[len(days) // 2]
    near = [day for day in days if abs(day.year - middle.year) <= _NEAR]
    return near[0], near[-1]


def _days(sources: list[Source], today: date) -> Iterator[date]:
    years = {"plan_starts_on": None, "plan_ends_on": None, "today": today}
    for cell in _cells(sources):
        reading = read_date(cell, **years)
        if reading.precision in _DATED and {doubt.kind for doubt in reading.doubts} <= {DoubtKind.DATE_FAR}:
            yield reading.last


def _cells(sources: list[Source]) -> set[Cell]:
    found: set[Cell] = set()
    for source in sources:
        columns = [guess.heading.column for guess in source.guesses if guess.field in _PROMISED]
        found |= {cell for column in columns for cell in source.table.column_cells(column)[:_ENOUGH]}
    return found
