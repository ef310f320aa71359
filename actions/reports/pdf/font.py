"""What the report's font can draw and how wide each character is, read from the font file itself."""

import struct
from functools import cache
from pathlib import Path

import font_source_sans_pro

FOLDER = Path(font_source_sans_pro.font_directory)
FAMILY = "Source Sans Pro"


@cache
def widths() -> dict[int, float]:
    """Each character that the font has, with its width in ems. The bold is measured, as it is the wider."""
    font = (FOLDER / "SourceSansPro-Bold.ttf").read_bytes()
    tables = _tables(font)
    (units,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    (count,) = struct.unpack_from(">H", font, tables[b"hhea"] + 34)
    advances = struct.unpack_from(">" + "Hh" * count, font, tables[b"hmtx"])[::2]
    return {
        character: advances[min(glyph, count - 1)] / units
        for character, glyph in _glyphs(font, tables[b"cmap"]).items()
    }


def _tables(font: bytes) -> dict[bytes, int]:
    (count,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(count))
    return {tag: start for tag, _, start, _ in records}


def _glyphs(font: bytes, at: int) -> dict[int, int]:
    """From the table of groups (format 12), which holds every character of the font."""
    (count,) = struct.unpack_from(">H", font, at + 2)
    starts = [at + struct.unpack_from(">HHI", font, at + 4 + 8 * number)[2] for number in range(count)]
    start = next(start for start in starts if struct.unpack_from(">H", font, start) == (12,))
    (groups,) = struct.unpack_from(">I", font, start + 12)
    glyphs = {}
    for number in range(groups):
        first, last, glyph = struct.unpack_from(">III", font, start + 16 + 12 * number)
        glyphs |= {character: glyph + character - first for character in range(first, last + 1)}
    return glyphs
