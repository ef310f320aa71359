"""What a line under the headings can turn out to be."""

from dataclasses import dataclass
from enum import StrEnum

from actions.imports.sheets.spread import Line

BELOW = "A line under the last action."


class Kind(StrEnum):
    ROW = "row"
    GROUP = "group"
    CONTINUES = "continues"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`doubt` is a sentence to show where another reading is possible; `why` says why a line is left out."""

    kind: Kind
    why: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class Around:
    """What stands near a line: the nearest lines that are not blank, and whether actions still follow."""

    before: Line | None
    after: Line | None
    is_adjacent: bool
    """Nothing stands between it and the row above."""
    is_tail: bool
