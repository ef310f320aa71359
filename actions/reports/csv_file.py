"""A table as a CSV file that opens rightly in a spreadsheet and runs nothing there."""

import csv
import io
from collections.abc import Iterable

from django.http import HttpResponse

from .plain_text import plain

RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_text(value) -> str:
    """Words that a spreadsheet would take for a formula get a leading apostrophe; a number stays one."""
    text = plain(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(RUNS_AS_FORMULA) else text


def csv_bytes(rows: Iterable[Iterable]) -> bytes:
    """UTF-8 with the mark by which Excel knows it. The first row holds the headings."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([as_text(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def csv_response(rows: Iterable[Iterable], *, file_name: str) -> HttpResponse:
    return HttpResponse(
        csv_bytes(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file_name}"'},
    )
