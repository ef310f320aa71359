"""A tracker with nothing in it yet: a sheet with a row for each action, which can be brought in without a question."""

import io
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from actions.choices import Status

from .excel_text import AS_WORDS, as_cell
from .looks import RULE, TEXT, WASH

SHEET, GUIDANCE, LISTS = "Actions", "How to fill it in", "Lists"
ROWS = 500
WIDTHS = {
    "Ref": 8, "Priority": 28, "Action": 48, "Success criteria": 36, "Lead": 28, "Contributors": 28,
    "Start": 14, "Due": 14, "Status": 20, "Progress": 48, "Next steps": 36,
}  # fmt: skip
DAYS, WORDS = {"Start", "Due"}, {"Ref", "Contributors"}
HOW_TO = [
    "Write each action on a row of its own on the sheet “Actions”, and leave the headings as they are.",
    "Ref: a number or name that no other action has, such as 1.10.",
    "Priority: the same words for all actions that stand under it.",
    "Lead: one organisation from the list, or another by its full name. Contributors: any number, with semicolons.",
    "Start and Due: a day such as 31/03/2027, or words such as March 2027, Autumn term 2027 or ongoing.",
    "Status: one from the list. An action that nobody has said anything of has not started.",
    "Progress and Next steps: write for families to read, and never about a child who could be recognised.",
    "Then bring the file in. You see how each row was understood before anything is written.",
]


def blank_tracker(*, title: str, organisations: Sequence[str]) -> bytes:
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True} | AS_WORDS)
    font = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
    page = book.add_worksheet(SHEET)
    _write_guidance(book, font, title)
    _write_list(book, organisations)
    _write_columns(book, page, font)
    _offer(page, "Status", [status.label for status in [*Status.counted(), Status.CLOSED]])
    if organisations:
        _offer(page, "Lead", f"={LISTS}!$A$1:$A${len(organisations)}", is_strict=False)
    book.close()
    return written.getvalue()


def _write_guidance(book: Workbook, font: dict, title: str) -> None:
    page = book.add_worksheet(GUIDANCE)
    page.set_column(0, 0, 100)
    page.write_string(0, 0, as_cell(title), book.add_format(font | {"bold": True, "font_size": 14}))
    words = book.add_format(font | {"font_size": 11})
    for row, line in enumerate(HOW_TO, start=2):
        page.write_string(row, 0, line, words)


def _write_list(book: Workbook, organisations: Sequence[str]) -> None:
    """A list of its own sheet: one typed into the drop-down itself may hold no more than 255 letters."""
    page = book.add_worksheet(LISTS)
    for row, name in enumerate(organisations):
        page.write_string(row, 0, as_cell(name))
    page.hide()


def _write_columns(book: Workbook, page: Worksheet, font: dict) -> None:
    edge = {"border": 1, "border_color": f"#{RULE}"}
    heading = book.add_format(font | edge | {"bold": True, "bg_color": f"#{WASH}", "bottom_color": f"#{TEXT}"})
    plain = book.add_format(font)
    formats = {name: book.add_format(font | {"num_format": "dd/mm/yyyy", "align": "left"}) for name in DAYS}
    formats |= {name: book.add_format(font | {"num_format": "@"}) for name in WORDS}
    for place, (name, width) in enumerate(WIDTHS.items()):
        page.set_column(place, place, width, _look(formats, name, plain))
        page.write_string(0, place, name, heading)
    page.freeze_panes(1, 3)
    page.set_landscape()
    page.repeat_rows(0)


def _look(formats: dict[str, Format], name: str, plain: Format) -> Format:
    return formats.get(name, plain)


def _offer(page: Worksheet, name: str, source: list[str] | str, *, is_strict: bool = True) -> None:
    place = list(WIDTHS).index(name)
    page.data_validation(
        1,
        place,
        ROWS,
        place,
        {
            "validate": "list",
            "source": source,
            "error_type": "stop" if is_strict else "information",
            "error_title": "Choose from the list" if is_strict else "Not in the list",
            "error_message": "Choose one of the answers in the list, or leave the cell empty."
            if is_strict
            else "Another organisation can be added when the file is brought in.",
        },
    )
