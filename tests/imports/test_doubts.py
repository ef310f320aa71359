import pytest

from actions.imports.doubts import Doubt, DoubtKind, listed, quoted


def test_doubt_can_be_said_to_be_about_a_column():
    doubt = Doubt(DoubtKind.DATE_FAR, "Far away.", "March 2109")

    assert doubt.about("due") == Doubt(DoubtKind.DATE_FAR, "Far away.", "March 2109", "due")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("March 2020", "“March 2020”"), ("March\n 2020 ", "“March 2020”"), ("abcdefghij", "“abcdefgh…”")],
)
def test_quoted_is_one_short_line(text, shown):
    assert quoted(text, longest=9 if text.startswith("a") else 80) == shown


@pytest.mark.parametrize(("words", "sentence"), [("a", "a"), ("ab", "a and b"), ("abc", "a, b and c")])
def test_listed_reads_as_people_say_it(words, sentence):
    assert listed(words) == sentence
