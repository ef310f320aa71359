"""By which words a partnership's organisations are known, and who took over from whom."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from actions.choices import OrganisationKind


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation of the partnership, as plain data. `succeeded_by` is another one's key."""

    key: Hashable
    name: str
    short_name: str
    kind: str
    succeeded_by: Hashable | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a word can mean. `is_loose`: the word names a field of work rather than an organisation."""

    organisations: tuple[KnownOrganisation, ...]
    is_loose: bool = False


# Words for a kind of organisation; loose ones may mean another kind as well.
_KINDS = [
    (r"la|local authority|(?:the |county |city |borough )?council", OrganisationKind.COUNCIL, False),
    (r"icb|integrated care board|ccgs?|clinical commissioning groups?|(?:nhs )?commissioners?", "commissioner", False),
    (r"pcf|parents?[ /]?(?:and )?carers?['s]* forum", OrganisationKind.PARENT_CARER_FORUM, False),
    (r"health|nhs|health (?:services|partners|colleagues)", "commissioner", True),
    (
        r"education|(?:children's )?social care|children's services|send (?:team|service)",
        OrganisationKind.COUNCIL,
        True,
    ),
    (r"schools?|colleges?|settings|schools and (?:settings|colleges)", OrganisationKind.EDUCATION, True),
    (r"parents?|carers?|parents?(?: and |/| )carers?|families", OrganisationKind.PARENT_CARER_FORUM, True),
    (r"young people|children and young people|cyp", OrganisationKind.YOUNG_PEOPLE, True),
    (r"voluntary sector|vcs|vcfse|third sector", OrganisationKind.VOLUNTARY, True),
]
_SMALL = {"and", "of", "the", "for", "in", "&"}
_OLD = re.compile(r"ccgs?|clinical commissioning groups?")


def initials(name: str) -> str:
    """Lancashire and South Cumbria ICB → LSCICB"""
    words = [word for word in re.split(r"[\s/-]+", name) if word.lower() not in _SMALL]
    return "".join(word if word.isupper() and len(word) > 1 else word[:1].upper() for word in words)


class Organisations:
    """The partnership's organisations, found by any word for them."""

    def __init__(self, known: Iterable[KnownOrganisation]):
        self.by_key = {organisation.key: organisation for organisation in known}
        self._by_word: dict[str, dict[Hashable, KnownOrganisation]] = {}
        for organisation in self.by_key.values():
            for word in _words_for(organisation):
                self._by_word.setdefault(word, {})[organisation.key] = organisation
        names = sorted(self._by_word, key=len, reverse=True)
        self._name_words = {word for name in names for word in name.split() if len(word) > 3}
        self._own_names = _any_of(names)
        self.names_to_keep_whole = _any_of(name for name in names if re.search(r"\band\b|[,/&()+-]", name))

    def heir(self, organisation: KnownOrganisation) -> KnownOrganisation:
        """Who does its work today."""
        passed = set()
        while organisation.succeeded_by in self.by_key and organisation.key not in passed:
            passed.add(organisation.key)
            organisation = self.by_key[organisation.succeeded_by]
        return organisation

    def named(self, text: str) -> Match | None:
        """Of a text that is nothing but a word for an organisation, or for a kind of them."""
        word = _folded(text)
        if word in self._by_word:
            return Match(tuple(self._by_word[word].values()))
        for pattern, kind, is_loose in _KINDS:
            if re.fullmatch(pattern, word):
                return self._of_kind(kind, word, is_loose)
        return None

    def within(self, text: str) -> tuple[Match, str] | None:
        """An organisation's own name among other words, and those other words: of “chair of the board” all of them."""
        for found in self._own_names.finditer(text):
            organisations = self._by_word.get(_folded(found[0]))
            if not organisations or (" " not in found[0] and not found[0].isupper()):
                continue  # a single word counts only in capitals: “Health” may be part of a post
            before, after = text[: found.start()], text[found.end() :]
            rest = text if re.search(r"\b(?:of|for|to)(?: the)?\s*$", before, re.IGNORECASE) else f"{before} {after}"
            return Match(tuple(organisations.values())), rest
        return None

    def share_a_word_with(self, text: str) -> bool:
        return bool(self._name_words & set(_folded(text).split()))

    def _of_kind(self, kind: str, word: str, is_loose: bool) -> Match | None:
        wanted = OrganisationKind.NHS_COMMISSIONER if kind == "commissioner" else kind
        of_kind = [organisation for organisation in self.by_key.values() if organisation.kind == wanted]
        old = [organisation for organisation in of_kind if organisation.succeeded_by is not None]
        today = tuple(organisation for organisation in of_kind if organisation.succeeded_by is None)
        if _OLD.fullmatch(word) and old:
            return Match(tuple(old))
        return Match(today, is_loose) if today else None


def _words_for(organisation: KnownOrganisation) -> set[str]:
    names = {organisation.name, organisation.short_name}
    names |= {re.sub(r"^(?:NHS|The)\s+", "", name, flags=re.IGNORECASE) for name in names}
    short = {initials(name) for name in names}
    words = {_folded(name) for name in names | {word for word in short if len(word) > 2}}
    return {word for word in words if word}


def _folded(text: str) -> str:
    words = " ".join(text.replace("&", " and ").lower().split()).strip(" .:-()")
    return words.removeprefix("the ")


def _any_of(names: Iterable[str]) -> re.Pattern:
    """However their words are spaced and their “and” is typed. The longer come first; of none, nothing."""
    patterns = (
        r"\s+".join(r"(?:and|&)" if word == "and" else re.escape(word) for word in name.split()) for name in names
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns) or '(?!)'})(?!\w)", re.IGNORECASE)
