"""A whole month's work on one screen: each row is read, refused and saved on its own."""

from datetime import date

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse

from actions.choices import Role, Status
from actions.models import Action
from tests.factories import make_member, make_partnership, make_update
from tests.rounds import Round, make_round
from tests.views.filled import filled

pytestmark = pytest.mark.django_db

TODAY, OCTOBER = date(2019, 11, 25), date(2019, 10, 1)
DELAYED = {"answer": "delayed", "delay_reason": "funding", "review_on": "2019-12-20"}


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-11-25T09:00:00+00:00", tick=False):
        yield


def make_month(client) -> Round:
    """Five actions that were on track in October, of an officer who is signed in."""
    mine = make_round(number=5)
    for action in mine.actions:
        make_update(action, Status.ON_TRACK, OCTOBER, progress="Begun.")
    client.force_login(mine.officer)
    return mine


@pytest.fixture
def mine(client) -> Round:
    return make_month(client)


def address(mine: Round) -> str:
    return reverse("month-update", args=[mine.partnership.slug])


def row(action: Action, **typed) -> dict:
    return {f"a{action.pk}-{name}": value for name, value in typed.items()}


def press(client, mine: Round, *rows: dict):
    """Each row as it stands on the screen, with what is typed into some."""
    return client.post(
        address(mine), filled(client.get(address(mine))) | {k: v for row in rows for k, v in row.items()}
    )


def said_today(mine: Round) -> dict[str, list[str]]:
    updates = [(action.ref, action.updates.filter(effective_on=TODAY)) for action in mine.actions]
    return {ref: [update.status for update in found] for ref, found in updates if found}


def messages_on(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_month_update_records_every_row_that_says_something(client, mine):
    still, delayed, back, told, alone = mine.actions

    response = press(
        client,
        mine,
        row(still, answer="still_true"),
        row(delayed, **DELAYED),
        row(back, answer="not_started"),
        row(told, answer="still_true", progress="Half of it is done."),
    )

    assert response.url == reverse("my-actions", args=[mine.partnership.slug])
    assert messages_on(response) == [f"Recorded: {still.ref}, {delayed.ref}, {back.ref}, {told.ref}."]
    assert said_today(mine) == {
        still.ref: [Status.ON_TRACK],
        delayed.ref: [Status.DELAYED],
        back.ref: [Status.NOT_STARTED],
        told.ref: [Status.ON_TRACK],
    }
    assert [still.latest_update(TODAY).is_confirmation, told.latest_update(TODAY).is_confirmation] == [True, False]
    assert (alone.updates.count(), told.latest_update(TODAY).progress) == (1, "Half of it is done.")


def test_month_update_with_nothing_said_leaves_every_row_alone(client, mine):
    response = press(client, mine)

    assert (response.status_code, said_today(mine), messages_on(response)) == (302, {}, [])


def test_month_update_pressed_twice_records_each_row_once(client, mine):
    one, other = mine.actions[:2]
    form = filled(client.get(address(mine))) | row(one, answer="still_true") | row(other, **DELAYED)

    for _ in range(2):
        client.post(address(mine), form)

    assert said_today(mine) == {one.ref: [Status.ON_TRACK], other.ref: [Status.DELAYED]}


# ──── coming, refusing, hiding


def test_month_update_after_the_session_ended_gives_everything_back(client, mine):
    action = mine.action
    form = filled(client.get(address(mine))) | row(action, **DELAYED | {"progress": "We met."})
    client.logout()
    sent_away = client.post(address(mine), form)
    client.force_login(mine.officer)

    page = client.get(address(mine))
    client.post(address(mine), filled(page))

    assert (sent_away.url, page.context["came_back"]) == (f"{reverse('account_login')}?next={address(mine)}", True)
    assert said_today(mine) == {action.ref: [Status.DELAYED]}


@pytest.mark.parametrize("role", [Role.VERIFIER, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR, Role.OBSERVER])
def test_month_update_refuses_who_owes_no_update(client, mine, role):
    form = filled(client.get(address(mine))) | row(mine.action, answer="still_true")
    client.force_login(make_member(mine.partnership, role=role, organisation=mine.organisation))

    assert (client.post(address(mine), form).status_code, said_today(mine)) == (403, {})


def test_month_update_hides_another_partnership(client, mine):
    form = filled(client.get(address(mine))) | row(mine.action, answer="still_true")
    client.force_login(make_member(make_partnership(), role=Role.PROGRAMME_MANAGER))

    assert (client.post(address(mine), form).status_code, said_today(mine)) == (404, {})


def test_month_update_never_touches_a_row_of_another_organisation(client, mine):
    form = filled(client.get(address(mine))) | row(mine.action, answer="still_true")
    client.force_login(make_member(mine.partnership))

    client.post(address(mine), form)

    assert said_today(mine) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_month_update_asks_as_many_queries_whatever_is_due(client, number, django_assert_num_queries):
    mine = make_round(number=number)
    client.force_login(mine.officer)
    client.get(address(mine))

    with django_assert_num_queries(10):
        client.get(address(mine))
