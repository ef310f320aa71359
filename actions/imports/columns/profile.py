"""What a column's cells look like together, and whether that fits what the heading says."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from actions.imports.columns.fields import DATES, Field
from actions.imports.columns.shapes import Shape, leading_reference, shape_of, squeeze
from actions.imports.grid import Cell

_TEXT = {Shape.PROSE, Shape.WORDS, Shape.NAME}
_WHEN = {Shape.DATE, Shape.DATES}

FITTING = {
    Field.REF: {Shape.REF, Shape.NUMBER},
    Field.TITLE: {Shape.PROSE, Shape.WORDS, Shape.NAME},
    Field.LEAD: {Shape.NAME, Shape.WORDS, Shape.REF},
    Field.ACCOUNTABLE: {Shape.NAME, Shape.WORDS, Shape.REF},
    Field.CONTRIBUTORS: {*_TEXT, Shape.REF},
    Field.LOCALITY: {Shape.NAME, Shape.WORDS, Shape.STATUS, Shape.REF},
    Field.STATUS: {Shape.STATUS},
    Field.STAGE: {Shape.STATUS, Shape.WORDS, Shape.NAME, Shape.NUMBER, Shape.REF, Shape.PROSE},
    Field.RAG: {Shape.RAG},
    Field.PERCENT: {Shape.PERCENT, Shape.NUMBER, Shape.REF},
    Field.START_AND_DUE: _WHEN,
    **{field: {Shape.DATE} for field in DATES if field != Field.START_AND_DUE},
}
"""Fields not named here may hold any words."""


@dataclass(frozen=True)
class Profile:
    cells: list[Cell]

    @cached_property
    def shapes(self) -> Counter[Shape]:
        return Counter(map(shape_of, self.cells))

    @property
    def count(self) -> int:
        return len(self.cells)

    @cached_property
    def distinct(self) -> int:
        return len({squeeze(cell.shown).lower() for cell in self.cells})

    @property
    def main(self) -> Shape | None:
        """The shape of most cells, if one is."""
        for shape, count in self.shapes.most_common(1):
            return shape if count >= 0.6 * self.count else None
        return None

    def share(self, shapes: set[Shape]) -> float:
        return self.number(shapes) / self.count if self.count else 0

    def number(self, shapes: set[Shape]) -> int:
        return sum(self.shapes[shape] for shape in shapes)

    def fit(self, field: Field) -> float | None:
        """The share of cells that hold what such a field does; None where anything fits."""
        fitting = FITTING.get(field)
        return None if fitting is None or not self.cells else self.share(fitting)

    @cached_property
    def references(self) -> list[str]:
        """Those with which texts begin: “7.001 Promote the offer”."""
        return [found for cell in self.cells if (found := leading_reference(cell.shown))]

    def described(self, shapes: set[Shape], called: str = "") -> str:
        """“40 of 42 cells hold short names”, called after the commonest of the shapes unless said otherwise."""
        number = self.number(shapes)
        called = called or next((shape for shape, _ in self.shapes.most_common() if shape in shapes), "")
        if self.count == 1:
            return f"its one cell holds {called}"
        return f"{f'all {number}' if number == self.count else f'{number} of {self.count}'} cells hold {called}"

    def described_for(self, field: Field) -> str:
        names = field in {Field.LEAD, Field.ACCOUNTABLE, Field.CONTRIBUTORS}
        return self.described(FITTING.get(field, set()), Shape.NAME if names else "")

    @property
    def most(self) -> str:
        """The same of whatever most of them hold."""
        commonest = self.shapes.most_common(1)
        return self.described({commonest[0][0]}) if commonest else "its cells are empty"
