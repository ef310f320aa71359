"""Runs typst: a layout of this folder and its data in, a tagged PDF out."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock

import typst

from . import font
from .printable import Printer

FOLDER = Path(__file__).parent
NO_PACKAGES = FOLDER / "no-packages"  # it does not exist, so that a layout can import nothing from anywhere
_ONE_AT_A_TIME = Lock()
_FORGETS_AFTER = 10  # compilations: typst keeps what it worked out for so long, some 100 MB for a large report


def drawn_carefully(draw: Callable[[Printer], bytes]) -> bytes:
    """With every font; where a mark of one and a letter of another cannot be drawn together, with one font alone."""
    try:
        return draw(Printer())
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return draw(Printer(is_careful=True))


def typeset(layout: str, data: dict, *, day: str) -> bytes:
    """Dated as the report, not as the drawing: the same content makes the same file."""
    with _ONE_AT_A_TIME:
        try:
            return compiler().compile(
                FOLDER / layout,
                format="pdf",
                sys_inputs={"data": json.dumps(data)},
                pdf_standards=["ua-1"],
                timestamp=datetime.fromisoformat(day).replace(tzinfo=UTC),
            )
        finally:
            _forget()


def pages_of(document: bytes) -> int:
    return int(re.search(rb"/Type/Pages/Count (\d+)", document)[1])


@cache
def compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[font.FOLDER])
    return typst.Compiler(root=FOLDER, font_paths=fonts, package_path=NO_PACKAGES, package_cache_path=NO_PACKAGES)


def _forget() -> None:
    for _ in range(_FORGETS_AFTER):
        compiler().compile(b"", format="pdf", sys_inputs={})
