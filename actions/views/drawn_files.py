"""Files that are drawn when they are asked for: whole before the first byte goes out, and kept nowhere."""

import io
import logging
from collections.abc import Callable

from django.http import FileResponse, HttpResponse
from django.template.loader import render_to_string

log = logging.getLogger(__name__)


def drawn_file(draw: Callable[[], bytes], *, name: str, label: str, content_type: str) -> HttpResponse:
    """In pieces and with its length, so that a browser can say how far it has come.

    What cannot be drawn is a page that says so, and never half a file.
    """
    try:
        whole = draw()
    except Exception:  # each format is drawn by a library that fails in ways of its own
        log.exception("%s could not be made.", name)
        return HttpResponse(render_to_string("reports/not_drawn.html", {"label": label}), status=503)
    return FileResponse(io.BytesIO(whole), as_attachment=True, filename=name, content_type=content_type)
