"""A file as a reader finds it, sheet by sheet."""

from dataclasses import dataclass, field

from actions.imports.grid import Sheet, UnreadableFile
from actions.imports.reading.bounds import MAX_SHEETS
from actions.imports.reading.canvas import Budget, Canvas

TOO_MANY_SHEETS = f"This file has more than {MAX_SHEETS} sheets. Save just those with actions and try again."
NOTHING_THERE = "This file has nothing in any cell. Choose the file that holds the tracker and try again."
NOT_READ = "{what} was not read: {why}."
CUT_IT = "Delete what is not part of the tracker, save it and try again."


@dataclass
class Draft:
    kind: str
    notices: list[str] = field(default_factory=list)
    canvases: list[Canvas] = field(default_factory=list)
    budget: Budget = field(default_factory=Budget)

    def add_sheet(self, name: str, *, is_hidden: bool = False) -> Canvas:
        if len(self.canvases) == MAX_SHEETS:
            raise UnreadableFile(TOO_MANY_SHEETS)
        self.canvases.append(Canvas(name, self.budget, is_hidden))
        return self.canvases[-1]

    def notice(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)

    def sheets(self) -> list[Sheet]:
        """A sheet beyond the bounds is left out with a notice, unless nothing is left then."""
        drawn = [(canvas, canvas.sheet()) for canvas in self.canvases]
        left_out = [canvas for canvas, sheet in drawn if sheet is None]
        said = [NOT_READ.format(what=_called(canvas), why=canvas.excess) for canvas in left_out]
        sheets = [sheet for _, sheet in drawn if sheet]
        if not any(sheet.rows for sheet in sheets):
            raise UnreadableFile(f"{said[0]} {CUT_IT}" if said else NOTHING_THERE)
        self.notices += said
        return sheets


def _called(canvas: Canvas) -> str:
    return f"The sheet “{canvas.name}”" if canvas.name else "The table"
