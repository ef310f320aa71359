"""The reference of a row, after all that was decided about it."""

from collections.abc import Iterable

from actions.imports.answers import PROPOSAL
from actions.imports.columns.shapes import squeeze
from actions.imports.doubts import DoubtKind
from actions.imports.references import LONGEST, ReadReference
from actions.imports.understanding.deciding import settled
from actions.imports.understanding.result import Asked

_NEEDED = {DoubtKind.REF_MISSING, DoubtKind.REF_REPEATED, DoubtKind.REF_LONG}


def decided_ref(read: ReadReference, asked: list[Asked], typed: str) -> str:
    """What is left as it is keeps what was typed."""
    answer = settled(asked)
    if answer.instead:
        return answer.instead[:LONGEST]
    repeated = [each for each in asked if each.doubt.kind == DoubtKind.REF_REPEATED and each.decision == PROPOSAL]
    if repeated:
        return repeated[0].doubt.proposal[:LONGEST]
    return squeeze(typed)[:LONGEST] or read.ref if answer.is_left else read.ref


def needing_ref(asked: Iterable[Asked]) -> list[Asked]:
    """No action is kept without a reference of its own: a row that is left without one is left out."""
    return [each for each in asked if each.doubt.kind in _NEEDED]
