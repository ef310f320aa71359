import pytest

from actions.reports.plain_text import plain, shortened


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (None, ""),
        (7, "7"),
        ("one\r\ntwo\rthree\x0bfour\u2028five\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("a\x00b\x1fc\x7fd\x9fe\ufffe", "abcde"),
        ("tab\tand emoji 👩‍👧", "tab\tand emoji 👩‍👧"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_plain_keeps_words_and_drops_what_no_file_holds(typed, text):
    assert plain(typed) == text


def test_shortened_is_one_line_that_says_where_it_is_cut():
    assert (shortened("one\n two", 7), shortened("one\ntwo three", 7)) == ("one two", "one tw…")
