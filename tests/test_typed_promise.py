import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.choices import DatePrecision
from actions.periods import as_promised, last_day
from actions.typed_promise import FORMS, Promise, promise_in


@pytest.mark.parametrize(
    ("typed", "on", "precision"),
    [
        ("31/03/2020", date(2020, 3, 31), "day"),
        ("31.3.20", date(2020, 3, 31), "day"),
        ("2020-03-31", date(2020, 3, 31), "day"),
        ("By 1st March, 2020.", date(2020, 3, 1), "day"),
        ("5 Sept 19", date(2019, 9, 5), "day"),
        ("March 2020", date(2020, 3, 31), "month"),
        ("Sept 19", date(2019, 9, 30), "month"),
        ("Dec-19", date(2019, 12, 31), "month"),
        ("May 25", date(2025, 5, 31), "month"),
        ("02/2020", date(2020, 2, 29), "month"),
        ("by the end of Autumn Term 2019", date(2019, 12, 31), "term"),
        ("Spring term 2018", date(2018, 4, 1), "term"),
        ("end of the summer term 2019", date(2019, 7, 31), "term"),
        ("April to June 2020", date(2020, 6, 30), "quarter"),
        ("2020", date(2020, 12, 31), "year"),
        ("2019/20 financial year", date(2020, 3, 31), "year"),
        ("financial year 2019-2020", date(2020, 3, 31), "year"),
        ("2024/25 academic year", date(2025, 8, 31), "year"),
        ("Ongoing", None, "ongoing"),
        ("TBC", None, "none"),
        ("", None, "none"),
    ],
)
def test_promise_in_reads_a_date_as_it_is_typed(typed, on, precision):
    assert promise_in(typed) == Promise(on, DatePrecision(precision))


@pytest.mark.parametrize(
    "typed",
    [
        "30 February 2020",
        "13/2020",
        "31/31/2020",
        "0000",
        "soon",
        "24/25",
        "4 January",
        "termly",
        "summer 2019",
        "May to June 2020",
        "2019/21 financial year",
        "31 March 2020 or later",
        "²/3/2020",
        "marching 2020",
    ],
)
def test_promise_in_guesses_nothing_and_says_what_it_understands(typed):
    with pytest.raises(ValueError, match=re.escape(f"Write {FORMS}.")):
        promise_in(typed)


@given(day=st.dates(date(2000, 1, 1), date(2060, 12, 31)), precision=st.sampled_from(DatePrecision.dated()))
def test_promise_in_reads_back_what_a_page_says(day, precision):
    promised = Promise(last_day(day, precision), precision)

    assert promise_in(as_promised(promised.on, promised.precision)) == promised


@given(st.text(max_size=30) | st.text("0123456789/.- marchterm", max_size=20))
def test_promise_in_reads_or_refuses_any_text(typed):
    try:
        promise = promise_in(typed)
    except ValueError:
        return

    assert (promise.on is None) == (promise.precision not in DatePrecision.dated())
