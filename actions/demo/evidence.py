"""What shows that something was done: addresses of nowhere, and a few small files of text."""

from pathlib import Path

from django.core.files.base import ContentFile

from actions.models import Evidence

from .asides import Shown
from .histories import Said

FILES = Path(__file__).parent / "content" / "evidence"


def record_evidence(histories: list[list[Said]]) -> int:
    """Add each piece with the update that it was given with. How many there were."""
    pieces = [
        _piece(said, shown)
        for history in histories
        for said in history
        if said.telling
        for shown in said.telling.evidence
    ]
    pieces.sort(key=lambda piece: (piece.added_on, piece.recorded_at))
    Evidence.objects.bulk_create(pieces)
    return len(pieces)


def _piece(said: Said, shown: Shown) -> Evidence:
    update = said.update
    return Evidence(
        action=update.action,
        status_update=update,
        title=shown.title,
        added_on=update.effective_on,
        added_by=update.recorded_by,
        recorded_at=update.recorded_at,
        **{"link": shown.target} if shown.is_link else _file(shown.target),
    )


def _file(name: str) -> dict:
    content = (FILES / name).read_bytes()
    return {"file": ContentFile(content, name=name), "file_name": name, "file_size": len(content)}
