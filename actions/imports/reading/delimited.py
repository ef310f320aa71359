"""Reads .csv and .tsv: tells how its letters are stored and what parts its fields, then reads it record by record."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import IO

from actions.imports.grid import Cell, UnreadableFile
from actions.imports.reading.canvas import Canvas
from actions.imports.reading.draft import Draft
from actions.imports.reading.sentences import DAMAGED, NEVER_CLOSED
from actions.imports.reading.texts import clean

MARKS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
SEPARATORS = ",;\t|"
LOOKED_AT = 65_536
RECORDS_LOOKED_AT = 200
SAYS_SEPARATOR = "sep="
"""So begins a line for Excel, which Excel does not show."""
SENTINEL = "\x1e"
LONGEST_FIELD = 2**31 - 1


def read_delimited(stream: IO[bytes]) -> Draft:
    encoding = encoding_of(stream)
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding, errors="strict" if encoding != "cp1252" else "replace", newline="")
    try:
        return _read(text)
    except UnicodeDecodeError as error:
        raise UnreadableFile(DAMAGED) from error
    finally:
        text.detach()


def encoding_of(stream: IO[bytes]) -> str:
    """UTF-8 is told by its rules; what breaks them is Windows-1252, in which any bytes are letters."""
    stream.seek(0)
    head = stream.read(4)
    if mark := next((mark for mark in MARKS if head.startswith(mark)), None):
        return MARKS[mark]
    decoder = getincrementaldecoder("utf-8")()
    stream.seek(0)
    try:
        while piece := stream.read(LOOKED_AT):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _read(text: io.TextIOWrapper) -> Draft:
    sample = text.read(LOOKED_AT)
    text.seek(0)
    first = sample.partition("\n")[0].rstrip("\r")
    if first.lower().startswith(SAYS_SEPARATOR) and len(first) == len(SAYS_SEPARATOR) + 1:
        separator = first[-1]
        text.readline()
    else:
        separator = separator_of(sample)
    draft = Draft("tsv" if separator == "\t" else "csv")
    _fill(draft.add_sheet(""), records_of(text, separator))
    return draft


def separator_of(sample: str) -> str:
    """The one that gives most records the same number of fields; of two such the one that gives more."""

    def sureness(separator: str) -> tuple[int, int]:
        counts = Counter(len(record) for record in _some_records(sample, separator) if len(record) > 1)
        return max(((many, fields) for fields, many in counts.items()), default=(0, 0))

    return max(SEPARATORS, key=sureness)


def _some_records(sample: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    records = list(islice(reader, RECORDS_LOOKED_AT))
    is_cut = len(sample) == LOOKED_AT  # perhaps within the last record
    return records[:-1] if is_cut and len(records) > 1 else records


def records_of(lines: Iterable[str], separator: str) -> Iterator[Iterator[Cell]]:
    """A line of our own at the end tells whether the last quotation mark was closed."""
    csv.field_size_limit(LONGEST_FIELD)
    before: list[str] | None = None
    for record in csv.reader(chain(lines, [SENTINEL]), delimiter=separator):
        if before is not None:
            yield map(_cell, before)
        before = record
    if before and before != [SENTINEL]:
        *whole, open_ended = before
        text = clean(open_ended.rstrip(SENTINEL)).rstrip("\n")
        yield chain(map(_cell, whole), [Cell(text, text, NEVER_CLOSED)])


def _fill(canvas: Canvas, records: Iterable[Iterable[Cell]]) -> None:
    for row, record in enumerate(records):
        for column, cell in enumerate(record):
            canvas.put(row, column, cell)
            if canvas.excess:
                return


def _cell(field: str) -> Cell:
    """="1.10" is how some programs keep Excel from making a number of a text."""
    if field.startswith('="') and field.endswith('"') and len(field) > 2:
        field = field[2:-1]
    text = clean(field)
    return Cell(text, text)
