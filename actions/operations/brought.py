"""What a file comes to once every doubt about it is decided: plain data, ready to be written."""

from dataclasses import dataclass, field
from datetime import date


class NotBroughtIn(Exception):
    """Says in one sentence which row could not be written and why. Nothing was."""


class PlanChanged(Exception):
    """Somebody recorded something in the plan after the preview: look again before it is applied."""


@dataclass(frozen=True)
class BroughtUpdate:
    """`words` are columns of StatusUpdate: progress, next_steps, reason… A confirmation has none."""

    status: str
    effective_on: date
    words: dict = field(default_factory=dict)
    is_confirmation: bool = False


@dataclass(frozen=True)
class BroughtDate:
    """Another due date than the original: asked for, and so left to whoever decides."""

    to_on: date
    to_precision: str
    asked_on: date
    reason: str


@dataclass(frozen=True)
class BroughtAction:
    """A row that says something new. Of an action that is there, `fields` holds only what is to become different.

    `priority` is a reference and `lead` and `contributors` are names, known to the plan or coming with the file;
    empty, they leave what is there.
    """

    where: str
    """As a person finds it again: Actions, row 12"""
    fields: dict
    action_id: int | None = None
    priority: str = ""
    lead: str = ""
    contributors: tuple[str, ...] | None = None
    updates: tuple[BroughtUpdate, ...] = ()
    new_due: BroughtDate | None = None


@dataclass(frozen=True)
class Brought:
    """`plan` holds the columns of a plan to be made, where the file does not go into one that is there."""

    actions: list[BroughtAction]
    priorities: list[dict] = field(default_factory=list)
    organisations: list[dict] = field(default_factory=list)
    plan: dict | None = None
