"""What stands above a table's headings: its title, a key of colours, notes, and perhaps the first group's title."""

from dataclasses import dataclass, field

from actions.imports.columns.shapes import squeeze
from actions.imports.sheets import line_words
from actions.imports.sheets.spread import Line
from actions.imports.sheets.table import KeyEntry, LeftOut


@dataclass
class Preamble:
    title: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    opening: list[Line] = field(default_factory=list)
    """Titles of groups, just above the headings of their first actions."""


def read_preamble(lines: list[Line], key: list[KeyEntry]) -> Preamble:
    above, key_rows, meanings = Preamble(), {entry.row for entry in key}, {entry.meaning for entry in key}
    typed = [line for line in lines if not line.is_blank]
    opening = _opening(typed, key_rows)
    for line in typed:
        text = squeeze(line.text)
        if line in opening:
            above.opening.append(line)
        elif line.number in key_rows or any(line_words.is_key(text) or text in meanings for text in line.texts):
            above.left_out.append(LeftOut(line.number, text, "It belongs to the key of colours."))
        else:
            above.left_out.append(LeftOut(line.number, text, "It stands above the headings."))
            is_title = len(line.own) == 1 and not line_words.is_about_group(text)
            above.title += [text] if is_title else []
    return above


def _opening(typed: list[Line], key_rows: set[int]) -> list[Line]:
    """Counted upwards from the headings, as long as the words are those of a group's title."""
    found: list[Line] = []
    for line in reversed(typed):
        if line_words.is_about_group(line.texts[0]):
            continue
        if line.number in key_rows or len(line.own) > 3 or not line_words.group_style(line.texts[0]):
            break
        found.insert(0, line)
    return found
