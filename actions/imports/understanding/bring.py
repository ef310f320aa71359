"""What an understanding comes to, ready to be written."""

from typing import TYPE_CHECKING

from actions.choices import OrganisationKind, Status
from actions.imports.answers import INSTEAD
from actions.imports.leads.names import initials
from actions.imports.understanding.organisation_kinds import kind_of
from actions.operations.brought import Brought, BroughtAction, BroughtUpdate

if TYPE_CHECKING:
    from .understood import Understanding

LONGEST_NAME, LONGEST_SHORT = 200, 60


def brought_of(understanding: "Understanding") -> Brought:
    if understanding.undecided:
        raise ValueError(f"{len(understanding.undecided)} questions are not decided yet.")
    rows = [row.brings for row in understanding.rows if row.brings]
    used = {row.priority for row in rows}
    return Brought(
        actions=[*rows, *_closings(understanding)],
        priorities=[
            {"ref": each["ref"], "title": each["title"]}
            for each in understanding.priorities
            if each["is_new"] and each["ref"] in used
        ],
        organisations=_organisations(understanding, rows),
        plan=understanding.plan,
    )


def _closings(understanding: "Understanding") -> list[BroughtAction]:
    """Actions that the file no longer has, closed because somebody gave a reason."""
    return [
        BroughtAction(
            where=f"{gone.action.ref}, no longer in the file",
            fields={},
            action_id=gone.action.key,
            updates=(
                BroughtUpdate(Status.CLOSED, understanding.told_on, {"reason": gone.decision[len(INSTEAD) :].strip()}),
            ),
        )
        for gone in understanding.vanished
        if gone.is_closed
    ]


def _organisations(understanding: "Understanding", rows: list[BroughtAction]) -> list[dict]:
    used = {name for row in rows for name in (row.lead, *(row.contributors or ()))}
    names = [each.name[:LONGEST_NAME] for each in understanding.new_organisations]
    return [
        {
            "name": name,
            "short_name": _short(name),
            "kind": kind_of(name) or OrganisationKind.VOLUNTARY,
        }
        for name in dict.fromkeys(names)
        if name in used
    ]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_SHORT else initials(name)[:LONGEST_SHORT]
