"""What our own sheet, come back filled in, would record: row by row, beside what the tracker says by now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from actions.choices import DelayReason, OfflineColumn, Status
from actions.imports.filled_in.sheet import OfflineUpdate, read_offline, saying_something
from actions.imports.grid import Book
from actions.models import Action, Plan, StatusUpdate
from actions.operations.brought import Brought, BroughtAction, BroughtUpdate
from actions.periods import in_full


@dataclass(frozen=True)
class OfflineLine:
    """`theirs` is what somebody has said of the action since the sheet was taken away: a conflict."""

    row: OfflineUpdate
    action: Action | None
    theirs: StatusUpdate | None
    problems: list[str]

    @property
    def is_conflict(self) -> bool:
        return self.theirs is not None and not self.problems

    @property
    def status(self) -> Status:
        """What the row says, or leaves as the sheet had it."""
        return Status(self.row.status or Status.NOT_STARTED)

    @property
    def said(self) -> list[tuple[str, str]]:
        """What was typed, under the headings it was typed under."""
        words = [(OfflineColumn(name).label, _in_words(name, text)) for name, text in self.row.words.items() if text]
        review_on = self.row.review_on
        return [*words, (OfflineColumn.REVIEW_ON.label, in_full(review_on))] if review_on else words


@dataclass(frozen=True)
class OfflinePreview:
    """`untouched` rows came back as they went."""

    plan: Plan
    on: date
    lines: list[OfflineLine]
    untouched: int

    @cached_property
    def to_record(self) -> list[OfflineLine]:
        return [line for line in self.lines if not line.problems and not line.is_conflict]

    @cached_property
    def conflicts(self) -> list[OfflineLine]:
        return [line for line in self.lines if line.is_conflict]

    @cached_property
    def unreadable(self) -> list[OfflineLine]:
        return [line for line in self.lines if line.problems]

    def brought(self, *, take: Collection[int] = ()) -> Brought:
        """What is recorded: every plain row, and of the conflicts those rows that somebody chose to take."""
        chosen = [*self.to_record, *(line for line in self.conflicts if line.row.number in take)]
        return Brought([self._row(line) for line in sorted(chosen, key=lambda line: line.row.number)])

    def _row(self, line: OfflineLine) -> BroughtAction:
        row = line.row
        words = row.words | ({"review_on": row.review_on} if row.review_on else {})
        is_confirmation = row.is_confirmation and not words
        update = BroughtUpdate(line.status, self.on, {} if is_confirmation else words, is_confirmation)
        return BroughtAction(row.where, {}, action_id=line.action.pk, updates=(update,))


def _in_words(name: str, text: str) -> str:
    return DelayReason(text).label if name == OfflineColumn.DELAY_REASON else text


def offline_preview(book: Book, plan: Plan, *, on: date) -> OfflinePreview:
    """`on` is the first day that a word of today counts from. Three queries, whatever the sheet holds."""
    rows = read_offline(book, today=on)
    actions = {action.pk: action for action in plan.actions.as_at(on, as_heard=True).with_latest_update(on)}
    updates = {update.pk: update for update in _updates(rows, list(actions.values()))}
    seen = {row.action_id: _status_of(updates.get(row.seen_id)) for row in rows if row.action_id}
    said = list(saying_something(rows, seen))
    lines = [_line(row, actions, updates, seen) for row in said]
    return OfflinePreview(plan=plan, on=on, lines=lines, untouched=len(rows) - len(said))


def _updates(rows: list[OfflineUpdate], actions: list[Action]) -> list[StatusUpdate]:
    keys = {row.seen_id for row in rows} | {action.latest_update_id for action in actions}
    plan_rows = StatusUpdate.objects.filter(action__in=[action.pk for action in actions])
    return list(plan_rows.filter(pk__in=keys - {0, None}).select_related("recorded_by"))


def _status_of(update: StatusUpdate | None) -> str:
    return update.status if update else Status.NOT_STARTED


def _line(row: OfflineUpdate, actions: dict[int, Action], updates: dict, seen: dict[int, str]) -> OfflineLine:
    action = actions.get(row.action_id)
    problems = list(row.problems)
    if action is None and row.action_id:
        problems.append("This row is about an action that is not in this plan.")
    if action is None:
        return OfflineLine(row, None, None, problems)
    stated = OfflineUpdate(**vars(row) | {"status": row.status or Status(seen[row.action_id])})
    problems += _what_is_missing(stated, has_changed=stated.status != seen[row.action_id])
    is_newer = (action.latest_update_id or 0) != row.seen_id
    return OfflineLine(stated, action, updates.get(action.latest_update_id) if is_newer else None, problems)


def _what_is_missing(row: OfflineUpdate, *, has_changed: bool) -> list[str]:
    """What the page asks of an officer too."""
    missing = []
    if row.is_confirmation and has_changed:
        missing.append("“Still true” is ticked, and the answer to “How is it going?” is another: leave one of them.")
    if row.status == Status.DELAYED and has_changed and not row.words.get("delay_reason"):
        missing.append("It is delayed or at risk: choose the main reason.")
    if row.status == Status.DELAYED and has_changed and not row.review_on:
        missing.append("It is delayed or at risk: write the day on which you will look at it again.")
    if row.status == Status.CLOSED and has_changed and not row.words.get("reason"):
        missing.append("It no longer applies: say why.")
    return missing
