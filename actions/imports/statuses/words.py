"""The words of a status column, as patterns. What they mean in one tracker is proposed here and decided by a person."""

import re
from dataclasses import dataclass

from actions.choices import Rag, Status
from actions.imports.dates.forms import plain

_PREFIX = re.compile(r"^(?:b?rag|status|rating|stage|progress|colour)(?:[\s-]+(?:status|rating|colour))?\s*[:=-]\s*")
_COLOURS = {
    "b": Rag.BLUE,
    "blue": Rag.BLUE,
    "r": Rag.RED,
    "red": Rag.RED,
    "a": Rag.AMBER,
    "amber": Rag.AMBER,
    "orange": Rag.AMBER,
    "yellow": Rag.AMBER,
    "g": Rag.GREEN,
    "green": Rag.GREEN,
    "grey": Rag.GREY,
    "gray": Rag.GREY,
    "white": Rag.GREY,
}
_COLOUR_NAME = re.compile(rf"\b(?:{'|'.join(name for name in _COLOURS if len(name) > 1)})\b")
_PERCENT = re.compile(r"\d+(?:\.\d+)?\s?%")

_BE_DONE = (
    r"(?:to|will|due to|expected to) be (?:fully )?(?:complete|completed|delivered|achieved|met|done)"
    r"|to (?:complete|deliver)|for (?:completion|delivery)"
)
_NOT_UPDATED = r"not (?:yet )?(?:been )?updated|no update|(?:awaiting|needs) (?:an )?update|update (?:awaited|needed)"
_NOT_DONE = r"(?:not|never) (?:yet )?(?:complete|completed|achieved|delivered|met|done)|incomplete"
_NEARLY = r"(?:part|partly|partially|nearly|almost|mostly|substantially) (?:complete|completed|done)"
_NOT_STARTED = r"not (?:yet )?(?:been )?(?:started|begun|commenced)|yet to (?:start|begin|commence)|unstarted"
_NOT_DUE = r"not (?:yet )?(?:due|scheduled)(?: to start)?|not yet|to (?:do|start)|planned|scheduled|pending|future"
_OFF_TRACK = r"(?:not on|no longer on|off)[ -](?:track|target|schedule)|behind (?:schedule|target|plan)"
_DELAYED = r"delayed (?:or|and) at risk|delayed|delays?|at risk|overdue|late|behind|slipped|slippage|missed|stalled"
_STUCK = r"paused|on hold|suspended|blocked|some concerns?|(?:some |minor |major |significant )?issues?"
_DROPPED = r"superseded(?: by [\w.]+)?|withdrawn|cancelled|abandoned|discontinued"
_NO_LONGER = r"no longer (?:applicable|required|needed|relevant|being pursued|in scope)"
_MERGED = r"(?:merged|combined|incorporated|amalgamated) (?:with|into|in) (?:action )?[\w.]+|merged"
_STARTED = r"(?:work )?in progress|in hand|under ?way|started|commenced|begun|on ?going|progressing|wip|active|open"
_SAYINGS = [  # the longer come first, and take their letters; False: it may mean something else as well
    (_BE_DONE, None, True),
    (_NOT_UPDATED, None, False),
    (_NOT_DONE, None, False),
    (_NEARLY, Status.ON_TRACK, False),
    (_NOT_STARTED, Status.NOT_STARTED, True),
    (_NOT_DUE, Status.NOT_STARTED, False),
    (_OFF_TRACK, Status.DELAYED, True),
    (_DELAYED, Status.DELAYED, True),
    (_STUCK, Status.DELAYED, False),
    (r"on (?:track|target|schedule|course)", Status.ON_TRACK, True),
    (_NO_LONGER, Status.CLOSED, True),
    (_DROPPED, Status.CLOSED, True),
    (_MERGED, Status.CLOSED, False),
    (r"n/a|not applicable|removed|transferred|replaced(?: by [\w.]+)?", Status.CLOSED, False),
    (r"complete|completed|done|finished|achieved|delivered|implemented|fully met", Status.COMPLETE, True),
    (r"closed|signed off|embedded|business as usual|bau|met", Status.COMPLETE, False),
    (_STARTED, Status.ON_TRACK, False),
]
_PATTERNS = [(re.compile(rf"\b(?:{pattern})(?!\w)"), status, is_plain) for pattern, status, is_plain in _SAYINGS]
_IDLE = re.compile(
    r"\b(?:and|the|an?|this|actions?|is|are|has|have|been|now|all|fully|by|its|date|deadline|status)\b|[\s.,;:()&/'\"-]"
)
_NEGATED = re.compile(r"\b(?:not|no|never|cannot|can't|un|unlikely|without|to be)\b|#")


@dataclass(frozen=True, slots=True)
class Said:
    """What words say by themselves: every status that they speak of, and whether nothing else was said."""

    statuses: tuple[Status, ...] = ()
    is_plain: bool = False
    left: str = ""

    @property
    def worst(self) -> Status | None:
        order = list(Status)
        return min(self.statuses, key=order.index) if self.statuses else None

    @property
    def is_negated(self) -> bool:
        """Will not be completed: the words left turn the others round."""
        return bool(_NEGATED.search(self.left))

    @property
    def is_sure(self) -> bool:
        return self.is_plain and len(self.statuses) == 1 and not self.left


def status_word(text: str) -> str:
    """How spellings are grouped: “On-track ”, “on track” and “Status: On Track” are one."""
    words = re.sub(r"(?<=\w)-(?=\w)|_", " ", plain(text).lower())
    words = " ".join(words.split()).strip(" .,;:!-")
    return _PREFIX.sub("", words)


def is_percentage(word: str) -> bool:
    return bool(_PERCENT.search(word))


def colours_in(word: str) -> tuple[Rag, ...]:
    """A word that is nothing but colours, such as g, a/r or amber/green, names them all; others those in full."""
    if _is_all_colours(word):
        return tuple(_COLOURS[part] for part in _parts(word))
    return tuple(_COLOURS[name] for name in _COLOUR_NAME.findall(word))


def is_colour_alone(word: str) -> bool:
    return bool(colours_in(word)) and not said_by(word).statuses and not said_by(word).left


def said_by(word: str) -> Said:
    """Apart from the colours in it."""
    rest = " " if _is_all_colours(word) else _COLOUR_NAME.sub(" ", word)
    found: list[tuple[Status, bool]] = []
    for pattern, status, is_plain in _PATTERNS:
        if status and pattern.search(rest):
            found.append((status, is_plain))
        elif pattern.search(rest) and not is_plain:
            return Said(left=rest.strip())
        rest = pattern.sub(" ", rest)
    plainly = {status for status, is_plain in found if is_plain}
    statuses = tuple(dict.fromkeys(status for status, _ in found))
    return Said(statuses, set(statuses) == plainly, " ".join(_IDLE.sub(" ", rest).split()))


def _parts(word: str) -> list[str]:
    return re.split(r"\s*[/&-]\s*|\s+(?:to|and)\s+", word)


def _is_all_colours(word: str) -> bool:
    return all(part in _COLOURS for part in _parts(word))
