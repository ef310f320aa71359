"""Told is told: from freezing, nothing can be made to count on or before the day that a report told of."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from django.core.exceptions import ValidationError
from django.utils import timezone

from actions.periods import in_full


class ClosingReport(Protocol):
    """The last frozen report of a plan."""

    number: int
    as_at_on: date
    frozen_at: datetime
    meeting: object | None


@dataclass(frozen=True)
class Books:
    """Through which day a plan's figures are closed, and so from which day a new word counts."""

    closed_by: ClosingReport | None = None

    @property
    def closed_through(self) -> date | None:
        return self.closed_by.as_at_on if self.closed_by else None

    def are_closed_on(self, day: date) -> bool:
        return self.closed_by is not None and day <= self.closed_by.as_at_on

    def first_open_day(self, today: date) -> date:
        return self.closed_by.as_at_on + timedelta(days=1) if self.are_closed_on(today) else today

    def counted_from(self, day: date, *, today: date) -> date:
        """What is said as of today counts from the first open day; another day is left as it was named."""
        return self.first_open_day(today) if day == today else day

    def day_named(self, day: date, *, today: date) -> date:
        """From which day something counts, where somebody names it. ValidationError for a closed day or one to come."""
        day, last = self.counted_from(day, today=today), self.first_open_day(today)
        self.refuse(day)
        if day > last:
            allowed = in_full(last) if last > today else f"today, {in_full(today)}, or an earlier day"
            raise ValidationError(f"Choose {allowed}.")
        return day

    def days_to_name(self, today: date) -> str:
        """Which days somebody may name, as a hint."""
        after = f", after {in_full(self.closed_through)}," if self.closed_by else ""
        return self.notice(today) or f"Today, or the earlier day{after} on which this became true."

    def notice(self, today: date) -> str:
        """Why a word of today counts only from tomorrow; empty where it counts from today."""
        if not self.are_closed_on(today):
            return ""
        first = self.first_open_day(today)
        when = f"tomorrow, {in_full(first)}" if first == today + timedelta(days=1) else in_full(first)
        closed_at = timezone.localtime(self.closed_by.frozen_at)
        return f"Counts from {when}: today’s figures were closed at {closed_at:%H:%M} {self._for_whom}."

    def refuse(self, day: date, *, field: str = "") -> None:
        """ValidationError for a closed day, before the database refuses it without a kind word."""
        if self.are_closed_on(day):
            raise ValidationError({field: self.refusal} if field else self.refusal)

    @property
    def refusal(self) -> str:
        closed = self.closed_by.as_at_on
        return (
            f"Choose {in_full(closed + timedelta(days=1))} or later: "
            f"the figures through {in_full(closed)} were closed {self._for_whom}."
        )

    @property
    def _for_whom(self) -> str:
        meeting = self.closed_by.meeting
        if meeting is None:
            return f"by progress report {self.closed_by.number}"
        return f"for the {meeting.body.name} of {in_full(meeting.held_on)}"


# What decides which colours and counts a frozen report told: of an action that it counted, and of its plan.
PROMISE = ["added_on", "planned_start_on", "original_due_on", "due_precision"]
PATIENCE = ["starts_on", "tolerance_days", "confirm_within_days"]


def refuse_another_promise(action) -> None:
    """ValidationError where an action would join, leave or change its dates under a report that is frozen."""
    stored = _as_stored(action, PROMISE)
    days = [day for day in (action.added_on, stored and stored["added_on"]) if day]
    if days and action.plan_id and stored != _as_it_is(action, PROMISE):
        action.plan.books().refuse(min(days), field="added_on")


def refuse_other_patience(plan) -> None:
    """ValidationError where a plan would be judged by other rules than those a frozen report was made by."""
    if plan.closed_through() and _as_stored(plan, PATIENCE) != _as_it_is(plan, PATIENCE):
        raise ValidationError("A report of this plan is frozen: its first day and its tolerances stay as they were.")


def _as_stored(row, fields: list[str]) -> dict | None:
    return type(row)._default_manager.filter(pk=row.pk).values(*fields).first()


def _as_it_is(row, fields: list[str]) -> dict:
    return {name: getattr(row, name) for name in fields}
