"""Headings whose words tell nothing, or none at all: found by how the table is built, and always with a doubt."""

from actions.imports.columns.shapes import Shape, shape_of, squeeze
from actions.imports.sheets.header import DEEPEST, Header, header_at
from actions.imports.sheets.header_lines import known_fields
from actions.imports.sheets.spread import Line
from actions.imports.sheets.table import Heading

_TELLING = {Shape.DATE, Shape.DATES, Shape.RAG, Shape.STATUS, Shape.PERCENT}
_WORDED = {Shape.WORDS, Shape.NAME, Shape.STATUS}


def guess_header(lines: list[Line]) -> Header | None:
    typed = [line for line in lines if not line.is_blank]
    found = next(
        (i for i, line in enumerate(typed[:DEEPEST]) if _looks_like_headings(line, typed[i + 1 : i + 5])), None
    )
    if found is not None:
        return header_at(lines, typed[found].index, is_sure=False)
    first = next((i for i in range(len(typed[:DEEPEST])) if _looks_like_actions(typed[i : i + 4])), None)
    return _without_headings(typed[first:]) if first is not None else None


def _looks_like_headings(line: Line, below: list[Line]) -> bool:
    texts = line.texts
    short = all(len(text) <= 60 and len(text.split()) <= 10 for text in texts)
    if len(texts) < 3 or not short or len(set(texts)) < len(texts):
        return False
    if any(shape_of(cell) not in _WORDED for cell in line.own.values()) and not known_fields(line):
        return False
    alike = [other for other in below if len(set(other.own) & set(line.own)) >= 2]
    return len(alike) >= min(2, len(below)) and _looks_like_actions(alike)


def _looks_like_actions(lines: list[Line]) -> bool:
    """Long texts with dates, colours or statuses beside them."""
    full = [line for line in lines if len(line.own) >= 3]
    if len(full) < 2 or len(full) < len(lines) / 2:
        return False
    return all(_has_long_text(line) for line in full) and sum(map(_has_telling_cell, full)) >= len(full) / 2


def _has_long_text(line: Line) -> bool:
    return any(len(squeeze(text)) >= 25 for text in line.texts)


def _has_telling_cell(line: Line) -> bool:
    return any(shape_of(cell) in _TELLING for cell in line.own.values())


def _without_headings(typed: list[Line]) -> Header:
    columns = sorted({column for line in typed for column in line.own})
    return Header((), [Heading(column) for column in columns], is_sure=False, begins=typed[0].index)
