"""The rows of a file as they will be, and what is asked of them: which to show, and in which words."""

from collections import Counter
from dataclasses import dataclass

from actions.imports.answers import INSTEAD
from actions.imports.columns.fields import Field
from actions.imports.doubts import DoubtKind
from actions.imports.shown.asked import AskedShown, asked_shown, leave_all, what_is_said
from actions.imports.understanding.result import Asked, RowKind, Told, UnderstoodRow, Vanished
from actions.imports.understanding.understood import Understanding

_AT_A_GLANCE = [
    Field.LEAD, Field.ACCOUNTABLE, Field.START, Field.DUE, Field.REVISED_DUE, Field.START_AND_DUE, Field.STATUS,
    Field.STAGE, Field.RAG,
]  # fmt: skip
_IN_TITLE = {Field.REF, Field.TITLE}


@dataclass(frozen=True)
class KindShown:
    """All questions of a kind, which may be answered together."""

    kind: str
    label: str
    count: int
    undecided: int
    proposed: int
    """How many have a proposal to take."""
    leave_all: str
    """How to say that none is taken; empty where that is no answer."""

    @property
    def decided(self) -> int:
        return self.count - self.undecided


@dataclass(frozen=True)
class RowShown:
    row: UnderstoodRow
    questions: list[AskedShown]

    @property
    def anchor(self) -> str:
        return f"row-{self.questions[0].name}" if self.questions else ""

    @property
    def is_new(self) -> bool:
        return self.row.kind == RowKind.NEW

    @property
    def at_a_glance(self) -> list[Told]:
        return [told for told in self.row.told if told.field in _AT_A_GLANCE and told.read]

    @property
    def in_detail(self) -> list[Told]:
        return [told for told in self.row.told if told.field not in {*_AT_A_GLANCE, *_IN_TITLE}]


def rows_shown(found: Understanding) -> list[RowShown]:
    said = Counter(what_is_said(asked) for asked in found.asked)
    return [RowShown(row, asked_shown(row.asked, said)) for row in found.rows]


def kinds_shown(found: Understanding) -> tuple[list[KindShown], list[KindShown]]:
    """Those with something to decide and those without, each with the most frequent on top."""
    shown = [_kind(kind, asked) for kind, asked in found.by_kind.items()]
    shown.sort(key=lambda each: (-each.undecided, -each.count, each.label))
    return [each for each in shown if each.undecided], [each for each in shown if not each.undecided]


def _kind(kind: str, asked: list[Asked]) -> KindShown:
    return KindShown(
        kind,
        DoubtKind(kind).label,
        len(asked),
        sum(not each.is_decided for each in asked),
        sum(each.doubt.proposal is not None for each in asked),
        leave_all(kind),
    )


def about_whole_file(found: Understanding) -> list[AskedShown]:
    """About its tables and columns, before any row of them."""
    return asked_shown(asked for asked in found.asked if asked.row is None)


def counts_shown(found: Understanding) -> list[tuple[str, int]]:
    """“new”, 94: those that there are, in words that go after a number."""
    words = {
        RowKind.NEW: "new",
        RowKind.CHANGED: "changed",
        RowKind.UNCHANGED: "as they are in the plan already",
        RowKind.ANOTHER: "perhaps another action under the same reference",
    }
    return [(word, found.counts[kind]) for kind, word in words.items() if found.counts[kind]]


def vanished_shown(found: Understanding) -> list[tuple[Vanished, str]]:
    """With why each is closed, where somebody said so."""
    return [(each, each.decision.removeprefix(INSTEAD)) for each in found.vanished]
