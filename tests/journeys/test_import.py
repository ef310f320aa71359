"""A new programme manager brings in a messy workbook and sees the dashboard: counted in presses and decisions."""

import io
import re
from datetime import date

import openpyxl
import pytest
from django.urls import reverse
from playwright.sync_api import Page

from actions.choices import OrganisationKind, Role
from actions.models import Plan
from tests.factories import make_member, make_organisation, make_partnership

ROWS = 94
ENOUGH = 25
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DUE = [
    date(2020, 3, 31),
    "Dec-19",
    "Autumn term 2019",
    "by end of the summer 2019",
    "31/03/2020",
    "4 January",
    "ongoing",
]
LEADS = ["Northshire County Council", "Council", "Council / Hollerton Hospital Trust", "Head of SEND", ""]
RAG = ["G", "G", "B", "R", "A", ""]
SAID = ["Work has begun in two of the three areas.", "Families were asked in June.", ""]


def messy_workbook() -> bytes:
    """Title rows, a colour key, headings in two lines, titles between the actions, dates typed in every way."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "SEND Plan"
    sheet.append(["Northshire SEND improvement plan 2019-2020"])
    sheet.append(["Position as at 9 July 2019"])
    sheet.append(["Key", "B = complete", "G = on track", "R = late"])
    sheet.append([])
    sheet.append(["Ref", "Action", "Lead agency", "Timescale", "", "BRAG", "Progress update"])
    sheet.append(["", "", "", "Start", "End", "", ""])
    sheet.merge_cells("D5:E5")
    for column in "ABCFG":
        sheet.merge_cells(f"{column}5:{column}6")
    for number in range(ROWS):
        priority, place = divmod(number, 20)
        if place == 0:
            sheet.append([f"Priority {priority + 1}: Theme {priority + 1}"])
            sheet.merge_cells(f"A{sheet.max_row}:G{sheet.max_row}")
        sheet.append(_row(priority + 1, place + 1, number))
    sheet.append([f"Total actions: {ROWS}"])
    book.create_sheet("Guidance").append(["How to fill in this tracker"])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _row(priority: int, place: int, number: int) -> list:
    words = f"Deliver step {place} of theme {priority} for families"
    told = [each[number % len(each)] for each in (LEADS, DUE, RAG, SAID)]
    return [f"{priority}.{place}", words, told[0], date(2019, 4, 1), *told[1:]]


class Person:
    """Presses buttons, and counts."""

    def __init__(self, page: Page):
        self.page, self.presses = page, 0

    def press(self, name: str | re.Pattern, role: str = "button") -> None:
        self.presses += 1
        self.page.get_by_role(role, name=name).first.click()
        self.page.wait_for_load_state()


@pytest.fixture
def new_manager(sign_in):
    partnership = make_partnership(name="A partnership without a plan")
    make_organisation(
        partnership, name="Northshire County Council", short_name="Council", kind=OrganisationKind.COUNCIL
    )
    manager = make_member(partnership, role=Role.PROGRAMME_MANAGER)
    sign_in(manager)
    return partnership


def test_new_user_brings_in_a_messy_workbook_and_sees_the_dashboard(page: Page, service, new_manager):
    person = Person(page)
    page.goto(service + reverse("partnership-home", args=[new_manager.slug]))
    person.press("Bring in a tracker", "link")
    person.press("Choose a file", "link")
    page.get_by_label("Which file?").set_input_files(
        {"name": "messy.xlsx", "mimeType": EXCEL, "buffer": messy_workbook()}
    )
    person.press("Read it")
    person.press("Go on to the columns")
    person.press("These are right: go on to the rows")
    while page.get_by_role("button", name="Take").count():
        person.press(re.compile("^Take"))
    person.press(re.compile("^Bring in"))
    person.press("See the plan", "link")

    plan = Plan.objects.get(partnership=new_manager)
    assert plan.title == "Northshire SEND improvement plan 2019-2020"
    assert [plan.actions.count(), _total(page)] == [ROWS, ROWS]
    assert person.presses <= ENOUGH


def _total(page: Page) -> int:
    """Of the headline's four figures."""
    return sum(int(number) for number in page.locator(".app-figure__number").all_inner_texts()[:4])
