"""Sheets as lines of JSON, from the process that reads to the one that asked. Plain data only, a row at a time.

A cell is 0 where it is blank, its text where it is just text, else [shown, kind, value, trouble].
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from actions.imports.grid import BLANK, Cell, Sheet, Span, UnreadableFile, Value
from actions.imports.reading.draft import Draft

WRITERS = {datetime: ("moment", datetime.isoformat), date: ("date", date.isoformat), time: ("time", time.isoformat)}
READERS = {"moment": datetime.fromisoformat, "date": date.fromisoformat, "time": time.fromisoformat}


def lines_of(draft: Draft, sheets: list[Sheet]) -> Iterator[str]:
    yield _line({"kind": draft.kind, "notices": draft.notices, "sheets": len(sheets)})
    for sheet in sheets:
        yield _line(
            {
                "name": sheet.name,
                "height": len(sheet.rows),
                "merged": [
                    [span.first_row, span.first_column, span.last_row, span.last_column] for span in sheet.merged
                ],
                "hidden_rows": sorted(sheet.hidden_rows),
                "hidden_columns": sorted(sheet.hidden_columns),
                "is_hidden": sheet.is_hidden,
            }
        )
        for row in sheet.rows:
            yield _line([_packed(cell) for cell in row])


def refusal(sentence: str) -> str:
    return _line({"refused": sentence})


def book_of(lines: Iterable[str | bytes]) -> tuple[str, list[str], list[Sheet]]:
    """Kind, notices and sheets. Raises ValueError, KeyError or the like where a line is missing or strange."""
    told = iter(lines)
    head = json.loads(next(told, ""))
    if "refused" in head:
        raise UnreadableFile(head["refused"])
    known: dict[str, Cell] = {}
    return head["kind"], head["notices"], [_sheet(told, known) for _ in range(head["sheets"])]


def _sheet(told: Iterator[str | bytes], known: dict[str, Cell]) -> Sheet:
    said = json.loads(next(told, ""))
    return Sheet(
        name=said["name"],
        rows=[[_cell(packed, known) for packed in json.loads(next(told, ""))] for _ in range(said["height"])],
        merged=[Span(*corners) for corners in said["merged"]],
        hidden_rows=frozenset(said["hidden_rows"]),
        hidden_columns=frozenset(said["hidden_columns"]),
        is_hidden=said["is_hidden"],
    )


def _line(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _packed(cell: Cell) -> object:
    if cell is BLANK:
        return 0
    if cell.value == cell.shown and not cell.trouble:
        return cell.shown
    kind, write = WRITERS.get(type(cell.value), ("", None))
    return [cell.shown, kind, write(cell.value) if write else cell.value, cell.trouble]


def _cell(packed: object, known: dict[str, Cell]) -> Cell:
    """The same text is kept once, however many cells say it."""
    if packed == 0:
        return BLANK
    if isinstance(packed, str):
        return known.get(packed) or known.setdefault(packed, Cell(packed, packed))
    shown, kind, value, trouble = packed
    if not isinstance(shown, str) or not isinstance(trouble, str) or isinstance(value, list | dict):
        raise ValueError("This is no cell.")
    return Cell(_value(kind, value), shown, trouble)


def _value(kind: str, value: Value) -> Value:
    return READERS[kind](value) if kind else value
