"""A table as a CSV file that opens rightly in a spreadsheet and runs nothing there."""

import csv
from collections.abc import Iterable

from django.http import HttpResponse

RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(value) -> str:
    """Words that a spreadsheet would take for a formula get a leading apostrophe; a number stays one."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(RUNS_AS_FORMULA) else text


def csv_response(rows: Iterable[Iterable], *, file_name: str) -> HttpResponse:
    """UTF-8 with the mark by which Excel knows it. The first row holds the headings."""
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file_name}"'},
    )
    response.write("\ufeff")
    csv.writer(response).writerows([as_text(cell) for cell in row] for row in rows)
    return response
