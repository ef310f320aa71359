"""Each question about a file as it is put to a person: the reason, what was typed, and the answers to choose from."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from actions.choices import Status
from actions.imports.answers import INSTEAD, LEAVE, PROPOSAL
from actions.imports.columns.fields import Field
from actions.imports.doubts import DoubtKind
from actions.imports.understanding.comparing import SAME
from actions.imports.understanding.result import Asked

_AS_IT_WAS_TAKEN = {
    DoubtKind.GROUP, DoubtKind.LEVEL, DoubtKind.CONTINUES, DoubtKind.LEFT_OUT, DoubtKind.HEADINGS_AGAIN,
    DoubtKind.UPDATE_TOO_EARLY, DoubtKind.UPDATE_CLOSED, DoubtKind.PRIORITY_MISSING,
}  # fmt: skip
"""There is one answer. Where it is wrong, the file is put right and brought in again."""
_LEAVE_ROW = {
    DoubtKind.ROW, DoubtKind.TITLE_MISSING, DoubtKind.REF_MISSING, DoubtKind.REF_REPEATED, DoubtKind.REF_LONG,
}  # fmt: skip
_LEAVE = {
    DoubtKind.HEADINGS: ("Leave this table out", "Leave all out"),
    DoubtKind.COLUMN: ("Do not take this column over", "Take none of them over"),
    DoubtKind.TYPED_ONCE: ("Leave those cells empty", "Leave all empty"),
    DoubtKind.DATE_OTHER: ("Leave the date of the plan as it is", "Leave all as in the plan"),
    **dict.fromkeys(_LEAVE_ROW, ("Leave this row out", "Leave all these rows out")),
}
_LEAVE_BY_SUBJECT = {
    "lead": ("Leave it out", "Leave all out"),
    "status": ("Say nothing of its status", "Say nothing of any"),
    "ref": ("Leave it as typed", "Leave all as typed"),
}
_TO_CHOOSE = {DoubtKind.HEADINGS, DoubtKind.TYPED_ONCE, DoubtKind.ROW, DoubtKind.DATE_OTHER, *_AS_IT_WAS_TAKEN}
"""Nothing can be written instead."""
_OF_ITS_OWN = {DoubtKind.DATE_OTHER, DoubtKind.DATES_OUT_OF_ORDER, DoubtKind.STATUS_CLASH}
_STATUSES = [("", "Choose a status"), *((status.label, status.label) for status in [*Status.counted(), Status.CLOSED])]
_MEANINGS = [("", "Choose what it means"), *((field.label, field.label) for field in Field)]


@dataclass(frozen=True)
class AskedShown:
    """What is asked about one cell for several reasons is put as one question."""

    asked: list[Asked]
    elsewhere: int = 0
    """How many other rows say the same."""

    @property
    def name(self) -> str:
        """Short and plain, for a form: a key holds the name of a sheet."""
        return f"q{sha256(self.first.key.encode()).hexdigest()[:12]}"

    @property
    def first(self) -> Asked:
        return self.asked[0]

    @property
    def kinds(self) -> set[str]:
        return {str(each.doubt.kind) for each in self.asked}

    @property
    def about(self) -> str:
        """Of a column its heading is what was typed."""
        if self.first.doubt.kind == DoubtKind.ANOTHER_ACTION:
            return "In the file"
        return Field(self.first.field).label if self.first.field in Field.values else ""

    @property
    def sentences(self) -> list[str]:
        return list(dict.fromkeys(each.doubt.sentence for each in self.asked))

    @property
    def decision(self) -> str:
        return self.first.decision if all(each.is_decided for each in self.asked) else ""

    @property
    def is_decided(self) -> bool:
        return bool(self.decision)

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Each answer with its words."""
        kind, proposal = self.first.doubt.kind, self.first.doubt.proposal
        offered = [(PROPOSAL, proposal)] if proposal else []
        if kind == DoubtKind.ANOTHER_ACTION:
            same = [] if proposal == SAME else [(f"{INSTEAD}{SAME}", SAME)]
            return [*offered, *same, (INSTEAD, "Another action, with a reference of its own")]
        if may_be_left(kind) or not proposal:
            offered.append((LEAVE, _leave(kind)[0]))
        return offered if kind in _TO_CHOOSE else [*offered, (INSTEAD, self._instead)]

    @property
    def _instead(self) -> str:
        return "Choose instead" if self.choices else "Write instead"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may stand there instead, where not just anything can."""
        if self.first.doubt.kind == DoubtKind.COLUMN:
            return _MEANINGS
        return _STATUSES if self.first.doubt.kind.startswith("status_") else []


def may_be_left(kind: str) -> bool:
    return kind not in {*_AS_IT_WAS_TAKEN, DoubtKind.ANOTHER_ACTION}


def leave_all(kind: str) -> str:
    """In words, for a press that answers all of a kind; empty where that is no answer."""
    return _leave(kind)[1] if may_be_left(kind) else ""


def _leave(kind: str) -> tuple[str, str]:
    """Of one, and of all of a kind."""
    return _LEAVE.get(kind) or _LEAVE_BY_SUBJECT.get(kind.partition("_")[0], ("Leave it empty", "Leave all empty"))


def asked_shown(asked: Iterable[Asked], said: Counter | None = None) -> list[AskedShown]:
    """`said` counts what is said in the whole file, so that a question knows how often it is asked."""
    together: dict[tuple, list[Asked]] = {}
    for each in asked:
        about = (each.sheet, each.row, each.field, each.typed, each.doubt.proposal)
        together.setdefault(about if each.typed else (each.key,), []).append(each)
    return [AskedShown(same, (said or {}).get(what_is_said(same[0]), 1) - 1) for same in together.values()]


def what_is_said(asked: Asked) -> tuple:
    """The same for questions that have the same answer wherever they are asked: what a date, a status or a name means.
    What depends on the rest of its row is a question of its own."""
    kind = asked.doubt.kind
    is_common = kind.startswith(("date", "status", "lead")) and kind not in _OF_ITS_OWN
    return (asked.field, asked.typed, kind) if asked.typed and is_common else (asked.key,)


def alike(asked: Iterable[Asked], question: AskedShown) -> list[Asked]:
    """Everywhere that the same is typed and asked, for each of the question's reasons."""
    wanted = {what_is_said(each) for each in question.asked}
    return [each for each in asked if what_is_said(each) in wanted]
