"""Why a sheet holds no table of actions, in a sentence: better said than a table invented."""

from collections import Counter

from actions.imports.columns.fields import WHAT, Field
from actions.imports.columns.heading_words import names_another_register, what_heading_says
from actions.imports.columns.shapes import Shape, shape_of, squeeze
from actions.imports.sheets.frame import Frame
from actions.imports.sheets.header import DEEPEST
from actions.imports.sheets.spread import Line
from actions.imports.sheets.table import KeyEntry, Row

EMPTY = "The sheet is empty."
CARDS = (
    "Each action seems to stand on a card of its own, with labels such as {labels} beside their values. "
    "Copy the actions into a table with one row each, or use the blank template."
)
TURNED = (
    "The headings seem to run down the first column, with an action in each column. "
    "Turn the table round (copy, then paste special, transpose) and upload it again."
)
REGISTER = "This looks like a register of risks, not of actions."
KEY = "This sheet explains what colours or words mean. What it says is used for the statuses."
FIGURES = "This sheet holds figures, not actions."
TEXT = "This sheet holds text, but no table."
NO_ACTIONS = "No table of actions was found: no line of headings names an action with its lead, date or status."


def reason_for(lines: list[Line], key: list[KeyEntry]) -> str:
    """Empty where nothing speaks against a table."""
    typed = [line for line in lines if not line.is_blank]
    if not typed:
        return EMPTY
    if len(key) >= 2 and len({entry.row for entry in key}) * 2 >= len(typed) - 2 and len(typed) <= 20:
        return KEY
    return _cards_or_turned(typed[:DEEPEST]) or (REGISTER if _is_register(typed[:DEEPEST]) else "")


def reason_without_headings(lines: list[Line]) -> str:
    typed = [line for line in lines if not line.is_blank]
    return TEXT if sum(len(line.own) == 1 for line in typed) >= 0.8 * len(typed) else NO_ACTIONS


def _is_register(typed: list[Line]) -> bool:
    return any(len(line.own) >= 4 and names_another_register(line.texts) for line in typed)


def _cards_or_turned(typed: list[Line]) -> str:
    labelled = [(column, text) for line in typed for column, text in _label(line)]
    for column, _ in Counter(column for column, _ in labelled).most_common(1):
        labels = Counter(text for where, text in labelled if where == column)
        fields = {what_heading_says(text).field for text in labels}
        if len(fields) < 3 or not fields & set(WHAT) or sum(labels.values()) < 0.4 * len(typed):
            continue
        values = [
            len(line.own) - 1 for line in typed if column in line.own and squeeze(line.own[column].shown) in labels
        ]
        if sum(value >= 2 for value in values) > len(values) / 2 and max(labels.values()) == 1:
            return TURNED
        shown = [f"“{text.rstrip(':')}”" for text, _ in labels.most_common(3)]
        return CARDS.format(labels=", ".join(shown))
    return ""


def _label(line: Line) -> list[tuple[int, str]]:
    """The first cell, where it is a short label and what follows it is not one too."""
    if len(line.own) < 2:
        return []
    first, second, *_ = sorted(line.own)
    text, value = squeeze(line.own[first].shown), squeeze(line.own[second].shown)
    is_label = len(text) <= 40 and len(text.split()) <= 5 and what_heading_says(text) is not None
    is_label = is_label and shape_of(line.own[first]) not in {Shape.REF, Shape.STATUS, Shape.RAG, Shape.DATE}
    also_label = len(value.split()) <= 3 and what_heading_says(value) is not None and not text.endswith(":")
    return [(first, text)] if is_label and not also_label else []


def holds_figures(rows: list[Row], frame: Frame) -> bool:
    """Counts for each priority rather than actions. A column headed “Action” says that they are actions."""
    if frame.holds(frame.subject, Field.TITLE):
        return False
    aside = {frame.subject, frame.ref}
    beside = [cell for row in rows for column, cell in row.cells.items() if column not in aside and not cell.is_blank]
    numbers = [cell for cell in beside if squeeze(cell.shown).rstrip("%").replace(".", "").replace(",", "").isdigit()]
    return len(beside) >= 4 and len(numbers) >= 0.7 * len(beside)
