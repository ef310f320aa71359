"""What is known of a table before its lines are read: which column holds the action, which its reference."""

from dataclasses import dataclass, field
from functools import cached_property

from actions.imports.columns.fields import WHAT, Field
from actions.imports.columns.heading_words import what_heading_says
from actions.imports.columns.shapes import is_reference
from actions.imports.sheets.header import Header
from actions.imports.sheets.spread import Line

_READ = 400  # lines looked at; more tell nothing new


@dataclass(frozen=True)
class Frame:
    header: Header
    subject: int
    ref: int | None
    fields: dict[int, Field | None] = field(default_factory=dict)
    title: frozenset[str] = frozenset()
    has_references: bool = False
    """Nearly each action has one, so a line without is worth asking about."""

    @cached_property
    def columns(self) -> set[int]:
        return set(self.header.columns)

    @cached_property
    def headed(self) -> set[int]:
        return {heading.column for heading in self.header.headings if heading.text}

    def holds(self, column: int, *fields: Field) -> bool:
        return self.fields.get(column) in fields


def frame_of(header: Header, lines: list[Line], title: list[str]) -> Frame:
    said = {heading.column: what_heading_says(heading.text, heading.group) for heading in header.headings}
    fields = {column: words.field if words else None for column, words in said.items()}
    sure = {column for column, words in said.items() if words and words.is_sure}
    body = [line for line in lines[header.last + 1 :][:_READ] if len(line.cells) >= 3]
    subject = _subject(header, fields, sure, body)
    ref = _ref(header, fields, subject, body)
    with_text = [line for line in body if subject in line.own]
    has_references = sum(ref in line.cells for line in with_text) >= 0.7 * max(len(with_text), 1)
    return Frame(header, subject, ref, fields, frozenset(title), has_references)


def _subject(header: Header, fields: dict[int, Field | None], sure: set[int], body: list[Line]) -> int:
    """The column that says what is promised. Of several, one with a text in each row rather than once for a block."""
    for wanted in WHAT:
        columns = [column for column in header.columns if fields[column] == wanted]
        columns.sort(key=lambda column: column not in sure)
        if columns:
            return _most_own(columns, body)
    return max(header.columns, key=lambda column: _length(column, body))


def _most_own(columns: list[int], body: list[Line]) -> int:
    own = {column: sum(column in line.own and _is_wordy(line, column) for line in body) for column in columns}
    most = max(own.values())
    return next(column for column in columns if own[column] >= 0.7 * most)


def _is_wordy(line: Line, column: int) -> bool:
    return not is_reference(line.own[column].shown)


def _length(column: int, body: list[Line]) -> float:
    texts = [line.own[column].shown for line in body if column in line.own]
    return sum(map(len, texts)) / max(len(body), 1)


def _ref(header: Header, fields: dict[int, Field | None], subject: int, body: list[Line]) -> int | None:
    named = [column for column in header.columns if fields[column] == Field.REF]
    if named:
        return named[0]
    unnamed = [column for column in header.columns if fields[column] in {None, fields[subject]} and column < subject]
    return next((column for column in unnamed if _mostly_references(column, body)), None)


def _mostly_references(column: int, body: list[Line]) -> bool:
    own = [line.own[column].shown for line in body if column in line.own]
    return len(own) >= max(1, len(body) // 3) and sum(map(is_reference, own)) >= 0.7 * len(own)
