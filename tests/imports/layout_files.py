"""A layout written as a real file: .xlsx by openpyxl, .ods by odfpy, .csv."""

from datetime import date

import openpyxl
from odf import table
from openpyxl.worksheet.worksheet import Worksheet

from actions.imports.grid import Span

from .layouts.builder import Layout, SheetBuilder, Typed
from .written import delimited, ods, ods_cell, saved


def as_xlsx(layout: Layout) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for builder in layout.builders:
        _fill(workbook.create_sheet(builder.name), builder)
    if all(builder.is_hidden for builder in layout.builders):
        workbook.create_sheet("Cover")["A1"] = "Nothing to see here"
        workbook.active = len(layout.builders)
    return saved(workbook)


def _fill(sheet: Worksheet, builder: SheetBuilder) -> None:
    for row, line in enumerate(builder.lines, 1):
        for column, value in enumerate(line, 1):
            sheet.cell(row, column, value.value if isinstance(value, Typed) else value or None)
    for (row, column), number_format in builder.formats().items():
        sheet.cell(row + 1, column + 1).number_format = number_format
    for span in builder.merged:
        sheet.merge_cells(None, span.first_row + 1, span.first_column + 1, span.last_row + 1, span.last_column + 1)
    for row in builder.hidden_rows:
        sheet.row_dimensions[row + 1].hidden = True
    for column in builder.hidden_columns:
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column + 1)].hidden = True
    sheet.sheet_state = "hidden" if builder.is_hidden else "visible"


def as_ods(layout: Layout) -> bytes:
    return ods(*(_ods_table(builder) for builder in layout.builders))


def _ods_table(builder: SheetBuilder) -> table.Table:
    """What is hidden stays in sight here: the .xlsx of the same layout hides it."""
    made = table.Table(name=builder.name)
    begins = {(span.first_row, span.first_column): span for span in builder.merged}
    covered = {place for span in builder.merged for place in span} - set(begins)
    width = max([1, *map(len, builder.lines), *(span.last_column + 1 for span in builder.merged)])
    for row, line in enumerate(builder.lines):
        written = table.TableRow()
        made.addElement(written)
        for column in range(width):
            value = line[column] if column < len(line) else ""
            if (row, column) in covered:
                written.addElement(table.CoveredTableCell())
            else:
                written.addElement(_ods_cell(value, begins.get((row, column))))
    return made


def _ods_cell(value: Typed | str, span: Span | None) -> table.TableCell:
    said = {}
    if isinstance(value, Typed):
        is_day = isinstance(value.value, date)
        said = {"valuetype": "date", "datevalue": value.value.isoformat()} if is_day else {"valuetype": "float"}
        said |= {} if is_day else {"value": str(value.value)}
    if span:
        said |= {
            "numberrowsspanned": str(span.last_row - span.first_row + 1),
            "numbercolumnsspanned": str(span.last_column - span.first_column + 1),
        }
    return ods_cell(value.shown if isinstance(value, Typed) else value, **said)


def as_csv(layout: Layout) -> bytes:
    """Of the first sheet, as a spreadsheet program saves it: merged cells hold a value only where they begin."""
    rows = [[value.shown if isinstance(value, Typed) else value for value in line] for line in layout.builders[0].lines]
    return delimited(rows, encoding="cp1252")
