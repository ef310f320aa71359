"""Reads .ods: one stream of sheets, rows and cells, in which one that is “repeated” stands for many."""

from dataclasses import dataclass, field

from lxml import etree

from actions.imports.grid import Cell, UnreadableFile
from actions.imports.reading.bounds import MAX_COLUMNS, MAX_ROWS
from actions.imports.reading.canvas import Canvas
from actions.imports.reading.draft import Draft
from actions.imports.reading.markup import events
from actions.imports.reading.ods_cells import TABLE, cell_of
from actions.imports.reading.package import Package
from actions.imports.reading.sentences import COMMENTS, DRAWINGS, LINKS, LOCKED, MACROS
from actions.imports.reading.texts import clean

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
CELL, COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
LONGEST_MANIFEST = 2_000_000
NOTICED = {"basic/": MACROS, "scripts/": MACROS, "pictures/": DRAWINGS, "object ": DRAWINGS}
"""By how the name of a part begins."""
HIDDEN = {"collapse", "filter"}
ELSEWHERE = "'file:"
"""So begin the names of tables that are remembered from another file."""
LOOK, SHEET, COLUMN, ROW = READ = ("style", "table", "table-column", "table-row")


def read_ods(package: Package) -> Draft:
    _refuse_encrypted(package)
    draft = Draft("ods")
    for sign, notice in NOTICED.items():
        if any(name.startswith(sign) for name in package.names):
            draft.notice(notice)
    reader = _Reader(draft)
    with package.open(CONTENT) as stream:
        for is_end, name, element in events(stream, *READ, opening=SHEET):
            reader.take(is_end, name, element)
    return draft


def _refuse_encrypted(package: Package) -> None:
    manifest = package.read(MANIFEST, LONGEST_MANIFEST) if MANIFEST in package else b""
    if b"encryption-data" in manifest or "encrypted-package" in package:
        raise UnreadableFile(LOCKED)


def _count(element: etree._Element, name: str) -> int:
    return max(1, int(element.get(f"{TABLE}{name}", "1")))


@dataclass
class _Reader:
    draft: Draft
    canvas: Canvas | None = None
    depth: int = 0
    """A cell may hold a table of its own, which is not read."""
    row: int = 0
    column: int = 0
    hidden_styles: set[str] = field(default_factory=set)

    def take(self, is_end: bool, name: str, element: etree._Element) -> None:
        if name == LOOK:
            self._learn_style(element)
        elif name == SHEET:
            self.depth += -1 if is_end else 1
            if self.depth == 1 and not is_end:
                self._begin_table(element)
        elif self.depth == 1 and self.canvas and not self.canvas.excess:
            (self._take_column if name == COLUMN else self._take_row)(element)

    def _learn_style(self, element: etree._Element) -> None:
        looks = element.iterchildren("{*}table-properties")
        if any(look.get(f"{TABLE}display") == "false" for look in looks):
            self.hidden_styles.add(element.get(f"{STYLE}name", ""))

    def _begin_table(self, element: etree._Element) -> None:
        name = clean(element.get(f"{TABLE}name", ""))
        self.canvas, self.row, self.column = None, 0, 0
        if name.startswith(ELSEWHERE):
            self.draft.notice(LINKS)
        elif name:
            is_hidden = element.get(f"{TABLE}style-name") in self.hidden_styles
            self.canvas = self.draft.add_sheet(name, is_hidden=is_hidden)

    def _take_column(self, element: etree._Element) -> None:
        after = self.column + _count(element, "number-columns-repeated")
        if element.get(f"{TABLE}visibility") in HIDDEN:
            self.canvas.hide_columns(self.column, after - 1)
        self.column = after

    def _take_row(self, element: etree._Element) -> None:
        times = _count(element, "number-rows-repeated")
        if element.get(f"{TABLE}visibility") in HIDDEN:
            self.canvas.hide_rows(self.row, self.row + times - 1)
        if filled := self._cells(element):
            self._put(filled, times)
        self.row += times

    def _cells(self, element: etree._Element) -> list[tuple[int, int, Cell]]:
        """Column, how often, cell: those that hold something."""
        found, column = [], 0
        for part in element.iterchildren(CELL, COVERED):
            times = _count(part, "number-columns-repeated")
            if part.tag == CELL and (len(part) or len(part.attrib)):
                cell = self._cell(part, column)
                found += [(column, times, cell)] if cell.shown or cell.trouble else []
            column += times
        return found

    def _cell(self, part: etree._Element, column: int) -> Cell:
        rows, columns = _count(part, "number-rows-spanned"), _count(part, "number-columns-spanned")
        if rows > 1 or columns > 1:
            self.canvas.merge(self.row, column, self.row + rows - 1, column + columns - 1)
        if any(True for _ in part.iterchildren("{*}annotation")):
            self.draft.notice(COMMENTS)
        return cell_of(part)

    def _put(self, filled: list[tuple[int, int, Cell]], times: int) -> None:
        """One more than may be, so that the canvas sees that there are too many."""
        for row in range(self.row, self.row + min(times, MAX_ROWS + 1)):
            for column, many, cell in filled:
                for place in range(column, column + min(many, MAX_COLUMNS + 1)):
                    self.canvas.put(row, place, cell)
                if self.canvas.excess:
                    return
