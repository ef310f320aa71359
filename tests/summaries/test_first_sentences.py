"""The sentences that a draft begins with say just what its figures say."""

import pytest

from actions.summaries.first_sentences import first_words, first_words_on

LANCASHIRE = {"complete": 18, "on_track": 46, "not_started": 22, "delayed": 8}


def counted(numbers: dict, changes: dict | None = None) -> list[dict]:
    return [
        {"status": status, "label": status, "number": number, "change": changes and changes.get(status, 0)}
        for status, number in numbers.items()
    ]


def told(numbers: dict = LANCASHIRE, *, change=7, since="2019-05-15", verified=0, late=3, red=0, dates=0) -> dict:
    waiting = numbers["not_started"]
    return {
        "report": {"compared_with_on": since},
        "headline": {
            "total": sum(numbers.values()),
            "verified": verified,
            "statuses": counted(numbers, {"delayed": change} if since else None),
            "colours": [{"colour": "red", "number": red}, {"colour": "green", "number": 46}],
        },
        "not_started": [{"actions": [0] * late}, {"actions": []}, {"actions": [0] * (waiting - late)}],
        "dates_to_agree": [0] * dates,
    }


def numbers(complete=0, on_track=0, not_started=0, delayed=0) -> dict:
    return {"complete": complete, "on_track": on_track, "not_started": not_started, "delayed": delayed}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            told(),
            "Of 94 actions 18 are complete, none of them verified yet; 8 are delayed or at risk, "
            "7 more than on 15 May 2019. 22 have not started, and 3 of these should have.",
        ),
        (
            told(verified=5, change=-2, late=0, red=4, dates=2),
            "Of 94 actions 18 are complete, 5 of them verified; 8 are delayed or at risk, 2 fewer than on 15 May 2019. "
            "22 have not started. By their dates 4 are red. The board is asked to decide about 2 new dates.",
        ),
        (
            told(verified=18, change=0, late=22, red=1, dates=1),
            "Of 94 actions 18 are complete, all of them verified; 8 are delayed or at risk, as many as on 15 May 2019. "
            "22 have not started, and should have. By their dates 1 is red. "
            "The board is asked to decide about a new date.",
        ),
        (
            told(numbers(complete=1, delayed=1), since=None, late=0),
            "Of 2 actions 1 is complete, not yet verified; 1 is delayed or at risk.",
        ),
        (
            told(numbers(complete=1), since=None, verified=1, late=0),
            "Of 1 action 1 is complete, verified; none is delayed or at risk.",
        ),
        (
            told(numbers(not_started=1), since=None, late=0),
            "Of 1 action none is complete yet; none is delayed or at risk. 1 has not started.",
        ),
        (told(numbers(), late=0), "The plan has no action yet."),
    ],
)
def test_first_words_say_what_the_figures_say(content, expected):
    assert first_words(content) == expected


@pytest.mark.parametrize(
    ("numbers", "red", "expected"),
    [
        (
            numbers(complete=4, on_track=10, not_started=5, delayed=1),
            2,
            "Of 20 actions 4 are complete, 10 are on track, 5 have not started and 1 is delayed or at risk. "
            "By their dates 2 are red.",
        ),
        (numbers(on_track=10), 0, "Of 10 actions 10 are on track."),
        (numbers(not_started=1), 0, "Of 1 action 1 has not started."),
        (numbers(), 0, "No action stands under this priority yet."),
    ],
)
def test_first_words_on_a_priority_say_what_its_figures_say(numbers, red, expected):
    priority = {"total": sum(numbers.values()), "statuses": counted(numbers), "colours": []}
    priority["colours"] = [{"colour": "red", "number": red}] if red else []

    assert first_words_on(priority) == expected
