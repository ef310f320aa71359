"""A progress report as a tagged PDF (PDF/UA-1), drawn by typst from the report's content alone.

Nothing but that content is read: no database, no network, no file beside the layouts in this folder
and the fonts. The content is handed over as data, so a person's words are never read as markup.
"""

import json
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock

import typst
from django.utils.timezone import localtime

from actions.periods import in_full
from actions.reports.parts import HEADINGS

from . import font
from .joined import joined
from .keys import with_every_key
from .pieces import in_one_list, pieces
from .printable import Printer
from .row_headers import with_row_headers
from .sentences import sentences

FOLDER = Path(__file__).parent
NO_PACKAGES = FOLDER / "no-packages"  # it does not exist, so that a layout can import nothing from anywhere
_ONE_AT_A_TIME = Lock()
_FORGETS_AFTER = 10  # compilations: typst keeps what it worked out for so long, some 100 MB for a large report


def pdf_report(content: dict, fingerprint: dict | None) -> bytes:
    """`fingerprint` has the keys sha256, frozen_at and number; None for a draft."""
    try:
        return _report(content, fingerprint, Printer())
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return _report(content, fingerprint, Printer(is_careful=True))


def _report(content: dict, fingerprint: dict | None, printer: Printer) -> bytes:
    printed = with_every_key(printer.printed(content))
    shared = {
        "headings": HEADINGS,
        "says": sentences(printed),
        "partnership": printed["partnership"],
        "plan": printed["plan"],
        "report": printed["report"],
        "fingerprint": _fingerprint(fingerprint),
        "has_replaced": printer.has_replaced,
        "widest_ref": printer.widest_ref,
    }
    drawn, page = [], 1
    parts = pieces(in_one_list(printed))
    for piece in parts:
        place = {"page": page, "is_first": piece is parts[0], "is_last": piece is parts[-1]}
        data = shared | place | {"parts": piece.parts, "continues": piece.continues}
        drawn.append(_drawn(data, day=content["report"]["as_at_on"]))
        page += _pages(drawn[-1])
    return joined(drawn)


def _drawn(data: dict, *, day: str) -> bytes:
    """Dated as the report, not as the drawing: the same content makes the same file."""
    with _ONE_AT_A_TIME:
        try:
            document = _compiler().compile(
                FOLDER / "report.typ",
                format="pdf",
                sys_inputs={"data": json.dumps(data)},
                pdf_standards=["ua-1"],
                timestamp=datetime.fromisoformat(day).replace(tzinfo=UTC),
            )
        finally:
            _forget()
    return with_row_headers(document)


def _pages(document: bytes) -> int:
    return int(re.search(rb"/Type/Pages/Count (\d+)", document)[1])


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[font.FOLDER])
    return typst.Compiler(root=FOLDER, font_paths=fonts, package_path=NO_PACKAGES, package_cache_path=NO_PACKAGES)


def _forget() -> None:
    for _ in range(_FORGETS_AFTER):
        _compiler().compile(b"", format="pdf", sys_inputs={})


def _fingerprint(fingerprint: dict | None) -> dict | None:
    if fingerprint is None:
        return None
    when = fingerprint["frozen_at"]
    when = localtime(datetime.fromisoformat(when) if isinstance(when, str) else when)
    return {
        "sha256": fingerprint["sha256"],
        "number": str(fingerprint["number"]),
        "frozen_at": f"{in_full(when)} at {when:%H:%M}",
    }
