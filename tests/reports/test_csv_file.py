import csv
import io

import pytest

from actions.reports.csv_file import as_text, csv_response


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n"])
def test_as_text_keeps_words_from_running_as_a_formula(start):
    assert as_text(f"{start}SUM(1)") == f"'{start}SUM(1)"


def test_as_text_has_one_kind_of_line_end_and_no_control_characters():
    assert as_text("\x00=1\r\n2\r3") == "'=1\n2\n3"


@pytest.mark.parametrize(("value", "text"), [(None, ""), (0, "0"), (-3, "-3"), ("–", "–"), ("a=b", "a=b")])
def test_as_text_leaves_numbers_and_plain_words_as_they_are(value, text):
    assert as_text(value) == text


def test_csv_response_opens_in_a_spreadsheet_as_it_was():
    rows = [["Ref", "Title"], ["1.1", 'Says "yes", in Préston\nand on']]

    response = csv_response(rows, file_name="actions.csv")

    assert list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")))) == rows
    assert (response.headers["Content-Type"], response.headers["Content-Disposition"]) == (
        "text/csv; charset=utf-8",
        'attachment; filename="actions.csv"',
    )
