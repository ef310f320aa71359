"""Reads .xls, the format of Excel before 2007, through xlrd."""

import os
from typing import IO

import xlrd

from actions.imports.grid import Cell, UnreadableFile
from actions.imports.reading.canvas import Canvas
from actions.imports.reading.draft import Draft
from actions.imports.reading.numbers import number_cell
from actions.imports.reading.sentences import ERROR_SHOWN, LINKS, LOCKED, MACROS
from actions.imports.reading.texts import clean

MACRO_FOLDER = "_VBA_PROJECT_CUR".encode("utf-16-le")
SHORT_DATE = 14
"""The format that shows a date as the computer at hand does."""


def read_xls(stream: IO[bytes]) -> Draft:
    content = stream.read()
    draft = Draft("xls", [MACROS] if MACRO_FOLDER in content else [])
    with open(os.devnull, "w") as silence:
        book = _opened(content, silence)
        if xlrd.book.SUPBOOK_EXTERNAL in book._supbook_types:
            draft.notice(LINKS)
        for number, name in enumerate(book.sheet_names()):
            sheet = book.sheet_by_index(number)
            _read_sheet(book, sheet, draft.add_sheet(clean(name), is_hidden=bool(sheet.visibility)))
            book.unload_sheet(number)
    return draft


def _opened(content: bytes, silence: IO[str]) -> xlrd.Book:
    try:
        return xlrd.open_workbook(
            file_contents=content, formatting_info=True, on_demand=True, ragged_rows=True, logfile=silence
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise UnreadableFile(LOCKED) from error
        raise


def _read_sheet(book: xlrd.Book, sheet: xlrd.sheet.Sheet, canvas: Canvas) -> None:
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            canvas.put(row, column, _cell(book, cell))
        if canvas.excess:
            return
    for first_row, after_row, first_column, after_column in sheet.merged_cells:
        canvas.merge(first_row, first_column, after_row - 1, after_column - 1)
    for row, look in sheet.rowinfo_map.items():
        if look.hidden:
            canvas.hide_rows(row, row)
    for column, look in sheet.colinfo_map.items():
        if look.hidden:
            canvas.hide_columns(column, column)


def _cell(book: xlrd.Book, cell: xlrd.sheet.Cell) -> Cell:
    if cell.ctype in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
        return number_cell(float(cell.value), _format_of(book, cell), from_1904=book.datemode == 1)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return Cell(bool(cell.value), "TRUE" if cell.value else "FALSE")
    if cell.ctype == xlrd.XL_CELL_ERROR:
        error = xlrd.error_text_from_code.get(cell.value, "#N/A")
        return Cell(None, error, ERROR_SHOWN.format(error=error))
    text = clean(str(cell.value))
    return Cell(text, text)


def _format_of(book: xlrd.Book, cell: xlrd.sheet.Cell) -> str:
    key = book.xf_list[cell.xf_index].format_key
    return "dd/mm/yyyy" if key == SHORT_DATE else book.format_map[key].format_str
