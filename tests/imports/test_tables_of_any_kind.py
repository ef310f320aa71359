"""Whatever stands around the actions, they are all found, and no line of a sheet is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from actions.imports.columns.fields import REPEATABLE, Field
from actions.imports.columns.guesses import guess_columns
from actions.imports.grid import BLANK, Cell, Sheet, Span
from actions.imports.sheets.tables import find_tables, read_sheet
from tests.imports.layouts.builder import SheetBuilder

HEADINGS = {
    "Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD, "Due date": Field.DUE, "RAG": Field.RAG,
    "Status": Field.STATUS, "Progress update": Field.PROGRESS, "Evidence": Field.EVIDENCE,
}  # fmt: skip
ABOVE = [
    ("SEND Improvement Plan 2019–2020",), ("As at July 2019",), ("Key:", "Blue = complete", "Green = on track"), (),
    ("Owner:", "Director of Education"), ("Written statement of action: progress report to the board",),
]  # fmt: skip
BELOW = [
    ("Total", "12"), ("RAG summary: 12 green, 3 amber, 1 red",), ("Note: dates agreed in May",), ("* revised",), (),
    ("Amber = at risk",), ("Signed:", "", "Date:"), ("Page 2 of 4",), ("", "On track", "12"),
]  # fmt: skip
TITLES = [
    "Develop a single point of access", "Train school staff", "Local offer website", "Joint commissioning plan",
    "Total review of transport", "EHC plans: clear the backlog\nand keep it clear", "Action plan for early years",
    "Progress reviews for all pupils", "Key workers", "Priority training for SENCOs", "Lead professionals in each area",
]  # fmt: skip
CELLS = {
    "Lead": ["LCC", "County Council", "Head of SEND / CCG", ""],
    "Due date": ["Dec-19", "31/03/2020", "Ongoing", "by end of Autumn term 2019", ""],
    "RAG": ["R", "Amber", "G", "B", ""],
    "Status": ["Complete", "On-track", "not started", ""],
    "Progress update": ["First meeting held.", "Late, because nobody could be appointed until the spring.", ""],
    "Evidence": ["Minutes", ""],
}
GROUPS = ["Priority {}: Access", "Objective {} – One vision", "Workstream {}: Engagement", "Theme {}. Health"]


@st.composite
def trackers(draw) -> SheetBuilder:
    others = draw(st.permutations(list(HEADINGS)[2:]))[: draw(st.integers(2, 6))]
    columns = ["Ref", "Action", *others]
    sheet = SheetBuilder("Plan")
    for line in draw(st.lists(st.sampled_from(ABOVE), max_size=5)):
        sheet.left_out(*line) if line else sheet.blank()
    sheet.table(tuple(columns), fields={heading: HEADINGS[heading] for heading in columns})
    kind, is_wide, number = draw(st.sampled_from(GROUPS)), draw(st.booleans()), 0
    for block in range(1, draw(st.integers(1, 4)) + 1):
        if draw(st.booleans()):
            sheet.group(kind.format(block), wide=len(columns) if is_wide else 0)
        for _ in range(draw(st.integers(1, 4))):
            number += 1
            _add_line(draw, sheet, others, f"{block}.{number}")
        sheet.blank(draw(st.integers(0, 2)))
        if draw(st.booleans()):
            sheet.headings_again()
    for line in draw(st.lists(st.sampled_from(BELOW), max_size=4)):
        sheet.left_out(*line) if line else sheet.blank()
    return sheet


def _add_line(draw, sheet: SheetBuilder, others: list[str], ref: str) -> None:
    cells = [draw(st.sampled_from(CELLS[heading])) for heading in others]
    sheet.action(ref, draw(st.sampled_from(TITLES)), *cells, is_hidden=draw(st.integers(0, 9)) == 0)


@given(trackers())
@settings(max_examples=200)
def test_tables_hold_exactly_the_actions_typed(sheet):
    (table,) = find_tables(sheet.sheet())

    found = [(row.number, row.cell(1).shown, row.group, row.is_hidden) for row in table.rows]
    assert found == [(row.number, row.title, row.groups, row.is_hidden) for row in sheet.answer.rows]
    assert [group.number for group in table.groups] == sheet.answer.group_rows
    assert [line.number for line in table.left_out] == sheet.answer.left_out


WORDS = [
    "",
    "",
    "",
    "Ref",
    "Action",
    "Lead",
    "Due",
    "Status",
    "RAG",
    "Timescale",
    "Start",
    "End",
    "1",
    "1.1",
    "2",
    "Dec-19",
    "Green",
    "R",
    "Priority 1: Access",
    "Priority 2",
    "Total",
    "12",
    "Blue = complete",
    "Note: see above",
    "Review the local offer",
    "a longer text about what was done, by whom, and what is to happen next",
    "County Council",
    "May 2019 status",
]


@st.composite
def grids(draw) -> Sheet:
    height, width = draw(st.integers(1, 14)), draw(st.integers(1, 6))
    rows = [[Cell(w, w) if (w := draw(st.sampled_from(WORDS))) else BLANK for _ in range(width)] for _ in range(height)]
    merged, taken = [], set()
    for _ in range(draw(st.integers(0, 3))):
        first_row, first_column = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        last_row, last_column = draw(st.integers(first_row, height - 1)), draw(st.integers(first_column, width - 1))
        span = Span(first_row, first_column, last_row, last_column)
        if taken.isdisjoint(span):
            merged.append(span)
            taken |= set(span)
            for row, column in list(span)[1:]:
                rows[row][column] = BLANK
    return Sheet("Any", rows, merged)


@given(grids())
@settings(max_examples=400)
def test_tables_account_for_each_line_that_is_not_blank_once(sheet):
    reading = read_sheet(sheet)

    told = [line.number for line in reading.left_out] + [n for table in reading.tables for n in table.numbers]
    typed = [number for number, cells in enumerate(sheet.rows, 1) if any(not cell.is_blank for cell in cells)]
    filled = {number for table in reading.tables for number in table.header_rows}
    assert sorted(set(told) - filled) == [number for number in typed if number not in filled]
    assert len(told) == len(set(told))


@given(grids())
@settings(max_examples=100)
def test_columns_of_any_table_have_one_guess_each_and_no_field_twice(sheet):
    for table in find_tables(sheet):
        guesses = guess_columns(table)

        once = [(guess.field, guess.as_at) for guess in guesses if guess.field not in REPEATABLE]
        assert [guess.heading for guess in guesses] == table.headings
        assert len(once) == len(set(once))
