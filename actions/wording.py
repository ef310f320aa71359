"""What words give away. Pure functions over what a person typed."""

import re

_MORE_TIME = re.compile(
    r"\b(extend(ed|ing|s)?|extensions?|re-?dated?|re-?scheduled?|postponed?|deferred|push(ed|ing)? back"
    r"|put back|slipped|roll(ed|ing) (over|forward)"
    r"|(new|revised|later) (due |completion |target |end )?(date|deadline)"
    r"|(delayed|moved) (to|until) (january|february|march|april|may|june|july|august|september|october|november"
    r"|december|spring|summer|autumn|next|the new year|\d\w*))\b",
    re.IGNORECASE,
)


def word_for_more_time(text: str) -> str:
    """The first words that speak of more time than was promised, as they were typed; else empty."""
    found = _MORE_TIME.search(text)
    return found.group(0) if found else ""
