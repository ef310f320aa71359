"""Each row of the chosen tables, read: its reference, words, dates, people and what is said of it."""

from dataclasses import dataclass, replace
from datetime import date

from actions.choices import Status
from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.fields import Field
from actions.imports.known_plan import KnownAction, KnownPlan
from actions.imports.references import ReadReference, ReferenceRow, read_references
from actions.imports.shapes import squeeze
from actions.imports.table import Row

from .asking import RowAsker
from .deciding import Asker, settled
from .priorities import FoundPriority, Priorities, text_of
from .reader import Reader
from .result import Asked
from .row_dates import RowDates, read_row_dates
from .row_leads import RowLead, read_row_lead
from .row_status import RowStatus, read_row_status, status_cells
from .row_texts import RowTexts, read_progress, read_texts
from .sources import Source, status_named

NO_TITLE = "(no text)"


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
        placed = [(place, source, row) for place, source in enumerate(sources) for row in source.table.rows]
        references = read_references([self._reference_row(source, row) for _, source, row in placed])
        return [self._row(*where, reference) for where, reference in zip(placed, references, strict=True)]

    def _reference_row(self, source: Source, row: Row) -> ReferenceRow:
        text = text_of(row, source, sheet_is_priority=self.sheets_are_priorities)
        where = f"row {row.number} of {source.table.sheet}"
        priority = self.priorities.named(text).ref if text else ""
        return ReferenceRow(source.first(row, Field.REF), source.first(row, Field.TITLE), priority, where)

    def _row(self, place: int, source: Source, row: Row, reference: ReadReference) -> ReadRow:
        asker = RowAsker(self.asker, source.table.sheet, row.number)
        doubts = [doubt for doubt in source.table.doubts if doubt.row in {row.number, *row.continued_in}]
        about_row = [asker.ask(doubt, "") for doubt in doubts]
        about_ref = [asker.ask(d, Field.REF, source.first(row, Field.REF).shown) for d in reference.doubts]
        answer = settled(about_ref)
        if answer.instead:
            reference = replace(reference, ref=answer.instead[:20])
        action, about_title = self._action(source, row, reference, asker)
        known = self.known.by_ref.get(reference.ref.casefold())
        dates = read_row_dates(row, source, self.reader, asker)
        lead = read_row_lead(row, source, self.reader, asker, is_known=known is not None)
        moments = [self._moment(place, source, row, name, dates, known, asker) for name in source.by_moment]
        text = text_of(row, source, sheet_is_priority=self.sheets_are_priorities)
        asked = [*about_row, *about_ref, *about_title, *dates.asked, *lead.asked]
        asked += [each for moment in moments for each in moment.status.asked]
        left = settled(each for each in about_row if each.doubt.kind == DoubtKind.ROW).is_left
        return ReadRow(
            source=source,
            row=row,
            reference=reference,
            priority=self.priorities.named(text) if text or known is None else None,
            priority_typed=text,
            texts=read_texts(row, source, action, lead.others),
            dates=dates,
            lead=lead,
            moments=[moment for moment in moments if moment.name or moment.words or source.by_moment[""]],
            asked=asked,
            known=known,
            is_left_out=left or answer.is_left or settled(about_title).is_left or source.is_left_out,
        )

    def _action(self, source: Source, row: Row, reference: ReadReference, asker: RowAsker) -> tuple[str, list[Asked]]:
        """Where nothing says what the action is, the next best words are proposed."""
        if squeeze(reference.action):
            return reference.action, []
        spare = next((cell.shown for f in (Field.DESCRIPTION, Field.OBJECTIVE, Field.OUTCOME, Field.PROGRESS)
                      for _, cell in source.filled(row, f)), "")  # fmt: skip
        proposal = squeeze(spare) or None
        asked = [asker.ask(Doubt(DoubtKind.TITLE_MISSING, "No text says what the action is.", proposal), Field.TITLE)]
        return settled(asked).instead or proposal or NO_TITLE, asked

    def _moment(
        self, place: int, source: Source, row: Row, name: str, dates: RowDates, known: KnownAction | None,
        asker: RowAsker,
    ) -> Moment:  # fmt: skip
        day = self.days[place, name]
        updated = dates[Field.UPDATED_ON]
        if not name and updated.last and not updated.doubts and updated.last <= self.days[place, ""]:
            day = updated.last
        words = read_progress(row, source, name)
        if not name and dates[Field.COMPLETED_ON].typed:
            words["progress"] = "\n\n".join(filter(None, [words.get("progress"), _completed(dates)]))
        return Moment(name, day, self._status(source, row, name, dates, known, asker, day, words), words)

    def _status(
        self, source: Source, row: Row, name: str, dates: RowDates, known: KnownAction | None, asker: RowAsker,
        day: date, words: dict[str, str],
    ) -> RowStatus:  # fmt: skip
        before = Status(known.status_on(day)) if known else None
        cells = status_cells(row, source, name)
        if cells:
            return read_row_status(cells, self.reader, asker, moment=name, before=before)
        if before is not None:
            return RowStatus(before, before)
        if name or not words or any(status_cells(row, source, moment) for moment in source.moments):
            return RowStatus()
        return _without_column(dates, asker)


def _completed(dates: RowDates) -> str:
    return f"Completed on: {dates[Field.COMPLETED_ON].typed}"


def _without_column(dates: RowDates, asker: RowAsker) -> RowStatus:
    """Words, but no column says how it is going: never taken for on track."""
    status = Status.COMPLETE if dates[Field.COMPLETED_ON].last else Status.NOT_STARTED
    sentence = "It says what was done, and no column says how it is going."
    asked = asker.ask(Doubt(DoubtKind.STATUS_BLANK, sentence, status.label), Field.STATUS)
    answer = settled([asked])
    written = status_named(answer.instead) if answer.instead else status
    if written is None or answer.is_left:
        return RowStatus(None, None, (asked,))
    return RowStatus(written if asked.is_decided else None, written, (asked,))
