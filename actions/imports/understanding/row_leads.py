"""Who leads a row, who contributes and who is accountable, of all columns that name somebody."""

import re
from dataclasses import dataclass, replace

from actions.choices import OrganisationKind
from actions.imports.columns.fields import Field
from actions.imports.columns.guess import Guess
from actions.imports.columns.heading_words import plain
from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.grid import Cell
from actions.imports.leads.lead import ReadLead
from actions.imports.leads.reading import NewOrganisation, Party
from actions.imports.sheets.table import Row
from actions.imports.understanding.asking import RowAsker
from actions.imports.understanding.deciding import settled
from actions.imports.understanding.reader import Reader
from actions.imports.understanding.result import Asked
from actions.imports.understanding.sources import Source

NOBODY_YET = NewOrganisation("Lead not named yet")
"""Every action must be led by somebody: the partnership sees these together and can name who."""
_OF_LEAD_ONLY = {DoubtKind.LEAD_MISSING, DoubtKind.LEAD_SEVERAL}
_PERSON = re.compile(r"\b(?:officers?|persons?|people|names?|named|manager|individual|sro)\b")


@dataclass(frozen=True)
class RowLead:
    lead: Party | None = None
    contributors: tuple[Party, ...] = ()
    post: str = ""
    name: str = ""
    others: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()


def read_row_lead(row: Row, source: Source, reader: Reader, asker: RowAsker, *, is_known: bool) -> RowLead:
    """Of an action that is known, a blank leaves its lead as it is."""
    fields = [Field.LEAD, Field.ACCOUNTABLE]
    read = {field: _read(source.filled(row, field)[0], reader) for field in fields if source.filled(row, field)}
    main = next((field for field in fields if field in read), Field.LEAD)
    if main not in read and is_known:
        return _with_contributors(RowLead(), row, source, reader, asker)
    found = _settled(read.get(main) or reader.lead(Cell(), names_people=False), main, reader, asker)
    if main == Field.LEAD and Field.ACCOUNTABLE in read:
        found = _with_person(found, read[Field.ACCOUNTABLE], asker)
    return _with_contributors(found, row, source, reader, asker)


def _read(filled: tuple[Guess, Cell], reader: Reader) -> ReadLead:
    guess, cell = filled
    asks_person = guess.field == Field.ACCOUNTABLE or bool(_PERSON.search(plain(guess.heading.full)))
    return reader.lead(cell, names_people=asks_person)


def _settled(read: ReadLead, field: Field, reader: Reader, asker: RowAsker) -> RowLead:
    asked = [asker.ask(_with_proposal(doubt, read, reader), field, read.typed) for doubt in read.doubts]
    answer = settled(asked)
    if answer.instead:
        written = reader.lead(Cell(answer.instead, answer.instead), names_people=False)
        if not written.lead:
            asked = [asker.ask_again(each, written.doubts[-1].sentence) for each in asked]
        return replace(_as_read(written), asked=tuple(asked))
    found = replace(_as_read(read), asked=tuple(asked))
    if answer.is_left:
        return _without(found, asked)
    return replace(found, lead=found.lead or _stand_in(read, reader))


def _as_read(read: ReadLead) -> RowLead:
    return RowLead(read.lead, read.contributors, read.accountable_post, read.accountable_name, read.others)


def _without(found: RowLead, asked: list[Asked]) -> RowLead:
    """New organisations that are not wanted go; where the lead itself is left open, nobody is named."""
    new_only = all(each.doubt.kind == DoubtKind.LEAD_NEW for each in asked if each.decision == "leave")
    keeps = [party for party in found.contributors if not isinstance(party, NewOrganisation)]
    lead = found.lead if new_only and not isinstance(found.lead, NewOrganisation) else None
    return replace(found, lead=lead or NOBODY_YET, contributors=tuple(keeps))


def _with_proposal(doubt: Doubt, read: ReadLead, reader: Reader) -> Doubt:
    if doubt.kind != DoubtKind.LEAD_MISSING:
        return doubt
    return replace(doubt, proposal=_stand_in(read, reader).name)


def _stand_in(read: ReadLead, reader: Reader) -> Party:
    """A post without an organisation is most often the council's, where the partnership has one."""
    councils = [each for each in reader.organisations.by_key.values() if each.kind == OrganisationKind.COUNCIL]
    names_somebody = read.accountable_post or read.accountable_name
    return councils[0] if names_somebody and len(councils) == 1 else NOBODY_YET


def _with_person(found: RowLead, person: ReadLead, asker: RowAsker) -> RowLead:
    """Beside a lead organisation, a column for the accountable person; organisations in it contribute."""
    doubts = [doubt for doubt in person.doubts if doubt.kind != DoubtKind.LEAD_MISSING]
    asked = [asker.ask(doubt, Field.ACCOUNTABLE, person.typed) for doubt in doubts]
    if settled(asked).is_left:
        return replace(found, asked=(*found.asked, *asked))
    parties = [party for party in (person.lead, *person.contributors) if party and party != found.lead]
    extra = tuple(party for party in parties if party not in found.contributors)
    post, name = settled(asked).instead or person.accountable_post, person.accountable_name
    left = [each for each in (found.post if post else "", found.name if name else "") if each]
    return replace(
        found,
        post=post or found.post,
        name=name or found.name,
        contributors=(*found.contributors, *extra),
        others=(*found.others, *left, *person.others),
        asked=(*found.asked, *asked),
    )


def _with_contributors(found: RowLead, row: Row, source: Source, reader: Reader, asker: RowAsker) -> RowLead:
    parties, others, asked = list(found.contributors), list(found.others), list(found.asked)
    for guess, cell in source.filled(row, Field.CONTRIBUTORS):
        read = reader.lead(cell, names_people=False)
        doubts = [doubt for doubt in read.doubts if doubt.kind not in _OF_LEAD_ONLY]
        about = [asker.ask(doubt, Field.CONTRIBUTORS, cell.shown, place=_place(guess)) for doubt in doubts]
        asked += about
        answer = settled(about)
        if answer.instead:
            read = reader.lead(Cell(answer.instead, answer.instead), names_people=False)
        named = [party for party in (read.lead, *read.contributors) if party]
        if answer.is_left:
            named = [party for party in named if not isinstance(party, NewOrganisation)]
        parties += [party for party in named if party not in parties and party != found.lead]
        others += [each for each in (read.accountable_post, read.accountable_name, *read.others) if each]
    return replace(found, contributors=tuple(parties), others=tuple(others), asked=tuple(asked))


def _place(guess: Guess) -> str:
    return f"{Field.CONTRIBUTORS} {guess.heading.column}"
