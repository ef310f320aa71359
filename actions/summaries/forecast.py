"""How many actions of a plan will be complete by a day to come, if it goes on as it has gone so far.

Drawn from nothing but what was known on the day asked about, and absent, with the reason, when that is too little.
"""

from dataclasses import dataclass, field
from datetime import date
from statistics import median_low

from actions.models import Plan
from actions.periods import in_full

from .promises import Promise
from .simulation import SEED, Course, Stage, simulate, stages_of

COMPLETIONS_NEEDED = 10


@dataclass(frozen=True)
class Range:
    """The middle 8 in 10 of the simulated futures."""

    low: int
    middle: int
    high: int
    futures: int

    @property
    def in_words(self) -> str:
        return f"between {self.low} and {self.high}" if self.low < self.high else f"{self.low}"


@dataclass(frozen=True)
class Forecast:
    """`reason` says why there is no `range`. `promised_…` is what should be complete by that day."""

    on: date
    by: date | None
    furthest: date | None
    total: int
    complete: int
    promised_originally: int = 0
    promised_now: int = 0
    range: Range | None = None
    stages: list[Stage] = field(default_factory=list)
    reason: str = ""
    days_to_choose: list[tuple[date, str]] = field(default_factory=list)
    seed: int = SEED

    @property
    def open(self) -> int:
        return self.total - self.complete


def forecast(plan: Plan, promises: list[Promise], *, on: date, by: date | None = None) -> Forecast:
    """By the day asked for, else the next inspection, else the plan's end."""
    by = by or next((day for day in (plan.next_inspection_on, plan.ends_on) if day and day > on), None)
    courses = [Course(p.added_on, p.original_due_on, p.completed_on) for p in promises]
    facts = {
        "on": on,
        "by": by,
        "furthest": on + (on - plan.starts_on) if on > plan.starts_on else None,
        "total": len(promises),
        "complete": sum(promise.completed_on is not None for promise in promises),
    }
    choice = _days_to_choose(plan, on, facts["furthest"])
    if reason := _too_little(plan, **facts):
        return Forecast(**facts, days_to_choose=choice, reason=reason)
    return Forecast(
        **facts,
        days_to_choose=choice,
        promised_originally=sum(p.original_due_on is not None and p.original_due_on <= by for p in promises),
        promised_now=sum(p.due_on is not None and p.due_on <= by for p in promises),
        range=range_of(simulate(courses, on=on, by=by)),
        stages=stages_of(courses, on=on),
    )


def range_of(futures: list[int]) -> Range:
    """Of counts in order: one in ten lies below the range, at most, and one in ten above."""
    tail = len(futures) // 10
    return Range(futures[tail], median_low(futures), futures[-1 - tail], len(futures))


def _days_to_choose(plan: Plan, on: date, furthest: date | None) -> list[tuple[date, str]]:
    days = [
        (plan.next_inspection_on, f"{plan.next_inspection_label} expected"),
        (plan.ends_on, "The plan’s last day"),
        (furthest, "As far ahead as the plan is old"),
    ]
    return [(day, words) for day, words in days if day and on < day <= (furthest or on)]


def _too_little(plan: Plan, *, on: date, by: date | None, furthest: date | None, total: int, complete: int) -> str:
    if furthest is None:
        return f"The plan has no history yet: it starts on {in_full(plan.starts_on)}."
    if complete == total:
        return "Every action is complete already." if total else "The plan has no action yet."
    if by is None:
        return "The plan's end has passed, and no inspection is expected. Choose a day to look ahead to."
    if by <= on:
        return f"{in_full(by)} is not after the day shown, {in_full(on)}. Choose a later day."
    if complete < COMPLETIONS_NEEDED:
        return (
            f"The plan's history is too short to forecast from: {complete} of its actions "
            f"{'is' if complete == 1 else 'are'} complete, and {COMPLETIONS_NEEDED} are needed."
        )
    if by > furthest:
        return (
            f"The plan's history is too short to forecast so far ahead. It is {(on - plan.starts_on).days} days long, "
            f"and a forecast looks no further ahead than that: to {in_full(furthest)}."
        )
    return ""
