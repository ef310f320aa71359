"""Into how many lines of Arial a text falls, at most: each letter is taken for bold, and for the widest of its like."""

import unicodedata
from functools import cache, lru_cache

_WIDTHS = {
    letter: width
    for width, letters in {
        0.28: " ',./I\\|ijl’‘\u00a0",
        0.34: "!()-:;[]`ft·",
        0.40: "*r{}",
        0.56: '"#$0123456789Jaceksvxyz_–',
        0.62: "?FLTZbdghnopqu+<=>^~−“”",
        0.67: "EPSVXY",
        0.73: "&ABCDHKNRU",
        0.78: "GOQw",
        1.02: "%@MWm—…→",
    }.items()
    for letter in letters
}
_ANY_OTHER = 1.5


@lru_cache(maxsize=4096)
def lines(text: str, room: float) -> int:
    """`room` is how wide a line is, in sizes of the letters."""
    room = max(room, 2 * _ANY_OTHER)
    count, left = 1, room
    for word in text.split(" "):
        wide = sum(map(_width, word))
        if wide > left and left < room:
            count, left = count + 1, room
        while wide > left:  # a word longer than a line is broken wherever it reaches the edge, not far before it
            count, wide, left = count + 1, wide - left + _ANY_OTHER, room
        left -= wide + _WIDTHS[" "]
    return count


@cache
def _width(letter: str) -> float:
    """A letter with its accents is as wide as the letter."""
    plain = unicodedata.normalize("NFD", letter)[0]
    return 0 if unicodedata.combining(plain) else _WIDTHS.get(plain, _ANY_OTHER)
