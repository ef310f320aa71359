"""The flags: what a reader should notice about an action as at a day, each explaining itself in a sentence.

Each rule stands beside its twin for the database, so that a list can be filtered by what a page
shows; one test compares the two.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from actions.choices import Flag, Status
from actions.periods import in_full, months_between
from actions.rag import OPEN, Standing, Thresholds, is_open, should_have_started


def _is_overdue(standing: Standing, on: date, plan: Thresholds) -> bool:
    return is_open(standing) and standing.due_on is not None and standing.due_on < on


def _is_on_track_past_due(standing: Standing, on: date, plan: Thresholds) -> bool:
    return standing.status == Status.ON_TRACK and _is_overdue(standing, on, plan)


def _has_no_start_date(standing: Standing, on: date, plan: Thresholds) -> bool:
    return standing.status == Status.NOT_STARTED and standing.start_on is None


def _silent_before(on: date, plan: Thresholds) -> date:
    return on - timedelta(days=plan.confirm_within_days)


def _is_not_confirmed(standing: Standing, on: date, plan: Thresholds) -> bool:
    return is_open(standing) and (standing.confirmed_on or standing.added_on) < _silent_before(on, plan)


def _is_review_passed(standing: Standing, on: date, plan: Thresholds) -> bool:
    return standing.status == Status.DELAYED and standing.review_on is not None and standing.review_on < on


def _is_moved(standing: Standing, on: date, plan: Thresholds) -> bool:
    return standing.status != Status.CLOSED and standing.due_move_count > 0


def _says_extended(standing: Standing, on: date, plan: Thresholds) -> bool:
    return is_open(standing) and standing.says_extended


def _lacks_evidence(standing: Standing, on: date, plan: Thresholds) -> bool:
    return standing.status == Status.COMPLETE and not standing.has_evidence


def _is_not_verified(standing: Standing, on: date, plan: Thresholds) -> bool:
    return standing.status == Status.COMPLETE and not standing.is_verified


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _overdue_sentence(standing: Standing, on: date) -> str:
    return f"Was due by {in_full(standing.due_on)}: {_days((on - standing.due_on).days)} ago."


def moved_in_words(standing: Standing) -> str:
    """moved 3 times, 9 months in all"""
    count = standing.due_move_count
    times = {1: "once", 2: "twice"}.get(count, f"{count} times")
    if standing.original_due_on is None:
        return f"moved {times}"
    months = months_between(standing.original_due_on, standing.due_on)
    size = "1 month" if abs(months) == 1 else f"{abs(months)} months"
    return f"moved {times}, {size} {'in all' if months >= 0 else 'earlier in all'}"


def _moved_sentence(standing: Standing, on: date) -> str:
    first = in_full(standing.original_due_on) if standing.original_due_on else "no date"
    return f"Its due date has {moved_in_words(standing)}: from {first} to {in_full(standing.due_on)}."


def _silence_sentence(standing: Standing, on: date) -> str:
    if standing.confirmed_on is None:
        return f"Nobody has said how it is going since it joined the plan on {in_full(standing.added_on)}."
    ago = _days((on - standing.confirmed_on).days)
    return f"Last confirmed on {in_full(standing.confirmed_on)}: {ago} ago."


@dataclass(frozen=True)
class FlagRule:
    """When a flag is raised, for one action and for the database, and what it says."""

    flag: Flag
    is_raised: Callable[[Standing, date, Thresholds], bool]
    condition: Callable[[date, Thresholds], Q]
    sentence: Callable[[Standing, date], str]


_RULES = [
    FlagRule(
        Flag.OVERDUE,
        _is_overdue,
        lambda on, plan: OPEN & Q(due_on__lt=on),
        _overdue_sentence,
    ),
    FlagRule(
        Flag.ON_TRACK_PAST_DUE,
        _is_on_track_past_due,
        lambda on, plan: Q(status=Status.ON_TRACK, due_on__lt=on),
        lambda standing, on: "Its last update says on track, but its due date has passed.",
    ),
    FlagRule(
        Flag.SHOULD_HAVE_STARTED,
        should_have_started,
        lambda on, plan: Q(status=Status.NOT_STARTED, start_on__lt=on),
        lambda standing, on: f"Was to start on {in_full(standing.start_on)}, and has not.",
    ),
    FlagRule(
        Flag.NO_START_DATE,
        _has_no_start_date,
        lambda on, plan: Q(status=Status.NOT_STARTED, start_on__isnull=True),
        lambda standing, on: "Not started, and the plan gives no day on which it should.",
    ),
    FlagRule(
        Flag.MOVED,
        _is_moved,
        lambda on, plan: ~Q(status=Status.CLOSED) & Q(due_move_count__gt=0),
        _moved_sentence,
    ),
    FlagRule(
        Flag.SAYS_EXTENDED,
        _says_extended,
        lambda on, plan: OPEN & Q(says_extended=True),
        lambda standing, on: "The last words speak of more time, but nobody has asked for a new date.",
    ),
    FlagRule(
        Flag.NOT_CONFIRMED,
        _is_not_confirmed,
        lambda on, plan: (
            OPEN
            & (
                Q(confirmed_on__lt=_silent_before(on, plan))
                | Q(confirmed_on__isnull=True, added_on__lt=_silent_before(on, plan))
            )
        ),
        _silence_sentence,
    ),
    FlagRule(
        Flag.REVIEW_PASSED,
        _is_review_passed,
        lambda on, plan: Q(status=Status.DELAYED, review_on__lt=on),
        lambda standing, on: f"Was to be looked at again by {in_full(standing.review_on)}; no later day was set.",
    ),
    FlagRule(
        Flag.NO_EVIDENCE,
        _lacks_evidence,
        lambda on, plan: Q(status=Status.COMPLETE, has_evidence=False),
        lambda standing, on: "Said to be complete, and nothing here shows it.",
    ),
    FlagRule(
        Flag.NOT_VERIFIED,
        _is_not_verified,
        lambda on, plan: Q(status=Status.COMPLETE, is_verified=False),
        lambda standing, on: "Said to be complete; nobody from elsewhere has verified it yet.",
    ),
]


@dataclass(frozen=True)
class RaisedFlag:
    flag: Flag
    sentence: str

    @property
    def label(self) -> str:
        return self.flag.label


def flags_of(standing: Standing, *, on: date, plan: Thresholds) -> list[RaisedFlag]:
    return [RaisedFlag(rule.flag, rule.sentence(standing, on)) for rule in _RULES if rule.is_raised(standing, on, plan)]


def flag_condition(flag: str, *, on: date, plan: Thresholds) -> Q:
    """`flags_of` for the database, over rows annotated by `as_at(on)`."""
    return next(rule for rule in _RULES if rule.flag == flag).condition(on, plan)
