"""How much room a hand-out takes in Word, in pages, reckoned before it is drawn.

Word sets each line of a hand-out exactly as high as its style says, whatever letters stand in it; so only how
words fall into lines is reckoned here, with letters at least as wide as Word's. The PDF's are narrower.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..blocks import Block, Cell, Column, Line, Paragraph, Part, Table, Tag
from ..word.hand_out_styles import HAND_OUT_LOOKS
from ..word.styles import Look
from .wrapping import lines

PAGES = 2
_PAGE, _ACROSS = 720, 481  # in points: A4 within its margins, and a little less
_BESIDE_A_CELL, _ABOVE_AND_BELOW_A_CELL, _TABLE_END = 7, 5, 3

_LOOKS = {look.name: look for look in HAND_OUT_LOOKS}


@dataclass(frozen=True)
class _Piece:
    """What no page break cuts in two."""

    height: float
    is_kept_with_the_next: bool = False
    said_again: float = 0
    """The head of its table, which stands above it where it is the first on a page."""


def pages(opening: list[Block], parts: list[Part], *, share: float = 1) -> int:
    """How many, where only a share of each may be filled."""
    page, used = 1, 0.0
    for pieces in _unbroken(_pieces(opening, parts)):
        height = sum(piece.height for piece in pieces)
        if used + height > share * _PAGE:
            page, used = page + 1, pieces[0].said_again
        used += height
    return page


def _unbroken(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Each with all that must stay on one page with it."""
    kept: list[_Piece] = []
    for piece in pieces:
        kept.append(piece)
        if not piece.is_kept_with_the_next:
            yield kept
            kept = []


def _pieces(opening: list[Block], parts: list[Part]) -> Iterator[_Piece]:
    for block in opening:
        yield from _of_block(block)
    for part in parts:
        yield _Piece(_of_text(part.title, _LOOKS["Heading 1"], _ACROSS), is_kept_with_the_next=True)
        for block in part.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[_Piece]:
    if isinstance(block, Paragraph):
        look = _LOOKS[block.look.capitalize() or "Normal"]
        yield _Piece(_of_text(block.text, look, _ACROSS), is_kept_with_the_next=block.look == "intro")
    elif isinstance(block, Table):
        yield from _of_table(block)
    else:
        raise TypeError(f"A hand-out holds no {type(block).__name__}.")


def _of_table(table: Table) -> Iterator[_Piece]:
    head = _of_row([column.heading for column in table.columns], table.columns, look="Table Heading")
    yield _Piece(head, is_kept_with_the_next=True)
    for place, row in enumerate(table.rows):
        yield _Piece(_of_row(row, table.columns), said_again=head if place else 0)
    yield _Piece(_TABLE_END)


def _of_row(row: list[Cell], columns: list[Column], look: str = "") -> float:
    whole = sum(column.width for column in columns)
    rooms = (_ACROSS * column.width / whole - _BESIDE_A_CELL for column in columns)
    return max(_of_cell(cell, room, look) for cell, room in zip(row, rooms, strict=True)) + _ABOVE_AND_BELOW_A_CELL


def _of_cell(cell: Cell, room: float, look: str) -> float:
    told = cell if isinstance(cell, list) else [cell]
    return sum(_of_text(_text(line), _LOOKS[look or _look(line)], room) for line in told)


def _text(line: Cell) -> str:
    """A tag has a space at either side."""
    return f" {line.word} " if isinstance(line, Tag) else line.text if isinstance(line, Line) else str(line)


def _look(line: Cell) -> str:
    looks = {"strong": "Table Strong", "quiet": "Table Quiet", "big": "Table Figure"}
    return looks.get(line.look, "Table Text") if isinstance(line, Line) else "Table Text"


def _of_text(text: str, look: Look, room: float) -> float:
    return look.before + look.after + look.line * lines(text, room / look.size)
