"""Burn-up: how many actions were promised by each month end, first and as it is now, and how many were done."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from actions.models import Plan
from actions.periods import in_full, month_end, month_ends

from .promises import Promise

MOST_MONTHS = 180  # should anybody promise something for 2099


@dataclass(frozen=True)
class BurnUpPoint:
    """What was done is known up to the day asked for only."""

    day: date
    promised_originally: int
    promised_now: int
    claimed: int | None
    verified: int | None


@dataclass(frozen=True)
class BurnUp:
    """`undated` were promised without a due date; `undated_now` still have none. They are in no line of promises."""

    plan: Plan
    on: date
    points: list[BurnUpPoint]
    total: int
    undated: int
    undated_now: int

    @property
    def at_the_day(self) -> BurnUpPoint:
        """How it stood on the day asked for, or on the last day drawn."""
        return [point for point in self.points if point.claimed is not None][-1]

    @property
    def dated_since(self) -> int:
        return self.undated - self.undated_now

    @property
    def in_words(self) -> str:
        point = self.at_the_day
        return (
            f"By {in_full(point.day)}, {point.promised_originally} of {self.total} actions should have been complete "
            f"as first promised, and {point.promised_now} by the dates agreed since. {point.claimed} "
            f"{'is' if point.claimed == 1 else 'are'} claimed to be, {point.verified} of them verified."
        )


def burn_up(plan: Plan, promises: list[Promise], *, on: date) -> BurnUp | None:
    """Over the whole plan; None before it began. "Now" are the dates in force on the day, also for earlier months."""
    days = _days(plan, promises, on)
    if on < plan.starts_on:
        return None
    originally = _running([p.original_due_on for p in promises], days)
    now = _running([p.due_on for p in promises], days)
    spells = [spell for promise in promises for spell in promise.spells]
    claimed = _net(days, [(spell.begun_on, spell.ended_on) for spell in spells])
    verified = _net(days, [(spell.verified_on, spell.ended_on) for spell in spells if spell.is_verified])
    return BurnUp(
        plan=plan,
        on=on,
        points=[
            BurnUpPoint(day, *promised, *(done if day <= on else (None, None)))
            for day, promised, done in zip(
                days, zip(originally, now, strict=True), zip(claimed, verified, strict=True), strict=True
            )
        ],
        total=len(promises),
        undated=sum(promise.original_due_on is None for promise in promises),
        undated_now=sum(promise.due_on is None for promise in promises),
    )


def _days(plan: Plan, promises: list[Promise], on: date) -> list[date]:
    """Every month end up to the last that anything was promised for or done in, and the day itself among them."""
    known = [plan.ends_on, plan.next_inspection_on]
    for promise in promises:
        known += [promise.original_due_on, promise.due_on]
        known += [day for spell in promise.spells for day in (spell.begun_on, spell.ended_on, spell.verified_on)]
    last = month_end(max(filter(None, known)))
    days = month_ends(plan.starts_on, last)[:MOST_MONTHS]
    return sorted({*days, on}) if on <= days[-1] else days


def _running(happened: Iterable[date | None], days: list[date]) -> list[int]:
    """How many had happened by each of these days."""
    ordered = sorted(filter(None, happened))
    return [bisect_right(ordered, day) for day in days]


def _net(days: list[date], spells: list[tuple[date, date | None]]) -> list[int]:
    begun = _running((first for first, _ in spells), days)
    ended = _running((last for _, last in spells), days)
    return [more - fewer for more, fewer in zip(begun, ended, strict=True)]
