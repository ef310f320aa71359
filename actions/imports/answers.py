"""What the person who brings a file in has chosen and decided so far, as plain data that can be kept and sent."""

from dataclasses import dataclass, field
from datetime import date

from .mapping import Mapping

PROPOSAL, LEAVE, INSTEAD = "proposal", "leave", "="
"""The answers to a doubt: take what is proposed, leave it empty, or “=” and what was written instead."""


@dataclass(frozen=True)
class Answers:
    """`sheets` None: every sheet that holds a table of actions and is not hidden. `decisions` goes by the key of what
    was asked, `decided_kinds` by the kind of doubt: the same for all that are not decided one by one."""

    sheets: tuple[str, ...] | None = None
    mapping: Mapping = field(default_factory=Mapping)
    told_on: date | None = None
    plan: dict | None = None
    """Kind, title, starts_on and ends_on of a plan to be made, where the file goes into none that is there."""
    decisions: dict[str, str] = field(default_factory=dict)
    decided_kinds: dict[str, str] = field(default_factory=dict)

    def as_data(self) -> dict:
        return {
            "sheets": list(self.sheets) if self.sheets is not None else None,
            "mapping": self.mapping.as_data(),
            "told_on": self.told_on.isoformat() if self.told_on else None,
            "plan": {name: _plain(value) for name, value in self.plan.items()} if self.plan else None,
            "decisions": self.decisions,
            "decided_kinds": self.decided_kinds,
        }

    @classmethod
    def from_data(cls, data: dict) -> "Answers":
        """UnreadableMapping where the mapping in it is not one."""
        sheets, told_on, plan = data.get("sheets"), data.get("told_on"), data.get("plan")
        return cls(
            sheets=tuple(sheets) if sheets is not None else None,
            mapping=Mapping.from_data(data.get("mapping") or {}),
            told_on=date.fromisoformat(told_on) if told_on else None,
            plan={name: _read(name, value) for name, value in plan.items()} if plan else None,
            decisions=dict(data.get("decisions") or {}),
            decided_kinds=dict(data.get("decided_kinds") or {}),
        )


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _read(name: str, value: object) -> object:
    return date.fromisoformat(value) if name.endswith("_on") and isinstance(value, str) else value
