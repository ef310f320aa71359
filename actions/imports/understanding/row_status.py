"""How an action is going by the file, at one moment: a status decided or proposed, and what is asked about it."""

from dataclasses import dataclass, replace

from actions.choices import Status
from actions.imports.columns.fields import Field
from actions.imports.doubts import Doubt, DoubtKind, quoted
from actions.imports.grid import BLANK, Cell
from actions.imports.sheets.table import Row
from actions.imports.statuses.columns import ColumnKind
from actions.imports.statuses.words import status_word
from actions.imports.understanding.asking import RowAsker
from actions.imports.understanding.deciding import settled
from actions.imports.understanding.reader import Reader
from actions.imports.understanding.result import Asked
from actions.imports.understanding.sources import STATUS_KINDS, Source, status_named

_ABOUT_WORDS = {DoubtKind.STATUS_BLANK, DoubtKind.STATUS_COLOUR, DoubtKind.STATUS_WORDS, DoubtKind.STATUS_PERCENT}
_FIELDS = {str(kind): field for field, kind in STATUS_KINDS.items()}


@dataclass(frozen=True)
class RowStatus:
    """`status` None: nothing to be kept was said, or it awaits a decision; then `proposed` is what would be."""

    status: Status | None = None
    proposed: Status | None = None
    asked: tuple[Asked, ...] = ()


def status_cells(row: Row, source: Source, moment: str) -> dict[ColumnKind, Cell]:
    """How much is done, where that alone is told of no day, goes with the last column that is about one."""
    cells, undated = _cells(row, source, moment), _cells(row, source, "")
    dated = [name for name in source.moments if _cells(row, source, name)]
    if not dated or set(undated) != {ColumnKind.PERCENT}:
        return cells
    if moment == "":
        return {}
    return undated | cells if moment == dated[-1] else cells


def _cells(row: Row, source: Source, moment: str) -> dict[ColumnKind, Cell]:
    columns = source.by_moment[moment]
    return {
        kind: source.cell(row, columns[field][0].heading.column)[0]
        for field, kind in STATUS_KINDS.items()
        if field in columns
    }


def read_row_status(
    cells: dict[ColumnKind, Cell], reader: Reader, asker: RowAsker, *, moment: str = "", before: Status | None = None
) -> RowStatus:
    """`before`: how an action that is known stood then. A blank says nothing new of it."""
    sure, whole = reader.status(cells, proposed=False), reader.status(cells, proposed=True)
    doubts = [_with_proposal(doubt, cells, reader, before) for doubt in sure.doubts]
    doubts += [doubt for doubt in whole.doubts if doubt.kind not in {each.kind for each in sure.doubts}]
    asked = [_ask(doubt, cells, asker, moment) for doubt in doubts]
    answer = settled(asked)
    if answer.instead:
        return _written(answer.instead, whole.status, asked, asker)
    if answer.is_left:
        kept = sure.status if all(each.doubt.kind not in _ABOUT_WORDS for each in asked) else None
        return RowStatus(kept, kept, tuple(asked))
    says_nothing = before is not None and all(cell.is_blank for cell in cells.values())
    proposed = None if says_nothing else whole.status
    is_open = any(not each.is_decided for each in asked)
    return RowStatus(None if is_open else proposed, proposed, tuple(asked))


def _ask(doubt: Doubt, cells: dict[ColumnKind, Cell], asker: RowAsker, moment: str) -> Asked:
    typed = cells.get(ColumnKind(doubt.column), BLANK).shown if doubt.column in _FIELDS else _typed(cells)
    field = _FIELDS.get(doubt.column, Field.STATUS)
    return asker.ask(doubt, field, typed, place=f"{field} {moment}".strip())


def _typed(cells: dict[ColumnKind, Cell]) -> str:
    return " | ".join(cell.shown for cell in cells.values() if not cell.is_blank)


def _with_proposal(doubt: Doubt, cells: dict[ColumnKind, Cell], reader: Reader, before: Status | None) -> Doubt:
    """What a word most likely means; of a blank never more than that nothing has started."""
    if doubt.proposal or doubt.kind not in _ABOUT_WORDS or doubt.column not in _FIELDS:
        return doubt
    kind = ColumnKind(doubt.column)
    word = status_word(cells[kind].shown) if kind in cells else ""
    if not word and before is not None:
        return replace(doubt, proposal=f"No change: {before.label.lower()}")
    status = reader.words.proposed[kind].get(word)
    return replace(doubt, proposal=status.label) if status else doubt


def without_column(asker: RowAsker, *, is_completed: bool) -> RowStatus:
    """Words, but no column says how it is going: never taken for on track."""
    status = Status.COMPLETE if is_completed else Status.NOT_STARTED
    sentence = "It says what was done, and no column says how it is going."
    asked = asker.ask(Doubt(DoubtKind.STATUS_BLANK, sentence, status.label), Field.STATUS)
    answer = settled([asked])
    if answer.instead:
        return _written(answer.instead, status, [asked], asker)
    if answer.is_left:
        return RowStatus(None, None, (asked,))
    return RowStatus(status if asked.is_decided else None, status, (asked,))


def _written(text: str, proposed: Status | None, asked: list[Asked], asker: RowAsker) -> RowStatus:
    status = status_named(text)
    if status:
        return RowStatus(status, status, tuple(asked))
    why = f"{quoted(text)} is no status: write one of {', '.join(Status.labels)}."
    return RowStatus(None, proposed, tuple(asker.ask_again(each, why) for each in asked))
