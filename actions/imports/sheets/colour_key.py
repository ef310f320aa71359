"""The words of a colour key, wherever it stands: “A” means “On track” here, whatever it means elsewhere."""

import re

from actions.imports.columns.shapes import squeeze
from actions.imports.sheets.spread import Line
from actions.imports.sheets.table import KeyEntry

_COLOUR = r"(?:dark |light |pale )?(?:blue|red|amber|green|gr[ea]y|yellow|purple|black|white|orange)|[bragw]"
_WORD = re.compile(rf"(?P<word>{_COLOUR})(?:\s*\((?P<also>[^)]*)\))?", re.IGNORECASE)
_SENTENCE = re.compile(
    rf"(?P<word>{_COLOUR})(?:\s*\([^)]*\))?\s*(?:[=:–—-]+|\bmeans\b|\bis\b)\s*(?P<meaning>\S.*)", re.IGNORECASE
)
_PARTS = re.compile(rf"[;\n|]|,\s*(?=(?:{_COLOUR})\s*(?:\([^)]*\))?\s*[=:–—-])", re.IGNORECASE)


def read_key(lines: list[Line]) -> list[KeyEntry]:
    """Nothing unless two words at least are explained: one colour alone explains nothing."""
    entries = [entry for index, line in enumerate(lines) for entry in _entries(line, lines[index + 1 : index + 2])]
    return entries if len({entry.word.lower() for entry in entries}) >= 2 else []


def _entries(line: Line, below: list[Line]) -> list[KeyEntry]:
    found, columns = [], sorted(line.own)
    for place, column in enumerate(columns):
        text = squeeze(line.own[column].shown)
        found += [KeyEntry(word, meaning, line.number) for word, meaning in _said_in(line.own[column].shown)]
        if _WORD.fullmatch(text) and _begins_pair(line, columns[:place]):
            near = [(line, columns[place + 1 : place + 2]), *((under, [column]) for under in below)]
            meaning = next(filter(None, (_beside(*where) for where in near)), "")
            found += [KeyEntry(text, meaning, line.number)] if meaning else []
    return found


def _begins_pair(line: Line, before: list[int]) -> bool:
    """A word of a key opens its line, or follows the word “key”, another word or another's meaning."""
    if not before:
        return True
    texts = [squeeze(line.own[column].shown) for column in before[-2:]]
    return texts[-1].lower().rstrip(":").endswith("key") or any(_WORD.fullmatch(text) for text in texts)


def _said_in(text: str) -> list[tuple[str, str]]:
    """“RAG key: R = late; A = at risk” says two."""
    text = re.sub(r"^\s*(?:b?rag\s*)?(?:colour\s*)?key\s*[:–-]\s*", "", text, flags=re.IGNORECASE)
    sentences = [_SENTENCE.fullmatch(squeeze(part)) for part in _PARTS.split(text)]
    return [(said["word"], said["meaning"]) for said in sentences if said]


def _beside(line: Line, columns: list[int]) -> str:
    texts = [squeeze(line.own[column].shown) for column in columns if column in line.own]
    return next((text for text in texts if not _WORD.fullmatch(text)), "")
