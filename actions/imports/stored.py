"""A file's cells as bytes, so that a half-done import is read once and can be gone back to."""

import json
import zlib
from datetime import date, datetime, time

from .grid import BLANK, Book, Cell, Sheet, Span, Value

_KINDS = {"datetime": datetime, "date": date, "time": time}


def packed(book: Book) -> bytes:
    plain = {
        "file_name": book.file_name,
        "kind": book.kind,
        "sha256": book.sha256,
        "notices": book.notices,
        "sheets": [_plain_sheet(sheet) for sheet in book.sheets],
    }
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), level=1)


def unpacked(data: bytes) -> Book:
    plain = json.loads(zlib.decompress(bytes(data)))
    return Book(**plain | {"sheets": [_sheet(sheet) for sheet in plain["sheets"]]})


def _plain_sheet(sheet: Sheet) -> dict:
    """Blank cells are left out: a row is a list of places and cells."""
    return {
        "name": sheet.name,
        "width": len(sheet.rows[0]) if sheet.rows else 0,
        "rows": [
            [[place, *_plain_cell(cell)] for place, cell in enumerate(row) if cell != BLANK] for row in sheet.rows
        ],
        "merged": [[span.first_row, span.first_column, span.last_row, span.last_column] for span in sheet.merged],
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
        "is_hidden": sheet.is_hidden,
    }


def _sheet(plain: dict) -> Sheet:
    width = plain.pop("width")
    rows = []
    for kept in plain["rows"]:
        row = [BLANK] * width
        for place, *cell in kept:
            row[place] = _cell(*cell)
        rows.append(row)
    return Sheet(
        **plain
        | {
            "rows": rows,
            "merged": [Span(*span) for span in plain["merged"]],
            "hidden_rows": frozenset(plain["hidden_rows"]),
            "hidden_columns": frozenset(plain["hidden_columns"]),
        }
    )


def _plain_cell(cell: Cell) -> list:
    """Most cells hold what they show."""
    if cell.value == cell.shown and isinstance(cell.value, str) and not cell.trouble:
        return [cell.shown]
    return [cell.shown, _plain_value(cell.value), *([cell.trouble] if cell.trouble else [])]


def _cell(shown: str, *rest) -> Cell:
    if not rest:
        return Cell(shown, shown)
    value, *trouble = rest
    return Cell(_value(value), shown, *trouble)


def _plain_value(value: Value):
    if isinstance(value, datetime | date | time):
        return {type(value).__name__: value.isoformat()}
    return value


def _value(plain) -> Value:
    if isinstance(plain, dict):
        [(kind, text)] = plain.items()
        return _KINDS[kind].fromisoformat(text)
    return plain
