"""Real files for the tests, written by the libraries that others use, and bent afterwards where a test needs it."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import xlwt
from odf import table, text
from odf.opendocument import OpenDocumentSpreadsheet

from actions.imports.grid import Book, Sheet
from actions.imports.reading.read import read

TRACKER = [
    ["Ref", "Action", "Lead", "Status"],
    ["1.1", "Promote the local offer", "Council", "On track"],
    ["1.10", "Train 60 schools", "ICB", "Delayed"],
]


def book_of(content: bytes) -> Book:
    """Read in this very process, which is quicker."""
    draft, sheets = read(io.BytesIO(content))
    return Book(file_name="", kind=draft.kind, sha256="", sheets=sheets, notices=draft.notices)


def sheet_of(content: bytes) -> Sheet:
    return book_of(content).sheets[0]


def shown(sheet: Sheet) -> list[list[str]]:
    return [[cell.shown for cell in row] for row in sheet.rows]


# ──── .xlsx


def xlsx(
    rows: Iterable[Iterable] = TRACKER, change: Callable[[openpyxl.Workbook], None] = lambda workbook: None
) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.active.title = "Plan"
    for row in rows:
        workbook.active.append(list(row))
    if change:
        change(workbook)
    return saved(workbook)


def saved(document) -> bytes:
    """Of openpyxl, xlwt or odfpy."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def formatted(*cells: tuple[object, str]) -> bytes:
    """One row of (value, number format)."""
    workbook = openpyxl.Workbook()
    for column, (value, number_format) in enumerate(cells, 1):
        cell = workbook.active.cell(1, column, value)
        cell.number_format = number_format
    return saved(workbook)


def sheet_xml(inside: str) -> bytes:
    """An .xlsx whose only sheet is this."""
    return with_part(xlsx(), SHEET_PART, f'<worksheet xmlns="{MAIN}">{inside}</worksheet>')


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_PART = "xl/worksheets/sheet1.xml"


# ──── zip archives


def parts_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, ZIP_DEFLATED)
    return target.getvalue()


def with_part(content: bytes, name: str, part: bytes | str) -> bytes:
    return zipped({**parts_of(content), name: part})


def with_replaced(content: bytes, name: str, old: str, new: str) -> bytes:
    part = parts_of(content)[name].decode()
    assert old in part
    return with_part(content, name, part.replace(old, new))


# ──── .xls, .ods, .csv


def xls(rows: Iterable[Iterable] = TRACKER, change: Callable[[xlwt.Workbook], object] | None = None) -> bytes:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Plan")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    if change:
        change(workbook)
    return saved(workbook)


def ods(*tables: table.Table) -> bytes:
    document = OpenDocumentSpreadsheet()
    for one in tables or [ods_table(TRACKER)]:
        document.spreadsheet.addElement(one)
    return saved(document)


def ods_table(rows: Iterable[Iterable[str]], name: str = "Plan") -> table.Table:
    made = table.Table(name=name)
    for row in rows:
        line = table.TableRow()
        made.addElement(line)
        for value in row:
            line.addElement(ods_cell(value))
    return made


def ods_cell(words: str, **said) -> table.TableCell:
    cell = table.TableCell(**({"valuetype": "string"} | said))
    for line in words.split("\n") if words else []:
        cell.addElement(text.P(text=line))
    return cell


def ods_xml(inside: str, before: str = "") -> bytes:
    """An .ods whose spreadsheet is this."""
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in NAMESPACES)
    return with_part(
        ods(),
        "content.xml",
        f"<office:document-content {spaces}>{before}<office:body><office:spreadsheet>{inside}"
        "</office:spreadsheet></office:body></office:document-content>",
    )


NAMESPACES = ["office", "table", "text", "style"]


def delimited(rows: Iterable[Iterable[str]] = TRACKER, separator: str = ",", encoding: str = "utf-8") -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=separator).writerows(rows)
    return target.getvalue().encode(encoding)
