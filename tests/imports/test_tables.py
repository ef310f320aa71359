from actions.imports.sheets.tables import find_tables, read_sheet
from tests.imports.layouts import ALL
from tests.imports.layouts.builder import SheetBuilder


def table_of(name: str):
    (builder,) = ALL[name].builders
    (table,) = find_tables(builder.sheet())
    return table


def key_of(name: str, sheet: int = 0) -> list[tuple[str, str]]:
    return [(entry.word, entry.meaning) for entry in read_sheet(ALL[name].builders[sheet].sheet()).key]


def test_merged_cells_are_filled_and_said_to_be():
    first, *others, last = table_of("objective_merged").rows

    assert [(row.cell(0).shown, row.filled) for row in others] == [("Inclusive schools", {0, 3, 4, 5})] * 4
    assert (first.filled, last.filled, last.cell(0).shown) == (frozenset(), frozenset(), "Good health care")


def test_value_typed_once_is_proposed_and_never_taken_over():
    table = table_of("objective_typed_once")

    proposed = {row.number: {column: cell.shown for column, cell in row.proposed.items()} for row in table.rows}
    assert proposed == {
        2: {},
        3: {0: "Better plans", 2: "LCC", 4: "In use everywhere"},
        4: {0: "Better plans", 2: "LCC", 4: "In use everywhere"},
        5: {},
        6: {0: "Better advice", 2: "CCG", 4: "Advice within six weeks"},
    }
    assert all(row.cell(column).is_blank for row in table.rows for column in row.proposed)
    assert [doubt.column for doubt in table.doubts] == ["A", "C", "E"]


def test_hidden_rows_columns_and_sheets_are_named():
    assert table_of("all_hidden").notices == [
        "The sheet “Plan” is hidden.",
        "Hidden in the sheet, but read: rows 2, 4.",
        "Hidden in the sheet, but read: “Notes” (column F).",
    ]


def test_headings_that_change_between_priorities_are_asked_about():
    sheet = SheetBuilder("Plan").table(("Ref", "Action", "Lead", "By when", "May update"), fields={})
    sheet.action("1", "Write", "LCC", "Dec-19", "Begun").blank()
    sheet.left_out("Ref", "Action", "Lead", "By when", "July update").action("2", "Print", "LCC", "Dec-19", "Begun")

    (doubt,) = find_tables(sheet.sheet())[0].doubts

    assert (doubt.row, "“July update” instead of “May update”" in doubt.sentence) == (4, True)


def test_key_says_what_its_colours_mean():
    assert key_of("title_and_key_above") == [
        ("Blue", "complete"),
        ("Green", "on track"),
        ("Amber", "delayed"),
        ("Red", "overdue"),
    ]
    assert key_of("sheets_without_actions", sheet=1) == [
        ("Blue", "Complete"),
        ("Green", "Late, but recovering"),
        ("Amber", "On track"),
        ("Red", "Late"),
    ]
    assert key_of("summary_below") == [("Blue", "Complete and evidenced"), ("Amber", "at risk")]
