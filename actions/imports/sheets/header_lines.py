"""Whether a line is one of headings, by its words; and whether the lines above and below it belong to them."""

import re

from actions.imports.columns.fields import DATED, FOLLOWED_UP, WHAT, Field
from actions.imports.columns.heading_words import moment_in, what_heading_says, without_moment
from actions.imports.columns.shapes import Shape, shape_of, squeeze
from actions.imports.sheets.line_words import is_key
from actions.imports.sheets.spread import Line

LONGEST_HEADING = 120
_VALUES = {Shape.DATE, Shape.DATES, Shape.PERCENT, Shape.NUMBER, Shape.RAG, Shape.LEVEL}


def texts_of(line: Line) -> list[str]:
    """Each once: a heading merged over two lines or columns is one heading."""
    return list(dict.fromkeys(squeeze(cell.shown) for _, cell in sorted(line.cells.items())))


def _is_worded_as_heading(text: str) -> bool:
    """What stands in brackets may be long: it often tells how to fill in the column."""
    bare = re.sub(r"\([^)]*\)?", "", text)
    return len(bare) <= LONGEST_HEADING and len(bare.split()) <= 20 and len(text) <= 400 and not is_key(text)


def known_fields(line: Line) -> list[Field]:
    said = [what_heading_says(text) for text in texts_of(line) if _is_worded_as_heading(text)]
    return [words.field for words in said if words]


def _values(line: Line) -> int:
    """Cells that no heading holds. A month may be one: a column of statuses for each month."""
    cells = [cell for cell in line.cells.values() if shape_of(cell) in _VALUES]
    return sum(not (moment_in(cell.shown) and not without_moment(cell.shown)) for cell in cells)


def _is_label_and_value(line: Line) -> bool:
    """“Lead: | Head of SEND | Updated: | 3 June”: the labels end in a colon, what stands between does not."""
    labels = [text.endswith(":") for text in line.texts]
    return any(labels) and not all(labels)


def is_header_line(line: Line) -> bool:
    texts = texts_of(line)
    unlike = sum(not _is_worded_as_heading(text) for text in texts)
    if len(texts) < 2 or unlike > len(texts) / 5 or _is_label_and_value(line):
        return False
    if _values(line) > len(texts) / 5:
        return False
    fields = known_fields(line)
    is_followed_up = set(fields) & FOLLOWED_UP or (Field.TITLE in fields and len(set(fields)) >= 3)
    if not set(fields) & set(WHAT) or not is_followed_up:
        return False
    if len(texts) == 2 and any(len(text.split()) > 4 for text in texts):
        return False
    return len(fields) >= len(texts) / 2


def is_header_within(line: Line) -> bool:
    """Between actions more is asked for, so that an action in few words is not taken for headings."""
    texts = texts_of(line)
    short = [text for text in texts if len(text.split()) <= 6]
    if len(texts) < 3 or len(short) < 0.7 * len(texts) or _values(line) or not is_header_line(line):
        return False
    fields = known_fields(line)
    return len(set(fields)) >= 3 and len(fields) >= 0.6 * len(texts)


# ──── the lines above and below the main one


def is_above(line: Line, main: Line) -> bool:
    texts = texts_of(line)
    if not texts or any(len(text) > 60 or is_key(text) for text in texts) or _is_label_and_value(line):
        return False
    if any(main.from_above & set(_covered(line, column)) for column in line.own):
        return len(main.own) > 0
    fields = known_fields(line)
    if len(texts) == 1:
        column = next(iter(line.own), 0)
        return bool(set(fields) & FOLLOWED_UP) and column > min(main.cells) and column in main.cells
    wide = [column for column, width in line.widths.items() if 1 < width < len(main.cells)]
    return not _values(line) and (len(fields) == len(texts) or (bool(wide) and len(fields) + len(wide) >= len(texts)))


def _covered(line: Line, column: int) -> range:
    return range(column, column + line.widths.get(column, 1))


def is_below(line: Line, main: Line) -> bool:
    """Narrower headings under a wide one: “Start” and “End” under “Timescale”, or months under “RAG”."""
    if line.is_blank or len(line.own) >= len(main.cells) + 2:
        return False
    return all(_narrows(line, column, main) for column in line.own)


def _narrows(line: Line, column: int, main: Line) -> bool:
    """What is merged down into the main line has its heading already: a group's title under it is none."""
    if column in main.from_above:
        return False
    text = squeeze(line.own[column].shown)
    above = nearest_left(main, column)
    stands_under_wide = column not in main.own or main.widths.get(column, 1) > 1 or column + 1 not in main.cells
    if above is None or not stands_under_wide or not _is_worded_as_heading(text) or len(text) > 60:
        return False
    said, group = what_heading_says(text), what_heading_says(above)
    if said:
        return shape_of(line.own[column]) not in _VALUES and len(text.split()) <= 6
    return bool(moment_in(text) and not without_moment(text) and group and group.field in DATED)


def nearest_left(line: Line, column: int) -> str | None:
    columns = [other for other in line.cells if other <= column]
    return squeeze(line.cells[max(columns)].shown) if columns else None
