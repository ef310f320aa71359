"""Text as it can be kept and shown: what Excel escapes is put back, and control characters are taken out."""

import re

UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
LINE_ENDS = re.compile("\r\n?")


def clean(text: str) -> str:
    return UNWANTED.sub("", LINE_ENDS.sub("\n", text))


def unescaped(text: str) -> str:
    """Excel writes a carriage return as _x000D_, and an underscore before such a text as _x005F_."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
