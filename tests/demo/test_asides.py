from datetime import date

import pytest

from actions.choices import DatePrecision, DelayReason, Status
from actions.demo.asides import DateAsked, DateDecided, Shown
from actions.demo.story import read_story


def telling_of(lines: str):
    return read_story(f"2019-07 delayed\nHalf of the roof is on.\n{lines}").tellings[date(2019, 7, 1)]


def test_read_story_reads_a_new_date_and_what_became_of_it():
    telling = telling_of("""
        New date (supplier): 2019-12
        Because: The roof comes in two parts.
        Effect: The hall stays shut.
        Agreed: 2019-09-12 Partnership Board: Agreed: for the roof, not for the door.
    """)

    assert telling.new_date == DateAsked(
        date(2019, 12, 1),
        DatePrecision.MONTH,
        DelayReason.SUPPLIER,
        "The roof comes in two parts.",
        "The hall stays shut.",
        DateDecided(True, date(2019, 9, 12), "Partnership Board", "Agreed: for the roof, not for the door."),
    )
    assert telling.words == {"progress": "Half of the roof is on."}


@pytest.mark.parametrize(
    ("written", "day", "precision"),
    [
        ("2019-12-20", date(2019, 12, 20), DatePrecision.DAY),
        ("2019-12", date(2019, 12, 1), DatePrecision.MONTH),
        ("2021-03 term", date(2021, 3, 1), DatePrecision.TERM),
    ],
)
def test_read_story_reads_how_exact_a_new_date_is(written, day, precision):
    asked = telling_of(f"New date (other): {written}").new_date

    assert (asked.to_on, asked.to_precision, asked.decided) == (day, precision, None)


def test_read_story_reads_a_refusal_without_words():
    asked = telling_of("New date (other): 2019-12\nRefused: 2019-09-12 Cabinet").new_date

    assert asked.decided == DateDecided(False, date(2019, 9, 12), "Cabinet")


def test_read_story_reads_evidence_and_when_it_was_looked_at():
    story = read_story("""
        2019-12 complete
          The hall is open.
          Evidence: The hall, from outside <https://www.example.org/hall>
          Evidence: Who came <visitors.txt>
          Verified: 2020-02
    """)

    telling = story.tellings[date(2019, 12, 1)]
    assert telling.evidence == [
        Shown("The hall, from outside", "https://www.example.org/hall"),
        Shown("Who came", "visitors.txt"),
    ]
    assert [piece.is_link for piece in telling.evidence] == [True, False]
    assert telling.verified_in == date(2020, 2, 1)


def test_read_story_reads_what_was_sent_back():
    story = read_story("2019-12 complete\n2020-02 sent_back\nThe roof leaks.\nReview: 2020-03-31")

    telling = story.tellings[date(2020, 2, 1)]
    assert telling.status == "sent_back"
    assert telling.words == {"reason": "The roof leaks.", "review_on": date(2020, 3, 31)}
    assert story.tellings[date(2019, 12, 1)].status == Status.COMPLETE


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("2019-07 delayed\nNew date (supplier): Christmas", "not written as actions/demo/asides.py says: Christmas"),
        ("2019-07 delayed\nNew date (supplier): 2019-12 soon", "'soon' is not a valid DatePrecision"),
        ("2019-07 delayed\nNew date (weather): 2019-12", "'weather' is not a valid DelayReason"),
        ("2019-07 delayed\nAgreed: 2019-09-12 Cabinet", "belongs to no new date"),
        ("2019-07 delayed\nBecause: Rain.", "belongs to no new date"),
        ("2019-07 delayed\nNew date (other): 2019-12\nAgreed: by Cabinet", "not written as"),
        ("2019-07 complete\nEvidence: The hall", "not written as"),
        ("2019-07 on_track\n2019-09 sent_back\nThe roof leaks.", "2019-09 sends back what nobody said was complete"),
        ("2019-09 sent_back\nThe roof leaks.", "2019-09 sends back what nobody said was complete"),
    ],
)
def test_read_story_refuses_an_aside_it_does_not_understand(text, complaint):
    with pytest.raises(ValueError, match=complaint):
        read_story(text)
