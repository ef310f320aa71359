"""Every action of a progress report, with all that the report says of it, as CSV."""

from collections.abc import Iterable
from datetime import date

from .action_sheet import action_columns, action_rows
from .csv_file import csv_bytes


def report_csv(content: dict) -> bytes:
    """The same rows as the workbook's sheet of actions. A day is written YYYY-MM-DD."""
    return csv_bytes(_rows(content))


def _rows(content: dict) -> Iterable[list]:
    yield ["Report", "As at", "Compared with", *(heading for heading, _ in action_columns())]
    report = content["report"]
    which = ["Draft" if report["number"] is None else report["number"], report["as_at_on"], report["compared_with_on"]]
    yield from ([*which, *map(_value, row)] for row in action_rows(content))


def _value(value):
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value.isoformat() if isinstance(value, date) else value
