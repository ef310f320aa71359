"""A spreadsheet's number format, such as “#,##0.00;[Red]-#,##0.00”, taken apart into sections of tokens."""

import re
from functools import lru_cache
from typing import NamedTuple

PARTS = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | \\(?P<escaped>.)
    | (?P<padding>[_*].|(?:(?<=s)|(?<=s\]))\.0+)
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|Standard)
    | (?P<half_day>AM/PM|A/P)
    | (?P<exponent>E[+-])
    | (?P<date>y+|m+|d+|h+|s+)
    | (?P<digit>[0#?])
    | (?P<end>;)
    | (?P<mark>[.,%/@])
    | (?P<plain>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
AS_COMPUTER = {"[$-F800]": "d mmmm yyyy", "[$-F400]": "h:mm:ss"}
"""By these Windows means a long date or a time as the computer at hand writes it, whatever else the format says."""


class Token(NamedTuple):
    kind: str
    """text, date, half_day, elapsed, general, exponent, digit, mark or condition"""
    text: str


Section = tuple[Token, ...]


@lru_cache(maxsize=2_000)
def sections_of(code: str) -> tuple[Section, ...]:
    code = next((meant for sign, meant in AS_COMPUTER.items() if sign.lower() in code.lower()), code)
    sections: list[list[Token]] = [[]]
    for match in PARTS.finditer(code):
        kind, text = match.lastgroup or "plain", match[match.lastgroup or 0]
        if kind == "end":
            sections.append([])
        elif kind == "bracket":
            sections[-1] += _bracket(text)
        elif kind != "padding":
            sections[-1].append(Token("text" if kind in {"quoted", "escaped", "plain"} else kind, text))
    return tuple(tuple(section) for section in sections)


def is_moment(section: Section) -> bool:
    return any(token.kind in {"date", "elapsed"} for token in section)


def _bracket(text: str) -> Section:
    """[h] counts hours beyond a day, [>99] is a condition, [$£-809] a currency; the rest are colours."""
    if ELAPSED.fullmatch(text):
        return (Token("elapsed", text.lower()),)
    if text[:1] in {"<", ">", "="}:
        return (Token("condition", text),)
    currency, _, _ = text[1:].partition("-")
    return (Token("text", currency),) if text[:1] == "$" and currency else ()
