"""Random histories of a plan, and the plain replay that every answer is held against.

A history is a list of actions; an action is the day it joins (counted from the plan's start), its
planned start and due day, and its updates as (days since the one before, status).
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from actions.choices import Status
from actions.models import Action, Plan
from tests.factories import (
    PLAN_STARTS_ON,
    make_action,
    make_organisation,
    make_plan,
    make_priority,
    make_user,
)

LAST_DAY = 800


@dataclass(frozen=True)
class ToldAction:
    joins: int
    starts: int | None
    due: int | None
    updates: tuple[tuple[int, Status], ...]


def _told(joins: int, starts: int | None, lasts: int | None, updates) -> ToldAction:
    due = None if lasts is None else (starts if starts is not None else joins) + lasts
    return ToldAction(joins, starts, due, tuple(updates))


histories = st.lists(
    st.builds(
        _told,
        joins=st.sampled_from([0, 0, 0, 40, 200]),
        starts=st.none() | st.integers(0, 500),
        lasts=st.none() | st.integers(0, 300),
        updates=st.lists(st.tuples(st.integers(0, 120), st.sampled_from(list(Status))), max_size=6),
    ),
    min_size=1,
    max_size=6,
)
days = st.integers(-10, LAST_DAY).map(lambda number: day(number))


def day(number: int) -> date:
    return PLAN_STARTS_ON + timedelta(days=number)


def enact(history: list[ToldAction]) -> Plan:
    """Write the history to the database through the one verb that may."""
    plan = make_plan(adopted_on=PLAN_STARTS_ON)
    priorities = [make_priority(plan) for _ in range(2)]
    leads = [make_organisation(plan.partnership) for _ in range(2)]
    by = make_user()
    for number, told in enumerate(history):
        action = make_action(
            priority=priorities[number % 2],
            lead_organisation=leads[number // 2 % 2],
            added_on=day(told.joins),
            planned_start_on=None if told.starts is None else day(told.starts),
            original_due_on=None if told.due is None else day(told.due),
            due_precision="none" if told.due is None else "day",
        )
        _enact_updates(action, told, by)
    return plan


def _enact_updates(action: Action, told: ToldAction, by) -> None:
    at = told.joins
    for wait, status in told.updates:
        at += wait
        action.record_update(by=by, status=status, effective_on=day(at))


def status_then(told: ToldAction, on: date) -> Status | None:
    """The plain replay: read the updates in order up to that day."""
    if day(told.joins) > on:
        return None
    status, at = Status.NOT_STARTED, told.joins
    for wait, said in told.updates:
        at += wait
        if day(at) <= on:
            status = said
    return status


def counts_then(history: list[ToldAction], on: date) -> dict[Status, int]:
    counts = Counter(status_then(told, on) for told in history)
    return {status: counts[status] for status in Status}
