from datetime import date

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse

from actions.choices import Role, Status
from actions.models import Action, User
from tests.factories import (
    make_answer,
    make_enquiry,
    make_member,
    make_organisation,
    make_partnership,
    make_update,
)
from tests.rounds import Round, make_round
from tests.views.filled import filled, words_on
from tests.views.test_plans import figures_on

pytestmark = pytest.mark.django_db

TODAY, YESTERDAY, LAST_PAPERS_ON = date(2019, 11, 25), date(2019, 11, 24), date(2019, 11, 1)


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-11-25T09:00:00+00:00", tick=False):
        yield


def make_my_round(client, number: int = 1, **fields) -> Round:
    """The officer signed in; the papers of the board's meeting before were due on 1 November."""
    mine = make_round(number=number, **fields)
    mine.meeting.body.meetings.create(held_on=date(2019, 11, 8), papers_due_on=LAST_PAPERS_ON)
    client.force_login(mine.officer)
    return mine


def shown(client, mine: Round, **query):
    return client.get(reverse("my-actions", args=[mine.partnership.slug]), query)


def due(response) -> list[str]:
    return [standing.action.ref for standing, _ in response.context["rows"]]


def done(response) -> list[str]:
    return [standing.action.ref for standing in response.context["owed"].done]


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


# ──── what is due: tests/summaries/test_owed_updates.py says which, and in which order


def test_my_actions_shows_what_is_due_and_what_was_said_already(client):
    mine = make_my_round(client, 3)
    late, fine, told = mine.actions
    make_update(late, Status.DELAYED, date(2019, 10, 1), reason="A post is vacant.")
    make_update(fine, Status.ON_TRACK, date(2019, 10, 1))
    make_update(told, Status.ON_TRACK, YESTERDAY)

    response = shown(client, mine)

    assert (due(response), done(response)) == ([late.ref, fine.ref], [told.ref])
    assert figures_on(response)["due"] == "2"
    text = words_on(response)
    assert [words in text for words in ("A post is vacant.", "4 December 2019")] == [True, True]


def test_my_actions_names_the_answers_that_the_organisation_owes(client):
    mine = make_my_round(client)
    make_enquiry(mine.partnership, addressed_to=mine.organisation, text="When does it open?")
    make_answer(make_enquiry(mine.partnership, addressed_to=mine.organisation, text="Answered already."))
    make_enquiry(mine.partnership, text="Asked of others.")

    response = shown(client, mine)

    words, figures = words_on(response), figures_on(response)
    assert [text in words for text in ("When does it open?", "Answered already.", "Asked of others.")] == [
        True,
        False,
        False,
    ]
    listed = client.get(
        reverse("enquiry-list", args=[mine.partnership.slug]), {"state": "owed", "organisation": mine.organisation.pk}
    )
    assert figures["answers-owed"] == figures_on(listed)["rows"] == "1"


def test_my_actions_with_nothing_to_say_says_so(client):
    mine = make_my_round(client, 0)

    assert "No action of a plan that is running" in words_on(shown(client, mine))


def test_my_actions_as_at_another_day_offers_no_press(client):
    mine = make_my_round(client)

    offers = {on: "Still true" in words_on(shown(client, mine, on=on)) for on in ("2019-11-25", "2019-11-24")}

    assert offers == {"2019-11-25": True, "2019-11-24": False}


@pytest.mark.parametrize("role", [Role.VERIFIER, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR, Role.OBSERVER])
def test_my_actions_refuses_who_owes_no_update(client, role):
    mine = make_my_round(client)
    client.force_login(make_member(mine.partnership, role=role, organisation=mine.organisation))

    assert shown(client, mine).status_code == 403


def test_my_actions_hides_another_partnership(client):
    mine = make_my_round(client)
    client.force_login(make_member(make_partnership()))

    assert shown(client, mine).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_my_actions_asks_as_many_queries_whatever_is_due(client, number, django_assert_num_queries):
    mine = make_my_round(client, number * 2)
    for action in mine.actions[:number]:
        make_update(action, Status.ON_TRACK, YESTERDAY)
        make_enquiry(about=[action], addressed_to=action.lead_organisation)
    shown(client, mine)

    with django_assert_num_queries(MY_ACTIONS_QUERIES):
        shown(client, mine)


MY_ACTIONS_QUERIES = 14


# ──── one press: still true


def address(action: Action) -> str:
    return reverse("action-confirm", args=[action.pk])


def press(client, mine: Round, action: Action | None = None, **typed):
    to = address(action or mine.action)
    return client.post(to, filled(shown(client, mine), to=to, **typed))


def test_action_confirm_records_that_it_is_still_true(client):
    mine = make_my_round(client)
    make_update(mine.action, Status.DELAYED, LAST_PAPERS_ON, reason="A post is vacant.")

    response = press(client, mine)

    update = mine.action.latest_update(TODAY)
    assert (response.url, said(response)) == (
        reverse("my-actions", args=[mine.partnership.slug]),
        [f"{mine.action.ref} confirmed: still true today."],
    )
    assert (update.is_confirmation, update.status, update.effective_on, update.recorded_by, update.reason) == (
        True,
        Status.DELAYED,
        TODAY,
        mine.officer,
        "A post is vacant.",
    )
    assert done(shown(client, mine)) == [mine.action.ref]


def test_action_confirm_pressed_twice_records_one(client):
    mine = make_my_round(client)
    form = filled(shown(client, mine), to=address(mine.action))

    answers = [client.post(address(mine.action), form).status_code for _ in range(2)]

    assert (answers, mine.action.updates.count()) == ([302, 302], 1)


def post_as(client, mine: Round, person: User):
    form = filled(shown(client, mine), to=address(mine.action))
    client.force_login(person)
    return client.post(address(mine.action), form)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.VERIFIER, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR])
def test_action_confirm_refuses_who_may_not_update(client, role):
    mine = make_my_round(client)
    elsewhere = make_organisation(mine.partnership)

    response = post_as(client, mine, make_member(mine.partnership, role=role, organisation=elsewhere))

    assert (response.status_code, mine.action.updates.count()) == (403, 0)


def test_action_confirm_hides_another_partnerships_action(client):
    mine = make_my_round(client)

    response = post_as(client, mine, make_member(make_partnership(), role=Role.PROGRAMME_MANAGER))

    assert (response.status_code, mine.action.updates.count()) == (404, 0)


def test_action_confirm_is_a_press_and_no_link(client):
    mine = make_my_round(client)

    assert client.get(address(mine.action)).status_code == 405


# ──── the whole month on one screen: tests/views/test_month.py says more


def test_month_update_is_offered_where_something_is_due(client):
    mine = make_my_round(client)

    offers = reverse("month-update", args=[mine.partnership.slug]) in shown(client, mine).content.decode()

    assert offers is True
