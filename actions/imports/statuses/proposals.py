"""What the words and colours of a tracker mean: proposed once for each source, decided by a person, then read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from actions.choices import Rag, Status
from actions.imports.dates.forms import READ
from actions.imports.doubts import quoted
from actions.imports.grid import Cell
from actions.imports.statuses.words import Said, colours_in, is_colour_alone, is_percentage, said_by, status_word


class ColumnKind(StrEnum):
    """What a column that tells how an action is going is about."""

    STATUS = "status"
    STAGE = "stage"
    COLOUR = "colour"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class StatusProposal:
    """One group of spellings. `word` is the commonest; `key` is what a mapping goes by. None: nothing is proposed."""

    key: str
    word: str
    count: int
    status: Status | None
    reason: str
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What a column says as a whole, by which one of its words is understood."""

    kind: ColumnKind
    explained: Mapping[str, str]
    """The colour key of the file: from each of its words to what it says."""
    colours: frozenset[Rag]
    beside: Mapping[Rag, str]
    """Words typed beside a colour, such as “Green (completed)”."""
    says_complete: bool


_WITHOUT_KEY = {
    Rag.BLUE: (Status.COMPLETE, "Blue is complete in most plans"),
    Rag.AMBER: (Status.DELAYED, "Amber is late or at risk in most plans, and on track in some"),
    Rag.RED: (Status.DELAYED, "Red is late in most plans, and not started in some"),
    Rag.GREY: (Status.NOT_STARTED, "Grey or white is not started in most plans"),
}


def propose_statuses(
    cells: Iterable[Cell], *, kind: ColumnKind, key: Mapping[str, str] | None = None
) -> list[StatusProposal]:
    """One for each word, the most frequent first. A colour is sure only where the file's own key explains it."""
    spellings: dict[str, Counter] = defaultdict(Counter)
    for cell in cells:
        spellings[status_word(cell.shown)][cell.shown.strip()] += 1
    source = _source(spellings, kind, key or {})
    proposals = [
        StatusProposal(word, counts.most_common(1)[0][0], counts.total(), *_meaning(word, source))
        for word, counts in spellings.items()
    ]
    return sorted(proposals, key=lambda proposal: (-proposal.count, proposal.key))


def _source(words: Iterable[str], kind: ColumnKind, key: Mapping[str, str]) -> Source:
    words = [word for word in words if len(word) <= READ]
    mixed = {word: colours_in(word) for word in words if not is_colour_alone(word)}
    return Source(
        kind,
        explained=_explained(key),
        colours=frozenset(colour for word in words for colour in colours_in(word)),
        beside={colours[0]: word for word, colours in mixed.items() if len(colours) == 1 and _of_words(word, {})[2]},
        says_complete=any(said_by(word).statuses == (Status.COMPLETE,) for word in words if not colours_in(word)),
    )


def _explained(key: Mapping[str, str]) -> dict[str, str]:
    """By word and by colour, so that a key for “Green” explains a “G” too."""
    found = {status_word(word): meaning for word, meaning in key.items()}
    for word, meaning in key.items():
        colours = colours_in(status_word(word))
        if len(colours) == 1:
            found.setdefault(colours[0].value, meaning)
    return found


def _meaning(word: str, source: Source) -> tuple[Status | None, str, bool]:
    if not word:
        reason = "Nothing is typed. It may mean not started, or that nobody has said; it never means on track."
        return Status.NOT_STARTED, reason, False
    if word in source.explained:
        return _by_key(word, source.explained[word])
    if len(word) > READ:
        return None, f"{quoted(word)} is too long for a status.", False
    if source.kind == ColumnKind.PERCENT or is_percentage(word):
        return None, f"{quoted(word)} says how much is done, not how it is going.", False
    if is_colour_alone(word):
        return _of_colours(colours_in(word), source)
    return _of_words(word, source.explained)


def _by_key(word: str, meaning: str) -> tuple[Status | None, str, bool]:
    said = said_by(status_word(meaning))
    is_sure = len(said.statuses) == 1 and said.is_plain
    return said.worst, f"The file's own key says {quoted(meaning)}.", is_sure


def _of_words(word: str, explained: Mapping[str, str]) -> tuple[Status | None, str, bool]:
    said, colours = said_by(word), colours_in(word)
    if not said.statuses or said.is_negated:
        return None, f"{quoted(word)} says nothing plain of a status.", False
    if len(said.statuses) > 1:
        return said.worst, f"{quoted(word)} speaks of more than one status: the worst is proposed.", False
    if _clash(said.worst, colours, explained):
        return said.worst, f"The colour in {quoted(word)} does not go with its words.", False
    return said.worst, _why(word, said), said.is_sure


def _why(word: str, said: Said) -> str:
    label = said.worst.label.lower()
    if said.is_sure:
        return f"{quoted(word)} says so."
    return f"{quoted(word)} seems to mean {label}, but may mean something else."


def _clash(status: Status, colours: tuple[Rag, ...], explained: Mapping[str, str]) -> bool:
    """By the file's own key, else by what no plan means."""
    if len(colours) == 1 and colours[0].value in explained:
        return status not in said_by(status_word(explained[colours[0].value])).statuses
    if status in {Status.COMPLETE, Status.ON_TRACK}:
        return Rag.RED in colours
    return status in {Status.DELAYED, Status.NOT_STARTED} and bool({Rag.BLUE, Rag.GREEN} & set(colours))


def _of_colours(colours: tuple[Rag, ...], source: Source) -> tuple[Status | None, str, bool]:
    """Of two at once the worse counts."""
    if len(colours) > 1:
        found = [_of_colours((colour,), source) for colour in colours]
        status, reason, _ = min(found, key=lambda one: list(Status).index(one[0]) if one[0] else len(Status))
        return status, f"Of two colours the worse is proposed. {reason}", False
    (colour,) = colours
    if colour.value in source.explained:
        return _by_key(colour.value, source.explained[colour.value])
    if colour in source.beside:
        word = source.beside[colour]
        return said_by(word).worst, f"{quoted(word)} stands in the same column.", False
    if colour == Rag.GREEN:
        return _of_green(source)
    status, reason = _WITHOUT_KEY[colour]
    return status, f"{reason}. The file has no key that says so.", False


def _of_green(source: Source) -> tuple[Status, str, bool]:
    """The lesser claim is proposed: nobody should be told that something is complete by a guess."""
    if Rag.BLUE in source.colours or source.says_complete:
        why = "Something else in this column means complete, so green is likely on track."
    else:
        why = "Nothing else in this column means complete, so green may be on track or complete."
    return Status.ON_TRACK, f"{why} The file has no key that says so.", False
