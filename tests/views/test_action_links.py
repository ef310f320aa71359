"""What the form about a link offers and gives back, and where the action's own page shows what was said."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import LinkKind, Role, Status
from actions.models import Action, ActionLink
from tests.factories import make_action, make_later_plan, make_link, make_plan, make_update
from tests.views.filled import filled, words_on
from tests.views.test_lineage import REASON, say, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2021-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def action() -> Action:
    """Of a plan that is over, and nobody has said what became of it."""
    return make_action()


@pytest.fixture
def successor(action) -> Action:
    return make_action(make_later_plan(action.plan))


# ──── the form


def test_action_link_offers_the_actions_of_later_plans_only(client, action, successor):
    make_action(action.plan)
    make_action(make_plan(starts_on=date(2021, 2, 1), ends_on=date(2022, 1, 1)))
    make_action(successor.plan, added_on=date(2021, 8, 1))
    sign_in(client, action)

    choices = client.get(reverse("action-link", args=[action.pk])).context["form"].fields["successor"].choices

    assert choices == [("", "Choose an action"), (successor.plan.title, [(successor.pk, str(successor))])]


@pytest.mark.parametrize(
    ("status", "has_later_plan", "kinds"),
    [
        (Status.ON_TRACK, True, ["carried_forward", "replaced", "merged", "split", "dropped"]),
        (Status.ON_TRACK, False, ["dropped"]),
        (Status.COMPLETE, True, ["promised_again"]),
    ],
)
def test_action_link_offers_what_fits_how_the_action_stands(client, action, status, has_later_plan, kinds):
    make_update(action, status, date(2020, 6, 1))
    if has_later_plan:
        make_action(make_later_plan(action.plan))
    sign_in(client, action)

    form = client.get(reverse("action-link", args=[action.pk])).context["form"]

    assert [value for value, _ in form.fields["kind"].choices] == kinds


def test_action_link_of_a_complete_action_without_a_later_plan_has_nothing_to_ask(client, action):
    make_update(action, Status.COMPLETE, date(2020, 6, 1))
    sign_in(client, action)

    response = client.get(reverse("action-link", args=[action.pk]))

    assert response.context["form"] is None
    assert "It is complete, and there is no later plan that could promise it again." in words_on(response)


def test_action_link_of_what_is_said_already_shows_it_and_asks_only_for_more_parts_of_a_split(
    client, action, successor
):
    link = make_link(action, successor)
    part = make_link(make_action(action.plan), successor, kind=LinkKind.SPLIT)
    sign_in(client, action)

    said, split = [client.get(reverse("action-link", args=[each.action_id])) for each in [link, part]]

    assert said.context["form"] is None
    assert reverse("action-link-withdraw", args=[link.pk]) in said.content.decode()
    assert [value for value, _ in split.context["form"].fields["kind"].choices] == ["split"]


@pytest.mark.parametrize(
    ("typed", "field", "problem"),
    [
        ({"kind": ""}, "kind", "Choose what became of it."),
        ({"kind": "forgotten"}, "kind", "Choose one of the answers."),
        ({"reason": " "}, "reason", "Say why: somebody will ask in a year."),
        ({"successor": ""}, "successor", "Choose the action in which it goes on."),
        ({"successor": "987654"}, "successor", "Choose an action from the list."),
        ({"successor": "x"}, "successor", "Choose an action from the list."),
        ({"kind": "dropped"}, "successor", "Leave this empty: what is dropped goes on nowhere."),
        ({"decided_on": "soon"}, "decided_on", "Write the day as year, month and day, such as 2025-04-01."),
        ({"decided_on": "2021-07-11"}, "decided_on", "Choose today, 10 July 2021, or an earlier day."),
        ({"decided_on": "2020-12-31"}, "decided_on", "Choose 1 January 2021 or later: before, it was not promised."),
    ],
)
def test_action_link_with_an_error_comes_back_filled_and_writes_nothing(
    client, action, successor, typed, field, problem
):
    sign_in(client, action)

    response = say(client, action, successor, **{"reason": "Typed with care."} | typed)

    assert response.context["form"].errors == {field: [problem]}
    assert filled(response)["reason"] == typed.get("reason", "Typed with care.")
    assert ActionLink.objects.count() == 0


def test_action_link_keeps_the_words_when_somebody_else_was_quicker(client, action, successor):
    sign_in(client, action)
    make_link(action, successor, reason="Said by another.")

    response = say(client, action, successor)

    problem = f"It is said already: Carried forward as {successor.ref}. If that is a mistake, withdraw it first."
    assert response.context["form"].errors == {"kind": [problem]}
    assert (filled(response)["reason"], ActionLink.objects.count()) == (REASON, 1)
    assert "Said by another." in words_on(response)


def test_action_link_after_the_session_ended_gives_everything_back(client, action, successor):
    manager = sign_in(client, action)
    address = reverse("action-link", args=[action.pk])
    form = filled(client.get(address), kind="merged", successor=str(successor.pk), reason="Typed with care.")
    client.logout()
    client.post(address, form)
    client.force_login(manager)

    response = client.get(address)

    assert response.context["came_back"] is True
    assert {name: filled(response)[name] for name in ["successor", "reason"]} == {
        "successor": str(successor.pk),
        "reason": "Typed with care.",
    }


# ──── on the action's own page


def detail(client, action: Action, **query):
    return client.get(reverse("action-detail", args=[action.pk]), query)


def test_action_page_shows_its_line_with_how_each_stands(client, action, successor):
    make_link(action, successor)
    make_update(successor, Status.DELAYED, date(2021, 6, 1))
    sign_in(client, action, Role.COMMITTEE_MEMBER)

    of_the_first, of_the_last = words_on(detail(client, action)), words_on(detail(client, successor))

    said = f"Not started Carried forward as {successor.ref}, 1 January 2021. {REASON} {successor.plan}"
    assert f"{action.plan} {action.ref} This action {said} {successor} Delayed or at risk" in of_the_first
    assert f"{action.plan} {action} {said} {successor.ref} This action Delayed or at risk" in of_the_last


def test_action_page_says_that_it_is_lost(client, action):
    sign_in(client, action, Role.COMMITTEE_MEMBER)

    lost = "The plan ended on 31 December 2020, and nobody has said what became of it."
    assert lost in words_on(detail(client, action))
    assert "This promise across the plans" not in words_on(detail(client, action, on="2020-12-31"))


def test_action_page_offers_to_say_what_became_of_it_once_another_plan_takes_over(client, action, successor):
    address = reverse("action-link", args=[action.pk])
    sign_in(client, action)

    offered = {on: address in detail(client, action, on=on).content.decode() for on in ["2020-12-31", "2021-01-01"]}
    make_link(action, successor)

    assert offered == {"2020-12-31": False, "2021-01-01": True}
    assert address not in detail(client, action).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_action_page_asks_as_many_queries_however_many_it_was_split_into(
    client, action, successor, number, django_assert_num_queries
):
    for _ in range(number):
        make_link(action, make_action(successor.plan), kind=LinkKind.SPLIT)
    sign_in(client, action, Role.COMMITTEE_MEMBER)
    detail(client, action)

    with django_assert_num_queries(25):
        detail(client, action)
