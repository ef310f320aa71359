"""What a heading says, however a council words it, and which day or month it names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from actions.imports.columns.fields import Field
from actions.imports.columns.heading_rules import RULES
from actions.imports.columns.shapes import MONTH, squeeze

_MOMENT = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?[ -])?\b{MONTH}\b\.?[ ,’'/-]*(?:(?:19|20)\d\d|\d\d)?\b|"
    rf"\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b|\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b"
    r"|\bq(?:uarter)? ?[1-4]\b(?:[ ,/-]*(?:20)?\d\d(?:[/-]\d\d)?)?|\b(?:autumn|spring|summer) term\b(?: (?:19|"
    r"20)\d\d)?|\b(?:3|6|9|12|18|24)[ -]months?\b",
    re.IGNORECASE,
)

_COMPILED = [(field, is_sure, re.compile(pattern)) for field, is_sure, pattern in RULES]
_OTHER_REGISTER = re.compile(
    r"\blikelihood\b|\b(?:inherent|residual|gross|net)\b|\brisk (?:score|rating|description)\b|\bprobability\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    field: Field
    is_sure: bool


@lru_cache(maxsize=5000)
def plain(text: str) -> str:
    """Without case, punctuation, line breaks and numbering, so that “1. Lead\\nOfficer(s):” is “lead officers”."""
    text = squeeze(text).lower().replace("&", " and ").replace("(s)", "s")
    text = re.sub(r"[^\w%#\s]|_", " ", text)
    return squeeze(re.sub(r"^\d+ (?=[a-z])", "", squeeze(text)))


def moment_in(text: str) -> str:
    """The day, month or quarter that a heading names: “Update (July 2019)” → “July 2019”."""
    found = _MOMENT.search(squeeze(text))
    return found.group(0).strip(" ,-/") if found else ""


def without_moment(text: str) -> str:
    return squeeze(_MOMENT.sub(" ", squeeze(text)))


@lru_cache(maxsize=5000)
def what_heading_says(text: str, group: str = "") -> Said | None:
    """None where it says nothing we know. The heading above it counts where it narrows (“Original” over “End”)."""
    own, above = plain(without_moment(text)), plain(without_moment(group))
    bare = plain(without_moment(re.sub(r"\([^)]*\)?", " ", text)))
    narrowing = f"{above} {own}" if re.search(r"\boriginal|\brevised|\bactual|\bplanned", above) else ""
    for words in (narrowing, bare, own, f"{above} {own}" if above else ""):
        said = _first_rule(words)
        if said:
            return said
    return None


def _first_rule(words: str) -> Said | None:
    if not words:
        return None
    return next((Said(field, is_sure) for field, is_sure, pattern in _COMPILED if pattern.search(words)), None)


def names_another_register(headings: list[str]) -> bool:
    """A risk register has actions and owners too, but they are not the plan's."""
    return sum(bool(_OTHER_REGISTER.search(plain(text))) for text in headings) >= 2
