"""The tables that are brought in, each with what its columns are after all that was chosen and decided."""

from dataclasses import dataclass, replace
from functools import cached_property

from actions.choices import Status
from actions.imports.columns.fields import DATES, Certainty, Field
from actions.imports.columns.guess import Guess
from actions.imports.columns.guesses import guess_columns
from actions.imports.columns.mapping import Mapping
from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.grid import Cell, column_letters
from actions.imports.sheets.table import Row, Table
from actions.imports.statuses.columns import ColumnKind
from actions.imports.understanding.deciding import Asker, settled
from actions.imports.understanding.result import Asked

STATUS_KINDS = {
    Field.STATUS: ColumnKind.STATUS,
    Field.STAGE: ColumnKind.STAGE,
    Field.RAG: ColumnKind.COLOUR,
    Field.PERCENT: ColumnKind.PERCENT,
}


@dataclass(frozen=True)
class Source:
    table: Table
    guesses: list[Guess]
    asked: list[Asked]
    """About the table and its columns, by which every row of it is read."""
    not_from_above: frozenset[int] = frozenset()
    """Columns whose empty cells stay empty, as somebody decided."""
    is_left_out: bool = False

    @cached_property
    def undated(self) -> dict[Field, list[Guess]]:
        return self._by_field("")

    @cached_property
    def moments(self) -> list[str]:
        """What the headings of dated columns name, in their order: “May 2019”."""
        return list(dict.fromkeys(guess.as_at for guess in self.guesses if guess.as_at))

    @cached_property
    def by_moment(self) -> dict[str, dict[Field, list[Guess]]]:
        return {moment: self._by_field(moment) for moment in ["", *self.moments]}

    @cached_property
    def columns_of(self) -> dict[Field, list[int]]:
        found: dict[Field, list[int]] = {}
        for guess in self.guesses:
            found.setdefault(guess.field, []).append(guess.heading.column)
        return found

    def _by_field(self, moment: str) -> dict[Field, list[Guess]]:
        found: dict[Field, list[Guess]] = {}
        for guess in self.guesses:
            if guess.as_at == moment and guess.field != Field.IGNORE:
                found.setdefault(guess.field, []).append(guess)
        return found

    def cell(self, row: Row, column: int) -> tuple[Cell, bool]:
        """And whether it was taken from above, where a column is typed once for several rows."""
        cell = row.cell(column)
        if cell.is_blank and column in row.proposed and column not in self.not_from_above:
            return row.proposed[column], True
        return cell, False

    def filled(self, row: Row, field: Field) -> list[tuple[Guess, Cell]]:
        """Of the columns that are about no day in particular, those that say something."""
        if field not in self.undated:
            return []
        found = [(guess, self.cell(row, guess.heading.column)[0]) for guess in self.undated[field]]
        return [(guess, cell) for guess, cell in found if not cell.is_blank]

    def first(self, row: Row, field: Field) -> Cell:
        return next((cell for _, cell in self.filled(row, field)), Cell())


def source_of(table: Table, *, mapping: Mapping, asker: Asker, is_first: bool) -> Source:
    """`is_first` of its sheet: the questions about a further one name the row of its headings as well."""
    place = "" if is_first else f" from row {min(table.header_rows, default=1)}"
    about_table = [
        asker.ask(doubt, sheet=table.sheet, field=doubt.column, place=f"{doubt.column}{place}")
        for doubt in table.doubts
        if doubt.row is None
    ]
    guesses = mapping.applied_to(table).to(guess_columns(table))
    decided = [_decided(guess, table, place, asker) for guess in guesses]
    left = {each.field for each in about_table if each.doubt.kind == DoubtKind.TYPED_ONCE and settled([each]).is_left}
    headings = [each for each in about_table if each.doubt.kind == DoubtKind.HEADINGS]
    return Source(
        table,
        _without_rivals([guess for guess, _ in decided]),
        [*about_table, *(asked for _, asked in decided if asked)],
        frozenset(h.column for h in table.headings if column_letters(h.column) in left),
        is_left_out=settled(headings).is_left,
    )


def _decided(guess: Guess, table: Table, place: str, asker: Asker) -> tuple[Guess, Asked | None]:
    if not guess.doubts:
        return guess, None
    letters = column_letters(guess.heading.column)
    doubt = Doubt(DoubtKind.COLUMN, " ".join(guess.doubts), guess.field.label, letters)
    heading = guess.heading.full
    asked = asker.ask(doubt, sheet=table.sheet, field=letters, typed=heading, place=f"{letters}{place}")
    answer = settled([asked])
    field = Field.IGNORE if answer.is_left else _named(answer.instead, Field)
    if answer.instead and field is None:
        return guess, replace(asked, decision="")
    return (guess.instead(field, certainty=Certainty.SURE) if field else guess), asked


def _without_rivals(guesses: list[Guess]) -> list[Guess]:
    """A date or a reference that stands in two columns by decision is read of the first."""
    seen: set[tuple[Field, str]] = set()
    kept = []
    for guess in guesses:
        place = (guess.field, guess.as_at)
        single = guess.field in DATES or guess.field in {Field.REF, Field.TITLE, *STATUS_KINDS}
        kept.append(guess.instead(Field.COMMENT) if single and place in seen else guess)
        seen.add(place)
    return kept


def _named(text: str, words: type[Field] | type[Status]):
    """By its code or by its label."""
    folded = text.casefold()
    return next((word for word in words if folded in {word.value, word.label.casefold()}), None)


def status_named(text: str) -> Status | None:
    return _named(text, Status)
