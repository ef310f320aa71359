"""Under which priority a row stands: its own column, the title above it, or the name of its sheet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from actions.imports.columns.fields import Field
from actions.imports.columns.shapes import squeeze
from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.known_plan import KnownPriority
from actions.imports.sheets.table import Row
from actions.imports.understanding.row_texts import fitted
from actions.imports.understanding.sources import Source

ALL_ACTIONS = "Actions"
LONGEST_REF, LONGEST_TITLE = 20, 200
_GROUPS = (
    r"(?:priority|objective|area|theme|workstream|strand|outcome|aim|goal|pillar|section|finding|key)\b[\w ]{0,40}?"
)
_NUMBERED = re.compile(
    rf"(?:(?P<word>{_GROUPS})\s+)?"
    r"(?P<ref>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?|[A-Z](?=\s*[:.)–—-]))\b\s*(?P<mark>[:.)–—-]*)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class FoundPriority:
    ref: str
    title: str
    is_new: bool


def text_of(row: Row, source: Source, *, sheet_is_priority: bool) -> str:
    own = source.first(row, Field.PRIORITY).shown
    return squeeze(own or next(iter(row.group), "") or (source.table.sheet if sheet_is_priority else ""))


def parted(text: str) -> tuple[str, str]:
    """“Priority 1: Access” → 1 and Access. A number that opens a sentence is none: “3 new posts”."""
    match = _NUMBERED.fullmatch(text)
    if not match or not (match["word"] or match["mark"] or "." in match["ref"] or match["title"][:1].isupper()):
        return "", text
    return match["ref"], match["title"] or text


@dataclass
class Priorities:
    """Those of the plan, and those that come with the file, in its order."""

    known: Iterable[KnownPriority]
    found: dict[str, FoundPriority] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_ref = {each.ref.casefold(): each for each in self.known}
        self._by_title = {squeeze(each.title).casefold(): each for each in self.known}
        self._taken, self._coming = set(self._by_ref), set()

    def named(self, text: str) -> FoundPriority:
        """The same text is always the same priority, and the same number too."""
        text = text or ALL_ACTIONS
        key = text.casefold()
        if key not in self.found:
            self.found[key] = self._look_up(text)
        return self.found[key]

    def _look_up(self, text: str) -> FoundPriority:
        ref, title = parted(text)
        there = self._by_title.get(title.casefold()) or self._by_title.get(text.casefold())
        there = there or self._by_ref.get(ref.casefold() if ref else text.casefold())
        if there:
            return FoundPriority(there.ref, there.title, is_new=there.ref.casefold() in self._coming)
        made = KnownPriority(ref[:LONGEST_REF] or self._free_ref(), fitted(title, LONGEST_TITLE))
        self._coming.add(made.ref.casefold())
        self._by_ref[made.ref.casefold()] = self._by_title[title.casefold()] = made
        self._taken.add(made.ref.casefold())
        return FoundPriority(made.ref, made.title, is_new=True)

    def _free_ref(self) -> str:
        number = 1
        while str(number) in self._taken:
            number += 1
        return str(number)

    @property
    def listed(self) -> list[dict]:
        by_ref = {each.ref: each for each in self.found.values()}
        return [{"ref": each.ref, "title": each.title, "is_new": each.is_new} for each in by_ref.values()]


MISSING = Doubt(
    DoubtKind.PRIORITY_MISSING,
    f"Nothing says under which priority these actions stand: they are put under one called “{ALL_ACTIONS}”.",
    ALL_ACTIONS,
)
