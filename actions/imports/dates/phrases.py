"""Words that stand in a date column instead of a date, or beside one."""

import re

from actions.imports.dates.forms import TAKEN
from actions.wording import word_for_more_time

_TIMES = r"(?:meeting|half[\s-]?term|term|month|week|fortnight|quarter|year|cycle)s?"
_EVERY = rf"(?:each|every|per)\s+(?:\w+\s+){{0,2}}?{_TIMES}"
_AGAIN = (
    rf"on[\s-]?going|continu(?:ous(?:ly)?|al(?:ly)?|ing|es)|rolling(?:\s+programme)?|(?:half[\s-]?)?termly|monthly"
    rf"|weekly|fortnightly|daily|quarterly|bi[\s-]?annual(?:ly)?|bi[\s-]?monthly|six[\s-]monthly|annual(?:ly)?|yearly"
    rf"|regular(?:ly)?|throughout|business\s+as\s+usual|BAU|{_EVERY}"
)
_ONGOING = re.compile(rf"(?:\b(?:{_AGAIN}|and|or|then|with|reviewed|reviews?|updates?|meetings?)\b|\W)+", re.IGNORECASE)
_SAYS_ONGOING = re.compile(rf"\b(?:{_AGAIN}|onwards?)\b", re.IGNORECASE)
_NO_DATE = re.compile(
    r"[\s(]*(?:tb[acd]|t\.b\.[acd]|(?:date\s+)?to\s+be\s+(?:agreed|confirmed|determined|decided|advised|set|arranged)"
    r"|(?:date\s+)?tb[acd]|n/?a|n\.a|not\s+applicable|none|nil|unknown|not\s+(?:yet\s+)?(?:known|set|agreed|confirmed|given)"
    r"|no\s+date(?:\s+(?:set|given|yet|agreed))?)[\s.)]*|[-?./\\*_\s]+",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\?|\b(?:tb[acd]|to\s+be\s+(?:agreed|confirmed|decided)|provisional(?:ly)?|approx\w*|circa|around|about|possibly|likely)\b|~",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?<!be )(?:complete(?! by\b)|completed|done|achieved|delivered|finished|closed|actioned|implemented)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:revised|rev'?d|re-?vised|was|were|now|previously|original(?:ly)?|changed|amended|moved|slipped|new|extended)\b|->|=>|[>→]",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|previously|original(?:ly)?|from)\b\W*(?:\w+\W+){0,2}?$", re.IGNORECASE)
_ROUGH = re.compile(
    r"\b(?:early|beginning|start|mid|middle|late|later|first\s+half|second\s+half|first\s+week|week\s+(?:commencing|beginning)"
    r"|w/c|w/b|half[\s-]?term)\b",
    re.IGNORECASE,
)
_NO_LATER = re.compile(r"\b(?:no|not)\s+later\s+than\b|\bon\s+or\s+before\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|prior\s+to|after|from|since|not)\b(?!\s+(?:the\s+)?end\b)", re.IGNORECASE)
_IDLE = re.compile(
    r"\b(?:no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|before|(?:at\s+the\s+)?latest|(?:to\s+be\s+)?completed?(?:\s+by)?"
    r"|for\s+completion|completion|deadline|target|timescale|due|date|by|on|in|at|for|the|of|end|ends|ending|until|till|during)\b",
    re.IGNORECASE,
)


def means_ongoing(text: str) -> bool:
    return bool(_ONGOING.fullmatch(text) and _SAYS_ONGOING.search(text))


def means_no_date(text: str) -> bool:
    return bool(_NO_DATE.fullmatch(text))


def says_ongoing(text: str) -> str:
    return _first(_SAYS_ONGOING, text)


def says_done(text: str) -> str:
    return _first(_DONE, text)


def says_moved(text: str, rest: str) -> str:
    """The words of the whole text that speak of a new date, or of the rest of it without its dates."""
    return word_for_more_time(text) or _first(_MOVED, rest)


def says_unsure(rest: str) -> str:
    return _first(_UNSURE, rest)


def says_roughly(rest: str) -> str:
    return _first(_ROUGH, _NO_LATER.sub("", rest))


def says_another_side(rest: str) -> str:
    """Before, after or from a date is not that date."""
    return _first(_BEFORE, _NO_LATER.sub("", rest))


def is_called_original(before: str) -> bool:
    """Of the text that stands before a date: “was”, “originally”."""
    return bool(_WAS.search(before))


def names_the_end(rest: str) -> bool:
    return bool(re.search(r"\bend\b", rest, re.IGNORECASE))


def unread_words(rest: str) -> str:
    """What is neither a date nor a word that changes nothing."""
    words = _IDLE.sub(" ", rest.replace(TAKEN, " "))
    left = re.findall(r"[^\s.,;:()\[\]'\"-]\S*", words)
    return " ".join(left) or ("-" if rest.rstrip().endswith("-") else "")


def _first(pattern: re.Pattern, text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""
