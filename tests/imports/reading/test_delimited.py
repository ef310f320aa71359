import pytest

from actions.imports.grid import Cell
from actions.imports.reading.sentences import NEVER_CLOSED
from tests.imports.written import TRACKER, book_of, delimited, sheet_of, shown

PROSE = [["Ref", "Action"], *([f"1.{n}", "Promote, plan, and publish; then ask | again"] for n in range(4))]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("rows", [TRACKER, PROSE])
def test_delimited_tells_what_parts_its_fields(rows, separator):
    book = book_of(delimited(rows, separator))

    assert (book.kind, shown(book.sheets[0])) == ("tsv" if separator == "\t" else "csv", rows)


def test_delimited_is_told_by_most_records_and_not_by_the_titles():
    titles = [["Improvement plan, 2019, draft, for comment"], ["Key: blue, red, amber, green"]]

    assert shown(sheet_of(delimited([*titles, *TRACKER], ";")))[2:] == TRACKER


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("words", [["Café – “on track”", "£5"], ["plain", "words"]])
def test_delimited_tells_how_its_letters_are_stored(words, encoding):
    assert shown(sheet_of(delimited([words, words], encoding=encoding))) == [words, words]


def test_delimited_utf_16_of_either_order_is_read():
    text = "\ufeffRef\tAction\r\n1.1\tCafé\r\n"

    assert [shown(sheet_of(text.encode(f"utf-16-{order}"))) for order in ("le", "be")] == [
        [["Ref", "Action"], ["1.1", "Café"]]
    ] * 2


@pytest.mark.parametrize("separator", [";", "\t"])
def test_delimited_line_that_names_the_separator_is_no_row(separator):
    rows = [["Ref", "Action, Lead"], ["1.1", "Train, ICB"]]

    assert shown(sheet_of(f"sep={separator}\r\n".encode() + delimited(rows, separator))) == rows


def test_delimited_cell_of_several_lines_is_one_cell():
    assert shown(sheet_of(b'Ref,Action\r\n1.1,"Train\r\n60 ""schools"""\r\n')) == [
        ["Ref", "Action"],
        ["1.1", 'Train\n60 "schools"'],
    ]


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\r"])
def test_delimited_last_line_may_lack_its_end(end):
    assert shown(sheet_of(b"Ref,Action" + (end or b"\n") + b"1.1,Train" + end)) == [["Ref", "Action"], ["1.1", "Train"]]


def test_delimited_blank_lines_are_rows():
    assert shown(sheet_of(b"Ref,Action\n\n1.1,Train\n\n\n")) == [["Ref", "Action"], ["", ""], ["1.1", "Train"]]


def test_delimited_quotation_mark_that_is_never_closed_is_a_doubt():
    rows = sheet_of(b'Ref,Action\n1.1,"Train\n1.2,Promote\n').rows

    assert rows[1] == [Cell("1.1", "1.1"), Cell("Train\n1.2,Promote", "Train\n1.2,Promote", NEVER_CLOSED)]


def test_delimited_text_guarded_from_excel_is_that_text():
    assert shown(sheet_of(b'Ref,Action\n="1.10",=A1+B1\n')) == [["Ref", "Action"], ["1.10", "=A1+B1"]]


def test_delimited_value_stays_as_it_was_typed():
    assert sheet_of(b"Ref,Done\n1.10,045%\n").rows[1] == [Cell("1.10", "1.10"), Cell("045%", "045%")]


def test_delimited_field_of_any_length_is_read():
    words = "word " * 200_000

    assert shown(sheet_of(delimited([["Ref", "Action"], ["1.1", words]]))) == [["Ref", "Action"], ["1.1", words]]


def test_delimited_letter_that_windows_does_not_know_is_marked():
    assert shown(sheet_of(b"Ref,Caf\xe9\n1.1,\x81\n")) == [["Ref", "Café"], ["1.1", "\ufffd"]]
