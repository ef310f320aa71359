from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.imports.grid import BLANK, Book, Cell, Sheet, Span
from actions.imports.stored import packed, unpacked

values = st.one_of(
    st.none(),
    st.text(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
)
cells = st.builds(Cell, values, st.text(), st.sampled_from(["", "A formula without its result."]))


@given(st.lists(st.tuples(cells, cells), max_size=4))
def test_packed_book_is_the_same_when_unpacked(rows):
    sheet = Sheet(
        "Plan",
        [list(row) for row in rows],
        merged=[Span(0, 0, 1, 1)],
        hidden_rows=frozenset({3}),
        hidden_columns=frozenset({1, 2}),
        is_hidden=True,
    )
    book = Book("tracker.xlsx", "xlsx", "0" * 64, [sheet, Sheet("Empty", [])], ["Its macros were not read."])

    assert unpacked(packed(book)) == book


@pytest.mark.parametrize(
    "value", [datetime.fromisoformat("2019-07-12T09:30"), date(2019, 7, 12), time(9, 30), 1, 1.0, True]
)
def test_packed_value_keeps_its_kind(value):
    book = Book("a.csv", "csv", "0" * 64, [Sheet("A", [[Cell(value, "shown"), BLANK]])])

    [[kept, _]] = unpacked(packed(book)).sheets[0].rows

    assert (type(kept.value), kept.value) == (type(value), value)
