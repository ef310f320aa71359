"""Every action of a progress report, with all that the report says of it, as CSV."""

from collections.abc import Iterable
from datetime import date

from .action_sheet import For, action_rows, columns_for
from .csv_file import csv_bytes

_WHICH = [
    ("Report", "The number of the report that the row is from."),
    ("As at", "The day that it tells of."),
    ("Compared with", "The earlier day that it is compared with. Empty where there is none."),
]


def report_csv(content: dict) -> bytes:
    """The same rows as the workbook's sheet of actions. A day is written YYYY-MM-DD."""
    return csv_bytes(_rows(content, For.MEMBERS))


def public_csv(content: dict) -> bytes:
    """Of what everybody may read."""
    return csv_bytes(_rows(content, For.PUBLIC))


def data_dictionary(*readers: For) -> list[tuple[str, str]]:
    """Each column in its order, and what it means."""
    return [*_WHICH, *((column.heading, column.means) for column in columns_for(*readers))]


def _rows(content: dict, readers: For) -> Iterable[list]:
    yield [heading for heading, _ in data_dictionary(readers)]
    report = content["report"]
    which = ["Draft" if report["number"] is None else report["number"], report["as_at_on"], report["compared_with_on"]]
    yield from ([*which, *map(_value, row)] for row in action_rows(content, readers))


def _value(value):
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value.isoformat() if isinstance(value, date) else value
