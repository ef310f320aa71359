"""A line with one cell: the title of a group, more of the action above, a note, or an action not yet filled in."""

from actions.imports.columns.shapes import is_reference, promises
from actions.imports.sheets import line_words
from actions.imports.sheets.frame import Frame
from actions.imports.sheets.spread import Line
from actions.imports.sheets.verdicts import BELOW, Around, Kind, Verdict


def lone(line: Line, frame: Frame, around: Around, column: int) -> Verdict:
    text = line.own[column].shown
    width = line.widths.get(column, 1)
    if line_words.group_style(text) and column <= frame.subject:
        return Verdict(Kind.GROUP)
    if column <= frame.subject < column + width and width > max(1, len(frame.columns) // 2):
        return _wide(text, around)
    if column > frame.subject:
        return _far_right(around, has_heading=column in frame.headed)
    if column < frame.subject:
        return _left_of_action(text, frame, around)
    return _action_alone(text, frame, around)


def _wide(text: str, around: Around) -> Verdict:
    if line_words.is_labelled_update(text) and around.is_adjacent:
        return Verdict(Kind.CONTINUES, doubt="It seems to tell more of the row above, so its text was put there.")
    if around.is_tail:
        return Verdict(Kind.LEFT_OUT, BELOW)
    if len(text) > 150:
        return Verdict(Kind.GROUP, doubt="It was taken for the title of a group, though it is long.")
    return Verdict(Kind.GROUP)


def _far_right(around: Around, *, has_heading: bool) -> Verdict:
    if not has_heading:
        return Verdict(Kind.LEFT_OUT, "It stands beside the table.")
    if around.is_adjacent:
        return Verdict(Kind.CONTINUES, doubt="It stands alone in its line, so it was put under the row above.")
    return Verdict(Kind.LEFT_OUT, "It stands alone, apart from any action.")


def _left_of_action(text: str, frame: Frame, around: Around) -> Verdict:
    if is_reference(text):
        return Verdict(Kind.LEFT_OUT, "A reference and nothing else.")
    if around.is_tail:
        return Verdict(Kind.LEFT_OUT, BELOW)
    if around.after is not None and frame.subject not in around.after.cells:
        return Verdict(Kind.GROUP, doubt="It was taken for the title of a group.")
    return Verdict(Kind.GROUP)


def _action_alone(text: str, frame: Frame, around: Around) -> Verdict:
    """The hardest line: an action not yet filled in, the title of a group, or more text of the action above."""
    if frame.ref is not None and around.is_adjacent and line_words.continues(text):
        return Verdict(Kind.CONTINUES, doubt="It reads on from the row above, so its text was put there.")
    if around.is_tail and not around.is_adjacent:
        return Verdict(Kind.LEFT_OUT, BELOW)
    if not around.is_tail and _looks_like_title(text, frame, around):
        return Verdict(Kind.GROUP, doubt="It was taken for the title of a group. Is it an action?")
    return Verdict(Kind.ROW, doubt="Nothing but this text stands in its line. Is it an action?")


def _looks_like_title(text: str, frame: Frame, around: Around) -> bool:
    numbered = line_words.numbered(text)
    if numbered and frame.ref is not None:
        return opens_numbers(numbered[0], frame, around.after)
    if promises(text):
        return False
    return len(text) <= 100 and "\n" not in text.strip() and not text.rstrip().endswith((".", ";", ","))


def opens_numbers(number: str, frame: Frame, after: Line | None) -> bool:
    """The next row's reference goes on from this one's: 2, then 2.1."""
    if after is None or frame.ref not in after.own or not is_reference(number):
        return False
    stem, following = number.strip().rstrip(".):"), after.own[frame.ref].shown.strip()
    return following.startswith(stem) and following[len(stem) : len(stem) + 1] in {".", "/", "-", "a", "A"}
