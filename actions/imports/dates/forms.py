"""Finds every date in a text, whatever its form. The more exact forms are looked for first, and take their letters."""

import re
from dataclasses import dataclass

from actions.imports.dates.days import BARE, BY_DAY, BY_MONTH, BY_NUMBER
from actions.imports.dates.ranges import BY_RANGE, BY_YEAR, BY_YEARS
from actions.imports.dates.terms import BY_TERM
from actions.imports.dates.words import PlanYears, Reading

READ = 500
"""So many letters of a cell are read: more is a text, and would take long."""
TAKEN = "\x00"  # stands for each letter of a date that was found
_FORMS = [
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in [*BY_DAY, *BY_MONTH, *BY_TERM, *BY_RANGE, *BY_YEARS, *BY_NUMBER, *BARE, *BY_YEAR]
]
_AS_ASCII = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("‘’ʼ`", "'"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
        **dict.fromkeys("\u200b\ufeff", " "),
        TAKEN: " ",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text, and where it stands there."""

    start: int
    end: int
    reading: Reading


def plain(text: str) -> str:
    """The same text, letter by letter, with one kind of dash, inverted comma and space."""
    return text.translate(_AS_ASCII)


def find_dates(text: str, years: PlanYears) -> tuple[list[Found], str]:
    """The dates of a plain text in order, and the text without them."""
    found = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            reading = read(match, years)
            if reading:
                found.append(Found(match.start(), match.end(), reading))
        for date in found:
            text = text[: date.start] + TAKEN * (date.end - date.start) + text[date.end :]
    return sorted(found, key=lambda date: date.start), text
