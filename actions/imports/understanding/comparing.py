"""A row held against the plan: new, changed, unchanged, or perhaps another action under the same reference."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from difflib import SequenceMatcher

from actions.imports.columns.shapes import squeeze
from actions.imports.doubts import Doubt, DoubtKind, quoted
from actions.imports.known_plan import KnownAction, KnownPlan
from actions.imports.references import LONGEST
from actions.imports.understanding.asking import RowAsker
from actions.imports.understanding.bring import LONGEST_NAME
from actions.imports.understanding.deciding import Asker, settled
from actions.imports.understanding.due_dates import asked_at_first, changed_dates, first_dates
from actions.imports.understanding.result import Asked, RowKind
from actions.imports.understanding.row_dates import in_words
from actions.imports.understanding.rows import ReadRow
from actions.imports.understanding.updates import new_updates
from actions.operations.brought import BroughtAction, BroughtUpdate

_ALIKE, _PERHAPS = 0.85, 0.5
_LABELS = {
    "title": "Action",
    "description": "Description",
    "success_criteria": "Success criteria",
    "localities": "Localities",
    "accountable_post": "Accountable post",
    "accountable_name": "Accountable person",
}
SAME = "The same action, reworded"


@dataclass
class Compared:
    kind: RowKind
    ref: str
    action: KnownAction | None = None
    brings: BroughtAction | None = None
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    is_left_out: bool = False


@dataclass
class Comparing:
    plan: KnownPlan
    asker: Asker
    told_on: date
    starts_on: date
    """Of a plan to be made."""
    taken: set[str]
    """References in the file and the plan, folded."""

    def compared(self, read: ReadRow) -> Compared:
        asker = RowAsker(self.asker, read.source.table.sheet, read.row.number)
        found = self._which(read, asker)
        found.is_left_out = found.is_left_out or read.is_left_out
        if found.is_left_out:
            return found
        (self._changed if found.action else self._new)(read, found, asker)
        return found

    # ──── which action it is

    def _which(self, read: ReadRow, asker: RowAsker) -> Compared:
        if read.known is None:
            return Compared(RowKind.NEW, read.ref)
        alike = _likeness(read.texts.title, read.known.title)
        if alike >= _ALIKE:
            return Compared(RowKind.UNCHANGED, read.ref, read.known)
        other = self._free_ref(read.ref)
        proposal = SAME if alike >= _PERHAPS else f"Another action: {other}"
        sentence = f"{quoted(read.ref)} is {quoted(read.known.title)} in the plan. Is it the same action, reworded?"
        asked = asker.ask(Doubt(DoubtKind.ANOTHER_ACTION, sentence, proposal), "ref", read.texts.title)
        answer = settled([asked])
        written = answer.instead
        is_same = written.casefold() in {"same", SAME.casefold()} or (not written and proposal == SAME)
        if not asked.is_decided:
            return Compared(RowKind.ANOTHER, read.ref, read.known if is_same else None, asked=[asked])
        if answer.is_left:
            return Compared(RowKind.ANOTHER, read.ref, asked=[asked], is_left_out=True)
        if is_same:
            return Compared(RowKind.UNCHANGED, read.ref, read.known, asked=[asked])
        self.taken.add((written or other).casefold())
        return Compared(RowKind.NEW, (written or other)[:LONGEST], asked=[asked])

    def _free_ref(self, ref: str) -> str:
        number = 2
        while f"{ref} ({number})".casefold() in self.taken:
            number += 1
        return f"{ref} ({number})"

    # ──── what it brings

    def _new(self, read: ReadRow, found: Compared, asker: RowAsker) -> None:
        told = new_updates(read, None, self.plan, asker)
        days = [self._first_day, *(update.effective_on for update in told.updates)]
        first = {"ref": found.ref, "added_on": min(days), **first_dates(read.dates)}
        found.brings = self._brought(read, first | _worded(read), told.updates)
        found.asked += told.asked
        if new_due := asked_at_first(read.dates, asked_on=self._asked_on):
            found.brings = replace(found.brings, new_due=new_due)
            found.changes.append(("Due date asked for", in_words(read.dates.due), in_words(read.dates.revised)))

    @property
    def _first_day(self) -> date:
        """From when a new action belongs to its plan: from the plan's beginning, unless the plan is there already."""
        if not self.plan.is_there:
            return self.starts_on
        return self._asked_on

    @property
    def _asked_on(self) -> date:
        """The day of the file, or the first one after it that no frozen report has told of."""
        closed = self.plan.closed_through
        return closed + timedelta(days=1) if closed and self.told_on <= closed else self.told_on

    def _changed(self, read: ReadRow, found: Compared, asker: RowAsker) -> None:
        action = found.action
        wanted = {name: text for name, text in _worded(read).items() if text}
        fields = {name: text for name, text in wanted.items() if _differ(text, getattr(action, name))}
        found.changes += [(_LABELS[name], getattr(action, name), text) for name, text in fields.items()]
        dates = changed_dates(read, action, self.plan, asker, asked_on=self._asked_on)
        told = new_updates(read, action, self.plan, asker)
        people = self._people_changed(read, action)
        found.changes += [*people.values(), *dates.changes, *told.changes]
        found.asked += [*dates.asked, *told.asked]
        if read.priority and read.priority.ref != action.priority:
            found.changes.append(("Priority", action.priority, read.priority.ref))
        brings = self._brought(read, fields | dates.fields, told.updates)
        found.brings = replace(
            brings,
            action_id=action.key,
            priority=brings.priority if brings.priority != action.priority else "",
            lead=brings.lead if "lead" in people else "",
            contributors=brings.contributors if "contributors" in people else None,
            new_due=dates.new_due,
        )
        if found.brings == BroughtAction(where=read.where, fields={}, action_id=action.key):
            found.brings = None
        elif found.kind == RowKind.UNCHANGED:
            found.kind = RowKind.CHANGED

    def _brought(self, read: ReadRow, fields: dict, updates: list[BroughtUpdate]) -> BroughtAction:
        return BroughtAction(
            where=read.where,
            fields=fields,
            priority=read.priority.ref if read.priority else "",
            lead=read.lead.lead.name[:LONGEST_NAME] if read.lead.lead else "",
            contributors=tuple(party.name[:LONGEST_NAME] for party in read.lead.contributors) or None,
            updates=tuple(updates),
        )

    def _people_changed(self, read: ReadRow, action: KnownAction) -> dict[str, tuple[str, str, str]]:
        changes = {}
        if read.lead.lead and read.lead.lead.name != action.lead:
            changes["lead"] = ("Led by", action.lead, read.lead.lead.name)
        names = tuple(party.name for party in read.lead.contributors)
        if names and set(names) != set(action.contributors):
            changes["contributors"] = ("With", ", ".join(action.contributors), ", ".join(names))
        return changes


def _worded(read: ReadRow) -> dict[str, str]:
    texts = read.texts
    return {
        "title": texts.title,
        "description": texts.description,
        "success_criteria": texts.success_criteria,
        "localities": texts.localities,
        "accountable_post": read.lead.post[:200],
        "accountable_name": read.lead.name[:200],
    }


def _likeness(one: str, other: str) -> float:
    one, other = squeeze(one).casefold(), squeeze(other).casefold()
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _differ(one: str, other: str) -> bool:
    return squeeze(one) != squeeze(other)
