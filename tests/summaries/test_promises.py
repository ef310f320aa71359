"""For any sequence of updates, date changes, evidence and verifications, every answer is a plain replay."""

from collections import Counter

import pytest
from hypothesis import given, settings

from actions.choices import Flag, PromisedDate, Status
from actions.models import Action
from actions.periods import months_between
from actions.summaries.attention import attention
from actions.summaries.early_warning import early_warning
from actions.summaries.slippage import slippage
from tests.amounts import tries
from tests.database import undone
from tests.promises import Lived, live, standing_then
from tests.stories import some_days, stories

pytestmark = pytest.mark.django_db

any_story = settings(max_examples=tries(20))


def in_plan(lived: list[Lived], on) -> list[tuple[Lived, dict]]:
    return [(each, then) for each in lived if (then := standing_then(each, on))]


@settings(max_examples=tries(40))
@given(told=stories, some_days=some_days)
def test_as_at_gives_each_action_the_standing_of_a_replay(told, some_days):
    with undone():
        _plan, lived = live(told)

        for on in some_days:
            standings = {lives.action.pk: then for lives, then in in_plan(lived, on)}
            fields = ["pk", *next(iter(standings.values()), {})]
            assert {row.pop("pk"): row for row in Action.objects.as_at(on).values(*fields)} == standings


@any_story
@given(told=stories, some_days=some_days)
def test_date_in_force_of_one_action_is_that_of_a_replay(told, some_days):
    with undone():
        _plan, lived = live(told)

        for lives, which, on in [(each, which, on) for each in lived for which in PromisedDate for on in some_days]:
            assert lives.action.date_in_force(which, on) == lives.in_force(which, on)


@any_story
@given(told=stories)
def test_original_dates_never_change_whatever_happens(told):
    with undone():
        _plan, lived = live(told)

        originals = Action.objects.order_by("pk").values_list("added_on", "planned_start_on", "original_due_on")
        assert list(originals) == [(each.joined_on, each.planned_start_on, each.original_due_on) for each in lived]


@any_story
@given(told=stories, some_days=some_days)
def test_slippage_tells_what_a_replay_tells(told, some_days):
    with undone():
        plan, lived = live(told)

        for on in some_days:
            expected = {each.action.pk: slip_then(each, then, on) for each, then in in_plan(lived, on)}
            ledger = slippage(plan, on=on)
            found = {slip.action.pk: (len(slip.changes), len(slip.waiting), slip.months) for slip in ledger.slips}
            assert found == {pk: slip for pk, slip in expected.items() if slip}
            assert ledger.months_in_all == sum(
                slip.months for slip in ledger.slips if slip.action.status != Status.CLOSED
            )
            assert [slip.months for slip in ledger.slips] == sorted((each[2] for each in found.values()), reverse=True)


def slip_then(lived: Lived, then: dict, on) -> tuple[int, int, int] | None:
    """How often its due date was asked to move, what of it waits, and the months moved."""
    asked = [moved for moved in lived.moved if moved.which == PromisedDate.DUE and moved.asked_on <= on]
    if not asked:
        return None
    waiting = [moved for moved in asked if moved.decided_on is None or moved.decided_on > on]
    months = months_between(lived.original_due_on, then["due_on"]) if lived.original_due_on else 0
    return len(asked), len(waiting), months


@any_story
@given(told=stories, some_days=some_days)
def test_attention_counts_what_a_replay_counts(told, some_days):
    with undone():
        plan, lived = live(told)

        for on in some_days:
            standings = [then for _, then in in_plan(lived, on)]
            shown = attention(plan, on=on)
            complete = [then for then in standings if then["status"] == Status.COMPLETE]
            flags = Counter(dict(shown.flags))
            assert (shown.verified_count, shown.unverified_count) == (
                sum(then["is_verified"] for then in complete),
                sum(not then["is_verified"] for then in complete),
            )
            assert flags[Flag.NO_EVIDENCE] == sum(not then["has_evidence"] for then in complete)
            assert flags[Flag.MOVED] == sum(
                then["due_move_count"] > 0 and then["status"] != Status.CLOSED for then in standings
            )
            assert flags[Flag.SAYS_EXTENDED] == sum(
                then["says_extended"] and then["status"] in Status.open() for then in standings
            )


@any_story
@given(told=stories, some_days=some_days)
def test_early_warning_counts_what_a_replay_counts(told, some_days):
    with undone():
        plan, lived = live(told)

        for on in some_days:
            kinds = [(each.action.pk, warned_then(each, then, on)) for each, then in in_plan(lived, on)]
            warning = early_warning(plan, attention(plan, on=on))
            assert {action.pk for action in warning.before_its_date} == {pk for pk, kind in kinds if kind == "before"}
            assert {action.pk for action in warning.after_its_date} == {pk for pk, kind in kinds if kind == "after"}


def warned_then(lived: Lived, then: dict, on) -> str:
    """Said to be delayed by its original date, or only later, or late and never said."""
    due = lived.original_due_on
    said = [each.on for each in lived.said_by(on) if each.status == Status.DELAYED]
    if said:
        return "before" if due is None or said[0] <= due else "after"
    return "after" if due and due < on and then["status"] in Status.open() else ""
