"""A progress report as a tagged PDF (PDF/UA-1), drawn by typst from the report's content alone.

Nothing but that content is read: no database, no network, no file beside the layouts in this folder
and the fonts. The content is handed over as data, so a person's words are never read as markup.
"""

from datetime import datetime

from django.utils.timezone import localtime

from actions.periods import in_full
from actions.reports.earlier import as_told_today
from actions.reports.parts import HEADINGS

from .joined import joined
from .keys import with_every_key
from .pieces import in_one_list, pieces
from .printable import Printer
from .row_headers import with_row_headers
from .sentences import sentences
from .typesetting import drawn_carefully, pages_of, typeset


def pdf_report(content: dict, fingerprint: dict | None) -> bytes:
    """`fingerprint` has the keys sha256, frozen_at and number; None for a draft."""
    return drawn_carefully(lambda printer: _report(content, fingerprint, printer))


def _report(content: dict, fingerprint: dict | None, printer: Printer) -> bytes:
    printed = with_every_key(printer.printed(as_told_today(content)))
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
    drawn, page, day = [], 1, content["report"]["as_at_on"]
    parts = pieces(in_one_list(printed))
    for piece in parts:
        place = {"page": page, "is_first": piece is parts[0], "is_last": piece is parts[-1]}
        data = shared | place | {"parts": piece.parts, "continues": piece.continues}
        drawn.append(with_row_headers(typeset("report.typ", data, day=day)))
        page += pages_of(drawn[-1])
    return drawn[0] if len(drawn) == 1 else joined(drawn, _total(shared["says"], page - 1, day=day))


def _total(says: dict, pages: int, *, day: str) -> bytes:
    return typeset("total.typ", {"title": says["title"], "foot": says["footer"], "total": str(pages)}, day=day)


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
