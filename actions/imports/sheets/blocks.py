"""A lead, an objective or a month typed once for several rows: taken over only where somebody says so."""

from dataclasses import replace

from actions.imports.columns.fields import FOLLOWED_UP, TYPED_ONCE, Field
from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.grid import Cell, column_letters
from actions.imports.sheets.frame import Frame
from actions.imports.sheets.table import Heading, Row


def propose_from_above(rows: list[Row], headings: list[Heading], frame: Frame) -> tuple[list[Row], list[Doubt]]:
    """Proposals beside the empty cells of columns that look typed once for a block, and a doubt for each column."""
    doubts = []
    for heading in headings:
        if heading.column == frame.subject or not _is_typed_once(rows, heading.column, frame):
            continue
        rows, count = _with_proposals(rows, heading.column)
        if count:
            words = "1 empty cell" if count == 1 else f"{count} empty cells"
            text = f"{heading.name} seems typed once for several rows: shall {words} take what stands above?"
            doubts.append(Doubt(DoubtKind.TYPED_ONCE, text, "Take what stands above", column_letters(heading.column)))
    return rows, doubts


def _is_typed_once(rows: list[Row], column: int, frame: Frame) -> bool:
    """A missing lead or date may simply be missing, so more blanks are asked for there than for an objective."""
    field: Field | None = frame.fields.get(column)
    if field not in {*TYPED_ONCE, Field.TITLE} or len(rows) < 3:
        return False
    blank = sum(row.cell(column).is_blank for row in rows)
    least = 0.4 if field in FOLLOWED_UP or field == Field.SUCCESS else 0.2
    return least * len(rows) <= blank < len(rows)


def _with_proposals(rows: list[Row], column: int) -> tuple[list[Row], int]:
    above: Cell | None = None
    groups, count, proposed = None, 0, []
    for row in rows:
        if row.groups != groups:
            above, groups = None, row.groups
        if not row.cell(column).is_blank:
            above = row.cell(column)
        elif above is not None:
            row = replace(row, proposed={**row.proposed, column: above})
            count += 1
        proposed.append(row)
    return proposed, count
