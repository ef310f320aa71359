"""Places as a spreadsheet names them, in numbers from nought."""

import re
from functools import lru_cache

from actions.imports.grid import UnreadableFile
from actions.imports.reading.sentences import DAMAGED

PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
LETTERS = 26


def row_of(number: str) -> int:
    """7 → row 6"""
    if not number.isascii() or not number.isdigit() or int(number) < 1:
        raise UnreadableFile(DAMAGED)
    return int(number) - 1


def place_of(name: str) -> tuple[int, int]:
    """B7 → row 6, column 1"""
    match = PLACE.fullmatch(name)
    if match is None:
        raise UnreadableFile(DAMAGED)
    return row_of(match[2]), _column(match[1])


def span_of(name: str) -> tuple[int, int, int, int]:
    """A1:B7 → first row and column, last row and column"""
    first, _, last = name.partition(":")
    return *place_of(first), *place_of(last or first)


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number - 1
