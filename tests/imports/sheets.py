"""Our own sheet of actions as an officer has it, and as it is sent back."""

import io
from datetime import date

import openpyxl

from actions.choices import OfflineColumn
from actions.choices.offline import SHEET
from actions.models import Plan
from actions.reports.offline_workbook import offline_workbook
from actions.summaries.offline_rows import offline_rows


def taken_away(plan: Plan, on: date) -> openpyxl.Workbook:
    actions = plan.actions.as_at(on, as_heard=True).select_related("priority", "lead_organisation")
    rows = [row.values for row in offline_rows(actions.order_by("ref"), on=on)]
    file = offline_workbook(rows, plan_id=plan.pk, title=f"{plan.title}, 1 July 2019")
    return openpyxl.load_workbook(io.BytesIO(file))


def fill_in(book: openpyxl.Workbook, row: int, **typed) -> None:
    places = {column: place for place, column in enumerate(OfflineColumn, start=1)}
    for name, value in typed.items():
        book[SHEET].cell(row, places[OfflineColumn(name)]).value = value


def sent_back(book: openpyxl.Workbook) -> bytes:
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()
