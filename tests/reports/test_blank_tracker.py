"""The blank tracker, filled in as its guidance says, is brought in without a single question."""

import io
from datetime import date

import openpyxl

from actions.choices import OrganisationKind, Status
from actions.imports.answers import Answers
from actions.imports.files import read_file
from actions.imports.known_plan import KnownPlan
from actions.imports.leads.names import KnownOrganisation
from actions.imports.understanding.understand import understand
from actions.reports.blank_tracker import SHEET, blank_tracker

TODAY = date(2027, 7, 12)
COUNCIL = "Borsetshire County Council"
PLAN = {"title": "Plan", "kind": "improvement_plan", "starts_on": date(2027, 1, 1), "ends_on": date(2028, 12, 31)}
KNOWN = KnownPlan(organisations=(KnownOrganisation(1, COUNCIL, "BCC", OrganisationKind.COUNCIL, None),))


def blank() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(blank_tracker(title="A tracker", organisations=[COUNCIL])))


def understood(book: openpyxl.Workbook):
    saved = io.BytesIO()
    book.save(saved)
    answers = Answers(told_on=TODAY, plan=PLAN)
    return understand(read_file(saved.getvalue(), "tracker.xlsx"), answers, KNOWN, today=TODAY)


def test_blank_tracker_filled_in_gives_no_doubt():
    book = blank()
    days = [date(2027, 1, 1), date(2027, 3, 1)]
    book[SHEET].append(
        ["1.1", "Priority 1: Access", "Publish the offer", "Families find it", COUNCIL, "", *days, "On track", "Begun."]
    )
    book[SHEET].append(
        ["1.10", "Priority 1: Access", "Review the offer", "", COUNCIL, "", days[0], "Autumn term 2027", "Not started"]
    )

    found = understood(book)

    assert [(row.ref, row.title, row.asked) for row in found.rows] == [
        ("1.1", "Publish the offer", []),
        ("1.10", "Review the offer", []),
    ]
    assert found.asked == []


def test_blank_tracker_offers_statuses_and_the_partnerships_organisations():
    book = blank()

    offered = {str(each.sqref): each.formula1 for each in book[SHEET].data_validations.dataValidation}
    assert (set(offered.values()), [cell.value for cell in book["Lists"]["A"]]) == (
        {f'"{",".join(status.label for status in [*Status.counted(), Status.CLOSED])}"', "Lists!$A$1:$A$1"},
        [COUNCIL],
    )
