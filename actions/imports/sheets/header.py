"""Where a table's headings stand: below titles and colour keys, in one, two or three lines, found by their words."""

from dataclasses import dataclass, replace
from functools import cached_property

from actions.imports.columns.fields import DATED, DATES
from actions.imports.columns.heading_words import (
    moment_in,
    names_another_register,
    plain,
    what_heading_says,
    without_moment,
)
from actions.imports.columns.shapes import squeeze
from actions.imports.sheets.header_lines import (
    LONGEST_HEADING,
    is_above,
    is_below,
    is_header_line,
    known_fields,
    nearest_left,
)
from actions.imports.sheets.spread import Line
from actions.imports.sheets.table import Heading

_MOST_ABOVE = 2
DEEPEST = 300  # lines that are not blank, within which a sheet's first headings are looked for


@dataclass(frozen=True)
class Header:
    """`lines` from top to bottom. Of one that is not sure, the words told nothing and only the build did."""

    lines: tuple[Line, ...]
    headings: list[Heading]
    is_sure: bool = True
    begins: int = 0
    """Where the first action stands, if there is no line of headings."""

    @property
    def first(self) -> int:
        return self.lines[0].index if self.lines else self.begins

    @property
    def last(self) -> int:
        return self.lines[-1].index if self.lines else self.begins - 1

    @property
    def columns(self) -> list[int]:
        return [heading.column for heading in self.headings]

    def is_repeated_by(self, line: Line) -> bool:
        return any(_same_words(line, words) for words in self._words)

    @cached_property
    def _words(self) -> list[dict[int, str]]:
        return [{column: plain(cell.shown) for column, cell in line.cells.items()} for line in self.lines]

    def changes_in(self, line: Line) -> str:
        """“May” instead of “Update”: how headings that stand there again are worded otherwise."""
        alike = next(
            (
                header_line
                for header_line, words in zip(self.lines, self._words, strict=True)
                if _same_words(line, words)
            ),
            None,
        )
        if alike is None:
            return ""
        was = {column: squeeze(cell.shown) for column, cell in alike.cells.items()}
        now = {column: squeeze(cell.shown) for column, cell in line.own.items()}
        changed = [column for column in now if plain(now[column]) != plain(was.get(column, ""))]
        return ", ".join(f"“{now[column]}” instead of “{was.get(column, '')}”" for column in changed)


def _same_words(line: Line, heading: dict[int, str]) -> bool:
    """Nearly: a heading may be reworded after a page break."""
    shown = {column: cell.shown for column, cell in line.own.items()}
    same = sum(len(text) <= LONGEST_HEADING and plain(text) == heading.get(column) for column, text in shown.items())
    return same == len(shown) >= 1 if len(shown) < 3 else same >= 0.6 * len(shown)


def header_at(lines: list[Line], index: int, floor: int = 0, is_sure: bool = True) -> Header:
    """The headings whose main line is at `index`; nothing above `floor` belongs to them."""
    main = lines[index]
    first = index
    while first > floor and index - first < _MOST_ABOVE and is_above(lines[first - 1], lines[first]):
        first -= 1
    above = lines[first:index]
    below = lines[index + 1 : index + 2]
    below = [line for line in below if is_sure and is_below(line, main)]
    return Header((*above, main, *below), _headings(above, main, below), is_sure)


def _headings(above: list[Line], main: Line, below: list[Line]) -> list[Heading]:
    columns = sorted(
        {column for line in (main, *below) for column in line.cells} | {c for line in above for c in line.own}
    )
    levels = [*above, main, *below]
    return [_heading(column, levels) for column in columns]


def _heading(column: int, levels: list[Line]) -> Heading:
    texts = [squeeze(line.cells[column].shown) for line in levels if column in line.cells]
    distinct = list(dict.fromkeys(texts))
    text = distinct.pop() if distinct else ""
    group = " – ".join(distinct)
    return Heading(column, text, group or _group_from_left(column, text, levels))


def _group_from_left(column: int, text: str, levels: list[Line]) -> str:
    """Where nothing is merged, a wide heading stands only over the first of its columns."""
    lowest = max((i for i, line in enumerate(levels) if column in line.cells), default=0)
    for line in reversed(levels[:lowest]):
        wide = nearest_left(line, column)
        if wide and _belongs_under(text, wide):
            return wide
    return ""


def _belongs_under(text: str, wide: str) -> bool:
    said, group = what_heading_says(text), what_heading_says(wide)
    if group is None:
        return False
    if said is None or (moment_in(text) and not without_moment(text)):
        return group.field in DATED
    return said.field in DATES and group.field in DATES


def with_all_columns(header: Header, lines: list[Line]) -> Header:
    """Cells may stand under no heading at all, and are not to be lost."""
    headed = set(header.columns)
    others = {column for line in lines[header.last + 1 :] for column in line.cells} - headed
    headings = [*header.headings, *(Heading(column) for column in others)]
    return replace(header, headings=sorted(headings, key=lambda heading: heading.column))


def find_header(lines: list[Line], start: int) -> Header | None:
    """The first line of headings from `start` on; of two that touch, the one that says more."""
    typed = [line for line in lines[start:] if not line.is_blank][:DEEPEST]
    best = next((line for line in typed if is_header_line(line)), None)
    if best is None:
        return None
    for line in lines[best.index + 1 :]:
        if not line.is_blank and (not is_header_line(line) or _breadth(line) <= _breadth(best)):
            break
        best = best if line.is_blank else line
    header = header_at(lines, best.index, floor=start)
    return None if names_another_register([heading.text for heading in header.headings]) else header


def _breadth(line: Line) -> int:
    return len(set(known_fields(line)))
