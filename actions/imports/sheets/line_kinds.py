"""What a line under the headings is: an action, a group's title, a continuation, or none of these and why."""

from actions.imports.columns.fields import FOLLOWED_UP, Field
from actions.imports.columns.shapes import is_reference
from actions.imports.sheets import line_words
from actions.imports.sheets.frame import Frame
from actions.imports.sheets.lone_lines import lone, opens_numbers
from actions.imports.sheets.spread import Line
from actions.imports.sheets.verdicts import Around, Kind, Verdict

_ABOUT_A_BLOCK = {Field.PRIORITY, Field.OBJECTIVE, Field.OUTCOME, Field.FINDING, Field.REF, Field.LOCALITY}
_BESIDE_A_TITLE = {*_ABOUT_A_BLOCK, Field.LEAD, Field.ACCOUNTABLE, Field.CONTRIBUTORS, None}


def verdict(line: Line, frame: Frame, around: Around) -> Verdict:
    own = [column for column in line.own if column in frame.columns]
    if not own:
        return Verdict(Kind.LEFT_OUT, "It stands beside the table.")
    return _no_action(line, frame, around) or _by_cells(line, frame, around, sorted(own))


def _no_action(line: Line, frame: Frame, around: Around) -> Verdict | None:
    texts = line.texts
    if frame.header.is_repeated_by(line):
        return Verdict(Kind.LEFT_OUT, "The headings again.")
    if all(text in frame.title for text in texts):
        return Verdict(Kind.LEFT_OUT, "The title again.")
    if line.index == frame.header.last + 1 and line_words.is_guidance(texts):
        return Verdict(Kind.LEFT_OUT, "It says how to fill in the columns.")
    if _has_reference_and_action(line, frame):
        return None
    if _counts(line, frame):
        return Verdict(Kind.LEFT_OUT, "It counts or sums up actions.")
    if _is_key(line, around):
        return Verdict(Kind.LEFT_OUT, "It belongs to the key of colours.")
    if line_words.is_note(texts[0]) and len(texts) <= 2:
        return Verdict(Kind.LEFT_OUT, "A note, not an action.")
    if line_words.is_about_group(texts[0]) and len(texts) <= 2:
        return Verdict(Kind.LEFT_OUT, "It tells about a group of actions.")
    if around.is_tail and line_words.is_signature(texts):
        return Verdict(Kind.LEFT_OUT, "It is there to be signed.")
    return None


def _counts(line: Line, frame: Frame) -> bool:
    """An action may begin with “Total” too; beside a count stand numbers."""
    texts = line.texts
    if line_words.is_tally(list(line.own.values())):
        return True
    has_number = any(text.rstrip("%").replace(".", "").isdigit() for text in texts)
    return line_words.is_summary(texts) and (len(texts) < 3 or frame.subject not in line.own or has_number)


def _has_reference_and_action(line: Line, frame: Frame) -> bool:
    has_both = frame.ref in line.own and frame.subject in line.own
    return has_both and is_reference(line.own[frame.ref].shown) and not line_words.is_tally(list(line.own.values()))


def _is_key(line: Line, around: Around) -> bool:
    """“Blue | Action complete and evidenced”, or “Blue = complete” and more such. A letter may be a reference."""
    texts = line.texts
    if all(line_words.is_key(text) for text in texts[1:]) and (line_words.is_key(texts[0]) or len(texts) > 2):
        return True
    return len(texts) == 2 and line_words.is_key(f"{texts[0]} = x") and (len(texts[0]) > 1 or around.is_tail)


def _by_cells(line: Line, frame: Frame, around: Around, own: list[int]) -> Verdict:
    if len(own) == 1 and line.from_above & frame.columns:
        return _beside_merged(line, frame)
    if len(own) == 1:
        return lone(line, frame, around, own[0])
    if _is_group_line(line, frame, around, own):
        return Verdict(Kind.GROUP)
    if frame.subject in line.own:
        return _action(line, frame, around)
    if frame.ref in line.own:
        return _without_action(line, frame)
    if set(map(frame.fields.get, own)) <= _ABOUT_A_BLOCK:
        return Verdict(Kind.GROUP, doubt="It was taken for the title of a group, because it names no action.")
    if around.is_adjacent:
        return Verdict(
            Kind.CONTINUES, doubt="It names no action of its own, so its texts were put under the row above."
        )
    return Verdict(Kind.ROW, doubt="It names no action. Is it one?")


def _action(line: Line, frame: Frame, around: Around) -> Verdict:
    if not frame.has_references or frame.ref in line.cells:
        return Verdict(Kind.ROW)
    if around.is_adjacent and line_words.continues(line.own[frame.subject].shown):
        return Verdict(Kind.CONTINUES, doubt="It reads on from the row above, so its texts were put there.")
    return Verdict(Kind.ROW, doubt="It has no reference, though nearly all others have. Is it an action of its own?")


def _beside_merged(line: Line, frame: Frame) -> Verdict:
    if frame.subject in line.own:
        return Verdict(Kind.ROW)
    if frame.ref in line.own:
        return _without_action(line, frame)
    return Verdict(Kind.CONTINUES, doubt="It shares its action with the row above, so its text was put there.")


def _without_action(line: Line, frame: Frame) -> Verdict:
    if frame.subject in line.from_above:
        return Verdict(
            Kind.ROW, doubt="It shares the text of its action with the row above, but has a reference of its own."
        )
    return Verdict(Kind.ROW, doubt="It has a reference, but no text says what the action is.")


def _is_group_line(line: Line, frame: Frame, around: Around, own: list[int]) -> bool:
    """A title with something beside it: “Priority 1 | Access to provision”, or “2 | Engagement” above 2.1."""
    first = own[0]
    shown, reaches = line.own[first].shown, first + line.widths.get(first, 1)
    if first > frame.subject:
        return False
    if first < frame.subject < reaches and frame.subject not in line.own and reaches - first > len(frame.columns) // 2:
        return True
    if line_words.group_style(shown) and (frame.subject not in line.own or len(own) == 2):
        return frame.subject not in line.own or (
            not _is_dated(line, frame, own) and not _is_column_of_groups(frame, first)
        )
    return own == [frame.ref, frame.subject] and opens_numbers(shown, frame, around.after)


def _is_dated(line: Line, frame: Frame, own: list[int]) -> bool:
    return bool({frame.fields.get(column) for column in own} & (FOLLOWED_UP - _BESIDE_A_TITLE))


def _is_column_of_groups(frame: Frame, column: int) -> bool:
    return frame.holds(column, Field.PRIORITY, Field.OBJECTIVE, Field.OUTCOME, Field.FINDING)
