from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from actions.imports.grid import BLANK, Cell, Span, UnreadableFile
from actions.imports.reading.sentences import COMMENTS, DAMAGED, DRAWINGS, LINKS, MACROS, NO_CELLS, NO_RESULT
from tests.imports.written import (
    MAIN,
    SHEET_PART,
    TRACKER,
    book_of,
    formatted,
    parts_of,
    saved,
    sheet_of,
    sheet_xml,
    shown,
    with_part,
    with_replaced,
    xlsx,
    zipped,
)

MOMENT = datetime.fromisoformat("2020-03-31T14:30")

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_xlsx_gives_its_rows():
    book = book_of(xlsx())

    assert (book.kind, book.sheets[0].name, shown(book.sheets[0])) == ("xlsx", "Plan", TRACKER)


def test_xlsx_gives_each_value_its_type_and_its_look():
    row = sheet_of(
        formatted(
            (1.1, "0.00"),
            (0.45, "0%"),
            (date(2019, 9, 1), "mmm-yy"),
            (MOMENT, "dd/mm/yyyy hh:mm"),
            (date(2020, 3, 31), "mm-dd-yy"),
            (3.0, "General"),
            (True, "General"),
            ("1.10", "@"),
            (43921, "General"),
        )
    ).rows[0]

    assert row == [
        Cell(1.1, "1.10"),
        Cell(0.45, "45%"),
        Cell(date(2019, 9, 1), "Sep-19"),
        Cell(MOMENT, "31/03/2020 14:30"),
        Cell(date(2020, 3, 31), "31/03/2020"),
        Cell(3, "3"),
        Cell(True, "TRUE"),
        Cell("1.10", "1.10"),
        Cell(43921, "43921"),
    ]


def test_xlsx_counts_from_1904_where_it_says_so():
    def count_from_1904(workbook: openpyxl.Workbook) -> None:
        workbook.epoch = CALENDAR_MAC_1904
        workbook.active["A1"] = date(2020, 3, 31)
        workbook.active["A1"].number_format = "d mmm yyyy"

    content = xlsx([], count_from_1904)

    assert b"date1904" in parts_of(content)["xl/workbook.xml"]
    assert sheet_of(content).rows == [[Cell(date(2020, 3, 31), "31 Mar 2020")]]


def test_xlsx_text_of_several_looks_is_one_text():
    rich = CellRichText("Delayed ", TextBlock(InlineFont(b=True), "since May"))

    assert shown(sheet_of(xlsx([[rich]]))) == [["Delayed since May"]]


def with_shared_texts(inside: str) -> bytes:
    """A sheet of one cell, which shows the first of them."""
    content = sheet_xml('<sheetData><row><c t="s"><v>0</v></c></row></sheetData>')
    related = f'<Relationship Id="shared" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    content = with_replaced(content, "xl/_rels/workbook.xml.rels", "</Relationships>", related)
    return with_part(content, "xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{inside}</sst>')


def test_xlsx_keeps_lines_and_drops_control_characters():
    content = with_shared_texts("<si><t>one_x000D_\ntwo_x0007_ _x005F_x000D_</t><rPh><t>said so</t></rPh></si>")

    assert shown(sheet_of(content)) == [["one\ntwo _x000D_"]]


def test_xlsx_merged_cells_hold_only_their_first():
    def merge(workbook: openpyxl.Workbook) -> None:
        workbook.active.merge_cells("A1:B1")
        workbook.active.merge_cells("A2:A3")

    sheet = sheet_of(xlsx(TRACKER, merge))

    assert sheet.merged == [Span(0, 0, 0, 1), Span(1, 0, 2, 0)]
    assert [sheet.rows[0][1], sheet.rows[2][0], sheet.rows[1][0].shown] == [BLANK, BLANK, "1.1"]


def test_xlsx_value_under_a_merge_is_not_seen():
    content = sheet_xml(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row><c r="B2"><v>3</v></c></row>'
        '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    )

    assert shown(sheet_of(content)) == [["1", ""], ["", "3"]]


def test_xlsx_merge_of_the_whole_sheet_ends_where_the_sheet_does():
    cells = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B1:C9"/><mergeCell ref="B7:B1"/></mergeCells>'

    assert sheet_of(sheet_xml(cells + merges)).merged == [Span(0, 0, 0, 1)]


def test_xlsx_names_hidden_rows_columns_and_sheets():
    def hide(workbook: openpyxl.Workbook) -> None:
        workbook.active.row_dimensions[2].hidden = True
        workbook.active.row_dimensions[90].hidden = True
        workbook.active.column_dimensions.group("C", "D", hidden=True)
        for name, state in [("Old", "hidden"), ("Lists", "veryHidden")]:
            workbook.create_sheet(name).sheet_state = state

    book = book_of(xlsx(TRACKER, hide))

    assert (book.sheets[0].hidden_rows, book.sheets[0].hidden_columns) == ({1}, {2, 3})
    assert [(sheet.name, sheet.is_hidden) for sheet in book.sheets] == [("Plan", False), ("Old", True), ("Lists", True)]


def test_xlsx_ends_where_its_last_filled_cell_is():
    def style_far_cells(workbook: openpyxl.Workbook) -> None:
        workbook.active["Z500"].number_format = "0.00"
        workbook.active["B400"] = "  \n"

    assert shown(sheet_of(xlsx(TRACKER, style_far_cells))) == TRACKER


def test_xlsx_formula_gives_its_stored_result():
    content = sheet_xml(
        '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c>'
        '<c r="C1" t="str"><f>A1&amp;"x"</f><v>2x</v></c></row></sheetData>'
    )

    assert sheet_of(content).rows == [[Cell(2, "2"), BLANK, Cell("2x", "2x")]]


def test_xlsx_formula_without_a_result_is_a_doubt():
    assert sheet_of(xlsx([["=SUM(A2:A9)"]])).rows == [[Cell(None, "", NO_RESULT)]]


def test_xlsx_error_is_a_doubt():
    content = sheet_xml('<sheetData><row><c t="e"><f>A0</f><v>#REF!</v></c></row></sheetData>')

    assert sheet_of(content).rows == [[Cell(None, "#REF!", "The formula here shows the error #REF!.")]]


def test_xlsx_of_other_programs_may_leave_out_where_cells_are_and_write_texts_and_dates_in_place():
    content = sheet_xml(
        '<sheetData><row><c t="inlineStr"><is><r><t>Re</t></r><r><t>f</t></r></is></c>'
        '<c t="d"><v>2020-03-31T00:00:00Z</v></c></row>'
        '<row r="3"><c t="d"><v>soon</v></c><c><v>1e1</v></c></row></sheetData>'
    )

    assert sheet_of(content).rows == [
        [Cell("Ref", "Ref"), Cell(date(2020, 3, 31), "31/03/2020")],
        [BLANK, BLANK],
        [Cell("soon", "soon"), Cell(10, "10")],
    ]


def test_xlsx_of_the_strict_kind_is_read():
    parts = {
        name: part.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        for name, part in parts_of(xlsx()).items()
    }

    assert shown(sheet_of(zipped(parts))) == TRACKER


@pytest.mark.parametrize(
    ("part", "notice"),
    [
        ("xl/vbaProject.bin", MACROS),
        ("xl/externalLinks/externalLink1.xml", LINKS),
        ("xl/threadedComments/threadedComment1.xml", COMMENTS),
    ],
)
def test_xlsx_notices_what_is_not_read(part, notice):
    assert book_of(with_part(xlsx(), part, "<part/>")).notices == [notice]


def test_xlsx_notices_comments_and_charts():
    def add(workbook: openpyxl.Workbook) -> None:
        workbook.active["A1"].comment = Comment("why?", "somebody")
        chart = BarChart()
        chart.add_data(Reference(workbook.active, min_col=1, min_row=1, max_row=3))
        workbook.active.add_chart(chart, "F1")
        workbook.create_chartsheet("Chart").add_chart(BarChart())

    assert book_of(xlsx(TRACKER, add)).notices == [COMMENTS, DRAWINGS, NO_CELLS.format(name="Chart")]


@pytest.mark.parametrize(
    "inside",
    [
        '<sheetData><row><c t="s"><v>99</v></c></row></sheetData>',
        '<sheetData><row r="x"><c><v>1</v></c></row></sheetData>',
        '<sheetData><row r="0"><c><v>1</v></c></row></sheetData>',
        '<sheetData><row><c r="1A"><v>1</v></c></row></sheetData>',
        '<sheetData><row><c s="x"><v>1</v></c></row></sheetData>',
        "<sheetData><row><c>",
    ],
)
def test_xlsx_that_contradicts_itself_is_refused(inside):
    with pytest.raises(UnreadableFile, match=DAMAGED):
        book_of(sheet_xml(inside))


def test_xlsx_with_entities_is_refused():
    content = with_replaced(
        xlsx(), SHEET_PART, "<worksheet", '<!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet'
    )

    with pytest.raises(UnreadableFile, match=DAMAGED):
        book_of(content)


def test_xlsx_without_styles_or_shared_texts_is_read():
    content = sheet_xml('<sheetData><row><c s="3"><v>1.5</v></c></row></sheetData>')
    related = f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="/{SHEET_PART}"/>'
    alone = with_part(content, "xl/_rels/workbook.xml.rels", f"<Relationships>{related}</Relationships>")

    assert shown(sheet_of(alone)) == [["1.5"]]


def test_xlsx_saved_by_a_library_without_a_number_format_is_read():
    workbook = openpyxl.Workbook(write_only=True)
    workbook.create_sheet("Plan").append(["1.1", 2])

    assert shown(sheet_of(saved(workbook))) == [["1.1", "2"]]
