"""Words by which a line shows that it is no action: totals, notes, signatures, keys, guidance; and group titles."""

import re

from actions.imports.columns.shapes import Shape, shape_of, squeeze
from actions.imports.grid import Cell

_NUMBERING = r"(?:\d+(?:\.\d+)*[a-z]?|[a-h]|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_GROUP_NOUN = (
    r"(?:(?:area|areas) (?:for|of) (?:priority action|improvement|(?:significant )?(?:weakness|concern)|focus|"
    r"development|work)|"
    r"(?:(?:strategic|key|improvement|priority|cross[ -]cutting|overarching|main|high[ -]level) )?"
    r"(?:priority(?: (?:area|action|theme))?|objective|theme|outcome|work ?stream|strand|area|goal|aim|"
    r"section|part|pillar|focus area|"
    r"finding|recommendation|weakness|phase|chapter|domain|programme|project|locality|ambition|commitment|standard))"
)
_GROUP = re.compile(
    rf"(?P<noun>{_GROUP_NOUN})s?\s*(?:(?:no\.?|number)\s*)?(?:(?P<numbering>{_NUMBERING})\b[\s.:)–—-]*|"
    rf"\s*[:–—-]\s*)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(r"(?P<numbering>\d+(?:\.\d+)*|[A-H])[.):]?\s+(?P<rest>[A-Z].*)", re.DOTALL)

_SUMMARY = re.compile(
    r"(?:(?:grand |sub[- ]?|overall )?totals?\b(?: (?:number|no\.?)(?: of)?)?(?: (?:of )?(?:all )?(?:actions?|"
    r"complete[d]?|rag|by \w+))*\s*(?:[:=(–-].*|\d.*)?|"
    r"(?:overall |current )?(?:b?rag|status|progress|action)s? (?:summary|totals?|counts?|rating summary)\b.*|"
    r"(?:overall )?summary\s*(?:[:–-].*|of (?:rag|status|progress|actions)\b.*)?|"
    r"(?:number|no\.?|count|percentage|%) (?:of )?(?:the )?(?:actions?|items|complete[d]?|on track|red|amber|"
    r"green|blue)\b.*|"
    r"(?:average|mean|overall) (?:progress|rag|status|%).*|"
    r"\d+ (?:actions?|of \d+|red|amber|green|blue|complete[d]?)\b[^a-z]*.{0,60})",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"(?:.*[:–-]\s*)?(?:\d+\s*x?\s*(?:blue|red|amber|green|gr[ea]y|complete[d]?|on track|not started|delayed|"
    r"at risk|overdue)\b[\s,;/&and]*){2,}.*"
    r"|(?:.*[:–-]\s*)?(?:(?:blue|red|amber|green|gr[ea]y|complete[d]?|on track|not started|delayed|at risk|"
    r"overdue)\s*[:=–-]?\s*\d+\b[\s,;/&and%()]*){2,}.*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:\*+|†|‡|©|n\.?b\.?\b|(?:foot)?notes?\s*(?:\d+)?\s*[:.–-]|please note\b|source\s*[:–-]|key\s*(?:[:–-]|"
    r"$)|(?:b?rag|colour|status|rating) (?:key|rating key|definitions?|ratings?\s*:|legend)\b|legend\s*(?:$|[:–-])|"
    r"abbreviations?\s*(?:$|[:–-])|glossary\s*(?:$|[:–-])|"
    r"acronyms?\s*(?:$|[:–-])|end of (?:table|report|plan|document|sheet)|page \d+|version (?:\d|control|"
    r"history)|version\s*:|v\d+(?:\.\d+)?$|"
    r"document (?:control|owner)|last (?:updated|reviewed|amended|saved)|updated (?:on|by|:)|"
    r"date (?:of )?(?:last )?updated?|"
    r"prepared (?:by|for|on)|produced (?:by|on)|approved (?:by|on)|agreed (?:by|at)\s|reviewed (?:by|on)|"
    r"author\s*:|owner\s*:|contact\s*:|for (?:further|more) information|continued(?:\.*$| (?:on|from|over)\b)|"
    r"\(continued|cont(?:'?d|"
    r"inued)?\b\.?|"
    r"official(?:[ -]+sensitive)?\s*(?:$|[:–-])|confidential\s*$|draft(?: v?[\d.]+)?\s*$|printed (?:on|:)|"
    r"filter(?:ed)? by|as at\b|next (?:review|"
    r"update|meeting)\b)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:signed|signature|sign[- ]?off(?: by)?|name|print name|date signed|on behalf of|chair(?:person)?|"
    r"director)\b[\s:._…-]*(?:\s*\(.*\))?(?:$|[:_…].*)|_{4,}|\.{6,}",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?:(?:dark |light |pale )?(?:blue|red|amber|green|gr[ea]y|yellow|purple|black|white|orange)|"
    r"[bragw])\b(?:\s*\([^)]*\))?\s*(?:[=:–—-]|means\b|is\b)\s*\S.*",
    re.IGNORECASE | re.DOTALL,
)
_GUIDANCE = re.compile(
    r"\(.*\)|\[.*\]|<.*>|(?:e\.?g\.?|eg|for example|i\.e\.)\b.*|dd[/-]mm.*|mm[/-]yy.*|(?:please )?(?:select|"
    r"choose|pick|enter|insert|type|list|complete|state|add)\b.{0,60}(?:list|drop[ -]?down|here|date|name|"
    r"below|column|text|only)\b.*|"
    r"free text.*|drop[ -]?down.*|who is .*\?|what .*\?|how .*\?|by when.*\?|column [a-z]|yes ?/ ?no|y ?/ ?n|"
    r"r ?/ ?a ?/ ?g.*|(?:b ?/? ?)?r ?/? ?a ?/? ?g",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT_GROUP = re.compile(
    r"(?:(?:priority|overall|strategic|executive|theme|joint) )?(?:leads?|sro|owners?|sponsor|accountable|"
    r"responsible|chair|rag|status|review)\b[^:\n]{0,30}:",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    r"(?:progress|updates?|comments?|evidence|impact|narrative|commentary|next steps?|position)\b[^:\n]{0,30}:",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"[a-z•·*–—-]|and\b|or\b|\.\.\.|…")


def group_style(text: str) -> str:
    """What kind of group title it is, so that like ones stand on one level; nothing where it is none by its words."""
    words = squeeze(text)
    if len(words) > 300:
        return ""
    named = _GROUP.fullmatch(words)
    if named and (named["rest"] or named["numbering"]):
        return " ".join(named["noun"].lower().split())
    return ""


def is_group_label(text: str) -> bool:
    """“Priority 1” and nothing else: what it is about stands in the next cell."""
    named = _GROUP.fullmatch(squeeze(text))
    return bool(named) and not named["rest"]


def numbered(text: str) -> tuple[str, str] | None:
    """“2. Engagement” → ("2", "Engagement")"""
    found = _NUMBERED.fullmatch(squeeze(text))
    return (found["numbering"], found["rest"]) if found else None


def is_summary(texts: list[str]) -> bool:
    first, *others = texts
    if _COUNTS.fullmatch(first) and not others:
        return True
    return bool(_SUMMARY.fullmatch(first)) and all(len(text) <= 60 for text in others)


def is_tally(cells: list[Cell]) -> bool:
    """A status or a colour and a number beside it: “On track | 46”, also several in a line."""
    shapes = [shape_of(cell) for cell in cells]
    numbers = [cell for cell in cells if squeeze(cell.shown).rstrip("%").replace(".", "").isdigit()]
    words = [shape for shape in shapes if shape in {Shape.STATUS, Shape.RAG}]
    return bool(numbers) and bool(words) and len(numbers) + len(words) == len(cells)


def is_note(text: str) -> bool:
    return bool(_NOTE.match(text))


def is_signature(texts: list[str]) -> bool:
    return bool(_SIGNATURE.fullmatch(texts[0])) and len(texts) <= 4 and all(len(text) <= 60 for text in texts)


def is_about_group(text: str) -> bool:
    """“Lead: Director of Education”, in a line of its own."""
    return bool(_ABOUT_GROUP.match(text))


def is_labelled_update(text: str) -> bool:
    """“Progress: …” in a line of its own under an action."""
    return bool(_UPDATE.match(text))


def is_key(text: str) -> bool:
    return bool(_KEY.fullmatch(squeeze(text)))


def is_guidance(texts: list[str]) -> bool:
    """Under the headings: most cells tell how to fill in the column, or number the columns."""
    if len(texts) < 2:
        return False
    numbers = [text.strip("().") for text in texts]
    if numbers in ([str(i) for i in range(1, len(texts) + 1)], [chr(ord("a") + i) for i in range(len(texts))]):
        return True
    return sum(bool(_GUIDANCE.fullmatch(text)) for text in texts) > len(texts) / 2


def continues(text: str) -> bool:
    """It begins as the middle of a sentence does."""
    return bool(_CONTINUES.match(text))
