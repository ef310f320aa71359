"""Asking for a date and deciding about it, where something comes between or has gone before."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import PromisedDate, Role
from actions.models import Action, DateDecision
from tests.factories import make_action, make_body, make_date_change, make_member, make_plan
from tests.views.filled import filled, words_on
from tests.views.test_dates import ASKED, TODAY, ask, decide, listed, sign_in, sign_in_elsewhere

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def action() -> Action:
    return make_action()


# ──── asking


def test_date_ask_for_another_start_leaves_the_due_date_alone(client, action):
    sign_in(client, action, of_the_lead=True)

    ask(client, action, which="start", to_on="2019-09-02", to_precision="day")

    change = action.date_changes.get()
    change.decide(by=change.asked_by, is_agreed=True, decided_on=TODAY)
    then = Action.objects.as_at(TODAY).get()
    assert (change.which, change.from_on) == (PromisedDate.START, action.planned_start_on)
    assert (then.start_on, then.due_on, then.due_move_count) == (date(2019, 9, 2), action.original_due_on, 0)


def test_date_ask_pressed_twice_asks_once(client, action):
    sign_in(client, action, of_the_lead=True)
    ask(client, action)

    response = ask(client, action)

    assert response.context["form"].errors == {
        "to_on": ["31 March 2021 was asked for before, and waits for a decision."]
    }
    assert action.date_changes.count() == 1


def test_date_ask_again_after_a_refusal_is_a_request_of_its_own(client, action):
    sign_in(client, action, of_the_lead=True)
    ask(client, action)
    action.date_changes.get().decide(by=make_member(action.plan.partnership), is_agreed=False, decided_on=TODAY)

    ask(client, action)

    assert action.date_changes.count() == 2


def test_date_ask_after_the_session_ended_gives_everything_back(client, action):
    officer = sign_in(client, action, of_the_lead=True)
    address = reverse("date-ask", args=[action.pk])
    form = filled(client.get(address), **ASKED)
    client.logout()
    sent_away = client.post(address, form)
    client.force_login(officer)

    page = client.get(address)

    assert (sent_away.url, page.context["came_back"]) == (f"{reverse('account_login')}?next={address}", True)
    assert {name: filled(page)[name] for name in ASKED} == ASKED


def test_date_ask_with_an_error_comes_back_filled_and_writes_nothing(client, action):
    sign_in(client, action, of_the_lead=True)

    response = ask(client, action, to_on="2020-12-01")

    assert response.context["form"].errors == {
        "to_on": ["31 December 2020 is the date in force already: write another day."]
    }
    assert (filled(response)["reason"], action.date_changes.count()) == (ASKED["reason"], 0)


# ──── deciding


def test_date_list_links_a_decision_only_for_those_who_may_decide(client):
    plan = make_plan()
    change = make_date_change(make_action(plan))
    links = {}
    for role in (Role.BOARD_CHAIR, Role.PROGRAMME_MANAGER, Role.COMMITTEE_MEMBER):
        sign_in(client, change.action, role)
        links[role] = reverse("date-decide", args=[change.pk]) in listed(client, plan).content.decode()

    assert links == {Role.BOARD_CHAIR: True, Role.PROGRAMME_MANAGER: True, Role.COMMITTEE_MEMBER: False}


def test_date_decide_by_the_programme_manager_names_the_body(client, action):
    change, body = make_date_change(action), make_body(action.plan.partnership)
    sign_in(client, action, Role.PROGRAMME_MANAGER)

    unnamed = decide(client, change)
    decide(client, change, body=body.pk)

    assert unnamed.context["form"].errors == {"body": ["Choose the body that decided."]}
    assert DateDecision.objects.get().body == body


def test_date_decide_refuses_a_body_of_another_partnership(client, action):
    change = make_date_change(action)
    sign_in(client, action, Role.PROGRAMME_MANAGER)

    response = decide(client, change, body=make_body().pk)

    assert response.context["form"].errors == {"body": ["Choose a body from the list."]}
    assert DateDecision.objects.count() == 0


def test_date_decide_for_a_second_time_says_so_and_writes_nothing(client, action):
    change = make_date_change(action)
    sign_in(client, action, Role.BOARD_CHAIR)
    decide(client, change)

    response = decide(client, change, is_agreed="no")

    assert response.context["form"].non_field_errors() == [
        "This request has already been decided. Look at the action to see how."
    ]
    assert DateDecision.objects.get().is_agreed is True


def test_date_decide_of_what_is_decided_shows_no_form(client, action):
    change = make_date_change(action)
    sign_in(client, action, Role.BOARD_CHAIR)
    decide(client, change)

    assert "This request has already been decided." in words_on(client.get(reverse("date-decide", args=[change.pk])))


@pytest.mark.parametrize(
    "role", [Role.OFFICER, Role.VERIFIER, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR, Role.OBSERVER]
)
def test_date_decide_refuses_who_may_not(client, action, role):
    change = make_date_change(action)
    sign_in(client, action, role, of_the_lead=True)

    assert (decide(client, change).status_code, DateDecision.objects.count()) == (403, 0)


def test_date_decide_hides_another_partnerships_request(client, action):
    change = make_date_change(action)
    sign_in_elsewhere(client)

    assert (decide(client, change).status_code, DateDecision.objects.count()) == (404, 0)
