"""How much of a file is read. A tracker needs a hundredth of it; a hostile file gets no more."""

MAX_BYTES = 25_000_000
MAX_UNPACKED = 200_000_000
MAX_ENTRIES = 2_000
MAX_SHEETS = 50
MAX_ROWS = 20_000
MAX_COLUMNS = 300
MAX_CELLS = 2_000_000
"""Of all sheets together, with the blank ones in between."""
MAX_FILLED = 300_000
MAX_CHARACTERS = 20_000_000
"""Counted cell by cell, because a text that the file holds once may stand in each of them."""
