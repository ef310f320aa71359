"""A sheet read as tables of actions. Every line that is not blank ends up as a heading, a row, a group or left out."""

from dataclasses import replace

from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.grid import Sheet
from actions.imports.sheets import no_table
from actions.imports.sheets.blocks import propose_from_above
from actions.imports.sheets.body import Body, read_body
from actions.imports.sheets.colour_key import read_key
from actions.imports.sheets.frame import Frame, frame_of
from actions.imports.sheets.guessed_header import guess_header
from actions.imports.sheets.header import Header, find_header, with_all_columns
from actions.imports.sheets.preamble import Preamble, read_preamble
from actions.imports.sheets.spread import Line, Spread
from actions.imports.sheets.table import Heading, KeyEntry, LeftOut, Row, SheetReading, Table
from actions.imports.sheets.verdicts import BELOW


def find_tables(sheet: Sheet) -> list[Table]:
    return read_sheet(sheet).tables


def read_sheet(sheet: Sheet) -> SheetReading:
    lines = Spread(sheet).lines
    header = find_header(lines, 0)
    if header is None or len(header.headings) < 3:
        key = read_key(lines)
        reason = no_table.reason_for(lines, key)
        header = header or (guess_header(lines) if not reason else None)
        if reason or header is None:
            return _nothing(sheet, lines, key, reason or no_table.reason_without_headings(lines))
    found = _tables(sheet, lines, header)
    tables = [table for table, frame in found if not no_table.holds_figures(table.rows, frame)]
    if not tables:
        return _nothing(sheet, lines, read_key(lines), no_table.FIGURES)
    left_out = _lines_of([table for table, _ in found if table not in tables], lines)
    return SheetReading(sheet.name, tables, left_out, read_key(_outside(lines, tables)), is_hidden=sheet.is_hidden)


def _lines_of(tables: list[Table], lines: list[Line]) -> list[LeftOut]:
    """Every line of tables that hold no actions after all."""
    numbers = {number for table in tables for number in table.numbers}
    return [LeftOut(line.number, line.text, no_table.FIGURES) for line in lines if line.number in numbers]


def _outside(lines: list[Line], tables: list[Table]) -> list[Line]:
    left_out = {line.number for table in tables for line in table.left_out}
    return [line for line in lines if line.number in left_out]


def _nothing(sheet: Sheet, lines: list[Line], key: list[KeyEntry], reason: str) -> SheetReading:
    left_out = [LeftOut(line.number, line.text, reason) for line in lines if not line.is_blank]
    return SheetReading(sheet.name, [], left_out, key, reason, sheet.is_hidden)


def _tables(sheet: Sheet, lines: list[Line], header: Header) -> list[tuple[Table, Frame]]:
    tables, start, title = [], 0, []
    while True:
        above = read_preamble(lines[start : header.first], read_key(lines[start : header.first]))
        title = title + above.title
        frame = frame_of(with_all_columns(header, lines), lines, title)
        body = read_body(sheet, lines, frame, above.opening)
        start = _handed_on(body) if body.following else len(lines)
        tables.append((_table(sheet, frame, above, body), frame))
        if body.following is None:
            return tables
        header = body.following


def _handed_on(body: Body) -> int:
    """Titles just above other headings belong to those. Returns the index from which they do."""
    last = body.following.first
    titles = {group.number for group in body.groups} | {line.number for line in body.left_out if line.why == BELOW}
    while last in titles:
        last -= 1
    body.rows = [row for row in body.rows if row.number <= last]
    body.groups = [group for group in body.groups if group.number <= last]
    body.left_out = [line for line in body.left_out if line.number <= last]
    body.doubts = [doubt for doubt in body.doubts if doubt.row is None or doubt.row <= last]
    return last


def _table(sheet: Sheet, frame: Frame, above: Preamble, body: Body) -> Table:
    headings = _used(frame, body.rows)
    kept = {heading.column for heading in headings}
    rows = [
        replace(row, cells={c: cell for c, cell in row.cells.items() if c in kept}, filled=row.filled & kept)
        for row in body.rows
    ]
    rows, doubts = propose_from_above(rows, headings, frame)
    if not frame.header.is_sure:
        doubts = [Doubt(DoubtKind.HEADINGS, _unsure(frame), "It is"), *doubts]
    return Table(
        sheet=sheet.name,
        headings=headings,
        rows=rows,
        header_rows=tuple(line.number for line in frame.header.lines),
        title=above.title,
        groups=body.groups,
        left_out=sorted([*above.left_out, *body.left_out], key=lambda line: line.number),
        notices=_notices(sheet, headings, rows),
        doubts=[*doubts, *body.doubts],
    )


def _used(frame: Frame, rows: list[Row]) -> list[Heading]:
    """Without the columns that say nothing, and the further columns of a heading merged over several."""
    own = {column for row in rows for column in row.cells if column not in row.filled}
    filled = {column for row in rows for column in row.cells}
    headings, main = frame.header.headings, {column for line in frame.header.lines for column in line.own}
    return [h for h in headings if h.column in own or h.column in main or (not h.text and h.column in filled)]


def _unsure(frame: Frame) -> str:
    if not any(heading.text for heading in frame.header.headings):
        return "No line of headings was found, so the columns are named by their letters. Is this a table of actions?"
    row = frame.header.lines[-1].number
    return f"Row {row} was taken for the headings because of how the table is built, not of its words. Is it?"


def _notices(sheet: Sheet, headings: list[Heading], rows: list[Row]) -> list[str]:
    notices = [f"The sheet “{sheet.name}” is hidden."] if sheet.is_hidden else []
    hidden = [str(row.number) for row in rows if row.is_hidden]
    if hidden:
        notices.append(
            f"Hidden in the sheet, but read: row {hidden[0]}."
            if len(hidden) == 1
            else f"Hidden in the sheet, but read: rows {', '.join(hidden)}."
        )
    columns = [h.name for h in headings if h.column in sheet.hidden_columns]
    if columns:
        notices.append(f"Hidden in the sheet, but read: {', '.join(columns)}.")
    return notices
