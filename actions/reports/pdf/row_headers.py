"""Makes the first cell of each row of a table the header of that row: typst tags only the headers of columns.

A reader then says the action's reference before each of its cells. typst writes every tag as plain text, so
the tags are put right where they stand, at the same length: taking a large report apart would cost a second.
"""

import re

# A cell under a header, as typst writes it: its kind, and the one column header that it names.
_CELL = re.compile(rb"/S/TD(/P \d+ 0 R/A\[<</O/Table)/Headers\[\(U\d+x(\d+)y\d+\)\]")


def with_row_headers(document: bytes) -> bytes:
    """The scope of each header says which cells it heads, as a cell that names one header would hide the other."""
    return _CELL.sub(_retagged, document)


def _retagged(cell: re.Match) -> bytes:
    attributes, column = cell.groups()
    tag = b"/S/TH%b/Scope/Row" % attributes if column == b"0" else b"/S/TD%b" % attributes
    return tag.ljust(len(cell.group()))
