"""Every action of a report with all that the report says of it: one sheet of the workbook, and the CSV files.

What each column means stands here alone: the public data dictionary and docs/progress-report.md say the same.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from . import phrases
from .phrases import day_of

_SAID_OF_A_DELAY = ("reason", "being_done", "effect_on_families")


class For(Enum):
    ALL = auto()
    MEMBERS = auto()  # words of officers
    PUBLIC = auto()  # what stands in their place


@dataclass(frozen=True)
class ActionColumn:
    heading: str
    width: int
    means: str
    value: Callable[[dict], object]
    readers: For = For.ALL


def columns_for(*readers: For) -> list[ActionColumn]:
    return [column for column in _COLUMNS if column.readers in {For.ALL, *readers}]


def action_columns() -> list[tuple[str, int]]:
    return [(column.heading, column.width) for column in columns_for(For.MEMBERS)]


def action_rows(content: dict, readers: For = For.MEMBERS) -> Iterable[list]:
    columns, told = columns_for(readers), _told_elsewhere(content)
    titles = {group["ref"]: group["title"] for group in content.get("priorities", [])}
    for action in content["actions"]:
        line = {"priority_title": titles.get(action["priority"])} | told.get(action["ref"], {}) | action
        yield [column.value(line) for column in columns]


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


_COLUMNS = [
    ActionColumn("Ref", 8, "The reference of the action in its plan.", lambda action: action["ref"]),
    ActionColumn("Action", 46, "What was promised.", lambda action: action["title"]),
    ActionColumn("Priority", 9, "The reference of the priority it stands under.", lambda action: action["priority"]),
    ActionColumn("Priority title", 26, "What that priority is.", lambda action: action.get("priority_title")),
    ActionColumn("Lead", 22, "The organisation that leads on it.", lambda action: action["lead"]),
    ActionColumn(
        "Status",
        20,
        "What its organisation last said by the day of the report. No update yet means not started.",
        lambda action: action["status_label"],
    ),
    ActionColumn(
        "Verified", 16, "Of a complete action: whether somebody from elsewhere has looked, and agrees.", _verified
    ),
    ActionColumn(
        "Colour",
        10,
        "Worked out from the status and the dates; nobody types it.",
        lambda action: action["colour_label"],
    ),
    ActionColumn("Starts", 13, "The day on which it is to start.", lambda action: day_of(action["start_on"])),
    ActionColumn(
        "Original due",
        22,
        "The date as it was promised first. It never changes.",
        lambda action: action["original_due"],
    ),
    ActionColumn(
        "Original due, the last day",
        14,
        "The last day of the month, term or year that was promised first.",
        lambda action: day_of(action["original_due_on"]),
    ),
    ActionColumn("Due", 22, "The date in force: the latest that was agreed.", phrases.due),
    ActionColumn(
        "Due, the last day", 14, "The last day of the date in force.", lambda action: day_of(action["due_on"])
    ),
    ActionColumn("Moves of its date", 10, "How often another due date was agreed.", lambda action: action["moves"]),
    ActionColumn(
        "Last confirmed",
        14,
        "The day on which somebody last said how it is going.",
        lambda action: day_of(action["confirmed_on"]),
    ),
    ActionColumn("To notice", 36, "What the dates and the status give away, in words.", _notice),
    ActionColumn(
        "What became of it",
        20,
        "Its move since the day compared with. Empty where its status did not change.",
        lambda action: action.get("moved"),
    ),
    ActionColumn("Status before", 20, "Its status on the day compared with.", lambda action: action.get("before")),
    ActionColumn("Moved on", 13, "The day of its last move.", lambda action: day_of(action.get("moved_on"))),
    ActionColumn(
        "Kind of not started",
        20,
        "Of an action that has not started: whether it should have, has no start date, or is not due to start yet.",
        lambda action: action.get("not_started"),
    ),
    ActionColumn(
        "Late, delayed or re-dated",
        12,
        "Yes where it is late, said to be delayed or at risk, or has another date than first.",
        lambda action: action.get("is_late", False),
    ),
    ActionColumn(
        "Why",
        46,
        "Why it is late. In the public file, words that the board’s chair approved.",
        lambda action: action.get("reason"),
    ),
    ActionColumn(
        "Being done",
        46,
        "What is being done about it. In the public file, words that the board’s chair approved.",
        lambda action: action.get("being_done"),
    ),
    ActionColumn(
        "For families",
        46,
        "What it means for families. In the public file, words that the board’s chair approved.",
        lambda action: action.get("effect_on_families"),
    ),
    ActionColumn(
        "Completed on",
        13,
        "Of an action completed since the day compared with, or ever where there is none: the day.",
        lambda action: day_of(action.get("completed_on")),
    ),
    ActionColumn(
        "Shown by",
        40,
        "Titles of the evidence for it. Not in the public file.",
        lambda action: "; ".join(action.get("evidence", [])),
        For.MEMBERS,
    ),
    ActionColumn(
        "Pieces of evidence",
        10,
        "How many pieces of evidence show it. Only in the public file.",
        lambda action: action.get("evidence"),
        For.PUBLIC,
    ),
    ActionColumn(
        "Illustrative", 12, "Yes where it was made up for a demonstration.", lambda action: action["is_illustrative"]
    ),
]
