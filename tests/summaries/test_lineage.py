"""The line of an action over several plans, and what became of every action of a plan, as at any day."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.choices import LinkKind, Status
from actions.models import Action, ActionLink, Plan
from actions.summaries.action_timeline import action_timeline
from actions.summaries.lineage import Fate, Line, action_line
from actions.summaries.what_became import Outcome, WhatBecame, what_became
from tests.database import undone
from tests.factories import make_action, make_later_plan, make_link, make_plan, make_update, make_user

pytestmark = pytest.mark.django_db

ENDED, NEXT_BEGAN, LATER = date(2020, 12, 31), date(2021, 1, 1), date(2023, 6, 1)


def make_generations(number: int = 3) -> list[Plan]:
    plans = [make_plan()]
    while len(plans) < number:
        plans.append(make_later_plan(plans[-1]))
    return plans


def line_of(action: Action, on: date = LATER) -> Line:
    return action_line(Action.objects.as_at(on).get(pk=action.pk), on=on)


def told(line: Line) -> list[list[Action]]:
    return [[place.action for place in generation.places] for generation in line.generations]


def drop(action: Action, decided_on: date = ENDED) -> ActionLink:
    return ActionLink.objects.record(
        action=action, by=make_user(), kind=LinkKind.DROPPED, reason="Nobody needs it.", decided_on=decided_on
    )


# ──── the line of one action


def test_action_line_goes_back_to_the_first_and_on_to_the_last():
    line = [make_action(plan) for plan in make_generations()]
    make_link(line[0], line[1])
    make_link(line[1], line[2])
    make_action(line[0].plan)

    assert [told(line_of(action)) for action in line] == [[[action] for action in line]] * 3


def test_action_line_says_only_what_was_said_by_the_day():
    first, middle, last = [make_action(plan) for plan in make_generations()]
    link = make_link(first, middle)
    make_link(middle, last)
    link.withdraw(by=make_user(), withdrawn_on=date(2021, 3, 1), reason="It was another.")

    days = [ENDED, NEXT_BEGAN, date(2021, 2, 28), date(2021, 3, 1)]

    assert [told(line_of(first, on)) for on in days] == [[[first]], [[first], [middle]], [[first], [middle]], [[first]]]
    assert [told(line_of(middle, on)) for on in [NEXT_BEGAN, LATER]] == [[[first], [middle]], [[middle], [last]]]


def test_action_line_holds_all_that_were_merged_and_all_parts_of_a_split():
    early, late, last = make_generations()
    one, other = make_action(early), make_action(early)
    joint = make_action(late)
    parts = [make_action(last), make_action(last)]
    for action in [one, other]:
        make_link(action, joint, kind=LinkKind.MERGED)
    for part in parts:
        make_link(joint, part, kind=LinkKind.SPLIT)

    assert told(line_of(joint)) == [[one, other], [joint], parts]
    assert told(line_of(one)) == [[one], [joint], parts]
    assert told(line_of(parts[1])) == [[one, other], [joint], [parts[1]]]


def test_action_line_is_worth_showing_when_there_is_more_than_the_action_to_tell():
    alone, lost, dropped, complete = [make_action(make_plan()) for _ in range(4)]
    drop(dropped)
    make_update(complete, Status.COMPLETE, date(2020, 1, 1))

    assert line_of(alone, ENDED).is_worth_showing is False
    assert [line_of(action).is_worth_showing for action in [lost, dropped, complete]] == [True, True, False]


def test_action_line_ends_where_links_go_round_in_a_circle():
    """Somebody changed the days of a plan in the service administration."""
    first, second = [make_action(plan) for plan in make_generations(2)]
    make_link(first, second)
    Plan.objects.filter(pk=second.plan_id).update(starts_on=date(2015, 1, 1))
    make_link(Action.objects.get(pk=second.pk), first, decided_on=NEXT_BEGAN)

    assert told(line_of(first)) == [[second], [first]]


@pytest.mark.parametrize("generations", [2, 3])
def test_action_line_asks_two_queries_over_however_many_plans(generations, django_assert_num_queries):
    line = [make_action(plan) for plan in make_generations(generations)]
    for earlier, later in pairwise(line):
        make_link(earlier, later)
    action = Action.objects.as_at(LATER).select_related("plan", "priority").get(pk=line[0].pk)

    with django_assert_num_queries(2):
        assert len(action_line(action, on=LATER).places) == generations


# ──── what became of every action of a plan


def fates(became: WhatBecame) -> dict[Fate, list[Action]]:
    found: dict[Fate, list[Action]] = {}
    for row in became.rows:
        found.setdefault(row.fate, []).append(row.action)
    return found


def make_one_of_each() -> tuple[Plan, dict[Fate, Action]]:
    plan = make_plan()
    later = make_later_plan(plan)
    each = {fate: make_action(plan) for fate in Fate if fate != Fate.RUNNING}
    for fate in [Fate.COMPLETE, Fate.PROMISED_AGAIN]:
        make_update(each[fate], Status.COMPLETE, date(2020, 6, 1))
    make_update(each[Fate.CLOSED], Status.CLOSED, date(2020, 6, 1), reason="The law has changed.")
    drop(each[Fate.DROPPED])
    for kind in [LinkKind(kind) for kind in LinkKind if kind != LinkKind.DROPPED]:
        make_link(each[Fate(kind.value)], make_action(later), kind=kind)
    return plan, each


def test_what_became_tells_each_fate_apart():
    plan, each = make_one_of_each()

    assert fates(what_became(plan, on=LATER)) == {fate: [action] for fate, action in each.items()}


def test_what_became_before_the_end_calls_what_is_open_still_running():
    plan, each = make_one_of_each()

    on_the_last_day = fates(what_became(plan, on=ENDED))

    running = [action for fate, action in each.items() if fate in [Fate.LOST, *Outcome.WENT_ON.fates]]
    assert on_the_last_day == {
        Fate.RUNNING: running,
        Fate.DROPPED: [each[Fate.DROPPED]],
        Fate.CLOSED: [each[Fate.CLOSED]],
        Fate.COMPLETE: [each[Fate.COMPLETE], each[Fate.PROMISED_AGAIN]],
    }


def test_what_became_counts_in_five_kinds_that_add_up_to_the_plan():
    plan, _each = make_one_of_each()

    counts = {group.outcome: group.count for group in what_became(plan, on=LATER).groups}

    assert counts == {
        Outcome.LOST: 1,
        Outcome.WENT_ON: 4,
        Outcome.ENDED: 2,
        Outcome.RUNNING: 0,
        Outcome.COMPLETE: 2,
    }
    assert sorted(fate for outcome in Outcome for fate in outcome.fates) == sorted(Fate)


def test_what_became_of_what_was_promised_again_and_then_opened_again_is_that_it_goes_on():
    plan, each = make_one_of_each()

    make_update(each[Fate.PROMISED_AGAIN], Status.ON_TRACK, date(2021, 2, 1), reason="It did not last.")

    assert fates(what_became(plan, on=LATER))[Fate.CARRIED_FORWARD] == [
        each[Fate.CARRIED_FORWARD],
        each[Fate.PROMISED_AGAIN],
    ]


def test_what_became_follows_each_to_the_last_plan_and_says_how_it_stands_there():
    first, middle, last = [make_action(plan) for plan in make_generations()]
    make_link(first, middle)
    make_link(middle, last)
    make_update(last, Status.DELAYED, date(2023, 5, 1))

    (row,) = what_became(first.plan, on=LATER).rows

    assert [(place.action, place.action.status) for place in row.onward] == [
        (middle, Status.NOT_STARTED),
        (last, Status.DELAYED),
    ]


def test_what_became_repeats_what_was_last_said_of_the_lost():
    lost = make_action()
    make_update(lost, Status.ON_TRACK, date(2020, 5, 1), progress="Half of it is done.")
    make_update(lost, Status.ON_TRACK, date(2020, 6, 1), is_confirmation=True)

    (row,) = what_became(lost.plan, on=LATER).rows

    assert (row.fate, row.last_said.words) == (Fate.LOST, "Half of it is done.")


@pytest.mark.parametrize("number", [1, 3])
def test_what_became_asks_four_queries_however_many_actions(number, django_assert_num_queries):
    plan, later, last = make_generations()
    for _ in range(number):
        action = make_action(later)
        make_link(make_action(plan), action)
        make_link(action, make_action(last))
        make_action(plan)

    with django_assert_num_queries(4):
        assert len(what_became(plan, on=LATER).rows) == 2 * number


# ──── for any links, the answer is a plain replay


@dataclass(frozen=True)
class ToldLink:
    source: int
    target: int
    kind: LinkKind
    decided: int
    withdrawn: int | None


ACTIONS_OF_EACH = 3
told_links = st.lists(
    st.builds(
        ToldLink,
        source=st.integers(0, 2 * ACTIONS_OF_EACH - 1),
        target=st.integers(ACTIONS_OF_EACH, 3 * ACTIONS_OF_EACH - 1),
        kind=st.sampled_from([kind for kind in LinkKind if kind != LinkKind.PROMISED_AGAIN]),
        decided=st.integers(0, 60),
        withdrawn=st.none() | st.integers(0, 40),
    ),
    max_size=12,
)
closings = st.dictionaries(st.integers(0, 3 * ACTIONS_OF_EACH - 1), st.sampled_from(Status), max_size=6)
asked_days = st.lists(st.integers(-400, 900), min_size=1, max_size=3)


def live(
    links: list[ToldLink], statuses: dict[int, Status]
) -> tuple[list[Action], list[tuple[ActionLink, date | None]]]:
    """What the verbs let through; and each action's last status, said when nothing more becomes of it."""
    actions = [make_action(plan) for plan in make_generations() for _ in range(ACTIONS_OF_EACH)]
    kept = []
    for link in links:
        action, successor = actions[link.source], actions[link.target]
        day = successor.added_on + timedelta(days=link.decided)
        target = None if link.kind == LinkKind.DROPPED else successor
        if successor.plan.starts_on <= action.plan.starts_on or _is_said(kept, action, target, link.kind, day):
            continue
        row = ActionLink.objects.record(
            by=make_user(), action=action, successor=target, kind=link.kind, reason="So it was.", decided_on=day
        )
        until = None if link.withdrawn is None else day + timedelta(days=link.withdrawn)
        if until:
            row.withdraw(by=make_user(), reason="It was not.", withdrawn_on=until)
        kept.append((row, until))
    for number, status in statuses.items():
        make_update(actions[number], status, LATER, reason="So it stands.")
    return actions, kept


def _is_said(kept, action: Action, target: Action | None, kind: LinkKind, day: date) -> bool:
    return any(
        row.action == action
        and (until is None or until > day)
        and not (row.kind == kind == LinkKind.SPLIT and row.successor != target)
        for row, until in kept
    )


def fate_then(action: Action, status: Status, kinds: list[str], on: date) -> Fate:
    if status == Status.COMPLETE:
        return Fate.COMPLETE
    if kinds:
        return Fate(kinds[0])
    if status == Status.CLOSED:
        return Fate.CLOSED
    return Fate.LOST if on > action.plan.ends_on else Fate.RUNNING


@settings(max_examples=15)
@given(links=told_links, statuses=closings, asked=asked_days)
def test_what_became_is_a_plain_replay_of_what_was_said(links, statuses, asked):
    with undone():
        actions, kept = live(links, statuses)

        for on in [NEXT_BEGAN + timedelta(days=number) for number in asked]:
            standing = [row for row, until in kept if row.decided_on <= on and (until is None or until > on)]
            for first in range(0, len(actions), ACTIONS_OF_EACH):
                plan = actions[first].plan
                members = [(number, a) for number, a in enumerate(actions) if a.plan == plan and a.added_on <= on]
                became = what_became(plan, on=on)
                expected = [
                    fate_then(
                        action,
                        statuses.get(number, Status.NOT_STARTED) if on >= LATER else Status.NOT_STARTED,
                        [row.kind for row in standing if row.action == action],
                        on,
                    )
                    for number, action in members
                ]
                assert [(row.action, row.fate) for row in became.rows] == [
                    (action, fate) for (_, action), fate in zip(members, expected, strict=True)
                ]
                assert sum(group.count for group in became.groups) == plan.actions.in_plan_by(on).count()
                for row in became.rows:
                    reached = {place.action for place in row.onward}
                    assert (len(row.onward), reached) == (len(reached), reached_from(row.action, standing))


def reached_from(action: Action, links: list[ActionLink]) -> set[Action]:
    direct = {link.successor for link in links if link.action == action and link.successor}
    return direct.union(*(reached_from(each, links) for each in direct))


# ──── on the action's own timeline


def test_action_timeline_tells_what_became_of_it_and_that_it_was_a_mistake():
    action = make_action()
    link = make_link(action)
    link.withdraw(by=make_user(), withdrawn_on=date(2021, 3, 1), reason="It was another.")

    def events(on: date) -> list[tuple[date, str]]:
        return [(event.day, event.kind) for event in action_timeline(action, on=on)]

    joined, linked, unlinked = (date(2019, 4, 1), "joined"), (NEXT_BEGAN, "linked"), (date(2021, 3, 1), "unlinked")
    assert {on: events(on) for on in [ENDED, NEXT_BEGAN, LATER]} == {
        ENDED: [joined],
        NEXT_BEGAN: [linked, joined],
        LATER: [unlinked, linked, joined],
    }
