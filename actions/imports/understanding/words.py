"""What the words and colours of the status columns mean here: decided once for the file, proposed for the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from actions.choices import Status
from actions.imports.columns.mapping import Mapping
from actions.imports.grid import Cell
from actions.imports.sheets.table import KeyEntry
from actions.imports.statuses.columns import ColumnKind, Decided
from actions.imports.statuses.proposals import StatusProposal, propose_statuses
from actions.imports.understanding.result import Word
from actions.imports.understanding.sources import STATUS_KINDS, Source


@dataclass(frozen=True)
class Words:
    words: list[Word]
    decided: Decided
    """What may be read without asking."""
    proposed: Decided
    """The same, and what is proposed of the others."""


def read_words(sources: list[Source], key: Iterable[KeyEntry], mapping: Mapping) -> Words:
    """One file has one colour key, wherever it stands."""
    explained = {entry.word: entry.meaning for entry in key}
    words = []
    for kind in ColumnKind:
        cells = [cell for source in sources for cell in _cells(source, kind)]
        words += [_word(kind, proposal, mapping) for proposal in propose_statuses(cells, kind=kind, key=explained)]
    return Words(
        words,
        decided={kind: _by_key(words, kind, proposed=False) for kind in ColumnKind},
        proposed={kind: _by_key(words, kind, proposed=True) for kind in ColumnKind},
    )


def _cells(source: Source, kind: ColumnKind) -> list[Cell]:
    columns = [guess.heading.column for guess in source.guesses if STATUS_KINDS.get(guess.field) == kind]
    return [row.cell(column) for row in source.table.rows for column in columns]


def _word(kind: ColumnKind, proposal: StatusProposal, mapping: Mapping) -> Word:
    chosen = mapping.status_of(proposal.key) or mapping.status_of(proposal.word)
    sure = proposal.status if proposal.is_sure else None
    return Word(kind, proposal, chosen or sure, is_from_mapping=chosen is not None)


def _by_key(words: list[Word], kind: ColumnKind, *, proposed: bool) -> dict[str, Status]:
    found = {}
    for word in words:
        status = word.chosen or (word.proposal.status if proposed else None)
        if word.kind == kind and status:
            found[word.proposal.key] = status
    return found
