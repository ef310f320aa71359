import pytest

from actions.imports.grid import BLANK, Cell, Span, cell_name


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [
        (0, 0, "A1"),
        (6, 1, "B7"),
        (9, 25, "Z10"),
        (0, 26, "AA1"),
        (0, 51, "AZ1"),
        (0, 702, "AAA1"),
        (1048575, 16383, "XFD1048576"),
    ],
)
def test_cell_name_is_what_the_spreadsheet_calls_it(row, column, name):
    assert cell_name(row, column) == name


def test_span_names_every_cell_it_covers():
    assert list(Span(1, 0, 2, 1)) == [(1, 0), (1, 1), (2, 0), (2, 1)]


def test_cell_of_spaces_alone_is_blank():
    assert (BLANK.is_blank, Cell(" \n", " \n").is_blank, Cell(0, "0").is_blank) == (True, True, False)
