"""Asking, and finding what was answered: one by one, else by the kind of doubt."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from actions.imports.answers import INSTEAD, LEAVE, PROPOSAL, Answers
from actions.imports.doubts import Doubt
from actions.imports.understanding.result import Asked


class Asker:
    """Gives each question its key, which stays the same from step to step, and the answer to it."""

    def __init__(self, answers: Answers):
        self.answers = answers
        self._seen: Counter[str] = Counter()

    def ask(
        self, doubt: Doubt, *, sheet: str, row: int | None = None, field: str = "", typed: str = "", place: str = ""
    ) -> Asked:
        """`place` tells questions of one field apart where no row does: the second table of a sheet."""
        key = f"{sheet}!{row or ''}:{place or field}:{doubt.kind}"
        self._seen[key] += 1
        if self._seen[key] > 1:
            key = f"{key}:{self._seen[key]}"
        decision = self.answers.decisions.get(key) or self.answers.decided_kinds.get(doubt.kind, "")
        if decision == PROPOSAL and doubt.proposal is None:
            decision = LEAVE
        return Asked(key, doubt, sheet, row, field, typed, decision)


@dataclass(frozen=True, slots=True)
class Settled:
    """What the answers to all doubts about one thing come to."""

    instead: str = ""
    is_left: bool = False


def settled(asked: Iterable[Asked]) -> Settled:
    decisions = [each.decision for each in asked]
    written = next((each[len(INSTEAD) :].strip() for each in decisions if each.startswith(INSTEAD)), "")
    return Settled(written, not written and LEAVE in decisions)
