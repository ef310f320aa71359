"""Reads .xlsx and .xlsm: what is stored, how it is shown, what is merged and what is hidden."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO

from lxml import etree

from actions.imports.grid import BLANK, Cell
from actions.imports.reading.canvas import Canvas
from actions.imports.reading.draft import Draft
from actions.imports.reading.format_code import is_moment, sections_of
from actions.imports.reading.markup import attributes, elements, local_name
from actions.imports.reading.numbers import GENERAL, number_cell
from actions.imports.reading.package import Package
from actions.imports.reading.references import place_of, row_of, span_of
from actions.imports.reading.sentences import COMMENTS, DRAWINGS, ERROR_SHOWN, LINKS, MACROS, NO_CELLS, NO_RESULT
from actions.imports.reading.texts import clean, unescaped
from actions.imports.reading.xlsx_parts import (
    number_formats,
    number_in,
    relations,
    shared_texts,
    text_of,
    workbook,
    workbook_path,
)

NOTICED = {
    "vbaproject": MACROS,
    "/macrosheets/": MACROS,
    "/externallinks/": LINKS,
    "/comments": COMMENTS,
    "/threadedcomments/": COMMENTS,
    "/drawings/drawing": DRAWINGS,
}
"""By what stands in the name of a part."""
TRUE = {"1", "true"}
SERIAL_START = datetime(1899, 12, 30)  # noqa: DTZ001 (a cell has no time zone)


@dataclass(frozen=True)
class Shared:
    """What all sheets refer to by number."""

    texts: list[Cell]
    formats: list[str]
    from_1904: bool


def read_xlsx(package: Package) -> Draft:
    draft = Draft("xlsx")
    for sign, sentence in NOTICED.items():
        if any(sign in name for name in package.names):
            draft.notice(sentence)
    path = workbook_path(package)
    parts, from_1904 = workbook(package, path)
    found = {relation.kind: relation.path for relation in relations(package, path).values()}
    shared = Shared(
        texts=shared_texts(package, found["sharedStrings"]) if "sharedStrings" in found else [],
        formats=number_formats(package, found["styles"]) if "styles" in found else [],
        from_1904=from_1904,
    )
    for part in parts:
        if part.kind != "worksheet":
            draft.notice(NO_CELLS.format(name=part.name))
            continue
        with package.open(part.path) as stream:
            _read_sheet(stream, draft.add_sheet(part.name, is_hidden=part.is_hidden), shared)
    return draft


def _read_sheet(stream: IO[bytes], canvas: Canvas, shared: Shared) -> None:
    """A row may leave out where it is: then it follows the one before."""
    row = -1
    for name, element in elements(stream, "row", "col", "mergeCell"):
        if name == "row":
            row = row_of(element.get("r") or str(row + 2))
            _read_row(element, row, canvas, shared)
        elif name == "mergeCell":
            canvas.merge(*span_of(element.get("ref", "")))
        elif _is_hidden_column(attributes(element)):
            canvas.hide_columns(int(element.get("min", 0)) - 1, int(element.get("max", 0)) - 1)
        if canvas.excess:
            return


def _read_row(element: etree._Element, row: int, canvas: Canvas, shared: Shared) -> None:
    """So may a cell."""
    if element.get("hidden") in TRUE:
        canvas.hide_rows(row, row)
    column = -1
    for cell in element.iterchildren("{*}c"):
        place = cell.get("r")
        row, column = place_of(place) if place else (row, column + 1)
        canvas.put(row, column, _cell(cell, shared))
        if canvas.excess:
            return


def _is_hidden_column(said: dict[str, str]) -> bool:
    return said.get("hidden") in TRUE or said.get("width") == "0"


def _cell(element: etree._Element, shared: Shared) -> Cell:
    if not len(element):
        return BLANK
    parts = {local_name(child.tag): child for child in element.iterchildren("{*}v", "{*}f", "{*}is")}
    kind = element.get("t", "n")
    if "is" in parts:
        text = text_of(parts["is"])
        return Cell(text, text)
    stored = parts["v"].text or "" if "v" in parts else ""
    if stored:
        return _stored_cell(stored, kind, int(element.get("s", 0)), shared)
    is_unknown = "f" in parts and not (kind == "str" and "v" in parts)
    return Cell(None, "", NO_RESULT) if is_unknown else BLANK


def _stored_cell(stored: str, kind: str, style: int, shared: Shared) -> Cell:
    if kind == "s":
        return shared.texts[number_in(stored)]
    if kind == "b":
        return Cell(stored in TRUE, "TRUE" if stored in TRUE else "FALSE")
    if kind == "e":
        return Cell(None, clean(stored), ERROR_SHOWN.format(error=clean(stored)))
    code = shared.formats[style] if 0 <= style < len(shared.formats) else GENERAL
    try:
        if kind == "d":
            return _iso_cell(stored, code)
        if kind == "n":
            return number_cell(float(stored), code, from_1904=shared.from_1904)
    except ValueError:
        pass
    text = clean(unescaped(stored))
    return Cell(text, text)


def _iso_cell(stored: str, code: str) -> Cell:
    """Some programs write 2020-03-31T00:00:00 instead of a count of days."""
    serial = (datetime.fromisoformat(stored.removesuffix("Z")).replace(tzinfo=None) - SERIAL_START) / timedelta(days=1)
    return number_cell(serial, code if is_moment(sections_of(code)[0]) else "dd/mm/yyyy")
