"""The RAG key: dates and a status in, a colour out.

Worked out as at a day, never stored, never typed. The calendar overrules optimism: a person may
rate an action worse than its dates do, never better. Every rule stands beside its twin for the
database, so that a list can be filtered by what a page shows; one test compares the two.
"""

from datetime import date, timedelta
from typing import Protocol

from django.db.models import Case, DateField, ExpressionWrapper, F, Q, Value, When

from actions.choices import Rag, Status


class Standing(Protocol):
    """How an action stands as at a day: an `Action` from `as_at(on)` is one."""

    status: str
    added_on: date
    start_on: date | None
    original_due_on: date | None
    due_on: date | None
    due_move_count: int
    confirmed_on: date | None
    review_on: date | None
    says_extended: bool
    has_evidence: bool
    is_verified: bool


class Thresholds(Protocol):
    """How patient a plan is: a `Plan` is one."""

    tolerance_days: int
    confirm_within_days: int


def is_open(standing: Standing) -> bool:
    return standing.status in Status.open()


OPEN = Q(status__in=[status.value for status in Status.open()])


def should_have_started(standing: Standing, on: date, plan: Thresholds) -> bool:
    starts = standing.start_on
    return standing.status == Status.NOT_STARTED and starts is not None and starts < on


def is_not_yet_due_to_start(standing: Standing, on: date, plan: Thresholds) -> bool:
    return standing.status == Status.NOT_STARTED and standing.start_on is not None and standing.start_on >= on


def not_yet_due_to_start(on: date) -> Q:
    return Q(status=Status.NOT_STARTED, start_on__gte=on)


def is_late(standing: Standing, on: date) -> bool:
    """What a committee reads first: past its date, delayed or at risk, or re-dated beyond its original date."""
    if standing.status == Status.DELAYED:
        return True
    original, due = standing.original_due_on, standing.due_on
    return is_open(standing) and due is not None and (due < on or (original is not None and due > original))


def late(on: date) -> Q:
    """`is_late` for the database, over rows annotated by `as_at(on)`."""
    return Q(status=Status.DELAYED) | OPEN & (Q(due_on__lt=on) | Q(due_on__gt=F("original_due_on")))


def rag_of(standing: Standing, *, on: date, plan: Thresholds) -> Rag:
    if standing.status == Status.COMPLETE:
        return Rag.BLUE
    if standing.status == Status.CLOSED:
        return Rag.NONE
    original, due = standing.original_due_on, standing.due_on
    if original and max(on, due) > original + timedelta(days=plan.tolerance_days):
        return Rag.RED
    if standing.status == Status.DELAYED or should_have_started(standing, on, plan):
        return Rag.AMBER
    if (due and due < on) or (original and original < max(on, due)):
        return Rag.AMBER
    return Rag.GREEN if standing.status == Status.ON_TRACK else Rag.GREY


def rag_case(*, on: date, plan: Thresholds) -> Case:
    """`rag_of` for the database, over rows annotated by `as_at(on)`."""
    tolerance = timedelta(days=plan.tolerance_days)
    return Case(
        When(status=Status.COMPLETE, then=Value(Rag.BLUE)),
        When(status=Status.CLOSED, then=Value(Rag.NONE)),
        When(original_due_on__lt=on - tolerance, then=Value(Rag.RED)),
        When(due_on__gt=ExpressionWrapper(F("original_due_on") + tolerance, DateField()), then=Value(Rag.RED)),
        When(
            Q(status=Status.DELAYED)
            | Q(due_on__lt=on)
            | Q(original_due_on__lt=on)
            | Q(due_on__gt=F("original_due_on"))
            | Q(status=Status.NOT_STARTED, start_on__lt=on),
            then=Value(Rag.AMBER),
        ),
        When(status=Status.ON_TRACK, then=Value(Rag.GREEN)),
        default=Value(Rag.GREY),
    )


def rag_key(plan: Thresholds) -> list[tuple[Rag, str]]:
    """The key that stands on every page which shows a colour."""
    return [
        (Rag.BLUE, "Complete. Outlined until somebody from elsewhere has verified it."),
        (Rag.GREEN, "On track, and no date has passed."),
        (
            Rag.AMBER,
            "Delayed or at risk; or past its original due date, or moved beyond it; "
            "or its start date has passed and it has not started.",
        ),
        (
            Rag.RED,
            f"Not complete, and more than {plan.tolerance_days} days past its original due date, or moved so far.",
        ),
        (Rag.GREY, "Not started, and not yet due to start; or no start date was given."),
    ]
