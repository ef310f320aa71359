from datetime import date, datetime, time
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.choices import DatePrecision
from actions.imports.dates.typed import TypedDate, read_date
from actions.imports.doubts import DoubtKind
from actions.imports.grid import Cell
from actions.periods import last_day, term_named
from tests.imports.dates_written import RANGES, written

PLAN = {"plan_starts_on": date(2019, 4, 1), "plan_ends_on": date(2020, 12, 31), "today": date(2026, 11, 22)}
WORDS = [
    "31",
    "March",
    "2020",
    "2019/20",
    "Q1",
    "term",
    "autumn",
    "half",
    "-",
    "/",
    "to",
    "was",
    "revised",
    "end",
    "of",
    "early",
    "by",
    "Ongoing",
    "TBC",
    "4",
    "3/4/19",
    "43921",
    "Mon",
    "Easter",
    "FY",
    "new",
    "year",
    "9999",
    "0",
    "00",
    "31/06",
    "(",
    ")",
    ",",
    ".",
    "?",
]
days = st.dates(date(2016, 1, 1), date(2024, 12, 31))


def read(text, **plan) -> TypedDate:
    return read_date(Cell(text, text), **PLAN | plan)


def midnight(year: int, month: int, day: int) -> datetime:
    """As a spreadsheet holds a day."""
    return datetime.combine(date(year, month, day), time())


def kinds(typed: TypedDate) -> list[DoubtKind]:
    return [doubt.kind for doubt in typed.doubts]


# ──── what is plain


@pytest.mark.parametrize(
    ("typed", "precision", "first", "last"),
    [
        ("31/03/2020", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("3/4/2020", "day", date(2020, 4, 3), date(2020, 4, 3)),
        ("31.3.20", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("31-03-2020", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("2020-03-31", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("2020-03-31 00:00:00", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("31 March 2020", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("31st of March, 2020", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("31stMarch2020", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("31 March\n2020", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("March 31, 2020", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("Tues 3rd Sept 2019", "day", date(2019, 9, 3), date(2019, 9, 3)),
        ("19-Sep-19", "day", date(2019, 9, 19), date(2019, 9, 19)),
        ("1-5 June 2020", "day", date(2020, 6, 1), date(2020, 6, 5)),
        ("43921", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("43921.5", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("31 March 2020 (31/03/2020)", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("no later than 31 March 2020", "day", date(2020, 3, 31), date(2020, 3, 31)),
        ("Sept 19", "month", date(2019, 9, 1), date(2019, 9, 30)),
        ("Dec-19", "month", date(2019, 12, 1), date(2019, 12, 31)),
        ("Mar-21", "month", date(2021, 3, 1), date(2021, 3, 31)),
        ("June '19", "month", date(2019, 6, 1), date(2019, 6, 30)),
        ("MARCH  2020 ", "month", date(2020, 3, 1), date(2020, 3, 31)),
        ("Feb 2020", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("Sept.2019", "month", date(2019, 9, 1), date(2019, 9, 30)),
        ("03/2020", "month", date(2020, 3, 1), date(2020, 3, 31)),
        ("2020-03", "month", date(2020, 3, 1), date(2020, 3, 31)),
        ("by March 2020", "month", date(2020, 3, 1), date(2020, 3, 31)),
        ("To be completed by July 2019", "month", date(2019, 7, 1), date(2019, 7, 31)),
        ("end Dec 19", "month", date(2019, 12, 1), date(2019, 12, 31)),
        ("Mar/Apr 2020", "month", date(2020, 3, 1), date(2020, 4, 30)),
        ("September – December 2019", "month", date(2019, 9, 1), date(2019, 12, 31)),
        ("by end of Autumn term 2019", "term", date(2019, 9, 1), date(2019, 12, 31)),
        ("Spring Term 2018", "term", date(2018, 1, 1), date(2018, 4, 1)),
        ("Aut term 2019", "term", date(2019, 9, 1), date(2019, 12, 31)),
        ("Summer term 2019", "term", date(2019, 4, 22), date(2019, 7, 31)),
        ("Autumn term 2019/20", "term", date(2019, 9, 1), date(2019, 12, 31)),
        ("Spring term 19/20", "term", date(2020, 1, 1), date(2020, 4, 12)),
        ("Q4 FY 2019/20", "quarter", date(2020, 1, 1), date(2020, 3, 31)),
        ("2020", "year", date(2020, 1, 1), date(2020, 12, 31)),
        ("end of 2019", "year", date(2019, 1, 1), date(2019, 12, 31)),
        ("academic year 2019/20", "year", date(2019, 9, 1), date(2020, 8, 31)),
        ("by the end of the 2019/20 school year", "year", date(2019, 9, 1), date(2020, 8, 31)),
        ("FY 2019/20", "year", date(2019, 4, 1), date(2020, 3, 31)),
        ("2019-20 financial year", "year", date(2019, 4, 1), date(2020, 3, 31)),
    ],
)
def test_read_date_takes_what_is_plain_without_a_doubt(typed, precision, first, last):
    assert read(typed) == TypedDate(typed.strip(), DatePrecision(precision), first, last)


@pytest.mark.parametrize(
    "typed",
    [
        *("Ongoing", "on-going", "On going", "continuous", "Rolling", "rolling programme", "termly", "Half-termly"),
        *("monthly", "quarterly", "each meeting", "every half term", "annually", "Ongoing - reviewed termly"),
        *("Ongoing (monthly)", "every 6 weeks", "Business as usual"),
    ],
)
def test_read_date_takes_what_goes_on_as_ongoing(typed):
    assert read(typed) == TypedDate(typed, DatePrecision.ONGOING)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "TBC",
        "tbc.",
        "TBA",
        "T.B.C.",
        "to be agreed",
        "Date to be confirmed",
        "n/a",
        "N/A",
        "-",
        "–",
        "?",
        "???",
        "none",
    ],
)
def test_read_date_takes_no_date_for_what_it_is(typed):
    assert read(typed) == TypedDate(typed)


def test_read_date_of_spaces_alone_is_no_date():
    assert read(" \n") == TypedDate("")


# ──── what is asked


@pytest.mark.parametrize(
    ("typed", "precision", "last", "doubts"),
    [
        ("03/31/2020", "day", date(2020, 3, 31), ["date_american"]),
        ("2020-31-03", "day", date(2020, 3, 31), ["date_american"]),
        ("31/06/2019", "day", date(2019, 6, 30), ["date_impossible"]),
        ("31 June 2019", "day", date(2019, 6, 30), ["date_impossible"]),
        ("29/02/2019", "day", date(2019, 2, 28), ["date_impossible"]),
        ("Thursday 31 March 2020", "day", date(2020, 3, 31), ["date_two_ways"]),
        ("4 January", "day", date(2020, 1, 4), ["date_without_year"]),
        ("19-Sep", "day", date(2019, 9, 19), ["date_without_year"]),
        ("March 5", "day", date(2020, 3, 5), ["date_without_year"]),
        ("31/3", "day", date(2020, 3, 31), ["date_without_year", "date_two_ways"]),
        ("03/20", "month", date(2020, 3, 31), ["date_two_ways"]),
        ("end of May", "month", date(2019, 5, 31), ["date_without_year"]),
        ("Dec/Jan 2020", "month", date(2020, 1, 31), ["date_two_ways"]),
        ("March 2020?", "month", date(2020, 3, 31), ["date_rough"]),
        ("March 2020 (TBC)", "month", date(2020, 3, 31), ["date_rough"]),
        ("mid-March 2020", "month", date(2020, 3, 31), ["date_rough"]),
        ("beginning of June 2019", "month", date(2019, 6, 30), ["date_rough"]),
        ("w/c 3 March 2020", "day", date(2020, 3, 3), ["date_rough"]),
        ("early 2020", "quarter", date(2020, 3, 31), ["date_rough"]),
        ("mid 2020", "quarter", date(2020, 6, 30), ["date_rough"]),
        ("late 2020", "quarter", date(2020, 12, 31), ["date_rough"]),
        ("Complete by 2020", "year", date(2020, 12, 31), ["date_two_ways"]),
        ("by 2020", "year", date(2020, 12, 31), ["date_two_ways"]),
        ("before March 2020", "month", date(2020, 3, 31), ["date_two_ways"]),
        ("from Sept 2019", "month", date(2019, 9, 30), ["date_two_ways"]),
        ("end of the summer 2019", "term", date(2019, 7, 31), ["date_two_ways"]),
        ("Autumn term", "term", date(2019, 12, 31), ["date_without_year"]),
        ("Summer term 19/20", "term", date(2020, 7, 31), ["date_two_ways"]),
        ("Term 3 2019/20", "term", date(2020, 7, 31), ["date_two_ways"]),
        ("Autumn 1 2019", "month", date(2019, 10, 31), ["date_rough"]),
        ("Spring Term 2 2019/20", "month", date(2020, 4, 30), ["date_rough"]),
        ("October half term 2019", "month", date(2019, 10, 31), ["date_rough"]),
        ("half term", "none", None, ["date_unread"]),
        ("Q1 2019/20", "quarter", date(2019, 6, 30), ["date_two_ways"]),
        ("Q3", "quarter", date(2019, 12, 31), ["date_without_year", "date_two_ways"]),
        ("Q4 FY20", "quarter", date(2021, 3, 31), ["date_two_ways"]),
        ("3rd quarter 2019", "quarter", date(2019, 12, 31), ["date_two_ways"]),
        ("24/25", "year", date(2025, 3, 31), ["date_which_year"]),
        ("2019/20", "year", date(2020, 3, 31), ["date_which_year"]),
        ("2019-2020", "year", date(2020, 3, 31), ["date_which_year"]),
        ("2019 - 2022", "year", date(2022, 12, 31), ["date_which_year"]),
        ("FY20", "year", date(2021, 3, 31), ["date_which_year"]),
        ("financial year", "year", date(2020, 3, 31), ["date_without_year"]),
        ("end of year", "year", date(2019, 12, 31), ["date_without_year", "date_which_year"]),
        ("by the new year", "day", date(2019, 12, 31), ["date_without_year"]),
        ("New Year 2020", "day", date(2019, 12, 31), ["date_rough"]),
        ("by Christmas 2019", "day", date(2019, 12, 25), ["date_rough"]),
        ("Easter 2020", "day", date(2020, 4, 12), ["date_rough"]),
        ("Complete", "none", None, ["date_done"]),
        ("Done", "none", None, ["date_done"]),
        ("Completed June 2019", "month", date(2019, 6, 30), ["date_done"]),
        ("Completed by June 2019", "month", date(2019, 6, 30), ["date_done"]),
        ("Ongoing from Sept 2019", "month", date(2019, 9, 30), ["date_among_words"]),
        ("Ongoing until the board says so", "ongoing", None, ["date_among_words"]),
        ("extended to March 2020", "month", date(2020, 3, 31), ["date_moved"]),
        ("March 2020 (revised)", "month", date(2020, 3, 31), ["date_moved"]),
        ("The panel will meet in March 2020 to agree it", "month", date(2020, 3, 31), ["date_among_words"]),
        ("March 2020*", "month", date(2020, 3, 31), ["date_among_words"]),
        ("March 2020 –", "month", date(2020, 3, 31), ["date_among_words"]),
        ("Board of 12 March 2020", "day", date(2020, 3, 12), ["date_among_words"]),
        ("6 weeks after 1 April 2019", "day", date(2019, 4, 1), ["date_two_ways"]),
        ("Febuary 2020", "year", date(2020, 12, 31), ["date_among_words"]),
        ("31/03/1900", "day", date(1900, 3, 31), ["date_far"]),
        ("31/03/2109", "day", date(2109, 3, 31), ["date_far"]),
        ("31/03/2013", "day", date(2013, 3, 31), ["date_far"]),
        ("29300", "day", date(1980, 3, 20), ["date_far"]),
        ("31/03/202", "none", None, ["date_unread"]),
        ("31/03/20202", "none", None, ["date_unread"]),
        ("99/99/9999", "none", None, ["date_unread"]),
        ("00/01/2020", "none", None, ["date_unread"]),
        ("ASAP", "none", None, ["date_unread"]),
        ("within 6 months", "none", None, ["date_unread"]),
        ("#N/A", "none", None, ["date_unread"]),
        ("44", "none", None, ["date_unread"]),
    ],
)
def test_read_date_asks_about_what_is_not_plain(typed, precision, last, doubts):
    answer = read(typed)

    assert (answer.precision, answer.last, kinds(answer)) == (precision, last, doubts)


@pytest.mark.parametrize(
    ("typed", "last", "doubt", "found"),
    [
        ("Sept 2019 / March 2020", date(2020, 3, 31), "date_several", [date(2019, 9, 30), date(2020, 3, 31)]),
        ("Start: 1/4/19 End: 31/3/20", date(2020, 3, 31), "date_several", [date(2019, 4, 1), date(2020, 3, 31)]),
        ("1/9/19-31/3/20", date(2020, 3, 31), "date_several", [date(2019, 9, 1), date(2020, 3, 31)]),
        (
            "Phase 1 – June 2019, Phase 2 - Sept 2019",
            date(2019, 9, 30),
            "date_several",
            [date(2019, 6, 30), date(2019, 9, 30)],
        ),
        ("01/09/2019 revised 01/12/2019", date(2019, 9, 1), "date_moved", [date(2019, 9, 1), date(2019, 12, 1)]),
        ("June 2019 → Sept 2019", date(2019, 6, 30), "date_moved", [date(2019, 6, 30), date(2019, 9, 30)]),
        ("31/03/2020 (was 31/12/2019)", date(2019, 12, 31), "date_moved", [date(2020, 3, 31), date(2019, 12, 31)]),
        (
            "Sept 2019, extended to March 2020",
            date(2019, 9, 30),
            "date_moved",
            [date(2019, 9, 30), date(2020, 3, 31)],
        ),
    ],
)
def test_read_date_names_each_date_of_several_and_proposes_one(typed, last, doubt, found):
    answer = read(typed)

    assert (answer.last, kinds(answer), [reading.last for reading in answer.found]) == (last, [doubt], found)


def test_read_date_says_what_it_asks_and_proposes():
    (doubt,) = read("31/03/2020 (was 31/12/2019)").doubts

    assert (doubt.sentence, doubt.proposal) == (
        "“31/03/2020 (was 31/12/2019)” gives 31 March 2020 and 31 December 2019, and speaks of a new date (“was”). "
        "31 December 2019 is proposed as the original date; no date change is on record.",
        "31 December 2019",
    )


# ──── May 25


@pytest.mark.parametrize(
    ("plan_starts_on", "plan_ends_on", "doubts"),
    [
        (date(2024, 4, 1), date(2026, 3, 31), []),
        (date(2024, 4, 1), date(2024, 12, 31), ["date_two_ways"]),
        (date(2019, 4, 1), date(2020, 12, 31), ["date_two_ways"]),
    ],
)
def test_read_date_takes_may_25_for_a_month_unless_the_plan_cannot_mean_it(plan_starts_on, plan_ends_on, doubts):
    answer = read("May 25", plan_starts_on=plan_starts_on, plan_ends_on=plan_ends_on)

    assert (answer.precision, answer.last, kinds(answer)) == ("month", date(2025, 5, 31), doubts)


def test_read_date_without_a_plan_goes_by_today():
    answer = read("4 January", plan_starts_on=None, plan_ends_on=None)

    assert (answer.last, kinds(answer)) == (date(2027, 1, 4), ["date_without_year"])


# ──── what the file holds


@pytest.mark.parametrize(
    ("value", "shown", "precision", "last", "doubts"),
    [
        (midnight(2020, 3, 31), "31/03/2020", "day", date(2020, 3, 31), []),
        (date(2020, 3, 31), "31 March 2020", "day", date(2020, 3, 31), []),
        (midnight(2020, 3, 31).replace(hour=17), "31/03/2020 17:00", "day", date(2020, 3, 31), []),
        (midnight(2020, 3, 4), "3/4/20", "day", date(2020, 3, 4), []),
        (midnight(2020, 3, 31), "", "day", date(2020, 3, 31), []),
        (43921, "43921", "day", date(2020, 3, 31), []),
        (midnight(2020, 3, 1), "Mar-20", "month", date(2020, 3, 31), []),
        (midnight(2020, 3, 31), "Mar-20", "month", date(2020, 3, 31), []),
        (midnight(2020, 3, 15), "Mar-20", "day", date(2020, 3, 15), ["date_two_ways"]),
        (midnight(2020, 1, 1), "2020", "year", date(2020, 12, 31), []),
        (midnight(2020, 5, 25), "25-May", "day", date(2020, 5, 25), ["date_two_ways"]),
        (midnight(1900, 1, 1), "Jan-00", "day", date(1900, 1, 1), ["date_two_ways", "date_far"]),
        (0, "0", "none", None, ["date_unread"]),
        (True, "TRUE", "none", None, ["date_unread"]),
        (time(9, 30), "09:30", "none", None, ["date_unread"]),
    ],
)
def test_read_date_takes_a_true_date_as_held_and_asks_where_it_shows_something_else(
    value, shown, precision, last, doubts
):
    answer = read_date(Cell(value, shown), **PLAN)

    assert (answer.precision, answer.last, kinds(answer)) == (precision, last, doubts)


def test_read_date_hands_on_what_is_wrong_with_the_cell():
    answer = read_date(Cell("31/03/2020", "31/03/2020", "The formula has no result."), **PLAN)

    (doubt,) = answer.doubts
    assert (doubt.kind, doubt.sentence, doubt.proposal) == (
        DoubtKind.CELL_TROUBLE,
        "The formula has no result.",
        "31 March 2020",
    )


# ──── any date, any form; and any junk


def _range_of(precision: DatePrecision, day: date) -> date:
    if precision == DatePrecision.TERM:
        return term_named("spring" if day.month < 4 else "summer" if day.month < 8 else "autumn", day.year)
    return last_day(day, precision) if precision != DatePrecision.YEAR else date(day.year, 12, 31)


@given(day=days, form=st.sampled_from([(kind, form) for kind, forms in RANGES.items() for form in forms]))
def test_read_date_reads_back_what_was_written(day, form):
    precision, words = form

    answer = read(written(words, day))

    if DoubtKind.DATE_TWO_WAYS not in kinds(answer):  # “May 16” is asked about
        assert (answer.precision, answer.last, answer.doubts) == (precision, _range_of(precision, day), ())


@given(
    words=st.lists(
        st.sampled_from(WORDS),
        max_size=8,
    )
)
def test_read_date_of_any_words_keeps_the_rules_of_a_promise(words):
    answer = read(" ".join(words))

    if answer.last:
        assert answer.precision in DatePrecision.dated()
        assert answer.first <= answer.last == last_day(answer.last, answer.precision)
    else:
        assert answer.precision in {DatePrecision.ONGOING, DatePrecision.NONE}


@given(text=st.text(max_size=60))
def test_read_date_never_stumbles_and_keeps_what_was_typed(text):
    answer = read(text)

    assert answer.typed == text.strip()


@given(value=st.datetimes() | st.floats() | st.integers(), shown=st.text(max_size=12))
def test_read_date_never_stumbles_over_what_a_file_holds(value, shown):
    assert read_date(Cell(value, shown), **PLAN).typed or not shown.strip()


def test_read_date_reads_only_the_beginning_of_a_long_text_and_says_so():
    """Thirty thousand letters would take a minute, and are no date."""
    (doubt,) = read("March 2020" + " " * 600 + "April 2020").doubts

    assert doubt.sentence == "“March 2020 April 2020” is long, and only its beginning was read."


@pytest.mark.parametrize("word", ["Jan/", "12/", "each ", "1-", "A ", "was ", "to be "])
def test_read_date_of_a_long_text_is_quick(word):
    started = perf_counter()

    read(word * 8000)

    assert perf_counter() - started < 1
