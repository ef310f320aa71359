"""The parts of a progress report, in the order in which every format tells them, with their headings."""

from . import part_figures, part_lists, part_notes
from .blocks import Part
from .earlier import as_told_today

HEADINGS = {
    "headline": "The figures",
    "judgement": "The chair’s judgement",
    "moved": "What moved",
    "priorities": "Priority by priority",
    "exceptions": "Late, delayed, at risk or re-dated",
    "completed": "Completed, and what shows it",
    "not_started": "Not started",
    "coming_up": "Coming up",
    "dates_to_agree": "Dates to agree",
    "findings": "What the inspectors found, and what answers it",
    "enquiries": "Questions that await an answer",
    "actions": "Every action",
    "key": "What the colours mean",
    "how_made": "How the figures are made",
    "fingerprint": "Fingerprint",
}

_TOLD_BY = {
    "headline": part_figures.headline,
    "judgement": part_figures.judgement,
    "moved": part_figures.moved,
    "priorities": part_figures.priorities,
    "exceptions": part_lists.exceptions,
    "completed": part_lists.completed,
    "not_started": part_lists.not_started,
    "coming_up": part_lists.coming_up,
    "dates_to_agree": part_lists.dates_to_agree,
    "findings": part_notes.findings,
    "enquiries": part_notes.enquiries,
    "actions": part_lists.actions,
    "key": part_notes.key,
    "how_made": part_notes.how_made,
}


_COUNTED_BY = {
    "moved": lambda kinds: sum(len(kind["moves"]) for kind in kinds),
    "exceptions": len,
    "completed": len,
    "not_started": lambda kinds: sum(len(kind["actions"]) for kind in kinds),
    "dates_to_agree": len,
    "enquiries": len,
    "actions": len,
}


def parts(content: dict, fingerprint: dict | None) -> list[Part]:
    """A part that the content does not know, because it was frozen before there was one, is left out; so is silence."""
    content = as_told_today(content)
    told = [
        Part(key, HEADINGS[key], tell(content), _count(key, content))
        for key, tell in _TOLD_BY.items()
        if key == "judgement" or key in content
    ]
    told.append(Part("fingerprint", HEADINGS["fingerprint"], part_notes.fingerprint(fingerprint)))
    return [part for part in told if part.blocks]


def _count(key: str, content: dict) -> int | None:
    """Nothing moved since nothing is not a count of 0."""
    if key not in _COUNTED_BY or (key == "moved" and content["report"]["compared_with_on"] is None):
        return None
    return _COUNTED_BY[key](content[key])
