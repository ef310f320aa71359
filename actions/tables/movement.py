"""The movement ledger as a file: a row for each action that moved, in the order of the page."""

from collections.abc import Iterator

from actions.choices import Status
from actions.models import StatusUpdate
from actions.summaries.movement import Move, Movement, said_by

HEADINGS = [
    "What happened",
    "Ref",
    "Action",
    "Priority",
    "Led by",
    "From",
    "To",
    "Counts from",
    "Said by",
    "Words",
    "For families",
    "Every step",
]


def movement_rows(movement: Movement) -> Iterator[list]:
    yield HEADINGS
    for move in movement.moves:
        yield _row(move)


def _row(move: Move) -> list:
    last, action = move.last_step, move.action
    return [
        move.kind.label,
        action.ref,
        action.title,
        str(action.priority),
        action.lead_organisation.short_name,
        Status(move.before).label if move.before else "New to the plan",
        Status(move.after).label,
        move.day.isoformat(),
        said_by(last) if last else "",
        last.words if last else "",
        last.effect_on_families if last else "",
        "; ".join(_step(step) for step in move.steps),
    ]


def _step(step: StatusUpdate) -> str:
    return f"{step.effective_on}: {Status(step.status_before).label} to {Status(step.status).label}"
