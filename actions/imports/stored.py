"""A file's cells as bytes, so that a half-done import is read once and can be gone back to."""

import json
import zlib

from actions.imports.grid import Book
from actions.imports.reading.draft import Draft
from actions.imports.reading.wire import book_of, lines_of


def packed(book: Book) -> bytes:
    """A line that says which file it is, then the sheets as they came from the process that read them."""
    whose = json.dumps({"file_name": book.file_name, "sha256": book.sha256}) + "\n"
    lines = lines_of(Draft(book.kind, notices=book.notices), book.sheets)
    return zlib.compress("".join([whose, *lines]).encode(), level=1)


def unpacked(data: bytes) -> Book:
    whose, *lines = zlib.decompress(bytes(data)).split(b"\n")
    kind, notices, sheets = book_of(lines)
    return Book(**json.loads(whose), kind=kind, sheets=sheets, notices=notices)
