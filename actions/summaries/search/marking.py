"""Which parts of a text were asked for. Always parts, never markup: the template marks them."""

import re
from collections.abc import Iterator

Part = tuple[str, bool]  # some text, and whether it was asked for

START, END = "\ue000", "\ue001"  # for private use: nobody types them
ELLIPSIS = "…"
REACH = 80  # characters shown on each side of what was asked for
PLACES = 3  # of one text

_MARKED = re.compile(f"{START}([^{END}]*){END}")


def parts_between_marks(text: str) -> list[Part]:
    """Of a text in which a database marked what it found."""
    return _parts(_on_one_line(text), _MARKED, group=1)


def parts_by_pattern(text: str, pattern: str) -> list[Part]:
    return _parts(_on_one_line(text), re.compile(pattern, re.IGNORECASE))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _parts(text: str, pattern: re.Pattern, group: int = 0) -> list[Part]:
    parts, end = [], 0
    for found in pattern.finditer(text):
        parts += [(text[end : found.start()], False), (found.group(group), True)]
        end = found.end()
    parts.append((text[end:], False))
    return [part for part in parts if part[0]]


def has_match(parts: list[Part]) -> bool:
    return any(is_match for _, is_match in parts)


def excerpt(parts: list[Part]) -> list[Part]:
    """The first places where something was asked for, each with whole words around it."""
    text = "".join(words for words, _ in parts)
    places = list(_places(text, parts))
    shown: list[Part] = []
    for number, (start, end) in enumerate(places):
        gap = f" {ELLIPSIS} " if number else ELLIPSIS * (start > 0)
        shown += [(gap, False), *_between(parts, start, end)]
    if places and places[-1][1] < len(text):
        shown.append((ELLIPSIS, False))
    return [part for part in shown if part[0]]


def _places(text: str, parts: list[Part]) -> Iterator[tuple[int, int]]:
    """From the beginning of a word to the end of one; places that touch become one."""
    held: tuple[int, int] | None = None
    for start, end in _matches(parts)[:PLACES]:
        first, last = _widened(text, start, end)
        if held and first > held[1] + 1:
            yield held
            held = None
        held = (held[0] if held else first, last)
    if held:
        yield held


def _matches(parts: list[Part]) -> list[tuple[int, int]]:
    found, position = [], 0
    for words, is_match in parts:
        if is_match:
            found.append((position, position + len(words)))
        position += len(words)
    return found


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(start - REACH, 0), min(end + REACH, len(text))
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    return first, last


def _between(parts: list[Part], start: int, end: int) -> Iterator[Part]:
    position = 0
    for words, is_match in parts:
        yield words[max(start - position, 0) : max(end - position, 0)], is_match
        position += len(words)
