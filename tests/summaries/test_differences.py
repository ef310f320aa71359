"""Two tellings of a report side by side: each difference has its place and both its sides, in words."""

import pytest

from actions.summaries.differences import differences

OLD, NEW = {"schema": "report/1"}, {"schema": "report/2"}


def said(frozen: dict, now: dict) -> list[str]:
    return [difference.sentence for difference in differences(frozen, now)]


def test_equal_tellings_do_not_differ():
    told = {"headline": {"total": 94}, "actions": [{"ref": "1.1", "flags": []}], "words": None}

    assert said(told, dict(reversed(told.items()))) == []


@pytest.mark.parametrize(
    ("frozen", "now", "expected"),
    [
        ({"total": 94}, {"total": 93}, "Total: 94 in the report, 93 by the record."),
        ({"words": "Half"}, {"words": ""}, "Words: “Half” in the report, nothing by the record."),
        ({"due_on": None}, {"due_on": "2020-01-01"}, "Due on: nothing in the report, “2020-01-01” by the record."),
        ({"is_verified": True}, {"is_verified": False}, "Is verified: yes in the report, no by the record."),
        ({"is_verified": True}, {"is_verified": 1}, "Is verified: yes in the report, 1 by the record."),
        ({"meeting": {"body": "Board"}}, {"meeting": None}, "Meeting: an entry in the report, nothing by the record."),
        ({"words": "x" * 121}, {"words": "y"}, f"Words: “{'x' * 120}…” in the report, “y” by the record."),
        ({}, {"enquiries": [1]}, "Enquiries: nothing in the report, 1 by the record."),
    ],
)
def test_difference_says_both_sides(frozen, now, expected):
    assert said(frozen, now) == [expected]


def test_difference_in_a_list_is_found_by_the_entry_s_own_name():
    frozen = {"actions": [{"ref": "1.1", "title": "One"}, {"ref": "1.2", "title": "Two"}]}
    now = {"actions": [{"ref": "1.2", "title": "Other"}, {"ref": "1.3", "title": "Three"}]}

    assert said(frozen, now) == [
        "Actions, 1.1: “1.1” in the report, nothing by the record.",
        "Actions, 1.2, title: “Two” in the report, “Other” by the record.",
        "Actions, 1.3: nothing in the report, “1.3” by the record.",
    ]


def test_difference_in_a_list_without_names_is_found_by_its_place():
    assert said({"evidence": ["Minutes", "Letter"]}, {"evidence": ["Minutes", "Note"]}) == [
        "Evidence, number 2: “Letter” in the report, “Note” by the record."
    ]


def test_entries_of_the_same_name_are_told_apart_by_their_place():
    twice = {"moves": [{"ref": "1.1", "on": "a"}, {"ref": "1.1", "on": "b"}]}
    other = {"moves": [{"ref": "1.1", "on": "a"}, {"ref": "1.1", "on": "c"}]}

    assert said(twice, other) == ["Moves, number 2, on: “b” in the report, “c” by the record."]


def test_order_of_a_list_is_part_of_what_is_told():
    one, two = {"ref": "1.1"}, {"ref": "1.2"}

    assert said({"actions": [one, two]}, {"actions": [two, one]}) == [
        "Actions, order: “1.1”, “1.2” in the report, “1.2”, “1.1” by the record."
    ]


# ──── a report that an earlier version of the service wrote


def test_later_version_that_tells_more_in_other_words_is_no_difference():
    frozen = OLD | {"statuses": [{"status": "complete", "label": "Done", "number": 1}]}
    now = NEW | {"statuses": [{"status": "complete", "label": "Complete", "number": 1}], "enquiries": [1]}

    assert said(frozen, now) == []


def test_later_version_that_counts_otherwise_is_a_difference():
    frozen = OLD | {"statuses": [{"status": "complete", "label": "Done", "number": 1}]}
    now = NEW | {"statuses": [{"status": "complete", "label": "Complete", "number": 2}]}

    assert said(frozen, now) == ["Statuses, complete, number: 1 in the report, 2 by the record."]


def test_same_version_in_other_words_is_a_difference():
    frozen = OLD | {"key": [{"colour": "red", "rule": "Late."}]}
    now = OLD | {"key": [{"colour": "red", "rule": "Very late."}]}

    assert said(frozen, now) == ["Key, red, rule: “Late.” in the report, “Very late.” by the record."]
