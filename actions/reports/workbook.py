"""A progress report as an Excel workbook: a sheet for each part, ready to filter. Nothing in it runs."""

import io
from datetime import date, datetime
from math import ceil
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from .excel_text import AS_WORDS, as_cell
from .looks import RULE, TEXT, WASH
from .phrases import subject, title
from .plain_text import shortened
from .sheets import Sheet, Value, sheets
from .status_chart import status_chart

LONGEST_PROPERTY = 255
LETTERS_TO_A_DIGIT = 1.25  # widths are counted in digits
HEIGHT_OF_LINE, HIGHEST_ROW = 13, 409  # in points
PAPER_A4, PAPER_A3 = 9, 8
WIDTH_OF_A4, WIDTH_OF_A3 = 160, 260  # in characters, on its side
_FIRST_DAY_OF_EXCEL = date(1900, 3, 1)  # it counts a 29 February 1900, so earlier days are a day out


def workbook_report(content: dict, fingerprint: dict | None) -> bytes:
    """Its sheets wait on the disk until the book is closed, and are gone whether or not it comes to that."""
    written = io.BytesIO()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        options = {"constant_memory": True, "tmpdir": folder, "default_date_format": "d mmm yyyy"}
        book = Workbook(written, options | AS_WORDS)
        try:
            _write_book(book, content, fingerprint)
        finally:
            for page in book.worksheets():
                page.row_data_fh.close()  # which xlsxwriter does only where all went well
    return written.getvalue()


def _write_book(book: Workbook, content: dict, fingerprint: dict | None) -> None:
    formats = Formats(book)
    _set_properties(book, content)
    for sheet in sheets(content, fingerprint):
        page = book.add_worksheet(sheet.name)
        last = _write_sheet(page, sheet, formats)
        _set_up(page, sheet, last)
        if sheet.name == "Priorities" and last:
            _draw_priorities(book, page, content, last)
    book.close()


class Formats:
    """Words wrap and stand at the top of their cell, so that a long row is read from its first line."""

    def __init__(self, book: Workbook):
        top = {"valign": "top", "font_name": "Arial", "font_size": 10, "bottom": 1, "bottom_color": f"#{RULE}"}
        self.heading = book.add_format(
            top
            | {"bold": True, "text_wrap": True, "bg_color": f"#{WASH}", "bottom_color": f"#{TEXT}", "valign": "bottom"}
        )
        self.words = book.add_format(top | {"text_wrap": True})
        self.number = book.add_format(top | {"num_format": "0"})
        self.change = book.add_format(top | {"num_format": "+0;−0;0"})
        self.day = book.add_format(top | {"num_format": "d mmm yyyy", "align": "left", "indent": 1})


def _set_properties(book: Workbook, content: dict) -> None:
    """The day of the report stands for the moment of making: the same report is the same file."""
    book.set_properties(
        {
            "title": shortened(title(content), LONGEST_PROPERTY),
            "subject": shortened(subject(content), LONGEST_PROPERTY),
            "author": shortened(content["partnership"]["name"], LONGEST_PROPERTY),
            "created": datetime.fromisoformat(content["report"]["as_at_on"]),
        }
    )


def _write_sheet(page: Worksheet, sheet: Sheet, formats: Formats) -> int:
    """Row after row, as constant memory asks; says which row was the last."""
    for place, (heading, width) in enumerate(sheet.columns):
        page.set_column(place, place, width)
        page.write_string(0, place, as_cell(heading), formats.heading)
    page.set_row(0, _height([heading for heading, _ in sheet.columns], sheet))
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        page.set_row(last, _height(row, sheet))
        for place, value in enumerate(row):
            _write(page, last, place, value, formats, is_change=sheet.columns[place][0] == "Change")
    return last


def _height(row: list[Value], sheet: Sheet) -> float:
    """Enough for its longest cell: Excel would find out by itself, other programs do not."""
    lines = max(_lines(value, width) for value, (_, width) in zip(row, sheet.columns, strict=True))
    return min(HEIGHT_OF_LINE * lines + 3, HIGHEST_ROW)


def _lines(value: Value, width: int) -> int:
    if not isinstance(value, str):
        return 1
    return sum(1 + int(len(line) / (width * LETTERS_TO_A_DIGIT)) for line in value.split("\n"))


def _write(page: Worksheet, row: int, place: int, value: Value, formats: Formats, *, is_change: bool) -> None:
    if isinstance(value, bool):
        page.write_string(row, place, "Yes" if value else "No", formats.words)
    elif isinstance(value, int):
        page.write_number(row, place, value, formats.change if is_change else formats.number)
    elif isinstance(value, date) and value >= _FIRST_DAY_OF_EXCEL:
        page.write_datetime(row, place, value, formats.day)
    elif text := as_cell(value):
        page.write_string(row, place, text, formats.words)
    else:
        page.write_blank(row, place, None, formats.words)


def _set_up(page: Worksheet, sheet: Sheet, last: int) -> None:
    page.freeze_panes(1, 2 if sheet.name == "Actions" else 0)
    page.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
    _set_up_print(page, sum(width for _, width in sheet.columns))
    page.set_footer("&L&A&RPage &P of &N")


def _set_up_print(page: Worksheet, width: int) -> None:
    """On as many sheets of paper as leave its words large enough to read, under the same headings."""
    is_narrow = width <= WIDTH_OF_A4
    page.set_paper(PAPER_A4 if is_narrow else PAPER_A3)
    page.set_landscape()
    page.fit_to_pages(1 if is_narrow else ceil(width / WIDTH_OF_A3), 0)
    page.repeat_rows(0)


def _draw_priorities(book: Workbook, page: Worksheet, content: dict, last: int) -> None:
    codes = [status["status"] for status in content["headline"]["statuses"]]
    chart = status_chart(book, sheet="Priorities", codes=codes, first_column=1, rows=last)
    chart.set_title({"name": "Actions of each priority by status", "name_font": {"name": "Arial", "size": 11}})
    words = "A stacked bar for each priority: how many of its actions have each status, as in the table above."
    chart.set_size({"width": 760, "height": 120 + 40 * min(last, 40)})
    page.insert_chart(last + 2, 0, chart, {"description": words})
