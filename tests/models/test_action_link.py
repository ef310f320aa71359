"""What became of an action: said once, with a reason, of a later plan, and withdrawn rather than changed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from actions.choices import LinkKind, Status
from actions.models import Action, ActionLink, ActionLinkWithdrawal, Plan
from tests.database import triggers_set_aside
from tests.factories import (
    PLAN_STARTS_ON,
    make_action,
    make_later_plan,
    make_link,
    make_plan,
    make_update,
    make_user,
)
from tests.models.test_triggers import PERMANENT, set_column

pytestmark = pytest.mark.django_db

HANDED_OVER_ON = date(2021, 1, 1)  # the first day of the plan after the makers' usual one
WEEK = timedelta(days=7)


def insert(action: Action | None = None, **fields) -> None:
    """Past the model's own refusals, straight into the table."""
    action = action or make_action()
    usual = {"kind": LinkKind.CARRIED_FORWARD, "reason": "It goes on.", "decided_on": HANDED_OVER_ON}
    usual |= {} if "successor" in fields else {"successor": make_successor(action)}
    ActionLink.objects.bulk_create([ActionLink(action=action, recorded_by=make_user(), **usual | fields)])


def insert_withdrawal(link: ActionLink, **fields) -> None:
    usual = {"withdrawn_on": link.decided_on, "reason": "It was a mistake."}
    row = ActionLinkWithdrawal(link=link, recorded_by=make_user(), **usual | fields)
    ActionLinkWithdrawal.objects.bulk_create([row])


def make_successor(action: Action, **fields) -> Action:
    return make_action(make_later_plan(action.plan), **fields)


def withdraw(link: ActionLink, on: date, **fields) -> ActionLinkWithdrawal:
    return link.withdraw(**{"by": make_user(), "reason": "It was a mistake.", "withdrawn_on": on} | fields)


# ──── what each constraint refuses: tests/models/test_constraints.py tries them


def lead_to_itself() -> None:
    """The triggers on plans would refuse first."""
    with triggers_set_aside():
        action = make_action()
        insert(action, successor=action)


BREAKS: dict[str, Callable[[], None]] = {
    "action_link_kind_is_known": lambda: insert(kind="forgotten"),
    "action_link_says_why": lambda: insert(reason=""),
    "action_link_only_of_the_dropped_leads_nowhere": lambda: insert(successor=None),
    "action_link_leads_to_another_action": lead_to_itself,
    "action_link_withdrawal_says_why": lambda: insert_withdrawal(make_link(make_action()), reason=""),
}


def test_constraint_refuses_a_dropped_action_that_goes_on():
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(kind=LinkKind.DROPPED)


# ──── what each trigger refuses


def change_a_link() -> None:
    set_column(make_link(make_action()), "reason", "Other words")


def change_a_withdrawal() -> None:
    set_column(withdraw(make_link(make_action()), HANDED_OVER_ON), "reason", "Other words")


def lead_into_another_partnership() -> None:
    insert(successor=make_action(make_plan(starts_on=HANDED_OVER_ON, ends_on=HANDED_OVER_ON + WEEK)))


def lead_into_an_earlier_plan() -> None:
    successor = make_action()
    insert(make_successor(successor), successor=successor)


def lead_into_the_same_plan() -> None:
    action = make_action()
    insert(action, successor=make_action(action.plan))


def decide_before_the_successor_is_promised() -> None:
    insert(decided_on=HANDED_OVER_ON - timedelta(days=1))


def drop_before_it_is_promised() -> None:
    insert(successor=None, kind=LinkKind.DROPPED, decided_on=PLAN_STARTS_ON - timedelta(days=1))


def say_it_twice() -> None:
    insert(make_link(make_action()).action)


def split_what_was_carried_forward() -> None:
    insert(make_link(make_action()).action, kind=LinkKind.SPLIT)


def say_the_same_part_twice() -> None:
    link = make_link(make_action(), kind=LinkKind.SPLIT)
    insert(link.action, successor=link.successor, kind=LinkKind.SPLIT)


def say_otherwise_of_the_days_before_the_withdrawal() -> None:
    link = make_link(make_action())
    withdraw(link, HANDED_OVER_ON + WEEK)
    insert(link.action, decided_on=HANDED_OVER_ON + WEEK - timedelta(days=1))


def withdraw_before_it_counts() -> None:
    insert_withdrawal(make_link(make_action()), withdrawn_on=HANDED_OVER_ON - timedelta(days=1))


SAME_PARTNERSHIP = "an action goes on in a plan of the same partnership"
LATER_PLAN = "an action goes on in a later plan"
PROMISED = "nothing becomes of an action before it is promised, nor before what it becomes is"
ONCE = "what became of an action is said once: only a split is said again, of another part"

REFUSED: list[tuple[str, Callable[[], None], str]] = [
    ("actions_actionlink_is_append_only", change_a_link, PERMANENT),
    ("actions_actionlinkwithdrawal_is_append_only", change_a_withdrawal, PERMANENT),
    ("action_link_stays_in_its_partnership", lead_into_another_partnership, SAME_PARTNERSHIP),
    ("action_link_leads_to_a_later_plan", lead_into_an_earlier_plan, LATER_PLAN),
    ("action_link_leads_to_a_later_plan", lead_into_the_same_plan, LATER_PLAN),
    ("action_link_counts_when_both_are_promised", decide_before_the_successor_is_promised, PROMISED),
    ("action_link_counts_when_both_are_promised", drop_before_it_is_promised, PROMISED),
    ("action_link_is_said_once", say_it_twice, ONCE),
    ("action_link_is_said_once", split_what_was_carried_forward, ONCE),
    ("action_link_is_said_once", say_the_same_part_twice, ONCE),
    ("action_link_is_said_once", say_otherwise_of_the_days_before_the_withdrawal, ONCE),
    (
        "action_link_withdrawal_comes_after_the_link",
        withdraw_before_it_counts,
        "nothing is withdrawn before it counts",
    ),
]


@pytest.mark.parametrize(
    ("act", "message"),
    [pytest.param(act, message, id=f"{trigger}-{act.__name__}") for trigger, act, message in REFUSED],
)
def test_trigger_refuses_and_says_why(act, message):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()

    assert str(refusal.value).splitlines()[0] == message


def test_trigger_lets_another_link_follow_on_the_day_of_the_withdrawal():
    link = make_link(make_action())
    withdraw(link, HANDED_OVER_ON + WEEK)

    insert(link.action, decided_on=HANDED_OVER_ON + WEEK)

    assert link.action.links.count() == 2


# ──── the verb says the same in plain words


def record(action: Action, **fields) -> ActionLink:
    return make_link(action, **fields)


def refusal_of(action: Action, **fields) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refusal:
        record(action, **fields)
    assert not ActionLink.objects.filter(action=action, withdrawal=None).exclude(reason="First said").exists()
    return refusal.value.message_dict


def test_record_keeps_what_was_said_and_marks_every_plan_of_the_partnership_as_changed():
    action, elsewhere, by = make_action(), make_plan(), make_user()
    successor = make_successor(action)

    link = record(action, successor=successor, by=by, kind=LinkKind.REPLACED, reason="A better way was found.")

    assert list(
        ActionLink.objects.values_list("action", "successor", "kind", "reason", "decided_on", "recorded_by")
    ) == [(action.pk, successor.pk, LinkKind.REPLACED, "A better way was found.", HANDED_OVER_ON, by.pk)]
    assert str(link) == f"{action.ref}: Replaced by {successor.ref}"
    revisions = dict(Plan.objects.values_list("pk", "revision"))
    assert revisions == {action.plan_id: 1, successor.plan_id: 1, elsewhere.pk: 0}


def test_record_refuses_what_cannot_be():
    action = make_action()
    successor, sibling = make_successor(action), make_action(action.plan)
    later_plan = {"successor": ["Choose an action of a later plan of the same partnership."]}

    assert refusal_of(action, successor=sibling) == later_plan
    assert refusal_of(
        action, successor=make_action(make_plan(starts_on=date(2022, 1, 1), ends_on=date(2023, 1, 1)))
    ) == (later_plan)
    assert refusal_of(action, successor=successor, kind=LinkKind.DROPPED) == {
        "successor": ["Leave this empty: what is dropped goes on nowhere."]
    }
    assert refusal_of(action, successor=successor, decided_on=date(2020, 12, 31)) == {
        "decided_on": ["Choose 1 January 2021 or later: before, it was not promised."]
    }
    assert refusal_of(action, reason="")["reason"] == ["This field cannot be blank."]


def test_record_refuses_an_action_that_goes_on_nowhere_said():
    action = make_action()

    with pytest.raises(ValidationError) as refusal:
        ActionLink.objects.record(
            by=make_user(), action=action, kind=LinkKind.MERGED, reason="Why not", decided_on=HANDED_OVER_ON
        )

    assert refusal.value.message_dict["successor"] == ["Choose the action in which it goes on."]


def test_record_promises_again_only_what_was_complete_that_day():
    complete, reopened = make_action(), make_action()
    for action in [complete, reopened]:
        make_update(action, Status.COMPLETE, date(2020, 6, 1))
    make_update(reopened, Status.ON_TRACK, date(2020, 12, 1))

    assert refusal_of(complete)["decided_on"] == [
        "On 1 January 2021 it was complete: “Carried forward” does not fit that day."
    ]
    assert refusal_of(reopened, kind=LinkKind.PROMISED_AGAIN)["decided_on"] == [
        "On 1 January 2021 it was not complete: “Promised again” does not fit that day."
    ]
    assert record(complete, kind=LinkKind.PROMISED_AGAIN).in_words.startswith("Promised again as ")


def test_record_says_it_once_and_a_split_once_for_each_part():
    action = make_action()
    one, other = make_successor(action), make_action(make_later_plan(action.plan))
    split = {"kind": LinkKind.SPLIT, "reason": "First said"}

    record(action, successor=one, **split)
    record(action, successor=other, **split)

    said_already = f"It is said already: Split: a part is {one.ref}. If that is a mistake, withdraw it first."
    assert refusal_of(action, successor=one, kind=LinkKind.SPLIT) == {"kind": [said_already]}
    assert refusal_of(action, successor=one) == {"kind": [said_already]}
    assert action.links.count() == 2


def test_record_pressed_twice_records_once():
    action, by = make_action(), make_user()
    successor = make_successor(action)

    links = [record(action, successor=successor, by=by) for _ in range(2)]

    assert (links[0], ActionLink.objects.count()) == (links[1], 1)


def test_record_after_a_withdrawal_counts_from_that_day_at_the_earliest():
    link = make_link(make_action(), reason="First said")
    withdraw(link, HANDED_OVER_ON + WEEK)

    assert refusal_of(link.action, decided_on=HANDED_OVER_ON) == {
        "decided_on": [f"Choose 8 January 2021 or later: until then it was “{link.in_words}”."]
    }
    assert record(link.action, decided_on=HANDED_OVER_ON + WEEK).pk != link.pk


# ──── withdrawing


def test_in_force_is_what_was_said_by_that_day_and_not_withdrawn_by_then():
    link = make_link(make_action())
    withdraw(link, HANDED_OVER_ON + WEEK)
    days = [
        HANDED_OVER_ON - timedelta(days=1),
        HANDED_OVER_ON,
        HANDED_OVER_ON + timedelta(days=6),
        HANDED_OVER_ON + WEEK,
    ]

    assert [ActionLink.objects.in_force(day).exists() for day in days] == [False, True, True, False]


def test_withdraw_pressed_twice_withdraws_once_and_refuses_somebody_who_came_later():
    link, by = make_link(make_action()), make_user()

    first, second = [withdraw(link, HANDED_OVER_ON, by=by) for _ in range(2)]

    with pytest.raises(ValidationError, match="Somebody has withdrawn this already"):
        withdraw(link, HANDED_OVER_ON)
    assert (first, ActionLinkWithdrawal.objects.count()) == (second, 1)


def test_withdraw_marks_every_plan_of_the_partnership_as_changed():
    link, elsewhere = make_link(make_action()), make_plan()

    withdraw(link, HANDED_OVER_ON)

    revisions = dict(Plan.objects.values_list("pk", "revision"))
    assert revisions == {link.action.plan_id: 2, link.successor.plan_id: 2, elsewhere.pk: 0}
