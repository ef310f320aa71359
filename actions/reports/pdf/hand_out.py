"""A hand-out as a tagged PDF (PDF/UA-1) of at most two pages."""

from ..blocks import Block, Cell, Line, Table, Tag
from ..hand_out import PAGES, HandOut, Reader, hand_out
from ..phrases import as_at, report_name, title
from ..plain_text import shortened
from .printable import Printer
from .row_headers import with_row_headers
from .typesetting import drawn_carefully, pages_of, typeset

LONGEST_TITLE = 255
_SHARES = (1, 0.8, 0.6, 0.4, 0.2, 0)
"""Of each page: less where names of characters that cannot be drawn have made a text longer than was reckoned."""
_PAGE_IN_EMS, _GUTTER_IN_EMS = 52, 1.1  # of the letters of a table


def pdf_hand_out(content: dict, fingerprint: dict, reader: Reader) -> bytes:
    def drawn(printer: Printer) -> bytes:
        for share in _SHARES:
            told = hand_out(content, fingerprint, reader, share=share)
            document = typeset("hand-out.typ", _data(content, told, printer), day=content["report"]["as_at_on"])
            if pages_of(document) <= PAGES:
                break
        return with_row_headers(document)

    return drawn_carefully(drawn)


def _data(content: dict, told: HandOut, printer: Printer) -> dict:
    opening = [_block(block, printer) for block in told.opening]
    parts = [
        {"heading": part.title, "blocks": [_block(block, printer) for block in part.blocks]} for part in told.parts
    ]
    return {
        "title": printer.text(shortened(title(content), LONGEST_TITLE), widest=LONGEST_TITLE),
        "author": printer.text(shortened(content["partnership"]["name"], LONGEST_TITLE), widest=LONGEST_TITLE),
        "foot": f"{report_name(content)} {as_at(content)}",
        "opening": opening,
        "parts": parts,
        "has_replaced": printer.has_replaced,
    }


def _block(block: Block, printer: Printer) -> dict:
    if not isinstance(block, Table):
        return {"text": printer.text(block.text, widest=_PAGE_IN_EMS / 2), "look": block.look}
    whole = sum(column.width for column in block.columns)
    rooms = [_PAGE_IN_EMS * column.width / whole - _GUTTER_IN_EMS for column in block.columns]
    return {
        "columns": [vars(column) for column in block.columns],
        "rows": [[_cell(cell, printer, room) for cell, room in zip(row, rooms, strict=True)] for row in block.rows],
    }


def _cell(cell: Cell, printer: Printer, room: float) -> list[dict]:
    return [_line(line, printer, room) for line in (cell if isinstance(cell, list) else [cell])]


def _line(line: Cell, printer: Printer, room: float) -> dict:
    if isinstance(line, Tag):
        return vars(line) | {"word": printer.text(line.word, widest=room)}
    text, look = (line.text, line.look) if isinstance(line, Line) else (str(line), "")
    return {"text": printer.text(text, widest=room), "look": look}
