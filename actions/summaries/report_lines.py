"""The lines of a progress report as plain data: an action, a move, a finding."""

from datetime import date

from actions.choices import Rag, Status

from .attention import Standing
from .movement import Move, said_by


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def colours(standings: list[Standing], *, every: bool = False) -> list[dict]:
    """Worst first, with counts: colours are never averaged."""
    counts = {rag: sum(standing.rag == rag for standing in standings) for rag in Rag if rag != Rag.NONE}
    return [
        {"colour": colour.value, "label": colour.label, "number": number}
        for colour, number in counts.items()
        if number or every
    ]


def brief_action(standing: Standing) -> dict:
    action = standing.action
    return {
        "ref": action.ref,
        "title": action.title,
        "lead": action.lead_organisation.short_name,
        "start_on": iso(action.start_on),
        "due": action.due_line,
        "is_illustrative": action.is_illustrative,
    }


def action_line(standing: Standing) -> dict:
    action = standing.action
    return brief_action(standing) | {
        "priority": action.priority.ref,
        "status": action.status,
        "status_label": Status(action.status).label,
        "colour": standing.rag.value,
        "colour_label": standing.rag.label,
        "is_verified": action.status == Status.COMPLETE and action.is_verified,
        "original_due": action.original_due_in_words,
        "original_due_on": iso(action.original_due_on),
        "due_on": iso(action.due_on),
        "moves": action.due_move_count,
        "confirmed_on": iso(action.confirmed_on),
        "flags": [{"flag": raised.flag.value, "label": raised.label} for raised in standing.flags],
    }


def exception(standing: Standing) -> dict:
    said = standing.latest
    return action_line(standing) | {
        "moved_in_words": standing.moved_in_words,
        "reason": said.words if said else "",
        "being_done": said.recovery if said else "",
        "effect_on_families": said.effect_on_families if said else "",
        "sentences": [raised.sentence for raised in standing.flags],
    }


def move_line(move: Move) -> dict:
    last = move.last_step
    return {
        "ref": move.action.ref,
        "title": move.action.title,
        "lead": move.action.lead_organisation.short_name,
        "is_illustrative": move.action.is_illustrative,
        "before": move.before.value if move.before else None,
        "before_label": move.before.label if move.before else "New to the plan",
        "after": move.after.value,
        "after_label": move.after.label,
        "on": iso(move.day),
        "said_by": said_by(last) if last else "",
        "words": last.words if last else "",
    }
