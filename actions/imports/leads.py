"""Who leads an action, who contributes and who is accountable, of one cell. Nothing typed is dropped or invented."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from .date_forms import READ
from .doubts import Doubt, DoubtKind, listed, quoted
from .grid import Cell
from .lead_names import KnownOrganisation, Match, Organisations
from .lead_parts import Part, parts_of
from .lead_people import (
    begins_with_name,
    ends_as_team,
    is_everybody,
    is_name,
    is_nobody,
    is_post,
    is_surely_name,
    looks_like_organisation,
    may_be_name,
)


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """Typed, and not of the partnership yet: proposed, and added only when somebody says so."""

    name: str


Party = KnownOrganisation | NewOrganisation


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


@dataclass(slots=True)
class _Named:
    """What has been found so far, in the order typed."""

    known: Organisations
    names_people: bool
    leads: list[Party] = field(default_factory=list)
    helpers: list[Party] = field(default_factory=list)
    marked: list[Party] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def ask(self, kind: DoubtKind, sentence: str, proposal: str | None = None) -> None:
        self.doubts.append(Doubt(kind, sentence, proposal))

    def add(self, party: Party, part: Part) -> None:
        if part.leads and party not in self.marked:
            self.marked.append(party)
        group = self.helpers if part.supports else self.leads
        if party not in self.leads and party not in self.helpers:
            group.append(party)


def read_lead(cell: Cell, known: Organisations, *, names_people: bool = False) -> ReadLead:
    """`names_people`: the heading asks for a person, so that two capitalised words are a name without asking."""
    typed = cell.shown.strip()
    named = _Named(known, names_people)
    if cell.trouble:
        named.ask(DoubtKind.CELL_TROUBLE, cell.trouble)
    for part in parts_of(typed, named.known):
        _read_part(part, named)
    if len(typed) > READ:
        named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(typed)} is long, and only its beginning was read.")
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


def _read_part(part: Part, named: _Named) -> None:
    match = named.known.named(part.text)
    if match:
        _add_match(match, part, named)
    elif is_nobody(part.text):
        return
    elif is_everybody(part.text):
        named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(part.text)} names nobody in particular.")
    elif within := named.known.within(part.text):
        match, rest = within
        _add_match(match, part, named)
        _read_rest(Part(" ".join(rest.split()).strip(" '.:-()"), supports=part.supports), named)
    elif _is_person(part.text, named):
        _read_person(part.text, named)
    elif looks_like_organisation(part.text):
        _add_new(part, named)
    else:
        named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(part.text)} is no organisation, post or name that is known here.")


def _is_person(text: str, named: _Named) -> bool:
    if is_post(text) or is_surely_name(text):
        return True
    if is_name(text):
        return not named.known.share_a_word_with(text)
    return may_be_name(text) and (named.names_people or len(text) == 2)


def _read_rest(part: Part, named: _Named) -> None:
    """What stands beside an organisation: another one, or who answers for it."""
    match = named.known.named(part.text)
    if match and not match.is_loose:
        _add_match(match, part, named)
    elif part.text:
        _read_person(part.text, named)


def _add_match(match: Match, part: Part, named: _Named) -> None:
    """Of several that a word can mean, those who do the work today; the first is proposed."""
    today = list(dict.fromkeys(named.known.heir(organisation) for organisation in match.organisations))
    chosen, *others = today
    named.add(chosen, part)
    if others:
        names = listed((organisation.name for organisation in today), last="or")
        named.ask(DoubtKind.LEAD_TWO_WAYS, f"{quoted(part.text)} can mean {names}.", chosen.name)
    elif match.is_loose:
        named.ask(DoubtKind.LEAD_TWO_WAYS, f"{quoted(part.text)} may mean {chosen.name}, or another.", chosen.name)
    elif chosen not in match.organisations or _speaks_of_ccg(part.text, chosen):
        named.ask(DoubtKind.LEAD_SUCCEEDED, f"{chosen.name} took over the work of {quoted(part.text)}.", chosen.name)


def _speaks_of_ccg(text: str, chosen: KnownOrganisation) -> bool:
    return "CCG" in text.upper() and "CCG" not in f"{chosen.name} {chosen.short_name}".upper()


def _read_person(text: str, named: _Named) -> None:
    if is_post(text) and not is_surely_name(text):
        named.posts.append(text)
        if begins_with_name(text):
            named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(text)} is taken for a post, and may hold a person's name.", text)
        elif ends_as_team(text):
            named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(text)} is taken for a post, and may be a team.", text)
    elif is_name(text) or may_be_name(text):
        named.names.append(text)
        if not is_surely_name(text) and not (named.names_people and is_name(text)):
            named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(text)} is taken for a person's name.", text)
    else:
        named.posts.append(text)
        named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(text)} is taken for a post or a team.", text)


def _add_new(part: Part, named: _Named) -> None:
    named.add(NewOrganisation(part.text), part)
    named.ask(
        DoubtKind.LEAD_NEW,
        f"{quoted(part.text)} is not an organisation of the partnership yet.",
        f"Add {part.text}",
    )


def _lead_of(typed: str, named: _Named) -> Party | None:
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


def _one_person(typed: str, named: _Named) -> None:
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
