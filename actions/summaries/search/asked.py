"""What somebody asked to find: words that must all occur, and perhaps a reference."""

import re
import string
from dataclasses import dataclass

LONGEST = 200  # characters of a question

_TERM = re.compile(r'"([^"]+)"|([^\s"]+)')
_AROUND_WORDS = string.punctuation + string.whitespace + "‘’…–—•"
_STRAIGHT = str.maketrans("“”„", '"""')  # a tablet writes curly ones
_LABEL = re.compile(r"^(action|finding|reference|ref|number|no)\b\.? (?=\S*\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Term:
    """A word, or words side by side."""

    text: str

    @property
    def is_plain(self) -> bool:
        """Letters that every database can compare without regard to case."""
        return self.text.isascii() and self.text.isalpha()

    @property
    def pattern(self) -> str:
        """Where it occurs. What ends in a digit ends there: 1.1 is not in 1.10, and 18 not in 2018."""
        body = r"\s+".join(re.escape(word) for word in self.text.split()).replace("’", "'").replace("'", "['’]")
        before = r"(?<![\w.])" if self.text[0].isdigit() else ""
        after = r"(?!\w|\.\w)" if self.text[-1].isdigit() else ""
        return before + body + after

    @property
    def whole_words(self) -> str:
        """The same with the rest of its first and its last word."""
        before = r"\b\w*?" if self.text[0].isalpha() else ""
        after = r"\w*" if self.text[-1].isalpha() else ""
        return before + self.pattern + after


@dataclass(frozen=True)
class Asked:
    text: str
    terms: tuple[Term, ...]
    was_cut: bool = False

    @property
    def reference(self) -> str:
        """What it would be the reference of: 1.10 is asked for by “1.10” and by “Action 1.10”."""
        return _LABEL.sub("", self.text)


def asked_for(typed: str) -> Asked:
    """Cut where it is too long. Quotation marks keep words together; other punctuation around a word is nothing."""
    whole = " ".join(typed.split())
    text = whole[:LONGEST].strip()
    found = ((side_by_side or word) for side_by_side, word in _TERM.findall(text.translate(_STRAIGHT)))
    words = (words.strip(_AROUND_WORDS) for words in found)
    distinct: dict[str, Term] = {}
    for word in filter(None, words):
        distinct.setdefault(word.casefold(), Term(word))
    return Asked(text, tuple(distinct.values()), was_cut=len(whole) > LONGEST)
