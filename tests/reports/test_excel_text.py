import pytest

from actions.reports.excel_text import CUT, LONGEST_CELL, as_cell


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("letter", ["w", "👩"])
def test_as_cell_says_where_it_cut(letter):
    cell = as_cell(letter * 40_000)

    assert (cell.strip(letter), cell.endswith(CUT)) == (CUT, True)
    assert LONGEST_CELL - 1 <= units(cell) <= LONGEST_CELL


def test_as_cell_leaves_whole_what_just_fits():
    assert as_cell("w" * LONGEST_CELL) == "w" * LONGEST_CELL


def test_as_cell_keeps_markup_of_the_writer_from_being_one():
    assert as_cell("<r><t>x</t></r>") == "<r><t>x</t></r> "
