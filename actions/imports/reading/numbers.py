"""A number and its format → the cell that a person sees: 1.1 as “0.00” is 1.10, 43709 as “mmm-yy” is Sep-19."""

from decimal import Decimal
from functools import lru_cache
from math import isfinite

from actions.imports.grid import Cell
from actions.imports.reading.digits import in_places, rounded
from actions.imports.reading.format_code import Section, is_moment, sections_of
from actions.imports.reading.moments import moment_of, shown_duration, shown_moment, value_of

GENERAL = "General"
WHOLE_UP_TO = 10**15
"""Beyond it a spreadsheet does not know the last digit."""
LONGEST_GENERAL = 10
LONGEST_CODE = 255
UNSUPPORTED = {"general", "condition", "exponent"}
NO_NUMBER = "This cell holds no number that can be written down."
NO_DATE = "This cell is shown as a date, but the number in it stands for no day."
DAY_NOUGHT = "00/01/1900"
"""What a formula shows that takes a date from an empty cell."""


@lru_cache(maxsize=20_000)
def number_cell(number: float, code: str = GENERAL, *, from_1904: bool = False) -> Cell:
    if not isfinite(number):
        return Cell(None, "", NO_NUMBER)
    sections = sections_of(code if 0 < len(code) <= LONGEST_CODE else GENERAL)
    if is_moment(sections[0]):
        return _moment_cell(number, sections[0], from_1904)
    return Cell(plain_number(number), _shown(number, sections))


def general(number: float) -> str:
    """As a cell without a format shows it: at most eleven characters, no nought at the end of a fraction."""
    if isinstance(plain := plain_number(number), int):
        return str(plain)
    if not 1e-9 <= abs(number) < WHOLE_UP_TO:
        return f"{number:.6G}"
    decimals = max(0, LONGEST_GENERAL - len(str(int(abs(number)))))
    return f"{rounded(_exact(number), decimals):f}".rstrip("0").rstrip(".")


def plain_number(number: float) -> int | float:
    return int(number) if number % 1 == 0 and abs(number) < WHOLE_UP_TO else number


def _exact(number: float) -> Decimal:
    return Decimal(repr(float(number)))


def _shown(number: float, sections: tuple[Section, ...]) -> str:
    """One section serves all numbers; a second those below nought, without their minus; a third nought."""
    place = 1 if number < 0 else 2 if number == 0 else 0
    section = sections[place] if place < min(len(sections), 3) else sections[0]
    kinds = {token.kind for token in section}
    if kinds & UNSUPPORTED or any(token.text == "/" for token in section):
        return general(number)
    if "digit" not in kinds:
        words = "".join(token.text for token in section if token.kind == "text").strip()
        return words if words or not number else general(number)
    shown = in_places(abs(_exact(number)), section).strip()
    has_minus = number < 0 and section is sections[0] and any(digit in shown for digit in "123456789")
    return f"-{shown}" if has_minus else shown


def _moment_cell(number: float, section: Section, from_1904: bool) -> Cell:
    if any(token.kind == "elapsed" for token in section):
        return Cell(plain_number(number), shown_duration(number, section))
    moment = moment_of(number, from_1904=from_1904)
    if moment is None:
        return Cell(plain_number(number), general(number), NO_DATE)
    value = value_of(moment, number, section)
    if number == 0 and not from_1904 and value == moment.date():
        return Cell(0, DAY_NOUGHT, NO_DATE)
    return Cell(value, shown_moment(moment, section))
