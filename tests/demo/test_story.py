from datetime import date

import pytest

from actions.choices import DelayReason, Status
from actions.demo.story import SAME, Telling, months_from, read_story


def test_read_story_reads_a_month_with_its_words():
    story = read_story("""
        2019-05 on_track
          Two halls were found.
          Both are dry.
          Next: paint them.
    """)

    words = {"progress": "Two halls were found. Both are dry.", "next_steps": "paint them."}
    assert story.tellings == {date(2019, 5, 1): Telling(date(2019, 5, 1), Status.ON_TRACK, words)}


def test_read_story_reads_why_an_action_is_delayed():
    story = read_story("""
        2019-07 delayed
          Why (supplier): The roof came late.
          Doing: Another roof is on its way.
          Families: The hall stays shut.
          Review: 2019-09-30
    """)

    assert story.tellings[date(2019, 7, 1)].words == {
        "delay_reason": DelayReason.SUPPLIER,
        "reason": "The roof came late.",
        "recovery": "Another roof is on its way.",
        "effect_on_families": "The hall stays shut.",
        "review_on": date(2019, 9, 30),
    }


def test_read_story_takes_the_words_of_a_closed_action_as_its_reason():
    story = read_story("2020-10 closed\nThe hall was sold.")

    assert story.tellings[date(2020, 10, 1)].words == {"reason": "The hall was sold."}


def test_read_story_knows_the_silent_months():
    story = read_story("2019-11..2020-01 silent\n2020-02 same\n2020-03 silent")

    assert story.silent == {date(2019, 11, 1), date(2019, 12, 1), date(2020, 1, 1), date(2020, 3, 1)}
    assert [telling.status for telling in story.tellings.values()] == [SAME]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("2019-05 nearly", "“nearly” is no status"),
        ("Two halls were found.", "belong to no month"),
        ("2019-06 on_track\n2019-05 complete", "2019-05 is told twice, or after a later month"),
        ("2019-06 delayed\nWhy (weather): Rain.", "'weather' is not a valid DelayReason"),
    ],
)
def test_read_story_refuses_what_it_does_not_understand(text, complaint):
    with pytest.raises(ValueError, match=complaint):
        read_story(text)


def test_months_from_crosses_the_year():
    assert list(months_from(date(2019, 11, 20), date(2020, 1, 3))) == [
        date(2019, 11, 1),
        date(2019, 12, 1),
        date(2020, 1, 1),
    ]
