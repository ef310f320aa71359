"""One way to write a report down as text, so that its fingerprint can be worked out again, byte for byte, for ever."""

import hashlib
import json


def canonical(content: dict) -> str:
    """JSON with its keys in order, no spaces and no escapes that are not needed: the text that is frozen.

    Half a surrogate pair, which UTF-8 cannot hold, stands as its escape.
    """
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", errors="backslashreplace").decode()


def fingerprint_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits: what `sha256sum` says of the same file."""
    return hashlib.sha256(text.encode()).hexdigest()
