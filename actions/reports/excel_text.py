"""Text that a cell of Excel can hold, as the words that they are."""

from .plain_text import plain

LONGEST_CELL = 32_767
"""Of Excel, which counts UTF-16 units."""
CUT = "… (cut: see the JSON file)"
AS_WORDS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""What XlsxWriter is told, so that it makes nothing else of a text."""


def as_cell(value: object) -> str:
    """What a cell cannot hold is cut, and says so."""
    text = plain(value)
    if len(text) > LONGEST_CELL // 2 and _units(text) > LONGEST_CELL:
        kept = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - _units(CUT))].decode("utf-16-le", errors="ignore")
        return kept + CUT
    # XlsxWriter takes such a text for markup of its own, and would not escape it. A space more, and it is words.
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
