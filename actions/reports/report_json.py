"""The report's content as JSON, written in one way only, so that the same content has the same fingerprint for ever.

docs/progress-report.md and docs/progress-report.schema.json describe what is in it.
"""

from actions import canonical as text


def canonical(content: dict) -> bytes:
    """The very bytes that are frozen, and that anybody downloads."""
    return text.canonical(content).encode()


def fingerprint_of(content: dict) -> str:
    """The SHA-256 of the downloaded file: anybody can work it out."""
    return text.fingerprint_of(text.canonical(content))
