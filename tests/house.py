"""The floors of the house, as data, and how its Python is read. tests/test_house.py holds the one against the other."""

import ast
from collections.abc import Iterator
from pathlib import Path

from sendtracker.env import BASE_DIR

ACTIONS = BASE_DIR / "actions"

# Imports only go down, and rooms on one floor do not import each other.
FLOORS = [
    ["choices", "periods", "wording", "rag", "flags", "canonical", "publication"],
    ["choices", "periods", "typed_promise", "wording", "rag", "flags", "canonical"],
    ["models"],
    ["summaries", "permissions", "operations"],
    ["forms", "tables", "charts", "reports", "imports", "demo"],
    ["views", "urls", "admin", "templatetags", "management", "apps"],
]
WORDS = FLOORS[0]  # each may read the ones named before it
ACROSS = {("urls", "views")}

# Who belongs to whom: a record may import those after it, never those before it. The helpers serve all.
RECORDS = [
    "partnership",
    "people",
    "inspection",
    "plan",
    "action",
    "status_update",
    "date_change",
    "completion",
    "action_link",
    "meeting",
    "enquiry",
    "progress_report",
    "priority_words",
    "plan_import",
    "reminder",
]
RECORD_HELPERS = ["append_only", "brought_by", "closed_books", "constraints", "freezing", "publishing", "standing"]


def floor_of(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def modules(*folders: str) -> Iterator[Path]:
    """Our Python, without the migrations, which are written by Django and never edited."""
    for folder in folders:
        found = sorted((BASE_DIR / folder).rglob("*.py"))
        yield from (path for path in found if "migrations" not in path.parts)


def shown(path: Path) -> str:
    return str(path.relative_to(BASE_DIR))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def dotted(path: Path) -> tuple[str, ...]:
    """actions/models/action.py → ("actions", "models", "action")"""
    parts = path.relative_to(BASE_DIR).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def imports_of(path: Path) -> Iterator[tuple[str, ...]]:
    """Everything the module imports, in full: ("actions", "choices", "Status")."""
    package = dotted(path) if path.name == "__init__.py" else dotted(path)[:-1]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            middle = tuple((node.module or "").split(".")) if node.module else ()
            yield from ((*start, *middle, alias.name) for alias in node.names)


def rooms_imported_by(path: Path) -> set[str]:
    return {name[1] for name in imports_of(path) if name[0] == "actions" and len(name) > 1}


def room_of(path: Path) -> str:
    return dotted(path)[1]


def is_downhill(room: str, other: str) -> bool:
    if floor_of(other) != floor_of(room):
        return floor_of(other) < floor_of(room)
    if room in WORDS:
        return WORDS.index(other) <= WORDS.index(room)
    return room == other or (room, other) in ACROSS
