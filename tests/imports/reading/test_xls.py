from datetime import date, datetime

import pytest
import xlwt

from actions.imports.grid import BLANK, Cell, Span, UnreadableFile
from actions.imports.reading.sentences import LOCKED, MACROS
from tests.imports.written import TRACKER, book_of, sheet_of, shown, xls

MOMENT = datetime.fromisoformat("2020-03-31T14:30")


def looking(number_format: str) -> xlwt.XFStyle:
    style = xlwt.XFStyle()
    style.num_format_str = number_format
    return style


def test_xls_gives_its_rows():
    book = book_of(xls())

    assert (book.kind, book.sheets[0].name, shown(book.sheets[0])) == ("xls", "Plan", TRACKER)


def test_xls_gives_each_value_its_type_and_its_look():
    cells = [
        (1.1, "0.00", Cell(1.1, "1.10")),
        (0.45, "0%", Cell(0.45, "45%")),
        (date(2019, 9, 1), "MMM-YY", Cell(date(2019, 9, 1), "Sep-19")),
        (date(2020, 3, 31), "M/D/YY", Cell(date(2020, 3, 31), "31/03/2020")),
        (MOMENT, "DD/MM/YYYY HH:MM", Cell(MOMENT, "31/03/2020 14:30")),
        (3.0, "General", Cell(3, "3")),
        (True, "General", Cell(True, "TRUE")),
        ("1.10", "@", Cell("1.10", "1.10")),
        (43921, "General", Cell(43921, "43921")),
    ]

    def write(workbook: xlwt.Workbook) -> None:
        for column, (value, number_format, _) in enumerate(cells):
            workbook.get_sheet(0).write(0, column, value, looking(number_format))

    assert sheet_of(xls([], write)).rows == [[expected for _, _, expected in cells]]


def test_xls_counts_from_1904_where_it_says_so():
    def write(workbook: xlwt.Workbook) -> None:
        workbook.dates_1904 = True
        workbook.get_sheet(0).write(0, 0, 42459, looking("D MMM YYYY"))

    assert sheet_of(xls([], write)).rows == [[Cell(date(2020, 3, 31), "31 Mar 2020")]]


def test_xls_names_merged_and_hidden_cells_and_sheets():
    def change(workbook: xlwt.Workbook) -> None:
        sheet = workbook.get_sheet(0)
        sheet.write_merge(3, 3, 0, 1, "Everybody")
        sheet.row(1).hidden = True
        sheet.col(2).hidden = True
        workbook.add_sheet("Old").visibility = 1

    book = book_of(xls(TRACKER, change))

    assert (book.sheets[0].merged, shown(book.sheets[0])[3]) == ([Span(3, 0, 3, 1)], ["Everybody", "", "", ""])
    assert (book.sheets[0].hidden_rows, book.sheets[0].hidden_columns) == ({1}, {2})
    assert [(sheet.name, sheet.is_hidden) for sheet in book.sheets] == [("Plan", False), ("Old", True)]


def test_xls_error_is_a_doubt():
    def write(workbook: xlwt.Workbook) -> None:
        workbook.get_sheet(0).row(0).set_cell_error(0, "#REF!")

    assert sheet_of(xls([], write)).rows == [[Cell(None, "#REF!", "The formula here shows the error #REF!.")]]


def test_xls_ends_where_its_last_filled_cell_is():
    def style_a_far_cell(workbook: xlwt.Workbook) -> None:
        workbook.get_sheet(0).write(400, 40, "", looking("0.00"))

    assert shown(sheet_of(xls(TRACKER, style_a_far_cell))) == TRACKER


def test_xls_with_a_password_is_refused():
    """A record right after the first says that all that follows is encrypted."""
    content = xls()
    start = content.index(b"\x09\x08\x10\x00\x00\x06")
    locked = content[: start + 20] + b"\x2f\x00\x06\x00\x00\x00\x59\xb3\x0a\x9a" + content[start + 30 :]

    with pytest.raises(UnreadableFile, match=LOCKED):
        book_of(locked)


def test_xls_notices_macros():
    content = xls() + "_VBA_PROJECT_CUR".encode("utf-16-le").ljust(64, b"\x00")

    assert book_of(content).notices == [MACROS]


def test_xls_cell_without_anything_is_blank():
    assert sheet_of(xls([["Ref", "", "Status"]])).rows == [[Cell("Ref", "Ref"), BLANK, Cell("Status", "Status")]]
