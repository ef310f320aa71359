"""Saying how an action is going, where something comes between: another press, another person, the end of a session."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import Role, Status
from actions.models import Action
from tests.factories import PASSWORD, make_action, make_member, make_update
from tests.views.filled import filled, words_on

pytestmark = pytest.mark.django_db

TODAY = date(2019, 7, 10)
TYPED = {"status": "on_track", "progress": "A “group” of parents\nmet & agreed.", "next_steps": "Meet again."}


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def action() -> Action:
    return make_action()


@pytest.fixture
def officer(client, action):
    officer = make_officer(action)
    client.force_login(officer)
    return officer


def make_officer(action: Action):
    return make_member(action.plan.partnership, role=Role.OFFICER, organisation=action.lead_organisation)


def address(action: Action) -> str:
    return reverse("action-update", args=[action.pk])


def said(action: Action) -> list[tuple[str, str]]:
    return [(update.status, update.progress) for update in action.updates.oldest_first()]


def with_browsers_line_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


# ──── pressed twice


def test_action_update_pressed_twice_records_one(client, action, officer):
    form = filled(client.get(address(action)), **TYPED)

    answers = [client.post(address(action), form).status_code for _ in range(2)]

    assert (answers, action.updates.count()) == ([302, 302], 1)


def test_action_update_opened_twice_in_two_windows_is_a_conflict_with_oneself(client, action, officer):
    one, other = client.get(address(action)), client.get(address(action))
    client.post(address(action), filled(one, status="on_track"))

    response = client.post(address(action), filled(other, status="delayed", delay_reason="demand", review_on=TODAY))

    assert (response.context["conflict"], action.updates.count()) == (action.updates.get(), 1)


# ──── somebody else was quicker


def test_action_update_in_conflict_shows_both_texts_and_then_records_both(client, action, officer):
    form = filled(client.get(address(action)), **TYPED)
    make_update(action, Status.ON_TRACK, TODAY, progress="The director spoke.")

    conflict = client.post(address(action), form)
    first_count = action.updates.count()
    recorded = client.post(address(action), filled(conflict))

    shown = words_on(conflict)
    assert [text in shown for text in ("The director spoke.", "updated this action while you were writing")] == [
        True
    ] * 2
    assert {name: filled(conflict)[name] for name in TYPED} == TYPED
    assert (first_count, recorded.status_code) == (1, 302)
    assert said(action) == [(Status.ON_TRACK, "The director spoke."), (Status.ON_TRACK, TYPED["progress"])]


@pytest.mark.parametrize(
    ("typed", "latest", "shown"),
    [
        ("2019-07-01", date(2019, 7, 8), "2019-07-08"),
        ("2019-07-09", date(2019, 7, 8), "2019-07-09"),
        ("09/07/2019", date(2019, 7, 8), "2019-07-09"),
        ("1/7/2019", date(2019, 7, 8), "2019-07-08"),
    ],
)
def test_action_update_in_conflict_counts_from_no_day_before_the_others(client, action, officer, typed, latest, shown):
    form = filled(client.get(address(action)), **TYPED | {"effective_on": typed})
    make_update(action, Status.DELAYED, latest)

    conflict = client.post(address(action), form)

    assert filled(conflict)["effective_on"] == shown


def test_action_update_in_a_second_conflict_shows_the_newest(client, action, officer):
    form = filled(client.get(address(action)), **TYPED)
    make_update(action, Status.ON_TRACK, TODAY)
    conflict = client.post(address(action), form)
    newest = make_update(action, Status.DELAYED, TODAY, progress="Two in a day.")

    second = client.post(address(action), filled(conflict))

    assert (second.context["conflict"], filled(second)["progress"]) == (newest, TYPED["progress"])


@pytest.mark.parametrize(("seen", "count"), [("987654", 1), ("99999999999999999999", 1), ("", 1), ("junk", 0)])
def test_action_update_with_a_number_that_nobody_gave_never_breaks(client, action, officer, seen, count):
    form = filled(client.get(address(action)), **TYPED | {"seen": seen})

    client.post(address(action), form)

    assert action.updates.count() == count


def test_action_update_with_the_press_of_somebody_else_is_refused(client, action, officer):
    form = filled(client.get(address(action)), **TYPED)
    client.post(address(action), form)
    client.force_login(make_officer(action))

    response = client.post(address(action), form | {"seen": action.updates.get().pk})

    assert (response.status_code, action.updates.count()) == (200, 1)


# ──── the session ended


def post_signed_out(client, action: Action, **typed):
    """The form is open; somewhere else its writer signs out; then the button is pressed."""
    form = filled(client.get(address(action)), **TYPED | typed)
    client.post(reverse("account_logout"))
    return client.post(address(action), form)


def sign_in(client, response, person):
    return client.post(response.url, {"login": person.email, "password": PASSWORD})


def test_action_update_after_the_session_ended_asks_to_sign_in_and_gives_everything_back(client, action, officer):
    sent_away = post_signed_out(client, action, review_on="2019-09-02")

    back = sign_in(client, sent_away, officer)
    page = client.get(back.url)
    client.post(address(action), filled(page))

    assert sent_away.url == f"{reverse('account_login')}?next={address(action)}"
    assert (back.url, page.context["came_back"]) == (address(action), True)
    assert said(action) == [(Status.ON_TRACK, TYPED["progress"])]
    assert action.updates.get().recorded_by == officer


def test_action_update_gives_what_was_typed_back_once(client, action, officer):
    sign_in(client, post_signed_out(client, action), officer)

    came_back = [client.get(address(action)).context["came_back"] for _ in range(2)]

    assert came_back == [True, False]


def test_action_update_after_a_conflict_and_the_end_of_the_session_shows_both(client, action, officer):
    sent_away = post_signed_out(client, action)
    newer = make_update(action, Status.DELAYED, TODAY, progress="The director spoke.")
    page = client.get(sign_in(client, sent_away, officer).url)

    conflict = client.post(address(action), filled(page))

    assert (conflict.context["conflict"], filled(conflict)["progress"]) == (newer, TYPED["progress"])


def test_action_update_never_gives_what_one_person_typed_to_another(client, action, officer):
    colleague = make_officer(action)
    sign_in(client, post_signed_out(client, action), colleague)

    response = client.get(address(action))

    assert (response.context["came_back"], TYPED["next_steps"] in response.content.decode()) == (False, False)


@pytest.mark.parametrize("writer", ["", "1", "1:forged:token"])
def test_action_update_never_gives_anything_back_to_a_forged_name(client, action, officer, writer):
    sign_in(client, post_signed_out(client, action, writer=writer), officer)

    assert client.get(address(action)).context["came_back"] is False


def test_action_update_keeps_nothing_that_is_too_long(client, action, officer):
    sign_in(client, post_signed_out(client, action, progress="x" * 60_001), officer)

    assert client.get(address(action)).context["came_back"] is False


def test_action_update_gives_nothing_back_on_another_page(client, action, officer):
    other = make_action(action.plan, lead_organisation=action.lead_organisation)
    sign_in(client, post_signed_out(client, action), officer)

    came_back = [client.get(address(each)).context["came_back"] for each in (other, action)]

    assert came_back == [False, True]
