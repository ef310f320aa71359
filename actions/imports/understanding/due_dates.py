"""The dates a row promises, held against those of the plan. Of an adopted plan the original never changes: another
date is asked for, and waits for whoever decides."""

from dataclasses import dataclass, field
from datetime import date

from actions.choices import DatePrecision
from actions.imports.columns.fields import Field
from actions.imports.dates.typed import TypedDate
from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.known_plan import KnownAction, KnownPlan
from actions.imports.understanding.asking import RowAsker
from actions.imports.understanding.deciding import settled
from actions.imports.understanding.result import Asked
from actions.imports.understanding.row_dates import RowDates, in_words
from actions.imports.understanding.rows import ReadRow
from actions.operations.brought import BroughtDate
from actions.periods import in_full

LONGEST_TYPED = 200


@dataclass
class ChangedDates:
    fields: dict = field(default_factory=dict)
    new_due: BroughtDate | None = None
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)


def first_dates(dates: RowDates) -> dict:
    """The columns of a new action."""
    return {
        "planned_start_on": dates.start.first,
        "original_due_on": dates.due.last,
        "due_precision": str(dates.due.precision),
        "due_as_typed": dates.due.typed[:LONGEST_TYPED],
    }


def asked_at_first(dates: RowDates, *, asked_on: date) -> BroughtDate | None:
    """A new action may come with a revised date: the original is kept, and the other asked for."""
    revised = dates.revised
    if revised.precision not in DatePrecision.dated() or revised.last == dates.due.last:
        return None
    return _request(revised, asked_on)


def changed_dates(
    read: ReadRow, action: KnownAction, plan: KnownPlan, asker: RowAsker, *, asked_on: date
) -> ChangedDates:
    found = ChangedDates()
    is_fixed = plan.is_adopted or plan.closed_through is not None
    _due(read.dates.due, found, action, asker, asked_on, is_fixed=is_fixed)
    _revised(read.dates.revised, found, action, asked_on)
    _start(read.dates.start, found, action, asker, is_fixed=is_fixed)
    return found


def _due(
    due: TypedDate, found: ChangedDates, action: KnownAction, asker: RowAsker, asked_on: date, *, is_fixed: bool
) -> None:
    """What is not said leaves the date as it is, and so does a date in force or asked for already."""
    if due.precision == DatePrecision.NONE or _is_known(due.last, action) or _is_same(due, action):
        return
    if not is_fixed:
        found.fields |= {
            "original_due_on": due.last,
            "due_precision": str(due.precision),
            "due_as_typed": due.typed[:LONGEST_TYPED],
        }
        found.changes.append(("Due date", action.due_in_words, in_words(due)))
        return
    proposal = f"Ask for {in_words(due)}" if due.last else None
    sentence = (
        f"It was promised for {action.due_in_words}, and the file says {in_words(due)}. "
        "The original date of a plan in force never changes."
    )
    asked = asker.ask(Doubt(DoubtKind.DATE_OTHER, sentence, proposal), Field.DUE, due.typed)
    found.asked.append(asked)
    if due.last and not settled([asked]).is_left:
        _ask_for(due, found, action, asked_on)


def _revised(revised: TypedDate, found: ChangedDates, action: KnownAction, asked_on: date) -> None:
    if revised.last and not _is_known(revised.last, action) and found.new_due is None:
        _ask_for(revised, found, action, asked_on)


def _ask_for(due: TypedDate, found: ChangedDates, action: KnownAction, asked_on: date) -> None:
    found.new_due = _request(due, asked_on)
    in_force = in_full(action.due_in_force) if action.due_in_force else "no date"
    found.changes.append(("Due date asked for", in_force, in_words(due)))


def _request(due: TypedDate, asked_on: date) -> BroughtDate:
    return BroughtDate(due.last, str(due.precision), asked_on, f"As typed in the file: {due.typed}")


def _start(start: TypedDate, found: ChangedDates, action: KnownAction, asker: RowAsker, *, is_fixed: bool) -> None:
    if start.first is None or start.first == action.starts_on:
        return
    if not is_fixed:
        found.fields["planned_start_on"] = start.first
        before = in_full(action.starts_on) if action.starts_on else "no date"
        found.changes.append(("Start date", before, in_full(start.first)))
        return
    sentence = f"The file says that it starts on {in_full(start.first)}. The start of a plan in force is left as it is."
    found.asked.append(asker.ask(Doubt(DoubtKind.DATE_OTHER, sentence, "Left as it is"), Field.START, start.typed))


def _is_known(day: date | None, action: KnownAction) -> bool:
    return day is not None and (day in {action.due_on, action.due_in_force} or day in action.asked_for)


def _is_same(due: TypedDate, action: KnownAction) -> bool:
    return due.last == action.due_on and due.precision == action.due_precision
