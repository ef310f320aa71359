from datetime import date

import pytest

from actions.imports.dates.in_one_cell import DatePart, days_swapped, out_of_order, read_dates_in_one_cell
from actions.imports.doubts import DoubtKind
from actions.imports.grid import Cell

PLAN = {"plan_starts_on": date(2019, 4, 1), "plan_ends_on": date(2020, 12, 31), "today": date(2026, 11, 22)}
TWO = (DatePart.START, DatePart.DUE)
THREE = (DatePart.START, DatePart.REVISED, DatePart.DUE)


def read(text: str, parts=()):
    """Each part's typed words and its doubts."""
    found = read_dates_in_one_cell(Cell(text, text), parts=parts, **PLAN)
    return {str(part): (one.last, [str(doubt.kind) for doubt in one.doubts]) for part, one in found.items()}


@pytest.mark.parametrize(
    ("typed", "parts", "found"),
    [
        (
            "Start: 1/4/19 End: 31/3/20",
            (),
            {"start": (date(2019, 4, 1), []), "due": (date(2020, 3, 31), [])},
        ),
        (
            "Start Sept 2019\nRevised Dec 2019\nEnd March 2020",
            THREE,
            {
                "start": (date(2019, 9, 30), []),
                "revised": (date(2019, 12, 31), []),
                "due": (date(2020, 3, 31), []),
            },
        ),
        (
            "Start: 1/4/19 Rev: 1/9/19 End: TBC",
            THREE,
            {"start": (date(2019, 4, 1), []), "revised": (date(2019, 9, 1), ["date_two_ways"]), "due": (None, [])},
        ),
        (
            "from 1 Sept 2019 to 31 March 2020",
            (),
            {"start": (date(2019, 9, 1), []), "due": (date(2020, 3, 31), [])},
        ),
        ("01/09/2019\n31/03/2020", TWO, {"start": (date(2019, 9, 1), []), "due": (date(2020, 3, 31), [])}),
        ("01/09/2019 / 31/03/2020", TWO, {"start": (date(2019, 9, 1), []), "due": (date(2020, 3, 31), [])}),
        ("1/9/19-31/3/20", TWO, {"start": (date(2019, 9, 1), []), "due": (date(2020, 3, 31), [])}),
        ("Sept 2019 – ongoing", TWO, {"start": (date(2019, 9, 30), []), "due": (None, [])}),
        (
            "April 19/July 19/Dec 19",
            THREE,
            {
                "start": (date(2019, 4, 30), []),
                "revised": (date(2019, 7, 31), []),
                "due": (date(2019, 12, 31), []),
            },
        ),
        ("Sept 2019", TWO, {"due": (date(2019, 9, 30), ["date_several"])}),
        ("1/4/19, 1/5/19, 1/6/19", TWO, {"due": (date(2019, 6, 1), ["date_several"])}),
        ("01/09/2019 31/03/2020", (), {"due": (date(2020, 3, 31), ["date_several"])}),
        ("01/09/2019 revised 01/12/2019", TWO, {"due": (date(2019, 9, 1), ["date_moved"])}),
        ("March 2020", (), {"due": (date(2020, 3, 31), [])}),
        ("", TWO, {"due": (None, [])}),
        (
            "31/03/2020 - 01/09/2019",
            TWO,
            {"start": (date(2020, 3, 31), ["dates_out_of_order"]), "due": (date(2019, 9, 1), [])},
        ),
    ],
)
def test_read_dates_in_one_cell_parts_them_by_words_or_by_the_heading(typed, parts, found):
    assert read(typed, parts) == found


def test_read_dates_in_one_cell_does_not_part_a_long_text():
    found = read("Start: 1/4/19" + " " * 600 + "End: 31/3/20", TWO)

    assert found == {"due": (date(2019, 4, 1), ["date_rough"])}


def test_out_of_order_is_not_said_of_a_month_that_starts_and_ends_in_itself():
    found = read_dates_in_one_cell(Cell("", "Start: June 2019 End: 15/6/2019"), **PLAN)

    assert out_of_order(found[DatePart.START], found[DatePart.DUE]) is None


# ──── days taken for months by the spreadsheet


def column(*, true: list[int], texts: list[str]) -> list[Cell]:
    dates = [Cell(date(2019, 4, day), f"{day:02}/04/2019") for day in true]
    return [*dates, *(Cell(text, text) for text in texts)]


@pytest.mark.parametrize(
    ("true", "texts", "kind"),
    [
        ([1, 4, 12], ["13/04/2019", "31/3/20"], DoubtKind.DATES_SWAPPED),
        ([1, 4, 13], ["13/04/2019", "31/3/20"], None),
        ([1, 4, 12], ["13/04/2019", "01/3/20"], None),
        ([1, 4, 12], ["TBC", "Ongoing"], None),
        ([1, 4], ["13/04/2019", "31/3/20"], None),
    ],
)
def test_days_swapped_is_asked_where_only_days_that_are_no_months_stayed_text(true, texts, kind):
    doubt = days_swapped(column(true=true, texts=texts))

    assert (doubt and doubt.kind) == kind
