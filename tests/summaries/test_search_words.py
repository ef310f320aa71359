"""What was asked, and how a text is cut to what was found: without a database."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.summaries.search.asked import LONGEST, Term, asked_for
from actions.summaries.search.marking import END, START, excerpt, parts_between_marks, parts_by_pattern


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("   ", []),
        ("clinic", ["clinic"]),
        ("  The   clinic,  (again) ", ["The", "clinic", "again"]),
        ('"local offer" website', ["local offer", "website"]),
        ("“local offer”", ["local offer"]),
        ('clinic "', ["clinic"]),
        ('"clinic', ["clinic"]),
        ("clinic Clinic CLINIC", ["clinic"]),
        ("-clinic or school", ["clinic", "or", "school"]),
        ("1.10", ["1.10"]),
        ("co-production isn’t", ["co-production", "isn’t"]),
        ('% _ \\ "-" …', []),
        ("🎉", ["🎉"]),
    ],
)
def test_asked_for_takes_words_apart(typed, terms):
    assert [term.text for term in asked_for(typed).terms] == terms


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("1.10", "1.10"),
        ("Action 1.10", "1.10"),
        ("finding F2", "F2"),
        ("Ref. A-3", "A-3"),
        ("action plan", "action plan"),
        ("number of 1.10", "number of 1.10"),
        ("Area 1", "Area 1"),
    ],
)
def test_asked_for_knows_what_it_would_be_the_reference_of(typed, reference):
    assert asked_for(typed).reference == reference


def test_asked_for_cuts_what_is_too_long():
    exactly, longer = asked_for("x" * LONGEST), asked_for("x" * (LONGEST + 1))

    assert (exactly.was_cut, longer.was_cut) == (False, True)
    assert longer.text == "x" * LONGEST


@pytest.mark.parametrize(
    ("term", "text", "occurs"),
    [
        ("1.1", "1.10", False),
        ("1.1", "11.1", False),
        ("1.1", "1.1.2", False),
        ("1.1", "see 1.1.", True),
        ("1.1", "(1.1)", True),
        ("18", "in 2018", False),
        ("18", "an 18-week wait", True),
        ("P1", "P10", False),
        ("clin", "a clinic", True),
        ("parents'", "the parents’ forum", True),
        ("local offer", "the local\n offer", True),
        ("a.c", "abc", False),
        ("É", "café", True),
    ],
)
def test_term_occurs_where_a_reader_would_say_so(term, text, occurs):
    assert bool(re.search(Term(term).pattern, text, re.IGNORECASE)) == occurs


def test_parts_mark_whole_words():
    assert parts_by_pattern("Replan  the\nplans", Term("plan").whole_words) == [
        ("Replan", True),
        (" the ", False),
        ("plans", True),
    ]


def test_parts_are_made_of_what_a_database_marked():
    assert parts_between_marks(f"One {START}clinic{END} more") == [("One ", False), ("clinic", True), (" more", False)]


def test_excerpt_is_the_whole_of_a_short_text():
    parts = [("One ", False), ("clinic", True), (" a year.", False)]

    assert excerpt(parts) == parts


def test_excerpt_shows_whole_words_around_what_was_found():
    before, after = "every word before " * 9, " every word after" * 9

    shown = excerpt([(before, False), ("clinic", True), (after, False)])

    assert shown == [
        ("…", False),
        ("before every word before every word before every word before every word before ", False),
        ("clinic", True),
        (" every word after every word after every word after every word after every word", False),
        ("…", False),
    ]


def test_excerpt_leaves_out_what_is_between_two_places():
    far = " and so on" * 30

    shown = excerpt([("clinic", True), (far, False), ("school", True)])

    assert [words for words, is_match in shown if is_match] == ["clinic", "school"]
    assert [words for words, _ in shown].count(" … ") == 1


def test_excerpt_of_a_text_without_a_match_is_nothing():
    assert excerpt([("Nothing here", False)]) == []


@given(text=st.text(alphabet="ab \n", max_size=900))
def test_excerpt_adds_nothing_to_the_text_and_keeps_the_first_places(text):
    parts = parts_by_pattern(text, Term("ab").whole_words)
    found = [words for words, is_match in parts if is_match]

    shown = excerpt(parts)

    plain = " ".join(text.split())
    assert all(piece in plain for piece in "".join(words for words, _ in shown).split("…") if piece.strip())
    assert [words for words, is_match in shown if is_match][:3] == found[:3]
