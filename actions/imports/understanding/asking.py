"""Asking about one row."""

from dataclasses import dataclass, replace

from actions.imports.columns.fields import Field
from actions.imports.doubts import Doubt
from actions.imports.understanding.deciding import Asker
from actions.imports.understanding.result import Asked


@dataclass(frozen=True, slots=True)
class RowAsker:
    asker: Asker
    sheet: str
    row: int

    def ask(self, doubt: Doubt, field: Field | str, typed: str = "", *, place: str = "") -> Asked:
        """`place` where a field is asked about for each of several days."""
        return self.asker.ask(doubt, sheet=self.sheet, row=self.row, field=str(field), typed=typed, place=place)

    def ask_again(self, asked: Asked, why: str) -> Asked:
        """What was written instead cannot be taken either."""
        return replace(asked, doubt=replace(asked.doubt, sentence=why), decision="")
