"""Somebody's tracker as it was read, half brought in."""

from actions.imports.grid import BLANK, Book, Cell, Sheet
from actions.imports.stored import packed
from actions.models import Partnership, PlanImport, User
from tests.factories import make_import

HEADINGS = ("Ref", "Priority", "Action", "Lead", "Due", "Status", "Progress")
COUNCIL = "Borsetshire County Council"
CLEAR = (
    ("1.1", "1: Access", "Publish the offer for families", COUNCIL, "31/03/2020", "Complete", "It is published."),
    ("1.2", "1: Access", "Train staff in each school", COUNCIL, "31/12/2019", "On track", "Half of them are trained."),
)
DOUBTFUL = (
    "1.3",
    "1: Access",
    "Ask families what they need",
    COUNCIL,
    "by end of the summer 2019",
    "Complete",
    "Asked.",
)
WITHOUT_YEAR = ("1.4", "1: Access", "Elect a panel of parents", COUNCIL, "4 January", "Complete", "Elected.")
NEW_PLAN = {
    "title": "SEND plan 2019–2020", "kind": "improvement_plan", "starts_on": "2019-04-01", "ends_on": "2020-12-31",
}  # fmt: skip


def book_of(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS, **others: list[tuple[str, ...]]) -> Book:
    """`others` are further sheets, by name."""
    sheets = {"Plan": [headings, *rows]} | others
    return Book(
        "tracker.xlsx", "xlsx", "0" * 64, [Sheet(name, [_line(row) for row in lines]) for name, lines in sheets.items()]
    )


def _line(row: tuple[str, ...]) -> list[Cell]:
    return [Cell(text, text) if text else BLANK for text in row]


def begun(partnership: Partnership, by: User, *rows: tuple[str, ...], **fields) -> PlanImport:
    """Into a new plan unless said otherwise, telling of 12 July 2019."""
    into = {} if fields.get("plan") else {"choices": {"plan": NEW_PLAN}}
    book = fields.pop("book", None) or book_of(*(rows or CLEAR))
    about = {"file_name": "tracker.xlsx", "cells": packed(book)}
    return make_import(partnership=partnership, begun_by=by, **about | into | fields)
