import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from actions.reports.workbook import workbook_report
from tests.reports.contents import FROZEN, report_told


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(workbook_report(report_told(), FROZEN)))


def rows(sheet) -> list[list]:
    """A day as a date: Excel keeps it as a moment."""
    return [[_value(cell) for cell in row] for row in sheet.iter_rows()]


def _value(cell):
    return cell.value.date() if isinstance(cell.value, datetime) else cell.value


def row_of(sheet, place: int) -> dict:
    heads, *lines = rows(sheet)
    return dict(zip(heads, lines[place], strict=True))


def test_workbook_report_has_a_sheet_for_each_part(book):
    assert book.sheetnames == [
        "Figures",
        "Movement",
        "Actions",
        "Priorities",
        "Dates",
        "Findings",
        "Enquiries",
        "About",
    ]


def test_workbook_report_leaves_out_what_a_report_of_an_earlier_year_does_not_know():
    content = report_told()
    for key in ("enquiries", "findings", "moved", "exceptions", "completed", "dates_to_agree", "key", "how_made"):
        del content[key]

    book = openpyxl.load_workbook(io.BytesIO(workbook_report(content, FROZEN)))

    assert book.sheetnames == ["Figures", "Actions", "Priorities", "Dates", "About"]


def test_workbook_report_sheets_are_ready_to_filter(book):
    for sheet in book:
        assert sheet.freeze_panes in {"A2", "C2"}
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(cell.value for cell in sheet[1])


def test_workbook_report_figures_are_numbers_with_their_changes(book):
    assert rows(book["Figures"])[:5] == [
        ["Of", "Figure", "Number", "Change", "As at", "Compared with"],
        ["Status", "Complete", 1, 1, date(2019, 7, 10), date(2019, 5, 15)],
        ["Status", "On track", 0, -2, date(2019, 7, 10), date(2019, 5, 15)],
        ["Status", "Not started", 1, 0, date(2019, 7, 10), date(2019, 5, 15)],
        ["Status", "Delayed or at risk", 1, 1, date(2019, 7, 10), date(2019, 5, 15)],
    ]


def test_workbook_report_keeps_days_as_days_and_references_as_text(book):
    late, waiting = row_of(book["Actions"], 1), row_of(book["Actions"], 2)

    assert (late["Due, the last day"], late["Moves of its date"], late["Why"]) == (
        date(2019, 10, 31),
        1,
        "Nobody applied.",
    )
    assert (waiting["Ref"], waiting["Starts"], waiting["Last confirmed"]) == ("1.10", None, None)


def test_workbook_report_movement_names_each_move(book):
    assert row_of(book["Movement"], 0) == {
        "What became of it": "Worsened",
        "Ref": "1.2",
        "Action": "Promise 1.2",
        "Lead": "LCC",
        "From": "On track",
        "To": "Delayed or at risk",
        "Day": date(2019, 7, 1),
        "Said by": "LCC",
        "What was said": "What was said of it.",
        "Illustrative": "Yes",
    }


def test_workbook_report_dates_are_those_to_agree_and_those_agreed(book):
    waiting, agreed = row_of(book["Dates"], 0), row_of(book["Dates"], 1)

    assert (waiting["Kind"], waiting["Ref"], waiting["To, the last day"], waiting["Why"]) == (
        "Waits for a decision",
        "1.10",
        date(2019, 12, 31),
        "More time is needed.",
    )
    assert (agreed["Kind"], agreed["Ref"], agreed["From"], agreed["To"], agreed["Moves"]) == (
        "Agreed",
        "1.2",
        "July 2019",
        "October 2019",
        1,
    )


def test_workbook_report_says_what_each_priority_has(book):
    assert rows(book["Priorities"])[:2] == [
        [
            *("Priority", "Complete", "On track", "Not started", "Delayed or at risk", "All actions"),
            *("Red", "Amber", "Green", "Grey", "Blue", "Meant to bring about", "What its lead says"),
        ],
        ["1 Access", 1, 0, 1, 1, 3, 0, 1, 0, 1, 1, "Help near home.", "What its lead says."],
    ]


def test_workbook_report_says_how_findings_were_judged(book):
    judged, unanswered = row_of(book["Findings"], 0), row_of(book["Findings"], 1)

    assert (judged["Judged"], judged["Judged on"], judged["No action answers it"]) == (
        "Sufficient progress",
        date(2019, 6, 1),
        "No",
    )
    assert (unanswered["Judged"], unanswered["Judged by"], unanswered["No action answers it"]) == (
        "Not judged yet",
        None,
        "Yes",
    )


def test_workbook_report_about_holds_the_chairs_words_and_the_fingerprint(book):
    about = {row[0]: row[1] for row in rows(book["About"])}

    assert (about["The chair’s judgement"], about["SHA-256 of its JSON file"], about["Frozen on"]) == (
        "Slower than planned.",
        FROZEN["sha256"],
        date(2019, 7, 12),
    )


def test_workbook_report_of_a_draft_says_so():
    draft = report_told()
    draft["report"] |= {"number": None, "compared_with_on": None, "compared_with_number": None, "meeting": None}
    for figure in [draft["headline"], *draft["headline"]["statuses"]]:
        figure["change"] = None

    book = openpyxl.load_workbook(io.BytesIO(workbook_report(draft, None)))

    about = {row[0]: row[1] for row in rows(book["About"])}
    assert (about["Report"], about["Draft"]) == (
        "Draft progress report",
        "Not frozen: its figures may still change.",
    )
    assert {row[3] for row in rows(book["Figures"])[1:]} == {None}
    assert "SHA-256 of its JSON file" not in about


def test_workbook_report_draws_its_priorities_with_words_for_who_does_not_see_it():
    with zipfile.ZipFile(io.BytesIO(workbook_report(report_told(), FROZEN))) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode("utf-8")

    assert 'descr="A stacked bar for each priority' in drawing


def test_workbook_report_writes_days_before_excels_first_as_words():
    content = report_told()
    content["plan"]["starts_on"] = "1899-12-31"
    content["actions"][0]["start_on"] = "1900-02-28"

    book = openpyxl.load_workbook(io.BytesIO(workbook_report(content, FROZEN)))

    assert row_of(book["Actions"], 0)["Starts"] == str(date(1900, 2, 28))


def test_workbook_report_is_the_same_file_each_time():
    assert workbook_report(report_told(), FROZEN) == workbook_report(report_told(), FROZEN)


def test_workbook_report_says_how_the_total_changed():
    content = report_told()
    content["headline"]["change"] = 5

    book = openpyxl.load_workbook(io.BytesIO(workbook_report(content, FROZEN)))

    assert [row[1:4] for row in rows(book["Figures"]) if row[0] == "Total"] == [["All actions", 3, 5]]
