"""A plan's actions as a workbook that officers fill in without an account. Brought in again, it becomes updates.

What may be filled in is white and has drop-downs; the rest is shaded, and says which action it is. Nothing in it runs.
"""

import io
from collections.abc import Iterable, Mapping

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from actions.choices import DelayReason, OfflineColumn, Status
from actions.choices.offline import MARK, MARK_SHEET, SHEET, STILL_TRUE

from .excel_text import AS_WORDS, as_cell
from .looks import RULE, TEXT, WASH

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = {
    OfflineColumn.KEY: 4,
    OfflineColumn.REF: 8,
    OfflineColumn.TITLE: 44,
    OfflineColumn.PRIORITY: 24,
    OfflineColumn.LEAD: 16,
    OfflineColumn.DUE: 20,
    OfflineColumn.LAST_SAID: 44,
    OfflineColumn.STATUS: 20,
    OfflineColumn.STILL_TRUE: 12,
    OfflineColumn.DELAY_REASON: 26,
    OfflineColumn.REVIEW_ON: 16,
}
_PROSE = 36
_CHOICES = {
    OfflineColumn.STATUS: [status.label for status in [*Status.counted(), Status.CLOSED]],
    OfflineColumn.STILL_TRUE: [STILL_TRUE],
    OfflineColumn.DELAY_REASON: DelayReason.labels,
}
HOW_TO = [
    "Say how your actions are going, save this file, and send it back to the programme office.",
    "Fill in the white columns of your own actions only. Leave a row alone if you have nothing to say of it.",
    "“Still true?”: choose Yes if nothing has changed. Nothing else is needed then.",
    "“How is it going?”: choose another answer if it has changed. If it is delayed or at risk, give the main reason "
    "and the day on which you will look at it again.",
    "Write for families to read, and never about a child who could be recognised.",
    "Rows may be sorted, filtered and left out. The shaded columns are not read, and the hidden first one must stay.",
]


def offline_workbook(rows: Iterable[Mapping[OfflineColumn, str]], *, plan_id: int, title: str) -> bytes:
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True} | AS_WORDS)
    looks = _Looks(book)
    _write_how_to(book, looks, title)
    last = _write_actions(book.add_worksheet(SHEET), list(rows), looks)
    _write_mark(book, {"what": MARK, "plan": str(plan_id), "rows": str(last)})
    book.worksheets()[1].activate()
    book.close()
    return written.getvalue()


class _Looks:
    def __init__(self, book: Workbook):
        font = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
        edge = {"border": 1, "border_color": f"#{RULE}"}
        self.heading: Format = book.add_format(font | edge | {"bold": True, "bottom_color": f"#{TEXT}"})
        self.told: Format = book.add_format(font | edge | {"bg_color": f"#{WASH}"})
        self.typed: Format = book.add_format(font | edge | {"num_format": "@"})
        self.day: Format = book.add_format(font | edge | {"num_format": "d mmm yyyy", "align": "left"})
        self.title: Format = book.add_format(font | {"bold": True, "font_size": 14})
        self.words: Format = book.add_format(font | {"font_size": 11})


def _write_how_to(book: Workbook, looks: _Looks, title: str) -> None:
    page = book.add_worksheet("How to fill it in")
    page.set_column(0, 0, 100)
    page.write_string(0, 0, as_cell(title), looks.title)
    for row, words in enumerate(HOW_TO, start=2):
        page.write_string(row, 0, words, looks.words)


def _write_actions(page: Worksheet, rows: list[Mapping[OfflineColumn, str]], looks: _Looks) -> int:
    for place, column in enumerate(OfflineColumn):
        page.set_column(place, place, WIDTHS.get(column, _PROSE), None, {"hidden": column == OfflineColumn.KEY})
        page.write_string(0, place, column.label, looks.heading)
    for number, row in enumerate(rows, start=1):
        for place, column in enumerate(OfflineColumn):
            page.write_string(number, place, as_cell(row.get(column, "")), _look(looks, column))
    last = max(len(rows), 1)
    for place, column in enumerate(OfflineColumn):
        if column in _CHOICES:
            page.data_validation(1, place, last, place, _one_of(_CHOICES[column]))
    page.freeze_panes(1, 3)
    page.autofilter(0, 0, last, len(OfflineColumn) - 1)
    page.set_landscape()
    page.repeat_rows(0)
    return len(rows)


def _look(looks: _Looks, column: OfflineColumn) -> Format:
    if column == OfflineColumn.REVIEW_ON:
        return looks.day
    return looks.typed if column in OfflineColumn.to_fill_in() else looks.told


def _one_of(words: list[str]) -> dict:
    return {
        "validate": "list",
        "source": words,
        "error_title": "Choose from the list",
        "error_message": "Choose one of the answers in the list, or leave the cell as it was.",
    }


def _write_mark(book: Workbook, facts: dict[str, str]) -> None:
    """By which the file is known when it comes back."""
    page = book.add_worksheet(MARK_SHEET)
    for row, (name, value) in enumerate(facts.items()):
        page.write_string(row, 0, name)
        page.write_string(row, 1, value)
    page.very_hidden()
