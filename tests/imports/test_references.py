from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.imports.grid import BLANK, Cell
from actions.imports.references import LONGEST, ReferenceRow, read_references


def cell(text: str) -> Cell:
    return Cell(text, text)


def typed(*refs) -> list[ReferenceRow]:
    """A column of references; numbers as a spreadsheet holds them."""
    cells = [Cell(ref, str(ref)) for ref in refs]
    return [ReferenceRow(ref, cell(f"Action of row {place}")) for place, ref in enumerate(cells)]


def texts(*words: str) -> list[ReferenceRow]:
    return [ReferenceRow(BLANK, cell(text)) for text in words]


def told(rows) -> list[tuple[str, list[str]]]:
    return [(read.ref, [str(doubt.kind) for doubt in read.doubts]) for read in read_references(rows)]


# ──── as displayed


def test_read_references_keeps_them_as_displayed():
    rows = [*typed("1.1", "A3", "1.10", " 7.001 ", "1a.", "2)", "SEND/04"), ReferenceRow(Cell(2.1, "2.10"))]

    assert told(rows) == [(ref, []) for ref in ["1.1", "A3", "1.10", "7.001", "1a", "2", "SEND/04", "2.10"]]


def test_read_references_gives_back_a_nought_that_the_spreadsheet_dropped():
    rows = typed(1.1, *(f"1.{number}" for number in range(2, 10)), 1.1, 1.11, 2.1)

    assert told(rows)[8:] == [("1.9", []), ("1.10", ["ref_lost_zero"]), ("1.11", []), ("2.1", [])]


def test_read_references_gives_back_the_nought_of_twenty():
    assert told(typed(1.18, 1.19, 1.2, 1.21)) == [
        ("1.18", []),
        ("1.19", []),
        ("1.20", ["ref_lost_zero"]),
        ("1.21", []),
    ]


def test_read_references_says_why_a_nought_is_proposed():
    (doubt,) = read_references(typed(1.9, 1.1))[1].doubts

    assert (doubt.sentence, doubt.proposal) == ("“1.1” comes after “1.9”: “1.10” may have been typed.", "1.10")


@pytest.mark.parametrize(
    ("value", "shown", "ref", "doubts"),
    [
        (date(2019, 1, 3), "03-Jan", "3.1", ["ref_date"]),
        ("1.1, 1.2", "1.1, 1.2", "1.1, 1.2", ["ref_several"]),
        ("1.1-1.3", "1.1-1.3", "1.1-1.3", ["ref_several"]),
        ("1.1 and 1.2", "1.1 and 1.2", "1.1 and 1.2", ["ref_several"]),
        ("P2-03", "P2-03", "P2-03", []),
        ("-", "-", "A-01", ["ref_missing"]),
        ("Improve everything we do", "Improve everything we do", "A-01", ["ref_long", "ref_missing"]),
    ],
)
def test_read_references_asks_about_what_is_not_one_reference(value, shown, ref, doubts):
    assert told([ReferenceRow(Cell(value, shown))]) == [(ref, doubts)]


def test_read_references_says_what_is_wrong_with_a_cell():
    assert told([ReferenceRow(Cell("1.1", "1.1", "The formula has no result."))]) == [("1.1", ["cell_trouble"])]


# ──── in the action's words


@pytest.mark.parametrize(
    ("text", "ref", "rest"),
    [
        ("7.001 Promote the local offer", "7.001", "Promote the local offer"),
        ("A3) Write the strategy", "A3", "Write the strategy"),
        ("1a. Train the staff", "1a", "Train the staff"),
        ("Action 4: Open two units", "4", "Open two units"),
        ("Ref 2.10 – Audit 20 plans", "2.10", "Audit 20 plans"),
        ("12. review the offer", "12", "review the offer"),
    ],
)
def test_read_references_takes_one_from_the_text_without_asking_where_all_texts_begin_so(text, ref, rest):
    first, _ = read_references(texts(text, "9.9 Another action"))

    assert (first.ref, first.action, first.doubts) == (ref, rest, ())


def test_read_references_asks_about_the_only_one_in_a_text():
    assert told(texts("1.5 posts to be filled", "Open units", "Train staff")) == [
        ("1.5", ["ref_in_text"]),
        ("A-02", ["ref_missing"]),
        ("A-03", ["ref_missing"]),
    ]


@pytest.mark.parametrize(
    "text", ["20 EHC plans audited", "2019: review", "100% of plans in time", "3/4 of schools", "1.1"]
)
def test_read_references_takes_no_number_for_a_reference_that_belongs_to_the_words(text):
    assert told(texts(text)) == [("A-01", ["ref_missing"])]


def test_read_references_leaves_out_of_the_text_what_stands_in_the_column():
    (read,) = read_references([ReferenceRow(cell("7.001"), cell("7.001 Promote the offer"))])

    assert (read.ref, read.action) == ("7.001", "Promote the offer")


# ──── missing, and used again


def test_read_references_makes_those_missing_from_priority_and_order():
    rows = [
        ReferenceRow(priority="2"),
        ReferenceRow(cell("P2-03"), priority="2"),
        ReferenceRow(priority="2"),
        ReferenceRow(priority="Access"),
        ReferenceRow(),
    ]

    assert [ref for ref, _ in told(rows)] == ["P2-01", "P2-03", "P2-04", "Access-01", "A-01"]


def test_read_references_asks_about_one_used_again_and_says_where():
    rows = [
        ReferenceRow(cell("1.1"), cell("Open units"), where="row 7 of 2019"),
        ReferenceRow(cell("1.1"), cell("Train staff"), where="row 7 of 2020"),
        ReferenceRow(cell("1.1"), cell("Open  units"), where="row 8 of 2020"),
    ]

    _, other, same = read_references(rows)

    assert [(doubt.sentence, doubt.proposal) for doubt in [*other.doubts, *same.doubts]] == [
        ("“1.1” was used before (row 7 of 2019), for another action.", "1.1 (2)"),
        ("“1.1” was used before (row 7 of 2019), with the same words.", None),
    ]


anything = st.text(max_size=12) | st.sampled_from(["1.1", "1.9", "A3", "1", "-", "P1-01", "1.1, 1.2"])


@given(rows=st.lists(st.tuples(anything, anything, st.sampled_from(["", "1", "Access"])), max_size=8))
def test_read_references_gives_each_row_one_that_fits_and_asks_about_every_clash(rows):
    read = read_references([ReferenceRow(cell(ref), cell(text), priority) for ref, text, priority in rows])

    assert all(0 < len(one.ref) <= LONGEST for one in read)
    asked = sum("ref_repeated" in [doubt.kind for doubt in one.doubts] for one in read)
    assert asked == len(read) - len({one.ref.casefold() for one in read})
