import csv
import io
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import LinkKind, Role, Status
from actions.models import Action, ActionLink, ActionLinkWithdrawal
from actions.summaries.lineage import Fate
from tests.factories import (
    make_action,
    make_later_plan,
    make_link,
    make_member,
    make_partnership,
    make_plan,
    make_update,
)
from tests.views.filled import words_on
from tests.views.test_plans import figures_on, page

pytestmark = pytest.mark.django_db

TODAY, NEXT_BEGAN = date(2021, 7, 10), date(2021, 1, 1)
REASON = "It was not finished in time."


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


def sign_in(client, action: Action, role: Role = Role.PROGRAMME_MANAGER):
    person = make_member(action.plan.partnership, role=role)
    client.force_login(person)
    return person


def sign_in_elsewhere(client) -> None:
    client.force_login(make_member(make_partnership(), role=Role.PROGRAMME_MANAGER))


# ──── what became of each action of a plan


def make_plan_that_ended():
    """Two lost, one carried forward and delayed there, one dropped, two complete and one of them promised again."""
    plan = make_plan()
    later = make_later_plan(plan)
    lost, other, carried, dropped, done, complete = [make_action(plan, order=number) for number in range(6)]
    make_update(done, Status.COMPLETE, date(2020, 6, 1))
    make_update(lost, Status.ON_TRACK, date(2020, 6, 1), progress="Half of it is done.")
    make_update(make_link(carried, make_action(later)).successor, Status.DELAYED, date(2021, 6, 1))
    ActionLink.objects.record(
        by=make_member(plan.partnership), action=dropped, kind=LinkKind.DROPPED, reason="=1+1", decided_on=NEXT_BEGAN
    )
    make_update(complete, Status.COMPLETE, date(2020, 6, 1))
    make_link(complete, make_action(later), kind=LinkKind.PROMISED_AGAIN)
    return plan, [lost, other, carried, dropped, done, complete]


def became(client, plan, name: str = "what-became", **query):
    return client.get(reverse(name, args=[plan.pk]), query)


def rows_on(response) -> list[str]:
    """The first words of each row: a reference and a title."""
    titles = [e for e in page(response).iter("p") if e.get("class") == "app-rows__title"]
    return [" ".join("".join(title.itertext()).split()) for title in titles]


def test_what_became_tells_of_each_action_the_lost_first(client):
    plan, actions = make_plan_that_ended()
    lost, _other, carried, _dropped, _done, _complete = actions
    sign_in(client, lost, Role.COMMITTEE_MEMBER)

    response = became(client, plan)

    assert rows_on(response) == [str(each) for each in actions]
    assert {"lost": "2", "went_on": "1", "ended": "1", "running": "0", "complete": "2", "rows": "6"}.items() <= (
        figures_on(response).items()
    )
    words = words_on(response)
    for said in [
        "Last said: Half of it is done.",
        f"Carried forward as {carried.links.get().successor.ref}, {IN_FULL}",
    ]:
        assert said in words


IN_FULL = "1 January 2021"


def test_what_became_has_exactly_as_many_rows_as_each_figure_says(client):
    plan, actions = make_plan_that_ended()
    sign_in(client, actions[0], Role.COMMITTEE_MEMBER)

    figures = {name.removeprefix("only-"): number for name, number in figures_on(became(client, plan)).items()}
    del figures["rows"]

    for name, number in figures.items():
        listed = became(client, plan, became=name)
        csv_rows = file_of(became(client, plan, "what-became-csv", became=name))[1:]
        assert (figures_on(listed)["rows"], len(rows_on(listed)), len(csv_rows)) == (number, int(number), int(number))
    assert {"carried_forward", "dropped", "complete_only", "promised_again"} <= set(figures)


def test_what_became_as_at_an_earlier_day_knows_nothing_later(client):
    plan, actions = make_plan_that_ended()
    sign_in(client, actions[0], Role.COMMITTEE_MEMBER)

    shown = {on: figures_on(became(client, plan, on=on)) for on in ["2019-03-31", "2020-12-31", "2021-01-01"]}

    kinds = ["lost", "went_on", "ended", "running", "complete"]
    assert {on: [figures.get(kind) for kind in kinds] for on, figures in shown.items()} == {
        "2019-03-31": [None] * 5,
        "2020-12-31": ["0", "0", "0", "4", "2"],
        "2021-01-01": ["2", "1", "1", "0", "2"],
    }


@pytest.mark.parametrize("name", ["what-became", "what-became-csv"])
def test_what_became_refuses_a_fate_that_cannot_be_and_names_what_can(client, name):
    plan, actions = make_plan_that_ended()
    sign_in(client, actions[0])

    response = became(client, plan, name, became="forgotten")

    assert response.status_code == 400
    assert "“became” must be one of: lost (Lost), carried_forward (Carried forward)" in words_on(response)


def test_what_became_asks_only_the_programme_manager_to_say_what_became_of_the_lost(client):
    plan, actions = make_plan_that_ended()
    address = reverse("action-link", args=[actions[0].pk])

    offered = {}
    for role in [Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR, Role.OFFICER]:
        sign_in(client, actions[0], role)
        offered[role] = address in became(client, plan).content.decode()

    assert offered == {Role.PROGRAMME_MANAGER: True, Role.BOARD_CHAIR: False, Role.OFFICER: False}


def file_of(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_what_became_csv_says_the_same_in_plain_words(client):
    plan, (lost, other, carried, dropped, done, complete) = make_plan_that_ended()
    sign_in(client, lost, Role.COMMITTEE_MEMBER)

    heads, *rows = file_of(became(client, plan, "what-became-csv"))

    assert heads == [
        "Ref", "Action", "Priority", "Led by", "Status", "What became of it", "Since", "As was said", "Why",
        "Goes on as",
    ]  # fmt: skip
    later = {action: link.successor for action in [carried, complete] for link in action.links.all()}
    assert {row[0]: row[4:] for row in rows if row[0] not in {other.ref, done.ref}} == {
        lost.ref: ["On track", Fate.LOST.label, "", "", "", ""],
        carried.ref: [
            "Not started", Fate.CARRIED_FORWARD.label, "2021-01-01", f"Carried forward as {later[carried].ref}", REASON,
            f"{later[carried].plan}, {later[carried].ref}: Delayed or at risk",
        ],
        dropped.ref: ["Not started", Fate.DROPPED.label, "2021-01-01", "Dropped", "'=1+1", ""],
        complete.ref: [
            "Complete", Fate.PROMISED_AGAIN.label, "2021-01-01", f"Promised again as {later[complete].ref}", REASON,
            f"{later[complete].plan}, {later[complete].ref}: Not started",
        ],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["what-became", "what-became-csv"])
def test_what_became_hides_another_partnerships_plan(client, action, name):
    sign_in_elsewhere(client)

    assert became(client, action.plan, name).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_what_became_asks_as_many_queries_whatever_the_plan_holds(client, number, django_assert_num_queries):
    plan = make_plan()
    later = make_later_plan(plan)
    for _ in range(number):
        make_action(plan)
        make_link(make_action(plan), make_action(later))
    client.force_login(make_member(plan.partnership, role=Role.PROGRAMME_MANAGER))
    became(client, plan)

    with django_assert_num_queries(10):
        became(client, plan)


# ──── saying what became of one


def say(client, action: Action, to: Action | None, /, **typed):
    said = {"kind": "carried_forward", "successor": to.pk if to else "", "reason": REASON}
    return client.post(reverse("action-link", args=[action.pk]), said | {"decided_on": "2021-01-01"} | typed)


def test_action_link_records_what_became_of_it(client, action, successor):
    manager = sign_in(client, action)

    response = say(client, action, successor)

    assert response.url == reverse("what-became", args=[action.plan_id])
    link = ActionLink.objects.get()
    assert (link.action, link.successor, link.kind, link.reason) == (action, successor, "carried_forward", REASON)
    assert (link.decided_on, link.recorded_by) == (NEXT_BEGAN, manager)
    assert f"{action.ref}: Carried forward as {successor.ref}" in words_on(client.get(response.url))


def test_action_link_drops_an_action_without_a_successor(client, action, successor):
    sign_in(client, action)

    say(client, action, None, kind="dropped", decided_on="2020-12-10")

    assert list(ActionLink.objects.values_list("kind", "successor", "decided_on")) == [
        ("dropped", None, date(2020, 12, 10))
    ]


def test_action_link_pressed_twice_records_once(client, action, successor):
    sign_in(client, action)

    addresses = [say(client, action, successor).url for _ in range(2)]

    assert addresses == [reverse("what-became", args=[action.plan_id])] * 2
    assert ActionLink.objects.count() == 1


NOT_THE_PROGRAMME_OFFICE = [role for role in Role if role != Role.PROGRAMME_MANAGER]


@pytest.mark.parametrize("role", NOT_THE_PROGRAMME_OFFICE)
def test_action_link_refuses_who_may_not_edit_the_plan(client, action, successor, role):
    sign_in(client, action, role)

    assert (say(client, action, successor).status_code, ActionLink.objects.count()) == (403, 0)


def test_action_link_hides_another_partnerships_action(client, action, successor):
    sign_in_elsewhere(client)

    assert (say(client, action, successor).status_code, ActionLink.objects.count()) == (404, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_action_link_asks_as_many_queries_whatever_there_is_to_choose(
    client, action, successor, number, django_assert_num_queries
):
    for _ in range(number):
        make_link(action, make_action(successor.plan), kind=LinkKind.SPLIT)
        make_action(make_later_plan(successor.plan, starts_on=date(2021, 6, 1)))
    sign_in(client, action)
    address = reverse("action-link", args=[action.pk])
    client.get(address)

    with django_assert_num_queries(9):
        client.get(address)


# ──── withdrawing what was said


def withdraw(client, link: ActionLink, **typed):
    return client.post(reverse("action-link-withdraw", args=[link.pk]), {"reason": "It was another."} | typed)


def test_action_link_withdraw_keeps_both_and_lets_it_be_said_anew(client, action, successor):
    link = make_link(action, successor)
    manager = sign_in(client, action)

    response = withdraw(client, link)

    assert response.url == action.get_absolute_url()
    withdrawal = ActionLinkWithdrawal.objects.get()
    assert (withdrawal.link, withdrawal.reason, withdrawal.withdrawn_on, withdrawal.recorded_by) == (
        link,
        "It was another.",
        TODAY,
        manager,
    )
    assert f"Withdrawn as a mistake: “{link.in_words}”" in words_on(client.get(response.url))
    assert say(client, action, successor, decided_on="2021-07-10").status_code == 302
    assert ActionLink.objects.count() == 2


def test_action_link_withdraw_asks_why(client, action, successor):
    link = make_link(action, successor)
    sign_in(client, action)

    response = withdraw(client, link, reason="")

    assert response.context["form"].errors == {"reason": ["Say why it was a mistake."]}
    assert ActionLinkWithdrawal.objects.count() == 0


def test_action_link_withdraw_pressed_twice_withdraws_once_and_another_is_told(client, action, successor):
    link = make_link(action, successor)
    sign_in(client, action)
    statuses = [withdraw(client, link).status_code for _ in range(2)]
    sign_in(client, action)

    response = withdraw(client, link, reason="I think so too.")

    assert statuses == [302, 302]
    assert response.context["form"].non_field_errors() == [
        "Somebody has withdrawn this already. Look at the action to see why."
    ]
    assert ActionLinkWithdrawal.objects.count() == 1


@pytest.mark.parametrize("role", NOT_THE_PROGRAMME_OFFICE)
def test_action_link_withdraw_refuses_who_may_not_edit_the_plan(client, action, successor, role):
    link = make_link(action, successor)
    sign_in(client, action, role)

    assert (withdraw(client, link).status_code, ActionLinkWithdrawal.objects.count()) == (403, 0)


def test_action_link_withdraw_hides_another_partnerships_link(client, action, successor):
    link = make_link(action, successor)
    sign_in_elsewhere(client)

    assert (withdraw(client, link).status_code, ActionLinkWithdrawal.objects.count()) == (404, 0)
