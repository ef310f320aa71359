import pytest

from actions.reports.names import file_name


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (7, "lancashire-progress-report-07-as-at-2019-07-12.docx"),
        (112, "lancashire-progress-report-112-as-at-2019-07-12.docx"),
        (None, "lancashire-progress-report-draft-as-at-2019-07-12.docx"),
    ],
)
def test_file_name_says_whose_which_and_when(number, name):
    content = {"report": {"number": number, "as_at_on": "2019-07-12"}}

    assert file_name(content, slug="lancashire", suffix="docx") == name


def test_file_name_of_a_hand_out_says_whom_it_is_for():
    content = {"report": {"number": 7, "as_at_on": "2019-07-12"}}

    name = file_name(content, slug="lancashire", suffix="docx", reader="health-and-wellbeing-board")

    assert name == "lancashire-progress-report-07-for-health-and-wellbeing-board-as-at-2019-07-12.docx"
