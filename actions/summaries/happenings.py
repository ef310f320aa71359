"""Movement in words that can be read aloud: "9 became delayed or at risk, 1 recovered, 9 started"."""

from dataclasses import dataclass

from actions.choices import MoveKind, Status

from .movement import Move, Movement


@dataclass(frozen=True)
class Happening:
    """One thing that happened to some actions. `query` is how the movement page is asked for just those."""

    number: int
    words: str
    query: dict[str, str]


@dataclass(frozen=True)
class _Phrase:
    kind: MoveKind
    one: str
    many: str
    before: Status | None = None
    after: Status | None = None

    def fits(self, move: Move) -> bool:
        return move.kind == self.kind and self.before in {None, move.before} and self.after in {None, move.after}

    @property
    def query(self) -> dict[str, str]:
        wanted = {"kind": self.kind, "before": self.before, "after": self.after}
        return {name: word.value for name, word in wanted.items() if word}


# Each move fits exactly one: a test holds the phrases against every move there can be.
_PHRASES = [
    _Phrase(MoveKind.WORSENED, "became delayed or at risk", "became delayed or at risk", after=Status.DELAYED),
    _Phrase(MoveKind.WORSENED, "went back to not started", "went back to not started", after=Status.NOT_STARTED),
    _Phrase(MoveKind.REOPENED, "was re-opened", "were re-opened"),
    _Phrase(MoveKind.CLOSED, "no longer applies", "no longer apply"),
    _Phrase(MoveKind.ADDED, "was added", "were added"),
    _Phrase(MoveKind.IMPROVED, "recovered", "recovered", before=Status.DELAYED, after=Status.ON_TRACK),
    _Phrase(
        MoveKind.IMPROVED,
        "is no longer delayed",
        "are no longer delayed",
        before=Status.DELAYED,
        after=Status.NOT_STARTED,
    ),
    _Phrase(MoveKind.IMPROVED, "started", "started", before=Status.NOT_STARTED),
    _Phrase(MoveKind.COMPLETED, "was completed", "were completed"),
    _Phrase(MoveKind.RETURNED, "changed and changed back", "changed and changed back"),
]


def happenings(movement: Movement) -> list[Happening]:
    """What happened, worst first; what did not happen is left out. The numbers add up to all that moved."""
    told = []
    for phrase in _PHRASES:
        number = sum(phrase.fits(move) for move in movement.moves)
        if number:
            told.append(Happening(number, phrase.one if number == 1 else phrase.many, phrase.query))
    return told
