"""Where a lead cell parts into those it names: at a comma, a stroke or “and”, but never inside a name."""

import re
from dataclasses import dataclass

from actions.imports.dates.forms import READ, plain
from actions.imports.leads.names import Organisations, initials
from actions.imports.leads.people import is_name, is_post

_KEPT = [  # words that belong together, though a separator stands between them
    r"parents?\s*/\s*carers?",
    r"health (?:and|&) (?:social care|wellbeing|care|justice)",
    r"education,? health (?:and|&) care",
    r"children (?:and|&) (?:young people|famil(?:y|ies)|adults?)(?:'s)?",
    r"children,? young people (?:and|&) families",
    r"child (?:and|&) adolescent",
    r"speech,? (?:and|&)? ?language",
    r"(?:special )?educational needs (?:and|&) disabilit(?:y|ies)",
    r"schools (?:and|&) (?:settings|colleges|learning)",
    r"education (?:and|&) (?:skills|inclusion|learning|children's services)",
    r"\b[a-z]/[a-z]\b",
]
_KEEP = re.compile("|".join(_KEPT), re.IGNORECASE)
_ABBREVIATED = re.compile(r"([A-Z][^(),;/\n]*?)\s*\(([A-Z]{2,6})\)")
_SUPPORT = re.compile(
    r"\b(?:(?:with|and)\s+(?:the\s+)?support\s+(?:from|of)|supported\s+by|in\s+partnership\s+with|jointly\s+with"
    r"|working\s+with|together\s+with|alongside|assisted\s+by|contributors?\s*:|support(?:ing)?\s*:|with)\b",
    re.IGNORECASE,
)
_LEADER = r"lead(?:\s+(?:agency|organisation|partner|officer|person))?"
_LEADS_AFTER = re.compile(rf"\s*(?:\((?:joint[\s-]+)?{_LEADER}\)|\s-\s*lead\b)", re.IGNORECASE)
_LEADS_BEFORE = re.compile(rf"(?:^|(?<=[\n;,/]))\s*(?:led\s+by|{_LEADER}\s*[:-])\s*", re.IGNORECASE)
_SURE = re.compile(r"\s*[\n;,/+()|]\s*|\s+-\s+|:\s+")
_AND = re.compile(r"\s+(?:and|&)\s+|\s*&\s*", re.IGNORECASE)
_HIDDEN = {" ": "\x01", ",": "\x02", "/": "\x03", "&": "\x04", "(": "\x05", ")": "\x06", "-": "\x07", "+": "\x08"}
_HIDE = str.maketrans(_HIDDEN)
_SHOW = str.maketrans({hidden: shown for shown, hidden in _HIDDEN.items()})


@dataclass(frozen=True, slots=True)
class Part:
    """One named in the cell. `supports`: after words such as “with support from”."""

    text: str
    leads: bool = False
    supports: bool = False


def parts_of(typed: str, known: Organisations) -> list[Part]:
    text = _protected(re.sub(r"[\x00-\x08]", " ", plain(typed[:READ])), known)
    before, *after = _SUPPORT.split(text)
    parts = [part for piece in _SURE.split(_marked(before)) for part in _split(piece, known)]
    helpers = [part for half in after for piece in _SURE.split(_marked(half)) for part in _split(piece, known)]
    helping = [Part(part.text, leads=part.leads, supports=not part.leads) for part in helpers]
    return [part for part in [*parts, *helping] if part.text]


def _protected(text: str, known: Organisations) -> str:
    """Names keep together: their separators are hidden until the parts are found."""
    text = known.names_to_keep_whole.sub(_hidden, text)
    text = _KEEP.sub(_hidden, text)
    return _ABBREVIATED.sub(lambda found: _hidden(found) if _is_only_short(found, known) else found[0], text)


def _is_only_short(found: re.Match, known: Organisations) -> bool:
    """Designated Clinical Officer (DCO) names one."""
    name = found[1].translate(_SHOW)
    return not known.named(name) and initials(name).endswith(found[2])


def _hidden(found: re.Match) -> str:
    return found[0].translate(_HIDE)


def _marked(text: str) -> str:
    """A lead is marked by a sign before it, whether the word stands before or after."""
    text = _LEADS_BEFORE.sub("\x10", text)
    return _LEADS_AFTER.sub("\x11", text)


def _split(piece: str, known: Organisations) -> list[Part]:
    halves = _AND.split(piece)
    if len(halves) > 1 and not all(_stands_alone(half, known) for half in halves):
        halves = [piece] if not any(known.named(_clean(half)) for half in halves) else halves
    return [Part(_clean(half), leads="\x10" in half or "\x11" in half) for half in halves]


def _stands_alone(text: str, known: Organisations) -> bool:
    words = _clean(text)
    return bool(known.named(words)) or is_name(words) or (is_post(words) and " " in words)


def _clean(text: str) -> str:
    shown = text.translate(_SHOW).replace("\x10", "").replace("\x11", "")
    words = " ".join(shown.split()).strip(" .:-")
    return re.sub(r"^(?:and|&)(?:\s+|$)|(?:^|\s+)(?:and|&)$", "", words, flags=re.IGNORECASE)
