"""What the person who brings a file in has chosen and decided so far, as plain data that can be kept and sent."""

from dataclasses import dataclass, field
from datetime import date

from actions.imports.columns.mapping import Mapping, UnreadableMapping, an_object

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
    def from_data(cls, data: object) -> "Answers":
        """UnreadableMapping where it is not what `as_data` gave."""
        data = an_object(data, "The answers")
        sheets, plan = data.get("sheets"), data.get("plan")
        if not (sheets is None or (isinstance(sheets, list) and all(isinstance(name, str) for name in sheets))):
            raise UnreadableMapping("“sheets” must be a list of names.")
        return cls(
            sheets=tuple(sheets) if sheets is not None else None,
            mapping=Mapping.from_data(data.get("mapping") or {}),
            told_on=_day(data.get("told_on")),
            plan={name: _read(name, value) for name, value in an_object(plan, "“plan”").items()} if plan else None,
            decisions=_texts(data, "decisions"),
            decided_kinds=_texts(data, "decided_kinds"),
        )


def _texts(data: dict, name: str) -> dict[str, str]:
    found = an_object(data.get(name) or {}, f"“{name}”")
    if not all(isinstance(value, str) for value in found.values()):
        raise UnreadableMapping(f"“{name}” must hold words: “proposal”, “leave”, or “=” and what is meant instead.")
    return dict(found)


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError) as error:
        raise UnreadableMapping(f"“{text}” is no day: write it as 2019-07-10.") from error


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _read(name: str, value: object) -> object:
    return _day(value) if name.endswith("_on") else value
