"""What the report says in whole sentences, from its content as it is to be printed. Missing keys are passed over."""

from ..phrases import change
from .printable import BREAK


def sentences(content: dict) -> dict:
    return {
        "title": _title(content),
        "full_title": _plain(f"{_title(content)} {_day_of(content)}: {_in(content, 'plan', 'title')}"),
        "footer": f"{_title(content)} {_day_of(content)}",
        "standing": _standing(content),
        "since": _since(content),
        "moved": _moved(content),
        "beside": _beside(content),
        "coming_up": _coming_up(content),
        "chart": _plain(_chart(content)),
    }


def _in(content: dict, part: str, key: str):
    return (content.get(part) or {}).get(key)


def _plain(text: str) -> str:
    """Where nothing is broken into lines: a title, an alternative text."""
    return text.replace(BREAK, "")


def _count(number: int, singular: str) -> str:
    return f"{number} {singular}{'' if number == 1 else 's'}"


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:]


def _title(content: dict) -> str:
    number = _in(content, "report", "number")
    return "Draft progress report" if number is None else f"Progress report {number}"


def _day_of(content: dict) -> str:
    return f"as at {_in(content, 'report', 'as_at_on')}"


def _met(meeting: dict | None) -> str:
    return f"{meeting['body']} of {meeting['held_on']}" if meeting else ""


def _standing(content: dict) -> list[str]:
    met = _met(_in(content, "report", "meeting"))
    day = f"As at the end of {_in(content, 'report', 'as_at_on')}"
    return ([f"For the {met}"] if met else []) + [f"{day}, {_compared(content)}"]


def _compared(content: dict) -> str:
    day, number = _in(content, "report", "compared_with_on"), _in(content, "report", "compared_with_number")
    if not day:
        return "with no earlier report to compare with"
    return f"compared with {day}" if number is None else f"compared with report {number}, as at {day}"


def _since(content: dict) -> str:
    day = _in(content, "report", "compared_with_on")
    return f"since {day}" if day else ""


def _moved(content: dict) -> str:
    if not _since(content):
        return "There is no earlier report to compare with."
    moved = [
        f"{len(group['moves'])} {_lowered(group['label'])}" for group in content.get("moved", []) if group["moves"]
    ]
    if not moved:
        return f"Nothing moved {_since(content)}."
    return f"S{_since(content)[1:]}: {_listed(moved)}."


def _beside(content: dict) -> str:
    """What the four figures do not say: how many in all, how many looked at, and how many are left out."""
    headline = content.get("headline") or {}
    since = f", {change(headline['change'])} {_since(content)}" if headline.get("change") is not None else ""
    said = [f"{_count(headline.get('total', 0), 'action')} in all{since}."]
    if {"verified", "not_yet_verified"} <= headline.keys():
        said.append(
            f"Of the complete, {headline['verified']} verified by somebody from elsewhere"
            f" and {headline['not_yet_verified']} not yet."
        )
    if headline.get("closed"):
        said.append(f"Besides these, {headline['closed']} no longer applicable.")
    return " ".join(said)


def _coming_up(content: dict) -> str:
    met = _met(_in(content, "coming_up", "meeting"))
    return f"Before the {met}." if met else "No meeting is recorded yet."


def _chart(content: dict) -> str:
    bars = [
        f"{group['ref']} {group['title']}, {_count(group['total'], 'action')}: "
        + _listed([f"{part['number']} {_lowered(part['label'])}" for part in group["statuses"]])
        for group in content.get("priorities", [])
    ]
    return f"Stacked bars, one for each priority. {'. '.join(bars)}." if bars else ""
