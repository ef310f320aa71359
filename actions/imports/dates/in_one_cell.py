"""Several promised dates typed into one cell, as “Start: 1/4/19 End: 31/3/20”; and dates that cannot go together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from actions.imports.dates.forms import READ, plain
from actions.imports.dates.typed import TypedDate, read_date
from actions.imports.dates.words import MONTH
from actions.imports.doubts import Doubt, DoubtKind, quoted
from actions.imports.grid import BLANK, Cell


class DatePart(StrEnum):
    """Which of an action's dates a cell, or a part of one, gives."""

    START = "start"
    REVISED = "revised"
    DUE = "due"


_LABEL = re.compile(
    r"(?<![\w-])(?:(?P<start>start(?:s|ed|ing)?|begins?|commenc(?:e|es|ed|ing)|from)"
    r"|(?P<revised>rev(?:ised|'d|iew)?)|(?P<due>ends?|finish|due|target|completion|complete by|to|until))"
    rf"(?:\s+date)?(?:\s*[:=]\s*|\s+-\s+|\s+(?=\d|{MONTH}|tb[acd]\b|on-?going))",
    re.IGNORECASE,
)
_SEPARATORS = [r"\n+", r"\s*[;|]\s*", r"\s+/\s+", r"\s*/\s*", r"\s+-+\s+", r"\s+to\s+", r"\s*-\s*", r"\s*,\s*"]
_NOT_READ = {DoubtKind.DATE_UNREAD, DoubtKind.DATE_AMONG_WORDS, DoubtKind.DATE_SEVERAL, DoubtKind.DATE_MOVED}


def read_dates_in_one_cell(cell: Cell, *, parts: Sequence[DatePart] = (), **plan) -> dict[DatePart, TypedDate]:
    """By the words in the cell; else by the order that the heading gives in `parts`. `plan` as for `read_date`."""
    is_short = len(cell.shown) <= READ
    found = (_by_labels(cell, plan) or _by_order(cell, parts, plan)) if is_short else None
    if found is None:
        found = {DatePart.DUE: _as_a_whole(cell, parts, plan)}
    start, due = found.get(DatePart.START), found.get(DatePart.DUE)
    doubt = out_of_order(start, due) if start and due else None
    return found | {DatePart.START: replace(start, doubts=(*start.doubts, doubt))} if doubt else found


def out_of_order(start: TypedDate, due: TypedDate) -> Doubt | None:
    """A start after the end cannot be kept."""
    if not start.first or not due.last or start.first <= due.last:
        return None
    return Doubt(
        DoubtKind.DATES_OUT_OF_ORDER, f"It starts ({quoted(start.typed)}) after it is due ({quoted(due.typed)})."
    )


def days_swapped(cells: Iterable[Cell]) -> Doubt | None:
    """A spreadsheet set to American dates turns 03/04/2019 into the 4th of March, and leaves 13/04/2019 as text."""
    days = [cell.value.day for cell in cells if isinstance(cell.value, datetime | date)]
    texts = [re.match(r"\s*(\d{1,2})[/.-]\d{1,2}[/.-]\d{2,4}\s*$", cell.value or "") for cell in _typed(cells)]
    left = [int(text[1]) for text in texts if text]
    if len(days) < 3 or len(left) < 2 or max(days) > 12 or min(left) <= 12:
        return None
    return Doubt(
        DoubtKind.DATES_SWAPPED,
        "No true date in this column is later than the 12th of its month, and all dates typed as text are. "
        "The spreadsheet may have taken the days of the true ones for months.",
    )


def _typed(cells: Iterable[Cell]) -> list[Cell]:
    return [cell for cell in cells if isinstance(cell.value, str)]


def _by_labels(cell: Cell, plan: dict) -> dict[DatePart, TypedDate] | None:
    """None where no word says which date is which, one is said twice, or something stands before the first."""
    text = plain(cell.shown)
    labels = list(_LABEL.finditer(text))
    names = [DatePart(label.lastgroup) for label in labels]
    if not labels or len(set(names)) < len(names) or text[: labels[0].start()].strip(" \n,;"):
        return None
    ends = [label.start() for label in labels[1:]] + [len(text)]
    found = {}
    for label, name, end in zip(labels, names, ends, strict=True):
        part = read_date(_part(text[label.end() : end]), **plan)
        found[name] = _with_review(part, label[0]) if name == DatePart.REVISED else part
    return found


def _with_review(part: TypedDate, label: str) -> TypedDate:
    if re.match(r"revised|rev'd", label, re.IGNORECASE):
        return part
    doubt = Doubt(
        DoubtKind.DATE_TWO_WAYS, f"{quoted(label)} can mean a revised date, or a day of review.", "A revised date"
    )
    return replace(part, doubts=(*part.doubts, doubt))


def _by_order(cell: Cell, parts: Sequence[DatePart], plan: dict) -> dict[DatePart, TypedDate] | None:
    """Only where the cell parts into just as many dates as its heading names."""
    if len(parts) < 2:
        return None
    for separator in _SEPARATORS:
        texts = re.split(separator, plain(cell.shown).strip())
        if len(texts) == len(parts):
            read = [read_date(_part(text), **plan) for text in texts]
            if not any(doubt.kind in _NOT_READ for one in read for doubt in one.doubts):
                return dict(zip(parts, read, strict=True))
    return None


def _as_a_whole(cell: Cell, parts: Sequence[DatePart], plan: dict) -> TypedDate:
    whole = read_date(cell, **plan)
    if len(parts) < 2 or whole.doubts or not whole.last:
        return whole
    sentence = f"{quoted(whole.typed)} is one date under a heading for {len(parts)}: it is taken for the due date."
    return replace(whole, doubts=(Doubt(DoubtKind.DATE_SEVERAL, sentence, "The due date"),))


def _part(text: str) -> Cell:
    shown = text.strip(" \n\t,;|")
    return Cell(shown, shown) if shown else BLANK
