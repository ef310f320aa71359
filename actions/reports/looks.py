"""The colours with a meaning, as in static/css/tokens.css; a test compares them. Each is drawn beside its word.

A chart has patterns too, so that it is read in black and white.
"""

TEXT = "0b0c0c"
QUIET_TEXT = "484949"
RULE = "cecece"
WASH = "f3f3f3"
PAPER = "ffffff"

# What a tag is filled with, its edge, and the word on it: a status or a colour by its code.
TAGS = {
    "complete": ("12436d", "12436d", "ffffff"),
    "on_track": ("28795a", "28795a", "ffffff"),
    "not_started": ("f1f2f3", "595f64", "0b0c0c"),
    "delayed": ("f7b857", "9a5b00", "0b0c0c"),
    "closed": ("ffffff", "595f64", "0b0c0c"),
    "red": ("b3261e", "b3261e", "ffffff"),
    "amber": ("f7b857", "9a5b00", "0b0c0c"),
    "green": ("28795a", "28795a", "ffffff"),
    "grey": ("f1f2f3", "595f64", "0b0c0c"),
    "blue": ("12436d", "12436d", "ffffff"),
    "none": ("ffffff", "595f64", "484949"),
}

_PATTERNS = {
    "on_track": ("light_upward_diagonal", "8fc4ad"),
    "not_started": ("percent_10", "595f64"),
    "delayed": ("outlined_diamond", "9a5b00"),
}


def tag_colours(code: str, *, is_outlined: bool = False) -> tuple[str, str, str]:
    """A word that an old report knows and we no longer do is drawn plainly."""
    fill, edge, on = TAGS.get(code, TAGS["none"])
    return (PAPER, edge, TEXT) if is_outlined else (fill, edge, on)


def bar_look(code: str) -> dict:
    """How XlsxWriter draws a status in a bar."""
    fill, edge, _ = tag_colours(code)
    look = {"border": {"color": f"#{edge}", "width": 0.75}}
    if code not in _PATTERNS:
        return look | {"fill": {"color": f"#{fill}"}}
    pattern, ink = _PATTERNS[code]
    return look | {"pattern": {"pattern": pattern, "fg_color": f"#{ink}", "bg_color": f"#{fill}"}}
