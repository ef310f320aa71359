"""Who leads an action, who contributes and who is accountable, of one cell. Nothing typed is dropped or invented."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from actions.imports.dates.forms import READ
from actions.imports.doubts import Doubt, DoubtKind, listed, quoted
from actions.imports.grid import Cell
from actions.imports.leads.names import KnownOrganisation, Organisations
from actions.imports.leads.parts import parts_of
from actions.imports.leads.reading import Named, Party, read_part


@dataclass(frozen=True, slots=True)
class ReadLead:
    """`others` are further posts and names: an action has one accountable person."""

    typed: str
    lead: Party | None = None
    contributors: tuple[Party, ...] = ()
    accountable_post: str = ""
    accountable_name: str = ""
    others: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_lead(cell: Cell, known: Organisations, *, names_people: bool = False) -> ReadLead:
    """`names_people`: the heading asks for a person, so that two capitalised words are a name without asking."""
    typed = cell.shown.strip()
    named = Named(known, names_people)
    if cell.trouble:
        named.ask(DoubtKind.CELL_TROUBLE, cell.trouble)
    for part in parts_of(typed, named.known):
        read_part(part, named)
    if len(typed) > READ:
        named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(typed)} is long, and only its beginning was read.")
    if named.unsure and (named.leads or named.posts or named.names):
        named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(typed)} is not sure ({quoted(named.unsure[0])}).")
    lead = _lead_of(typed, named)
    _one_person(typed, named)
    contributors = tuple(party for party in [*named.leads, *named.helpers] if party != lead)
    return ReadLead(
        typed,
        lead,
        contributors,
        accountable_post=next(iter(named.posts), ""),
        accountable_name=next(iter(named.names), ""),
        others=(*named.posts[1:], *named.names[1:]),
        doubts=tuple(named.doubts),
    )


def _lead_of(typed: str, named: Named) -> Party | None:
    """Whoever is called lead; else the only one; else the first, as a proposal."""
    if len(named.marked) == 1:
        return named.marked[0]
    candidates = named.marked or named.leads
    if not candidates:
        named.ask(DoubtKind.LEAD_MISSING, _nobody_leads(typed))
        return None
    if len(candidates) > 1:
        names = listed(party.name for party in candidates)
        named.ask(
            DoubtKind.LEAD_SEVERAL,
            f"{quoted(typed)} names {names}, and not which one leads.",
            f"{candidates[0].name} leads",
        )
    return candidates[0]


def _nobody_leads(typed: str) -> str:
    return f"{quoted(typed)} names no organisation that leads." if typed else "Nobody is named as lead."


def _one_person(typed: str, named: Named) -> None:
    for people, what in [(named.posts, "post"), (named.names, "person")]:
        if len(people) > 1:
            named.ask(
                DoubtKind.LEAD_SEVERAL,
                f"{quoted(typed)} names more than one {what}: {listed(people)}. One is accountable.",
                people[0],
            )


def keys(parties: Iterable[Party]) -> list[Hashable]:
    """Of those that the partnership has."""
    return [party.key for party in parties if isinstance(party, KnownOrganisation)]
