from datetime import date, datetime, time

import pytest
from odf import table

from actions.imports.grid import BLANK, Cell, Span, UnreadableFile
from actions.imports.reading.sentences import COMMENTS, LINKS, LOCKED, MACROS, NO_RESULT
from tests.imports.written import TRACKER, book_of, ods, ods_cell, ods_table, ods_xml, sheet_of, shown, with_part

ROW = '<table:table table:name="Plan"><table:table-row>{}</table:table-row></table:table>'


def row_of(cells: str) -> list[Cell]:
    return sheet_of(ods_xml(ROW.format(cells))).rows[0]


def test_ods_gives_its_rows():
    book = book_of(ods())

    assert (book.kind, book.sheets[0].name, shown(book.sheets[0])) == ("ods", "Plan", TRACKER)


def test_ods_gives_each_value_its_type_and_its_look():
    made = ods_table([])
    line = table.TableRow()
    made.addElement(line)
    for cell in [
        ods_cell("1.10", valuetype="float", value="1.1"),
        ods_cell("45%", valuetype="percentage", value="0.45"),
        ods_cell("£3.00", valuetype="currency", value="3"),
        ods_cell("Sep-19", valuetype="date", datevalue="2019-09-01"),
        ods_cell("31/03/20 14:30", valuetype="date", datevalue="2020-03-31T14:30:00"),
        ods_cell("14:30", valuetype="time", timevalue="PT14H30M00S"),
        ods_cell("36:00", valuetype="time", timevalue="PT36H00M00S"),
        ods_cell("TRUE", valuetype="boolean", booleanvalue="true"),
        ods_cell("one\ntwo"),
    ]:
        line.addElement(cell)

    assert sheet_of(ods(made)).rows == [
        [
            Cell(1.1, "1.10"),
            Cell(0.45, "45%"),
            Cell(3, "£3.00"),
            Cell(date(2019, 9, 1), "Sep-19"),
            Cell(datetime.fromisoformat("2020-03-31T14:30"), "31/03/20 14:30"),
            Cell(time(14, 30), "14:30"),
            Cell(1.5, "36:00"),
            Cell(True, "TRUE"),
            Cell("one\ntwo", "one\ntwo"),
        ]
    ]


def test_ods_that_leaves_out_what_it_showed_is_shown_plainly():
    row = row_of(
        '<table:table-cell office:value-type="float" office:value="1.50"/>'
        '<table:table-cell office:value-type="date" office:date-value="2020-03-31"/>'
        '<table:table-cell office:value-type="date" office:date-value="2020-03-31T14:30:00"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT09H05M00S"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="false"/>'
        '<table:table-cell office:value-type="string" office:string-value="On track"/>'
        '<table:table-cell office:value-type="date" office:date-value="soon"><text:p>soon</text:p></table:table-cell>'
    )

    assert [cell.shown for cell in row] == [
        "1.5",
        "31/03/2020",
        "31/03/2020 14:30",
        "09:05",
        "FALSE",
        "On track",
        "soon",
    ]


def test_ods_text_keeps_its_spaces_and_lines_but_not_its_comments():
    book = book_of(
        ods_xml(
            ROW.format(
                "<table:table-cell><office:annotation><text:p>Why?</text:p></office:annotation>"
                '<text:p>one<text:s text:c="2"/>two <text:span>three<text:tab/></text:span>four</text:p>'
                "<text:p>five<text:line-break/>six</text:p></table:table-cell>"
            )
        )
    )

    assert (shown(book.sheets[0]), book.notices) == ([["one  two three\tfour\nfive\nsix"]], [COMMENTS])


def test_ods_repeats_cells_and_rows():
    made = ods_table([])
    line = table.TableRow(numberrowsrepeated=2)
    line.addElement(ods_cell("", numbercolumnsrepeated=2))
    line.addElement(ods_cell("Council", numbercolumnsrepeated=2))
    made.addElement(table.TableRow(numberrowsrepeated=3))
    made.addElement(line)

    assert shown(sheet_of(ods(made))) == [[""] * 4] * 3 + [["", "", "Council", "Council"]] * 2


def test_ods_blank_cells_repeated_to_the_end_cost_nothing():
    end = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = f'<table:table-row table:number-rows-repeated="1048576">{end}</table:table-row>'
    cell = "<table:table-cell><text:p>Ref</text:p></table:table-cell>"

    content = ods_xml(
        f'<table:table table:name="Plan"><table:table-row>{cell}{end}</table:table-row>{rows}</table:table>'
    )

    assert shown(sheet_of(content)) == [["Ref"]]


def test_ods_merged_cells_hold_only_their_first():
    row = (
        '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>Lead</text:p>'
        "</table:table-cell><table:covered-table-cell><text:p>unseen</text:p></table:covered-table-cell>"
        "<table:table-cell><text:p>Status</text:p></table:table-cell>"
    )

    sheet = sheet_of(ods_xml(ROW.format(row)))

    assert (shown(sheet), sheet.merged) == ([["Lead", "", "Status"]], [Span(0, 0, 0, 1)])


def test_ods_names_hidden_rows_columns_and_sheets():
    made = ods_table([])
    made.addElement(table.TableColumn(numbercolumnsrepeated=2))
    made.addElement(table.TableColumn(visibility="collapse"))
    for visibility in ["visible", "filter", "collapse"]:
        line = table.TableRow(visibility=visibility)
        made.addElement(line)
        for words in ["a", "b", "c"]:
            line.addElement(ods_cell(words))

    sheet = sheet_of(ods(made))

    assert (sheet.hidden_rows, sheet.hidden_columns) == ({1, 2}, {2})


def test_ods_names_hidden_sheets():
    styles = (
        '<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties '
        'table:display="false"/></style:style></office:automatic-styles>'
    )
    tables = (
        '<table:table table:name="Plan" table:style-name="ta1"><table:table-row><table:table-cell><text:p>1</text:p>'
    )
    ends = "</table:table-cell></table:table-row></table:table>"
    old = '<table:table table:name="Old" table:style-name="ta2"/>'

    book = book_of(ods_xml(tables + ends + old, styles))

    assert [(sheet.name, sheet.is_hidden) for sheet in book.sheets] == [("Plan", False), ("Old", True)]


def test_ods_formula_without_a_result_and_errors_are_doubts():
    row = row_of(
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p>'
        '</table:table-cell><table:table-cell table:formula="of:=A2"/>'
        '<table:table-cell table:formula="of:=A0" office:value-type="string"><text:p>#REF!</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"/>'
        '<table:table-cell office:value-type="string"><text:p>#REF!</text:p></table:table-cell>'
    )

    assert row == [
        Cell(2, "2"),
        Cell(None, "", NO_RESULT),
        Cell(None, "#REF!", "The formula here shows the error #REF!."),
        BLANK,
        Cell("#REF!", "#REF!"),
    ]


def test_ods_leaves_out_what_it_remembers_of_other_files():
    elsewhere = "<table:table table:name=\"'file:///home/x.ods'#Lists\"><table:table-row><table:table-cell/></table:table-row></table:table>"

    book = book_of(ods_xml(ROW.format("<table:table-cell><text:p>Ref</text:p></table:table-cell>") + elsewhere))

    assert ([sheet.name for sheet in book.sheets], book.notices) == (["Plan"], [LINKS])


def test_ods_leaves_out_a_table_within_a_cell():
    inner = ROW.format("<table:table-cell><text:p>inner</text:p></table:table-cell>")

    assert shown(
        sheet_of(ods_xml(ROW.format(f"<table:table-cell>{inner}<text:p>outer</text:p></table:table-cell>")))
    ) == [["outer"]]


def test_ods_with_a_password_is_refused():
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"

    with pytest.raises(UnreadableFile, match=LOCKED):
        book_of(with_part(ods(), "META-INF/manifest.xml", manifest))


def test_ods_notices_macros():
    assert book_of(with_part(ods(), "Basic/Standard/Module1.xml", "<script/>")).notices == [MACROS]
