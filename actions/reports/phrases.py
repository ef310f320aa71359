"""How a report says a day, a change, a due date, its own name: the same in every format."""

from datetime import date

from actions.periods import in_full, in_short

MINUS = "\u2212"


def day_of(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def day(iso: str | None) -> str:
    """12 July 2019"""
    return in_full(date.fromisoformat(iso)) if iso else ""


def short_day(iso: str | None) -> str:
    """12 Jul 2019"""
    return in_short(date.fromisoformat(iso)) if iso else ""


def change(number: int | None) -> str:
    """+7, −5, no change; nothing where there is nothing to compare with"""
    if number is None:
        return ""
    return f"+{number}" if number > 0 else f"{MINUS}{-number}" if number else "no change"


def counted(number: int, one: str, many: str) -> str:
    """1 action, 2 actions"""
    return f"{number} {one if number == 1 else many}"


def report_name(content: dict) -> str:
    """Progress report 7"""
    number = content["report"]["number"]
    return "Draft progress report" if number is None else f"Progress report {number}"


def as_at(content: dict) -> str:
    return f"as at {day(content['report']['as_at_on'])}"


def title(content: dict) -> str:
    """Of the file, as a reader of screens says it first."""
    return f"{report_name(content)} {as_at(content)}: {content['plan']['title']}"


def subject(content: dict) -> str:
    return f"How {content['partnership']['name']} keeps the promises of its plan, {as_at(content)}"


def made_for(content: dict) -> str:
    """For the Partnership Board of 12 September 2019"""
    meeting = content["report"]["meeting"]
    return f"For the {meeting['body']} of {day(meeting['held_on'])}" if meeting else ""


def compared_with(content: dict) -> str:
    """report 6, as at 15 May 2019"""
    report = content["report"]
    if report["compared_with_on"] is None:
        return ""
    since = day(report["compared_with_on"])
    number = report["compared_with_number"]
    return since if number is None else f"report {number}, as at {since}"


def action_name(action: dict) -> str:
    return f"{action['ref']} {action['title']}"


def due(action: dict) -> str:
    """July 2019; Ongoing, with no end date"""
    return action["due"].removeprefix("Due ")


def verified(action: dict) -> str:
    """Complete is a claim: it always says whether anybody has looked."""
    if action["status"] != "complete":
        return ""
    return "verified" if action["is_verified"] else "not yet verified"


def judged(judgement: dict | None) -> str:
    if judgement is None:
        return "Not judged yet"
    return "Sufficient progress" if judgement["is_sufficient"] else "Not yet sufficient progress"


def corrects(content: dict) -> list[str]:
    """Puts right report 6: …; nothing where the report corrects none."""
    corrected = content["report"].get("corrects")
    if not corrected:
        return []
    why = corrected.get("reason")
    return [f"Puts right report {corrected.get('number')}{f': {why}' if why else '.'}"]


def whose(action: dict) -> str:
    """LCC · Illustrative: a row made up for a demonstration is marked wherever it stands."""
    return with_mark(action["lead"], action)


def with_mark(words: str, action: dict) -> str:
    return f"{words} · Illustrative" if action["is_illustrative"] else words


def is_unverified(action: dict) -> bool:
    return action["status"] == "complete" and not action["is_verified"]


def when_due(action: dict) -> list[str]:
    """The date in force first; then, where it was moved, the original."""
    if not action["moves"]:
        return [due(action)]
    return [due(action), f"first {action['original_due']}", counted(action["moves"], "move", "moves")]
