"""The lines under a table's headings, read one after another into rows, groups and what is left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from actions.imports.columns.heading_words import what_heading_says
from actions.imports.columns.shapes import squeeze
from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.grid import Cell, Sheet
from actions.imports.sheets.frame import Frame
from actions.imports.sheets.groups import GroupLevels
from actions.imports.sheets.header import Header, header_at
from actions.imports.sheets.header_lines import is_header_within, known_fields
from actions.imports.sheets.line_kinds import verdict
from actions.imports.sheets.spread import Line
from actions.imports.sheets.table import Group, LeftOut, Row
from actions.imports.sheets.verdicts import Around, Kind, Verdict

_TAKEN_AS = {
    Kind.ROW: "An action",
    Kind.GROUP: "The title of a group",
    Kind.CONTINUES: "More of the row above",
    Kind.LEFT_OUT: "Left out",
}


@dataclass
class Body:
    rows: list[Row] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    following: Header | None = None
    """Other headings, at which the next table begins."""


def read_body(sheet: Sheet, lines: list[Line], frame: Frame, opening: list[Line]) -> Body:
    """`opening` are group titles that stand above the headings."""
    return _Reader(sheet, lines, frame).read(opening)


class _Reader:
    def __init__(self, sheet: Sheet, lines: list[Line], frame: Frame):
        self.sheet, self.frame = sheet, frame
        start = frame.header.last + 1
        pairs = zip(lines[start + 1 :], lines[start:], strict=False)
        other = next((line.index for line, above in pairs if self._begins_another(line, above)), None)
        following = None if other is None else header_at(lines, other, floor=start)
        self.body = Body(following=following)
        self.lines = lines[start : following.first if following else None]
        self.levels = GroupLevels()
        self.before: Line | None = None
        self.last_kind: Kind | None = None
        self.last_full = next((line.index for line in reversed(self.lines) if self._is_full(line)), -1)

    def _begins_another(self, line: Line, above: Line) -> bool:
        """Other headings stand apart from the actions above them, or are plainly headings, every one."""
        if not is_header_within(line) or self.frame.header.is_repeated_by(line):
            return False
        return len(above.own) <= 1 or len(set(known_fields(line))) == len(line.own) > 3

    def _is_full(self, line: Line) -> bool:
        """Beyond doubt an action: a text and something beside it, and nothing that says otherwise."""
        frame = self.frame
        beside = set(line.own) & frame.columns - {frame.subject}
        if frame.subject not in line.cells or not beside:
            return False
        return verdict(line, frame, Around(None, None, is_adjacent=False, is_tail=True)).kind == Kind.ROW

    def read(self, opening: list[Line]) -> Body:
        for line in opening:
            self._add_group(line, Verdict(Kind.GROUP))
            self.before = line
        for line, after in self._with_next():
            self._take(line, after)
            self.before = line
        return self.body

    def _with_next(self) -> Iterator[tuple[Line, Line | None]]:
        """Each line that is not blank, with the next one that is neither blank nor the headings again."""
        typed = [line for line in self.lines if not line.is_blank]
        telling = [line for line in typed if not self.frame.header.is_repeated_by(line)]
        position = 0
        for line in typed:
            while position < len(telling) and telling[position].index <= line.index:
                position += 1
            yield line, telling[position] if position < len(telling) else None

    def _take(self, line: Line, after: Line | None) -> None:
        is_adjacent = self.last_kind in {Kind.ROW, Kind.CONTINUES} and self.before.index == line.index - 1
        found = verdict(line, self.frame, Around(self.before, after, is_adjacent, line.index > self.last_full))
        if found.kind == Kind.CONTINUES and not self.body.rows:
            found = Verdict(Kind.ROW, doubt="It names no action. Is it one?")
        {Kind.ROW: self._add_row, Kind.GROUP: self._add_group, Kind.CONTINUES: self._continue}.get(
            found.kind, self._leave_out
        )(line, found)
        self.last_kind = found.kind
        if found.doubt:
            self._ask(DoubtKind[found.kind.name], found.doubt, line, _TAKEN_AS[found.kind])

    def _add_row(self, line: Line, _: Verdict) -> None:
        cells = {column: cell for column, cell in line.cells.items() if column in self.frame.columns}
        filled = frozenset(set(line.filled) & set(cells))
        is_hidden = line.index in self.sheet.hidden_rows
        self.body.rows.append(Row(line.number, cells, filled, groups=self.levels.current, is_hidden=is_hidden))

    def _add_group(self, line: Line, _: Verdict) -> None:
        group, doubt = self.levels.open(line, self.before if self.last_kind == Kind.GROUP else None)
        self.body.groups.append(group)
        if doubt:
            self._ask(DoubtKind.LEVEL, doubt, line, "As it was put")
        self.last_kind = Kind.GROUP

    def _continue(self, line: Line, _: Verdict) -> None:
        above = self.body.rows.pop()
        cells = dict(above.cells)
        for column, cell in line.own.items():
            place = self._column_for(line, column)
            cells[place] = _joined(cells.get(place), cell)
        self.body.rows.append(replace(above, cells=cells, continued_in=(*above.continued_in, line.number)))

    def _column_for(self, line: Line, column: int) -> int:
        """“Progress: …” in a cell across the table belongs to the column of progress, if there is one."""
        if line.widths.get(column, 1) <= len(self.frame.columns) // 2:
            return column
        said = what_heading_says(line.own[column].shown.partition(":")[0])
        return next(
            (place for place, field in self.frame.fields.items() if said and field == said.field), self.frame.subject
        )

    def _leave_out(self, line: Line, found: Verdict) -> None:
        self.body.left_out.append(LeftOut(line.number, squeeze(line.text), found.why))
        changed = self.frame.header.changes_in(line)
        if changed:
            text = f"The headings stand here again, but otherwise: {changed}. Does it matter?"
            self._ask(DoubtKind.HEADINGS_AGAIN, text, line, "It does not")

    def _ask(self, kind: DoubtKind, sentence: str, line: Line, proposal: str) -> None:
        self.body.doubts.append(Doubt(kind, f"Row {line.number}: {sentence}", proposal, row=line.number))


def _joined(above: Cell | None, cell: Cell) -> Cell:
    if above is None or above.is_blank:
        return cell
    text = f"{above.shown}\n{cell.shown}"
    return Cell(text, text, above.trouble or cell.trouble)
