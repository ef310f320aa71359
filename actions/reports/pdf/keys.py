"""What each line of a report may hold: one that was frozen before a key was thought of is drawn without it."""

_ACTION = {"ref": "", "title": "", "lead": "", "is_illustrative": False}
_STANDING = {"status": "", "status_label": "", "colour": "", "colour_label": "", "is_verified": False}
_DATES = {"due": "", "original_due": "", "moves": 0}

_LINES = {
    "moved": _ACTION
    | {
        "words": "",
        "before": "",
        "before_label": "",
        "after": "",
        "after_label": "",
        "on": "",
        "said_by": "",
    },
    "priorities": {"ref": "", "title": "", "outcome": "", "words": "", "total": 0, "statuses": [], "colours": []},
    "exceptions": _ACTION
    | _STANDING
    | _DATES
    | {"reason": "", "being_done": "", "effect_on_families": "", "sentences": [], "moved_in_words": "was moved"},
    "completed": _ACTION | {"completed_on": "", "evidence": [], "is_verified": False},
    "not_started": _ACTION | {"start_on": None, "due": ""},
    "coming_up": _ACTION | {"start_on": None, "due": ""},
    "dates_to_agree": _ACTION
    | {
        "which": "Date",
        "from": "",
        "to": "",
        "reason": "",
        "effect_on_families": "",
        "asked_on": "",
    },
    "findings": {"ref": "", "text": "", "kind": "", "actions": "", "is_unanswered": False, "judgement": None},
    "enquiries": {"text": "", "body": "", "asked_on": None, "addressed_to": "", "due_on": None, "is_overdue": False},
    "actions": _ACTION | _STANDING | _DATES | {"priority": "", "flags": [], "confirmed_on": None},
}
_GROUPS = {"moved": "moves", "not_started": "actions", "findings": "findings"}


def with_every_key(content: dict) -> dict:
    return content | {key: _complete(key, content[key]) for key in _LINES if key in content}


def _complete(key: str, part):
    line = _LINES[key]
    if key == "coming_up":
        return {"meeting": None} | part | {name: _filled(part.get(name, []), line) for name in ("starting", "due")}
    if key in _GROUPS:
        inner = _GROUPS[key]
        return [group | {inner: _filled(group[inner], line)} for group in part]
    return _filled(part, line)


def _filled(lines: list[dict], line: dict) -> list[dict]:
    """Nothing, where the layout expects words, is no words: what joined the plan stood nowhere before."""
    return [line | {key: _worded(line.get(key), value) for key, value in told.items()} for told in lines]


def _worded(usual, value):
    return "" if value is None and isinstance(usual, str) else value
