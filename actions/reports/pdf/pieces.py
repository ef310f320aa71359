"""Parts a large report into pieces that are drawn one after another.

typst needs some 25 KB for each line of a table, so a plan of two thousand actions drawn in one go would take
half a gigabyte. A report of ordinary size is one piece.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from actions.reports.parts import HEADINGS

LINES_OF_A_PIECE = 450
_WHOLE = {"priorities"}  # one chart tells of all


@dataclass
class Piece:
    parts: dict = field(default_factory=dict)
    lines: int = 0
    continues: str = ""  # the part that began in a piece before

    def add(self, key: str, share) -> None:
        is_more = key in self.parts and isinstance(share, list)
        self.parts[key] = self.parts[key] + share if is_more else share
        self.lines += _lines(share)


def pieces(content: dict) -> list[Piece]:
    drawn = [Piece()]
    for key, share in _shares(content):
        if drawn[-1].parts and drawn[-1].lines + _lines(share) > LINES_OF_A_PIECE:
            drawn.append(Piece(continues=key if key in drawn[-1].parts else ""))
        drawn[-1].add(key, share)
    return drawn


def in_one_list(content: dict) -> dict:
    """Lists of lists become one list of lines, each with the heading of its group, to be parted anywhere."""
    groups = {key: told(content) for key, told in _GROUPS.items() if key in content}
    return content | {
        key: [line | {"group": heading} for heading, lines in held for line in lines] for key, held in groups.items()
    }


def _counted(label: str, lines: list[dict]) -> tuple[str, list[dict]]:
    return f"{label}: {len(lines)}", lines


def _by_priority(content: dict) -> list[tuple[str, list[dict]]]:
    """In the plan's own order."""
    titles = {group["ref"]: f"{group['ref']} {group['title']}" for group in content.get("priorities", [])}
    lines: dict[str, list[dict]] = {}
    for line in content["actions"]:
        lines.setdefault(line["priority"], []).append(line)
    return [_counted(titles.get(ref, ref) or "Without a priority", held) for ref, held in lines.items()]


_GROUPS = {
    "moved": lambda content: [_counted(group["label"], group["moves"]) for group in content["moved"]],
    "not_started": lambda content: [_counted(kind["label"], kind["actions"]) for kind in content["not_started"]],
    "coming_up": lambda content: [
        _counted("To start", content["coming_up"]["starting"]),
        _counted("Due", content["coming_up"]["due"]),
    ],
    "findings": lambda content: [
        (inspection["inspection"] or "An inspection", inspection["findings"]) for inspection in content["findings"]
    ],
    "actions": _by_priority,
}


def _shares(content: dict) -> Iterator[tuple[str, object]]:
    for key in [key for key in HEADINGS if key in content]:
        if isinstance(content[key], list) and content[key] and key not in _WHOLE:
            yield from ((key, [line]) for line in content[key])
        else:
            yield key, content[key]


def _lines(share) -> int:
    return len(share) if isinstance(share, list) else 1
