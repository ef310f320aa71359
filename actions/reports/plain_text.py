"""Text that any file can hold. Forms already strip control characters; a report must not trust that they did."""

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NO_FILE_HOLDS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_HALF_A_CHARACTER = re.compile(r"[\ud800-\udfff]")


def plain(value: object) -> str:
    """Its words with one kind of line end, and without control characters, which Word and Excel cannot hold."""
    text = _LINE_ENDS.sub("\n", "" if value is None else str(value))
    return _HALF_A_CHARACTER.sub("\ufffd", _NO_FILE_HOLDS.sub("", text))


def shortened(value: object, longest: int) -> str:
    """On one line, and where it is cut it says so: for a title, a label, a description."""
    text = " ".join(plain(value).split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
