"""Each row of the chosen tables, read: its reference, words, dates, people and what is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from actions.choices import Status
from actions.imports.columns.fields import Field
from actions.imports.columns.shapes import squeeze
from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.known_plan import KnownAction, KnownPlan
from actions.imports.references import ReadReference, ReferenceRow, read_references
from actions.imports.sheets.table import Row
from actions.imports.understanding.asking import RowAsker
from actions.imports.understanding.deciding import Asker, settled
from actions.imports.understanding.priorities import FoundPriority, Priorities, text_of
from actions.imports.understanding.reader import Reader
from actions.imports.understanding.result import Asked
from actions.imports.understanding.row_dates import RowDates, read_row_dates
from actions.imports.understanding.row_leads import RowLead, read_row_lead
from actions.imports.understanding.row_references import decided_ref, needing_ref
from actions.imports.understanding.row_status import RowStatus, read_row_status, status_cells, without_column
from actions.imports.understanding.row_texts import RowTexts, read_progress, read_texts
from actions.imports.understanding.sources import Source

NO_TITLE = "(no text)"
_SPARE = (Field.DESCRIPTION, Field.OBJECTIVE, Field.OUTCOME, Field.PROGRESS)


@dataclass(frozen=True)
class Moment:
    """What a row says of one day. `name` is the heading's, empty for what is told of no day in particular."""

    name: str
    day: date
    status: RowStatus
    words: dict[str, str]


@dataclass(frozen=True)
class ReadRow:
    source: Source
    row: Row
    reference: ReadReference
    priority: FoundPriority | None
    priority_typed: str
    texts: RowTexts
    dates: RowDates
    lead: RowLead
    moments: list[Moment]
    asked: list[Asked]
    known: KnownAction | None
    is_left_out: bool

    @property
    def ref(self) -> str:
        return self.reference.ref

    @property
    def where(self) -> str:
        return f"{self.source.table.sheet}, row {self.row.number}"


@dataclass(frozen=True)
class _AtHand:
    """The row that is being read."""

    place: int
    source: Source
    row: Row
    asker: RowAsker
    known: KnownAction | None = None

    def ask_all(self, doubts: Iterable[Doubt], field: str = "", typed: str = "") -> list[Asked]:
        return [self.asker.ask(doubt, field, typed) for doubt in doubts]


@dataclass
class RowReading:
    """What is the same for all rows of a file."""

    reader: Reader
    asker: Asker
    known: KnownPlan
    priorities: Priorities
    days: dict[tuple[int, str], date]
    """Of each moment that a table's columns name, by the table's place; “” is the day of the file."""
    sheets_are_priorities: bool

    def rows(self, sources: list[Source]) -> list[ReadRow]:
        placed = [
            _AtHand(place, source, row, RowAsker(self.asker, source.table.sheet, row.number))
            for place, source in enumerate(sources)
            for row in source.table.rows
        ]
        references = read_references([self._reference_row(hand) for hand in placed])
        return [self._row(hand, reference) for hand, reference in zip(placed, references, strict=True)]

    def _reference_row(self, hand: _AtHand) -> ReferenceRow:
        source, row, text = hand.source, hand.row, self._priority_text(hand)
        where = f"row {row.number} of {source.table.sheet}"
        priority = self.priorities.named(text).ref if text else ""
        return ReferenceRow(source.first(row, Field.REF), source.first(row, Field.TITLE), priority, where)

    def _priority_text(self, hand: _AtHand) -> str:
        return text_of(hand.row, hand.source, sheet_is_priority=self.sheets_are_priorities)

    def _row(self, hand: _AtHand, reference: ReadReference) -> ReadRow:
        source, row = hand.source, hand.row
        about_row = hand.ask_all(d for d in source.table.doubts if d.row in {row.number, *row.continued_in})
        about_ref = hand.ask_all(reference.doubts, Field.REF, source.first(row, Field.REF).shown)
        reference = replace(reference, ref=decided_ref(reference, about_ref, source.first(row, Field.REF).shown))
        action, about_title = _action(hand, reference)
        hand = replace(hand, known=self.known.by_ref.get(reference.ref.casefold()))
        dates = read_row_dates(row, source, self.reader, hand.asker)
        lead = read_row_lead(row, source, self.reader, hand.asker, is_known=hand.known is not None)
        moments = [self._moment(hand, name, dates) for name in source.by_moment]
        asked = [*about_row, *about_ref, *about_title, *dates.asked, *lead.asked]
        lines = [each for each in about_row if each.doubt.kind == DoubtKind.ROW]
        text = self._priority_text(hand)
        return ReadRow(
            source=source,
            row=row,
            reference=reference,
            priority=self.priorities.named(text) if text or hand.known is None else None,
            priority_typed=text,
            texts=read_texts(row, source, action, lead.others),
            dates=dates,
            lead=lead,
            moments=moments,
            asked=asked + [each for moment in moments for each in moment.status.asked],
            known=hand.known,
            is_left_out=source.is_left_out
            or any(settled(each).is_left for each in (lines, needing_ref(about_ref), about_title)),
        )

    def _moment(self, hand: _AtHand, name: str, dates: RowDates) -> Moment:
        """What is told of no day in particular is told of the day that the row itself names, if it does."""
        day, updated = self.days[hand.place, name], dates[Field.UPDATED_ON]
        words = read_progress(hand.row, hand.source, name)
        if not name:
            day = updated.last if updated.last and not updated.doubts and updated.last <= day else day
            completed = dates[Field.COMPLETED_ON].typed
            done = [words.get("progress", ""), f"Completed on: {completed}" if completed else ""]
            words |= {"progress": "\n\n".join(filter(None, done))} if any(done) else {}
        return Moment(name, day, self._status(hand, name, day, dates, says_something=bool(words)), words)

    def _status(self, hand: _AtHand, name: str, day: date, dates: RowDates, *, says_something: bool) -> RowStatus:
        before = Status(hand.known.status_on(day)) if hand.known else None
        cells = status_cells(hand.row, hand.source, name)
        if cells:
            return read_row_status(cells, self.reader, hand.asker, moment=name, before=before)
        if before is not None:
            return RowStatus(before, before)
        has_column = any(status_cells(hand.row, hand.source, moment) for moment in hand.source.moments)
        if name or has_column or not says_something:
            return RowStatus()
        return without_column(hand.asker, is_completed=dates[Field.COMPLETED_ON].last is not None)


def _action(hand: _AtHand, reference: ReadReference) -> tuple[str, list[Asked]]:
    """Where nothing says what the action is, the next best words are proposed."""
    if squeeze(reference.action):
        return reference.action, []
    spare = (cell.shown for field in _SPARE for _, cell in hand.source.filled(hand.row, field))
    proposal = squeeze(next(spare, "")) or None
    doubt = Doubt(DoubtKind.TITLE_MISSING, "No text says what the action is.", proposal)
    asked = hand.ask_all([doubt], Field.TITLE)
    return settled(asked).instead or proposal or NO_TITLE, asked
