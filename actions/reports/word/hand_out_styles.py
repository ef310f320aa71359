"""How the words of a hand-out look in Word: closer than a report's, and each line of a known height."""

from dataclasses import replace

from .styles import LOOKS, Look

# Size of the letters, height of a line, space before and after, in points.
_CLOSE = {
    "Normal": (10, 12, 0, 3),
    "Title": (19, 23, 0, 1),
    "Subtitle": (12, 15, 0, 3),
    "Heading 1": (12, 15, 8, 3),
    "Lead": (10.5, 13, 0, 3),
    "Intro": (9, 11, 0, 3),
    "Notice": (10, 12, 2, 4),
    "Table Text": (9, 11, 0, 0),
    "Table Strong": (9, 11, 0, 0),
    "Table Quiet": (8.5, 10.5, 0, 0),
    "Table Heading": (9, 11, 0, 0),
    "Table Figure": (16, 19, 0, 0),
    "Table End": (2, 3, 0, 0),
}


def _close(look: Look) -> Look:
    """A number stands as its words do, at the right."""
    name = look.name.removesuffix(" Number")
    if name not in _CLOSE:
        return look
    size, line, before, after = _CLOSE[name]
    return replace(look, size=size, line=line, before=before, after=after)


HAND_OUT_LOOKS = [_close(look) for look in LOOKS]
