"""Whom one part of a lead cell names: an organisation, known or new, a post, or a person."""

import re
from dataclasses import dataclass, field

from actions.imports.doubts import Doubt, DoubtKind, listed, quoted
from actions.imports.leads.names import KnownOrganisation, Match, Organisations
from actions.imports.leads.parts import Part
from actions.imports.leads.people import (
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
_ROLE = re.compile(
    r"(?P<lead>(?:to )?lead(?:s|ing)?(?: (?:agency|organisation|partner))?)|(?P<support>(?:to |in )?support(?:s|ing)?)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Named:
    """What has been found so far, in the order typed."""

    known: Organisations
    names_people: bool
    leads: list[Party] = field(default_factory=list)
    helpers: list[Party] = field(default_factory=list)
    marked: list[Party] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def ask(self, kind: DoubtKind, sentence: str, proposal: str | None = None) -> None:
        self.doubts.append(Doubt(kind, sentence, proposal))

    def add(self, party: Party, part: Part) -> None:
        if part.leads and party not in self.marked:
            self.marked.append(party)
        group = self.helpers if part.supports else self.leads
        if party not in self.leads and party not in self.helpers:
            group.append(party)


def read_part(part: Part, named: Named) -> None:
    match = named.known.named(part.text)
    if match:
        _add_match(match, part, named)
    elif is_nobody(part.text):
        named.unsure.append(part.text)
    elif is_everybody(part.text):
        named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(part.text)} names nobody in particular.")
    elif within := named.known.within(part.text):
        match, rest = within
        rest = " ".join(rest.split()).strip(" '.:-()")
        role = _ROLE.fullmatch(rest)
        leads, supports = part.leads or bool(role and role["lead"]), part.supports or bool(role and role["support"])
        _add_match(match, Part(part.text, leads=leads, supports=supports), named)
        if rest and not re.search(r"\w", rest):
            named.unsure.append(rest)
        elif not role:
            _read_rest(Part(rest, supports=part.supports), named)
    elif _is_person(part.text, named):
        _read_person(part.text, named)
    elif looks_like_organisation(part.text):
        _add_new(part, named)
    else:
        named.ask(DoubtKind.LEAD_UNREAD, f"{quoted(part.text)} is no organisation, post or name that is known here.")


def _is_person(text: str, named: Named) -> bool:
    if is_post(text) or is_surely_name(text):
        return True
    if is_name(text):
        return not named.known.share_a_word_with(text)
    return may_be_name(text) and (named.names_people or len(text) == 2)


def _read_rest(part: Part, named: Named) -> None:
    """What stands beside an organisation: another one, or who answers for it."""
    match = named.known.named(part.text)
    if match and not match.is_loose:
        _add_match(match, part, named)
    elif part.text:
        _read_person(part.text, named)


def _add_match(match: Match, part: Part, named: Named) -> None:
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


def _read_person(text: str, named: Named) -> None:
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


def _add_new(part: Part, named: Named) -> None:
    named.add(NewOrganisation(part.text), part)
    named.ask(
        DoubtKind.LEAD_NEW,
        f"{quoted(part.text)} is not an organisation of the partnership yet.",
        f"Add {part.text}",
    )
