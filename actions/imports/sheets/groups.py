"""Which group titles stand under which: “Objective 1.1” under “Priority 1”, and “Priority 2” beside it."""

from dataclasses import dataclass

from actions.imports.columns.shapes import is_reference
from actions.imports.sheets.line_words import group_style, is_group_label, numbered
from actions.imports.sheets.spread import Line
from actions.imports.sheets.table import Group


@dataclass(frozen=True, slots=True)
class _Open:
    style: str
    place: tuple[int, int]
    group: Group


class GroupLevels:
    """Like titles stand on one level; another kind directly under a title stands one lower."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._level_of: dict[str, int] = {}

    @property
    def current(self) -> tuple[Group, ...]:
        return tuple(opened.group for opened in self._open)

    def open(self, line: Line, directly_above: Line | None) -> tuple[Group, str]:
        """The group, and a doubt where its level was guessed."""
        text, beside = _worded(line)
        style, place = _style(line, text), _place(line)
        level, doubt = self._level(style, place, is_under=directly_above is not None)
        self._open = self._open[: level - 1]
        group = Group(line.number, text, level, beside)
        self._open.append(_Open(style, place, group))
        self._level_of[style] = level
        return group, doubt

    def _level(self, style: str, place: tuple[int, int], *, is_under: bool) -> tuple[int, str]:
        known = self._level_of.get(style)
        if known and known <= len(self._open) + 1:
            return known, ""
        if not self._open or is_under:
            return len(self._open) + 1, ""
        last = self._open[-1].group.text
        if place == self._open[-1].place:
            return len(self._open), f"It was put beside “{last}”. Does it stand under it?"
        return len(self._open) + 1, f"It was put under “{last}”. Does it stand beside it?"


def _place(line: Line) -> tuple[int, int]:
    column = min(line.own)
    return column, line.widths.get(column, 1)


def _worded(line: Line) -> tuple[str, tuple[str, ...]]:
    """“2 | Engagement” is one title; what else the line says stands beside it."""
    first, *others = line.texts
    label = is_group_label(first)
    if others and (label or is_reference(first)):
        return f"{first.rstrip('.:')}{':' if label else ''} {others[0]}", tuple(others[1:])
    return first, tuple(others)


def _style(line: Line, text: str) -> str:
    named = group_style(text)
    if named:
        return named
    number = numbered(text)
    if number:
        return f"numbered {number[0].count('.')}"
    return "at {} over {}".format(*_place(line))
