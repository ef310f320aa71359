"""How an action is going, of all its columns together: the stage, the colour, and how much is done."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actions.choices import Status
from actions.imports.dates.forms import READ
from actions.imports.doubts import Doubt, DoubtKind, quoted
from actions.imports.grid import Cell
from actions.imports.statuses.proposals import ColumnKind
from actions.imports.statuses.words import is_colour_alone, is_percentage, status_word

Decided = Mapping[ColumnKind, Mapping[str, Status | None]]
"""What a person decided: for each column, from a word's key to a status; None: it says nothing."""


@dataclass(frozen=True, slots=True)
class ReadStatus:
    """None: nothing was said that can be kept. It is never taken for on track."""

    status: Status | None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """What stage and colour say together."""

    status: Status
    reason: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class PairProposal:
    stage: str
    colour: str
    count: int
    together: Together


_PLAIN = {
    (Status.COMPLETE, Status.ON_TRACK): (Status.COMPLETE, "The stage is complete, and the colour does not object."),
    (Status.NOT_STARTED, Status.ON_TRACK): (Status.NOT_STARTED, "It has not started, and the colour sees no delay."),
    (Status.ON_TRACK, Status.DELAYED): (Status.DELAYED, "It is in progress, and the colour says delayed or at risk."),
}


def together(stage: Status, colour: Status) -> Together:
    """A contradiction is asked, and the worse of the two proposed."""
    if stage == colour:
        return Together(stage, "Stage and colour say the same.", is_sure=True)
    if (stage, colour) in _PLAIN:
        return Together(*_PLAIN[stage, colour], is_sure=True)
    worse = stage if stage.is_worse_than(colour) else colour
    reason = f"The stage says “{stage.label}” and the colour “{colour.label}”: the worse is proposed."
    return Together(worse, reason, is_sure=False)


def propose_pairs(rows: Iterable[tuple[Cell, Cell]], decided: Decided) -> list[PairProposal]:
    """Each stage with each colour that stands beside it, the most frequent first; those that say nothing left out."""
    pairs = Counter((status_word(stage.shown), status_word(colour.shown)) for stage, colour in rows)
    found = [
        PairProposal(stage, colour, count, together(one, other))
        for (stage, colour), count in pairs.items()
        if (one := decided[ColumnKind.STAGE].get(stage)) and (other := decided[ColumnKind.COLOUR].get(colour))
    ]
    return sorted(found, key=lambda pair: (-pair.count, pair.stage, pair.colour))


def read_status(cells: Mapping[ColumnKind, Cell], decided: Decided) -> ReadStatus:
    """By what was decided of each word. A word that nobody decided about is asked, and says nothing."""
    doubts = [
        Doubt(DoubtKind.CELL_TROUBLE, cell.trouble, column=str(kind)) for kind, cell in cells.items() if cell.trouble
    ]
    spoken = {kind: cell for kind, cell in cells.items() if kind != ColumnKind.PERCENT and not cell.is_blank}
    said = {}
    for kind, cell in (spoken or _blank(cells)).items():
        status = decided.get(kind, {}).get(status_word(cell.shown))
        if status:
            said[kind] = status
        else:
            doubts.append(_undecided(kind, cell))
    status, clash = _of_all(said)
    silent = _silent_stage(cells, spoken, status)
    amount = _against_amount(cells.get(ColumnKind.PERCENT), status)
    return ReadStatus(status, tuple(doubt for doubt in [*doubts, clash, silent, amount] if doubt))


def _blank(cells: Mapping[ColumnKind, Cell]) -> dict[ColumnKind, Cell]:
    """Where all are blank, one of them is asked about."""
    return dict([(kind, cell) for kind, cell in cells.items() if kind != ColumnKind.PERCENT][:1])


def _undecided(kind: ColumnKind, cell: Cell) -> Doubt:
    word = status_word(cell.shown[:READ])
    if not word:
        why, sentence = DoubtKind.STATUS_BLANK, "Nothing is typed about how it is going."
    elif is_percentage(word):
        why, sentence = DoubtKind.STATUS_PERCENT, f"{quoted(cell.shown)} says how much is done, not how it is going."
    else:
        why = DoubtKind.STATUS_COLOUR if is_colour_alone(word) else DoubtKind.STATUS_WORDS
        sentence = f"Nobody has said yet what {quoted(cell.shown)} means in this tracker."
    return Doubt(why, sentence, column=str(kind))


def _of_all(said: Mapping[ColumnKind, Status]) -> tuple[Status | None, Doubt | None]:
    if len(said) < 2:
        return next(iter(said.values()), None), None
    order = [ColumnKind.STAGE, ColumnKind.STATUS, ColumnKind.COLOUR]
    first, *others = (said[kind] for kind in order if kind in said)
    for other in others:
        both = together(first, other)
        if not both.is_sure:
            return both.status, Doubt(DoubtKind.STATUS_CLASH, both.reason, both.status.label)
        first = both.status
    return first, None


def _silent_stage(cells: Mapping[ColumnKind, Cell], spoken: Mapping, status: Status | None) -> Doubt | None:
    """A colour without a stage may be left over from somewhere else."""
    if ColumnKind.STAGE not in cells or ColumnKind.STAGE in spoken or not spoken or not status:
        return None
    sentence = f"The stage is blank, and only the colour speaks: “{status.label}” is proposed."
    return Doubt(DoubtKind.STATUS_BLANK, sentence, status.label, ColumnKind.STAGE.value)


def _against_amount(cell: Cell | None, status: Status | None) -> Doubt | None:
    """A percentage decides nothing, but may contradict."""
    typed = "" if cell is None else cell.shown.strip()
    amount = re.fullmatch(r"(\d+(?:\.\d+)?)\s*%?", typed)
    if not typed:
        return None
    if not status or not amount:
        return Doubt(
            DoubtKind.STATUS_PERCENT, f"{quoted(typed)} says how much is done, not how it is going.", column="percent"
        )
    is_whole = float(amount[1]) == 100
    if is_whole == (status == Status.COMPLETE) and not (float(amount[1]) > 0 and status == Status.NOT_STARTED):
        return None
    sentence = f"{quoted(typed)} is done, but the status says “{status.label}”."
    return Doubt(DoubtKind.STATUS_PERCENT, sentence, status.label, "percent")
