import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.wording import word_for_more_time


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The deadline was extended to spring.", "extended"),
        ("We ask to EXTEND it.", "EXTEND"),
        ("This extends into autumn", "extends"),
        ("An extension was agreed", "extension"),
        ("Two extensions so far", "extensions"),
        ("Extending the pilot", "Extending"),
        ("It was re-dated", "re-dated"),
        ("We will redate it", "redate"),
        ("Launch rescheduled", "rescheduled"),
        ("Launch re-scheduled", "re-scheduled"),
        ("Postponed until Easter", "Postponed"),
        ("Deferred by the board", "Deferred"),
        ("Now pushed back", "pushed back"),
        ("Pushing back the launch", "Pushing back"),
        ("Put back to June", "Put back"),
        ("It has slipped", "slipped"),
        ("Rolled over to next year", "Rolled over"),
        ("Rolling forward", "Rolling forward"),
        ("A new date is needed", "new date"),
        ("A revised completion date", "revised completion date"),
        ("with a later target date", "later target date"),
        ("a new deadline", "new deadline"),
        ("Delayed until May", "Delayed until May"),
        ("moved to September", "moved to September"),
        ("delayed to 3rd June", "delayed to 3rd"),
        ("moved to 12 June", "moved to 12"),
        ("moved until 2021", "moved until 2021"),
        ("delayed until next term", "delayed until next"),
        ("delayed until the new year", "delayed until the new year"),
        ("First line.\nThen slipped.", "slipped"),
        ("slipped, then extended", "slipped"),
    ],
)
def test_word_for_more_time_finds_the_first_as_it_was_typed(text, word):
    assert word_for_more_time(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Done as planned.",
        "An extensive report",
        "The extent of need",
        "We pushed for an answer",
        "Families moved house",
        "The service moved to Preston",
        "Children moved to a new school",
        "The delayed reply has come",
        "A new website, up to date",
        "Feedback was given",
        "outdated pages were removed",
    ],
)
def test_word_for_more_time_leaves_other_words_alone(text):
    assert word_for_more_time(text) == ""


@given(text=st.text(max_size=300))
def test_word_for_more_time_is_part_of_what_was_typed(text):
    assert word_for_more_time(text) in text


def test_word_for_more_time_is_quick_on_a_long_text():
    assert word_for_more_time("new " * 50_000 + "extended") == "extended"
