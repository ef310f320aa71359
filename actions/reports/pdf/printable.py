"""Anybody's text made fit for paper: every character can be seen, and no word runs out of its column.

A character that no font here can draw is neither dropped nor left to stop the report: it is written
in square brackets, by name ([grinning face]) or by number ([U+4E2D]).
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import cache

from actions.periods import in_full

from . import font

BREAK = "\u200b"  # a place to go on in the next line, of no width

# Hebrew, Arabic and Persian letters, arrows and symbols: in the fonts that typst brings in its own wheel.
_BORROWED = (
    "\u05b0-\u05c3\u05d0-\u05ea\u05f0-\u05f4\u060c\u061b\u061f\u0621-\u063a\u0640-\u0655\u0660-\u066d"
    "\u067e\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9\u2100-\u2184\u2190-\u23ff\u2460-\u262f\u2638-\u268b\u2761-\u277f\ufffd"
)
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f"
_MARKS = "\u0300-\u036f\u05b0-\u05bd\u064b-\u0655"
_PLAIN = re.compile(r"[ -~\n]*")  # most texts: these need no more than a look at their longest word
_NEW_LINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_OTHER_SPACE = re.compile("[\t\u2000-\u200a\u202f\u205f\u3000]")
_OTHER_HYPHEN = re.compile("[\u2010\u2011]")

# How wide a word may be, in ems, before it is given places to break: by the narrowest column it stands in.
_PROSE, _NARROW, _TINY = 10, 6.5, 5
_WIDEST = {"ref": _TINY} | dict.fromkeys(
    ["due", "original_due", "from", "to", "said_by", "addressed_to", "judged_by"], _NARROW
)

# A line of the narrowest column of prose, and what fills one page of it with the widest letters, with room to spare.
_LINE, _MAY_FILL_A_PAGE = 30, 700


class Printer:
    """Takes the report's content as plain data, and gives it back as it is to be printed.

    `is_careful` draws with the one font alone: what a mark from another font would do to a letter is then no question.
    """

    def __init__(self, *, is_careful: bool = False) -> None:
        self._odd = _odd("" if is_careful else _BORROWED)
        self._known: dict[tuple[str, float], str] = {}
        self.has_replaced = False
        self.widest_ref = 2.2

    def printed(self, value, key: str = ""):
        """Days in full, and every text made fit for its column; numbers and absences as they are."""
        if isinstance(value, dict):
            return self._line({name: self.printed(item, name) for name, item in value.items()})
        if isinstance(value, list | tuple):
            return [self.printed(item, key) for item in value]
        if not isinstance(value, str):
            return value
        if key == "ref":
            self.widest_ref = min(max(self.widest_ref, sum(_ems(value))), _TINY)
        return self.text(_day(value) if key == "on" or key.endswith("_on") else value, widest=_WIDEST.get(key, _PROSE))

    def _line(self, line: dict) -> dict:
        """A line is kept together on one page, unless it might be longer than one."""
        return line | {"is_long": _length(line) > _MAY_FILL_A_PAGE}

    def text(self, text: str, *, widest: float = _PROSE) -> str:
        if (text, widest) not in self._known:
            drawable = text if _PLAIN.fullmatch(text) else self._drawable(text)
            self._known[text, widest] = _words_longer_than(widest).sub(_breakable(widest), drawable)
        return self._known[text, widest]

    def _drawable(self, text: str) -> str:
        text = _OTHER_HYPHEN.sub("-", unicodedata.normalize("NFC", text))
        return self._odd.sub(self._named, _OTHER_SPACE.sub(" ", _NEW_LINE.sub("\n", text)))

    def _named(self, found: re.Match) -> str:
        self.has_replaced = True
        character = found.group()
        is_symbol = unicodedata.category(character) in {"So", "Sk", "Sm", "Sc"}
        name = unicodedata.name(character, "").lower() if is_symbol else ""
        return f"[{name or f'U+{ord(character):04X}'}]"


@cache
def _odd(borrowed: str) -> re.Pattern:
    """What cannot be drawn, and marks heaped upon a letter until they cover the lines above it."""
    own = "".join(re.escape(chr(character)) for character in font.widths() if character != 0xFEFF)
    return re.compile(f"[^\n{own}{_UNSEEN}{borrowed}]|(?<=[{_MARKS}]{{3}})[{_MARKS}]")


def _ems(word: str) -> list[float]:
    widths = font.widths()
    return [0 if unicodedata.combining(character) else widths.get(ord(character), 1) for character in word]


def _length(value) -> int:
    """In characters: how much room a text takes, or several one under the other."""
    if isinstance(value, str):
        return len(value) + _LINE * value.count("\n")
    if isinstance(value, dict):
        return sum(map(_length, value.values()))
    return sum(_length(item) + _LINE for item in value) if isinstance(value, list) else 0


def _day(text: str) -> str:
    try:
        return in_full(date.fromisoformat(text))
    except ValueError:
        return text


@cache
def _words_longer_than(widest: float) -> re.Pattern:
    """No character is wider than two ems, and hardly any is wider than one: only these need to be measured."""
    return re.compile(rf"[^ \n]{{{int(widest)},}}")


@cache
def _breakable(widest: float) -> Callable[[re.Match], str]:
    def with_breaks(found: re.Match) -> str:
        word = found.group()
        ems = _ems(word)
        if sum(ems) <= widest:
            return word
        pieces, room = [], widest / 2
        for character, width in zip(word, ems, strict=True):
            if width > room:
                pieces.append(BREAK)
                room = widest / 2
            pieces.append(character)
            room -= width
        return "".join(pieces)

    return with_breaks
