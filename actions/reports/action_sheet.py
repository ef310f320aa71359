"""Every action of a report with all that the report says of it: one sheet of the workbook, and the CSV file."""

from collections.abc import Callable, Iterable

from . import phrases
from .phrases import day_of

_SAID_OF_A_DELAY = ("reason", "being_done", "effect_on_families")


def action_columns() -> list[tuple[str, int]]:
    return [(heading, width) for heading, width, _ in _COLUMNS]


def action_rows(content: dict) -> Iterable[list]:
    told = _told_elsewhere(content)
    titles = {group["ref"]: group["title"] for group in content.get("priorities", [])}
    for action in content["actions"]:
        line = {"priority_title": titles.get(action["priority"])} | told.get(action["ref"], {}) | action
        yield [value(line) for _, _, value in _COLUMNS]


def _told_elsewhere(content: dict) -> dict[str, dict]:
    """By reference, which is unique in a plan: what the lists of the report say of an action beside its own line."""
    told: dict[str, dict] = {}
    for ref, words in [*_told_by_lists(content), *_told_by_groups(content)]:
        told.setdefault(ref, {}).update(words)
    return told


def _told_by_lists(content: dict) -> Iterable[tuple[str, dict]]:
    for late in content.get("exceptions", []):
        yield late["ref"], {"is_late": True} | {key: late[key] for key in _SAID_OF_A_DELAY}
    for done in content.get("completed", []):
        yield done["ref"], {"completed_on": done["completed_on"], "evidence": done["evidence"]}


def _told_by_groups(content: dict) -> Iterable[tuple[str, dict]]:
    for kind in content.get("moved", []):
        for move in kind["moves"]:
            yield move["ref"], {"moved": kind["label"], "before": move["before_label"], "moved_on": move["on"]}
    for kind in content.get("not_started", []):
        for action in kind["actions"]:
            yield action["ref"], {"not_started": kind["label"]}


def _verified(action: dict) -> str:
    return phrases.verified(action).capitalize()


def _notice(action: dict) -> str:
    return "; ".join(flag["label"] for flag in action["flags"])


_COLUMNS: list[tuple[str, int, Callable[[dict], object]]] = [
    ("Ref", 8, lambda action: action["ref"]),
    ("Action", 46, lambda action: action["title"]),
    ("Priority", 9, lambda action: action["priority"]),
    ("Priority title", 26, lambda action: action.get("priority_title")),
    ("Lead", 22, lambda action: action["lead"]),
    ("Status", 20, lambda action: action["status_label"]),
    ("Verified", 16, _verified),
    ("Colour", 10, lambda action: action["colour_label"]),
    ("Starts", 13, lambda action: day_of(action["start_on"])),
    ("Original due", 22, lambda action: action["original_due"]),
    ("Original due, the last day", 14, lambda action: day_of(action["original_due_on"])),
    ("Due", 22, phrases.due),
    ("Due, the last day", 14, lambda action: day_of(action["due_on"])),
    ("Moves of its date", 10, lambda action: action["moves"]),
    ("Last confirmed", 14, lambda action: day_of(action["confirmed_on"])),
    ("To notice", 36, _notice),
    ("What became of it", 20, lambda action: action.get("moved")),
    ("Status before", 20, lambda action: action.get("before")),
    ("Moved on", 13, lambda action: day_of(action.get("moved_on"))),
    ("Kind of not started", 20, lambda action: action.get("not_started")),
    ("Late, delayed or re-dated", 12, lambda action: action.get("is_late", False)),
    ("Why", 46, lambda action: action.get("reason")),
    ("Being done", 46, lambda action: action.get("being_done")),
    ("For families", 46, lambda action: action.get("effect_on_families")),
    ("Completed on", 13, lambda action: day_of(action.get("completed_on"))),
    ("Shown by", 40, lambda action: "; ".join(action.get("evidence", []))),
    ("Illustrative", 12, lambda action: action["is_illustrative"]),
]
