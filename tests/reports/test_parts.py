import pytest

from actions.reports.parts import HEADINGS, parts
from tests.reports.contents import FROZEN, report_told


def test_parts_stand_in_the_order_of_the_headings_with_their_counts():
    assert [part.title for part in parts(report_told(), FROZEN)] == [
        "The figures",
        "The chair’s judgement",
        "What moved: 2",
        "Priority by priority",
        "Late, delayed, at risk or re-dated: 1",
        "Completed, and what shows it: 1",
        "Not started: 1",
        "Coming up",
        "Dates to agree: 1",
        "What the inspectors found, and what answers it",
        "Questions that await an answer: 1",
        "Every action: 3",
        "What the colours mean",
        "How the figures are made",
        "Fingerprint",
    ]
    assert [part.key for part in parts(report_told(), FROZEN)] == list(HEADINGS)


ALWAYS_THERE = {"headline", "judgement", "actions", "fingerprint"}


@pytest.mark.parametrize("key", [key for key in HEADINGS if key not in ALWAYS_THERE])
def test_parts_leave_out_what_a_report_of_an_earlier_year_does_not_know(key):
    content = report_told()
    del content[key]

    assert key not in [part.key for part in parts(content, FROZEN)]


def test_parts_count_no_moves_where_there_is_nothing_to_compare_with():
    content = report_told() | {"moved": []}
    content["report"]["compared_with_on"] = None

    moved = next(part for part in parts(content, FROZEN) if part.key == "moved")

    assert (moved.title, [block.text for block in moved.blocks]) == (
        "What moved",
        ["There is no earlier report to compare with."],
    )


def test_parts_leave_out_a_chair_who_said_nothing():
    content = report_told()
    content["report"] |= {"judgement": "", "words": " \n "}

    assert "judgement" not in [part.key for part in parts(content, FROZEN)]


@pytest.mark.parametrize("key", ["moved", "exceptions", "completed", "dates_to_agree", "enquiries"])
def test_parts_say_in_words_that_a_list_is_empty(key):
    content = report_told() | {key: []}

    part = next(part for part in parts(content, FROZEN) if part.key == key)

    assert (part.count, [type(block).__name__ for block in part.blocks]) == (0, ["Paragraph"])
