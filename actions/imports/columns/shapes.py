"""What a cell's text looks like, whatever stands above it: a reference, a date, a colour, a name, prose.

These only help to tell columns apart. What a cell means is worked out elsewhere, once its column is known.
"""

import re
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from actions.imports.grid import Cell

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)"
_DAY = (
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}|(?:19|20)\d\d-\d\d-\d\d(?:[T ].*)?|\d{{1,2}}(?:st|nd|rd|"
    rf"th)?[ -]{MONTH}(?:[ ,-]*{_YEAR})?"
)
_MONTH_OF_YEAR = rf"{MONTH}\.?(?:[ ,/’'-]*{_YEAR})?|{_YEAR}[ /-]{MONTH}|\d\d[/-]20\d\d"
_TERM = (
    rf"(?:autumn|spring|summer|winter|easter|christmas|half[ -]?term)(?: (?:term|half[ -]?term|"
    rf"holidays?))?(?: ?\d)?(?:[ ,/-]*{_YEAR}(?:[/-]\d\d(?:\d\d)?)?)?"
)
_PERIOD = (
    rf"q(?:uarter)? ?[1-4](?:[ ,/-]*{_YEAR}(?:[/-]\d\d(?:\d\d)?)?)?|(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?|"
    rf"\d\d/\d\d|(?:fy ?)\d\d(?:[/-]\d\d)?"
)
_STANDING = (
    r"on-?going|termly|monthly|weekly|quarterly|annual(?:ly)?|each \w+|every \w+|tbc|tba|tbd|"
    r"to be (?:confirmed|agreed|determined)|n/?a|(?:with )?immediate(?:ly)?|asap|by (?:the )?new year|"
    r"continuous|in place|rolling"
)
_LEAD_IN = (
    r"(?:(?:by|from|until|till|to|end|start|early|mid|late|the|of|in|on|before|during|for|beginning|w/c|"
    r"completed?|due|revised?|extended|now)[ :-]+)*"
)
_ANY_DATE = rf"(?:{_DAY}|{_MONTH_OF_YEAR}|{_TERM}|{_PERIOD}|{_STANDING})"

_DATE = re.compile(rf"{_LEAD_IN}{_ANY_DATE}\.?")
_DATES = re.compile(rf"{_LEAD_IN}{_ANY_DATE}(?:\s*(?:[-–—/,;&+>→\n]|to|and|until)+\s*{_LEAD_IN}{_ANY_DATE})+\.?")
_REFERENCE = re.compile(
    r"(?:[a-z]{1,6}[ ._/-]?)?\d{1,4}(?:[._/-]\d{1,4}){0,4}[a-z]?(?:\((?:[a-z]|[ivx]+)\))?[.):]?|[a-z]{1,3}\d*|"
    r"[ivx]{1,5}[.)]?"
)
_LEADING_REFERENCE = re.compile(
    r"\s*\(?((?:[A-Za-z]{1,5}[ ._-]?)?\d{1,4}(?:[._]\d{1,4})+[a-z]?|[A-Z]{1,4}[-.]?\d{1,4}(?:\.\d+)*|"
    r"\d{1,3}[a-z]?(?=[.):]))[.):]*[\s:–—-]+(?=\S*[A-Za-z])"
)
_PERCENT = re.compile(r"[<>~c]?\s?\d{1,3}(?:\.\d+)?\s?(?:%|per ?cent)(?: ?complete[d]?)?")
_NUMBER = re.compile(r"[£-]?\d[\d,]*(?:\.\d+)?")
_COLOUR = r"(?:dark |light |pale )?(?:red|amber|green|blue|gr[ea]y|yellow|orange|purple|black|white)"
_RAG = re.compile(
    rf"(?:b?rag(?:g|b|p)?(?: rating| status)?[ :–-]*)?(?:{_COLOUR}|[bragypw])(?:(?:\s*[/–,→>-]+\s*|"
    rf"\s+to\s+)(?:{_COLOUR}|[bragypw]))*[.\s↑↓→*]*"
)
_STATUS = re.compile(
    r"(?:not (?:yet )?(?:started|begun|commenced|updated|due|complete[d]?|applicable|achieved)|"
    r"(?:action )?(?:completed?|done|closed|achieved|delivered|finished|signed off)|(?:on|off)[ -]?(?:track|"
    r"target|schedule|plan)|"
    r"in[ -]?progress|under ?way|started|commenced|on-?going|delayed?|at risk|overdue|late|"
    r"behind(?: schedule)?|slipp(?:ed|ing)|paused|on hold|"
    r"no longer (?:applicable|required|needed)|(?:partially|partly|nearly|substantially|mostly|"
    r"fully) (?:complete[d]?|met|achieved|embedded)|"
    r"embedded|embedding|planned|superseded|cancelled|withdrawn|ahead(?: of schedule)?|open|pending|stalled|"
    r"to do|business as usual|bau|"
    r"yes|no|y|n|✓|✔|✗|x)"
    r"(?:[ ,/–-]+(?:and|but|or|to be)?\s*(?:on[ -]?track|delayed|ongoing|verified|not verified|at risk|"
    r"complete[d]?|embedded|evidenced|on[ -]?going))*"
)
_ORGANISATION = re.compile(
    r"\b(?:council|lcc|nhs|icb|ccgs?|trust|forum|pcf|send|sencos?|sendias?s?|schools?|colleges?|service|"
    r"services|team|director|head|manager|lead|officer|"
    r"co-?ordinator|commissioner|designated|dco|dmo|dsco|partnership|board|education|health|social care|"
    r"public health|adviser|advisor|consultant|chief|"
    r"executive|assistant|ad|dcs|principal|psychologist|ep|eps|camhs|governors?|headteachers?|all|parents?|"
    r"carers?|providers?|hub|hubs|la|group|network|providers)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,6}(?:\s*(?:[/,&+;\n]|and)\s*[A-Z]{2,6})*")
_PERSON = re.compile(r"(?:[A-Z][\w'’.-]*)(?:[ ]+(?:[A-Z][\w'’.-]*|of|and|for|the|de|van|&)){0,5}")


_ACTS = re.compile(
    r"(?:to )?(?:develop|review|ensure|establish|create|implement|deliver|agree|produce|improve|publish|"
    r"recruit|appoint|train|co-?produce|design|embed|"
    r"increase|reduce|provide|set up|introduce|undertake|complete|carry out|monitor|audit|promote|launch|"
    r"update|write|commission|work with|roll ?out|"
    r"strengthen|refresh|share|map|identify|hold|build|support|consult|engage|clarify|define|analyse|analyze|"
    r"assess|revise|secure|evaluate|explore|"
    r"pilot|extend|expand|redesign|procure|put in place|make sure|bring|start|run|offer|draft|prepare|collect|"
    r"use|all \w+ (?:to|will)|we will)\b",
    re.IGNORECASE,
)


_LONGEST_NARROW = 120


class Shape(StrEnum):
    """Its value is how a sentence speaks of such cells."""

    DATE = "dates"
    DATES = "several dates at once"
    PERCENT = "percentages"
    RAG = "colours"
    STATUS = "words for how it is going"
    LEVEL = "High, Medium or Low"
    REF = "references"
    NUMBER = "numbers"
    NAME = "short names"
    WORDS = "a few words"
    PROSE = "long texts"


def squeeze(text: str) -> str:
    return " ".join(text.split())


def shape_of(cell: Cell) -> Shape:
    """The first that fits, from the narrowest to the widest. A colour is no reference, though “A” could be either."""
    if isinstance(cell.value, datetime | date):
        return Shape.DATE
    return _shape_of_text(squeeze(cell.shown))


@lru_cache(maxsize=5000)
def _shape_of_text(text: str) -> Shape:
    if len(text) > _LONGEST_NARROW:
        return _wide(text)
    lower = text.lower()
    for shape, pattern in _NARROW:
        if pattern.fullmatch(lower):
            return shape
    colour = _COLOUR_FIRST.match(lower)
    if colour and _STATUS.fullmatch(lower[colour.end() :]):
        return Shape.RAG
    return _wide(text)


_COLOUR_FIRST = re.compile(rf"(?:{_COLOUR}|[bragy])\s*[-–—:,/(]\s*")
_NARROW = [
    (Shape.PERCENT, _PERCENT),
    (Shape.RAG, _RAG),
    (Shape.LEVEL, re.compile(r"(?:very )?(?:high|medium|low)|must|should|could|h|m|l")),
    (Shape.STATUS, _STATUS),
    (Shape.DATE, _DATE),
    (Shape.DATES, _DATES),
    (Shape.REF, _REFERENCE),
    (Shape.NUMBER, _NUMBER),
]


def _wide(text: str) -> Shape:
    if len(text) > 160 or _ACTS.match(text):
        return Shape.PROSE if len(text) > 60 or len(text.split()) > 8 else Shape.WORDS
    parts = [part for part in re.split(r"[,;/&+()]| and | with ", text) if part.strip()]
    if _INITIALS.fullmatch(text) or _ORGANISATION.search(text) or _PERSON.fullmatch(text):
        is_list = all(len(part.split()) <= 8 for part in parts) and not text.endswith(".")
        return Shape.NAME if is_list else Shape.PROSE
    return Shape.PROSE if len(text) > 60 or len(text.split()) > 8 else Shape.WORDS


def leading_reference(text: str) -> str:
    """“7.001 Promote the offer” → “7.001”; nothing where the text begins with words or a plain number."""
    found = _LEADING_REFERENCE.match(text)
    return found.group(1) if found else ""


def promises(text: str) -> bool:
    """It begins as an action does, with what is to be done."""
    return bool(_ACTS.match(text.strip()))


def is_reference(text: str) -> bool:
    return bool(_REFERENCE.fullmatch(squeeze(text).lower()))
