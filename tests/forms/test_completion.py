from datetime import date

import pytest

from actions.forms.completion import CompletionReviewForm

TODAY = date(2019, 7, 10)
SENT_BACK = {"verdict": "sent_back", "reason": "The page is empty.", "then": "on_track"}
DELAYED = SENT_BACK | {"then": "delayed", "review_on": "2019-07-10"}


def at_fault(typed: dict) -> list[str]:
    return list(CompletionReviewForm(typed, today=TODAY).errors)


@pytest.mark.parametrize("typed", [{"verdict": "verified"}, SENT_BACK, SENT_BACK | {"then": ""}, DELAYED])
def test_completion_review_form_accepts_an_answer(typed):
    assert at_fault(typed) == []


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({}, ["verdict"]),
        ({"verdict": "perhaps"}, ["verdict"]),
        (SENT_BACK | {"reason": "  "}, ["reason"]),
        (SENT_BACK | {"then": "complete"}, ["then"]),
        (DELAYED | {"review_on": ""}, ["review_on"]),
        (DELAYED | {"review_on": "2019-07-09"}, ["review_on"]),
        (DELAYED | {"review_on": "soon"}, ["review_on"]),
        (DELAYED | {"reason": "", "review_on": ""}, ["reason", "review_on"]),
    ],
)
def test_completion_review_form_says_what_is_missing(typed, fields):
    assert at_fault(typed) == fields
