"""Merged cells as a spreadsheet would show them."""

from collections.abc import Iterable

from actions.imports.grid import Span


def shown_spans(spans: Iterable[Span], height: int, width: int) -> list[Span]:
    """Cut to what the sheet uses. One that overlaps an earlier one is left out, so that all together cost one look."""
    taken, room, kept = bytearray(height * width), height * width, []
    for span in sorted(spans, key=lambda span: (span.first_row, span.first_column)):
        cut = _cut(span, height, width)
        room -= (area := _area(cut))
        if room < 0:
            break
        if area > 1 and not any(taken[row * width + column] for row, column in cut):
            kept.append(cut)
            for row, column in cut:
                taken[row * width + column] = True
    return kept


def _cut(span: Span, height: int, width: int) -> Span:
    return Span(span.first_row, span.first_column, min(span.last_row, height - 1), min(span.last_column, width - 1))


def _area(span: Span) -> int:
    return max(0, span.last_row - span.first_row + 1) * max(0, span.last_column - span.first_column + 1)
