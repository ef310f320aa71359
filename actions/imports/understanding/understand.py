"""A file and what was chosen of it → what it comes to, and what has to be asked. Nothing is written."""

from collections.abc import Iterable
from datetime import date

from actions.choices import Status
from actions.imports.answers import Answers
from actions.imports.columns.fields import Field
from actions.imports.doubts import Doubt, quoted
from actions.imports.grid import Book
from actions.imports.known_plan import KnownPlan
from actions.imports.leads.names import Organisations
from actions.imports.leads.reading import NewOrganisation
from actions.imports.sheets.table import KeyEntry, SheetReading
from actions.imports.sheets.tables import read_sheet
from actions.imports.understanding.comparing import Comparing
from actions.imports.understanding.deciding import Asker, settled
from actions.imports.understanding.moments import day_in, day_of_column, proposed_day
from actions.imports.understanding.priorities import MISSING, Priorities, text_of
from actions.imports.understanding.proposed_plan import proposed_plan
from actions.imports.understanding.reader import Reader
from actions.imports.understanding.result import LineLeftOut, SheetUnderstood, TableColumns, UnderstoodRow, Vanished
from actions.imports.understanding.rows import ReadRow, RowReading
from actions.imports.understanding.sources import Source, source_of
from actions.imports.understanding.told import row_data, told_of
from actions.imports.understanding.understood import Understanding
from actions.imports.understanding.words import Words, read_words
from actions.imports.understanding.years import years_of
from actions.wording import word_for_more_time


def understand(book: Book, answers: Answers, known: KnownPlan, *, today: date) -> Understanding:
    return _Understander(book, answers, known, today).understood()


class _Understander:
    """Holds what is found on the way, in the order in which it is needed."""

    def __init__(self, book: Book, answers: Answers, known: KnownPlan, today: date):
        self.book, self.answers, self.known, self.today = book, answers, known, today
        self.asker = Asker(answers)
        self.sheets = chosen_sheets([read_sheet(sheet) for sheet in book.sheets], answers.sheets)
        self.sources = self._sources()
        reason = "As you chose."
        self.told_on = answers.told_on
        if self.told_on is None:
            self.told_on, reason = proposed_day(book, self.sources, today=today)
        self.told_on_reason = reason
        self.asked = [asked for source in self.sources for asked in source.asked]

    def _sources(self) -> list[Source]:
        return [
            source_of(table, mapping=self.answers.mapping, asker=self.asker, is_first=place == 0)
            for sheet in self.sheets
            if sheet.is_chosen
            for place, table in enumerate(sheet.reading.tables)
        ]

    def understood(self) -> Understanding:
        words = read_words(self.sources, self._key(), self.answers.mapping)
        priorities = Priorities(self.known.priorities)
        reading = RowReading(
            reader=self._reader(words),
            asker=self.asker,
            known=self.known,
            priorities=priorities,
            days=self._days(),
            sheets_are_priorities=self._sheets_are_priorities(),
        )
        read = reading.rows(self.sources)
        proposed = proposed_plan(self.book.file_name, self.sources, read, told_on=self.told_on)
        rows = self._compared(read, {**proposed, **(self.answers.plan or {})}["starts_on"])
        self._ask_about_lines()
        if any(not each.priority_typed and each.priority for each in read):
            self.asked.append(self.asker.ask(MISSING, sheet="", field=Field.PRIORITY))
        return Understanding(
            file_name=self.book.file_name,
            told_on=self.told_on,
            told_on_reason=self.told_on_reason,
            plan=None if self.known.is_there else proposed | (self.answers.plan or {}),
            proposed_plan=proposed,
            sheets=self.sheets,
            columns=[TableColumns(source.table, source.guesses) for source in self.sources],
            words=words.words,
            rows=rows,
            asked=[*self.asked, *(asked for row in rows for asked in row.asked)],
            vanished=self._vanished(rows),
            left_out=self._left_out(),
            notices=[*self._notices(), *_words_of_more_time(read)],
            new_organisations=_new_organisations(read),
            priorities=priorities.listed,
        )

    def _key(self) -> list[KeyEntry]:
        return [entry for sheet in self.sheets for entry in sheet.reading.key]

    def _reader(self, words: Words) -> Reader:
        """A plan that is to be made lends its years to dates without one; else the file's other dates do."""
        plan = self.answers.plan or {}
        first, last = years_of(self.sources, today=self.told_on)
        return Reader(
            known=self.known,
            organisations=Organisations(self.known.organisations),
            words=words,
            starts_on=self.known.starts_on or plan.get("starts_on") or first,
            ends_on=self.known.ends_on or plan.get("ends_on") or last,
            today=self.told_on,
        )

    def _days(self) -> dict[tuple[int, str], date]:
        """Asks, once for each column, where a heading names its month only half."""
        days = {}
        for place, source in enumerate(self.sources):
            days[place, ""] = self.told_on
            for moment in source.moments:
                day, doubt = day_of_column(moment, told_on=self.told_on, today=self.today)
                days[place, moment] = self._decided_day(day, doubt, source, moment) if doubt else day
        return days

    def _decided_day(self, day: date, doubt: Doubt, source: Source, moment: str) -> date:
        asked = self.asker.ask(doubt, sheet=source.table.sheet, field=moment, typed=moment)
        self.asked.append(asked)
        written = settled([asked]).instead
        return (day_in(written, self.today) or day) if written else day

    def _sheets_are_priorities(self) -> bool:
        """Where several sheets hold actions and nothing in them names a priority."""
        names = {source.table.sheet for source in self.sources}
        return len(names) > 1 and not any(
            text_of(row, source, sheet_is_priority=False) for source in self.sources for row in source.table.rows
        )

    def _compared(self, read: list[ReadRow], starts_on: date) -> list[UnderstoodRow]:
        taken = {each.ref.casefold() for each in read} | set(self.known.by_ref)
        comparing = Comparing(self.known, self.asker, self.told_on, starts_on, taken)
        return [_row(each, comparing) for each in read]

    def _ask_about_lines(self) -> None:
        """Doubts about lines that are no rows: titles of groups, and headings that stand again."""
        for source in self.sources:
            rows = {number for row in source.table.rows for number in (row.number, *row.continued_in)}
            self.asked += [
                self.asker.ask(doubt, sheet=source.table.sheet, row=doubt.row)
                for doubt in source.table.doubts
                if doubt.row is not None and doubt.row not in rows
            ]

    def _vanished(self, rows: list[UnderstoodRow]) -> list[Vanished]:
        there = {row.ref.casefold() for row in rows}
        return [
            Vanished(key, action, self.answers.decisions.get(key, ""))
            for action in self.known.actions
            if action.ref.casefold() not in there and action.status != Status.CLOSED
            for key in [f"!{action.ref}::vanished"]
        ]

    def _left_out(self) -> list[LineLeftOut]:
        lines = [LineLeftOut(sheet.name, line) for sheet in self.sheets for line in sheet.reading.left_out]
        tables = [table for sheet in self.sheets for table in sheet.reading.tables]
        return lines + [LineLeftOut(table.sheet, line) for table in tables for line in table.left_out]

    def _notices(self) -> list[str]:
        found = list(self.book.notices)
        for sheet in self.sheets:
            tables = sheet.reading.tables
            if tables and not sheet.is_chosen:
                rows = sum(len(table.rows) for table in tables)
                hidden = " and hidden" if sheet.reading.is_hidden else ""
                found.append(f"The sheet “{sheet.name}” is not chosen{hidden}: its {rows} rows are not brought in.")
            else:
                found += [f"{sheet.name}: {notice}" for table in tables for notice in table.notices]
        return found


def chosen_sheets(readings: list[SheetReading], chosen: tuple[str, ...] | None) -> list[SheetUnderstood]:
    """A hidden sheet is not meant to be seen, unless nothing else holds a table."""
    open_to_see = [reading for reading in readings if reading.tables and not reading.is_hidden]
    proposed = open_to_see or [reading for reading in readings if reading.tables]
    names = {reading.sheet for reading in proposed} if chosen is None else set(chosen)
    return [SheetUnderstood(reading, bool(reading.tables) and reading.sheet in names) for reading in readings]


def _row(read: ReadRow, comparing: Comparing) -> UnderstoodRow:
    compared = comparing.compared(read)
    asked = [*read.asked, *compared.asked]
    return UnderstoodRow(
        sheet=read.source.table.sheet,
        number=read.row.number,
        kind=compared.kind,
        ref=compared.ref,
        title=read.texts.title,
        told=told_of(read, [*asked, *read.source.asked]),
        asked=asked,
        changes=compared.changes,
        data=row_data(read, compared.ref),
        brings=compared.brings,
        is_hidden=read.row.is_hidden,
        is_left_out=compared.is_left_out,
    )


def _words_of_more_time(rows: list[ReadRow]) -> list[str]:
    """“Extended to …” in an update, where no date says so: an unrecorded change of date."""
    found = []
    for read in rows:
        said = word_for_more_time("\n".join(text for moment in read.moments for text in moment.words.values()))
        if said and not read.dates.revised.last:
            found.append(
                f"{read.where}: its words say {quoted(said)}, and no change of its date is on record. "
                "If it was agreed, ask for the new date on the action's page."
            )
    return found


def _new_organisations(rows: Iterable[ReadRow]) -> list[NewOrganisation]:
    parties = [party for read in rows for party in (read.lead.lead, *read.lead.contributors)]
    return list(dict.fromkeys(party for party in parties if isinstance(party, NewOrganisation)))
