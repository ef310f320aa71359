"""Saying how an action is going in words that speak of more time, while its date stands."""

from datetime import date

import pytest
import time_machine

from actions.choices import Flag, Status
from actions.models import Action
from tests.factories import make_action, make_date_change
from tests.views.filled import filled
from tests.views.test_updates import LINK, ON_TRACK, TODAY, UPDATE, address, errors, sign_in_officer, statuses

pytestmark = pytest.mark.django_db

EXTENDED = ON_TRACK | {"progress": "The deadline was Extended to spring."}


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def action() -> Action:
    return make_action()


@pytest.fixture
def officer(client, action):
    return sign_in_officer(client, action)


def test_action_update_points_out_more_time_in_words_without_a_new_date(client, action, officer):
    response = client.post(address(action), EXTENDED)

    assert errors(response) == {
        "new_due_on": [
            "You wrote “Extended” but asked for no new date. Ask for one here, or say below that none is needed."
        ]
    }
    assert (action.updates.count(), filled(response)["progress"]) == (0, EXTENDED["progress"])


def test_action_update_answered_with_a_new_date_records_both(client, action, officer):
    asked = client.post(address(action), EXTENDED)

    client.post(address(action), filled(asked, new_due_on="2021-03-31", delay_reason="demand"))

    assert (statuses(action), action.date_changes.get().to_on) == ([Status.ON_TRACK], date(2021, 3, 31))
    assert Action.objects.as_at(TODAY).get().says_extended is False


def test_action_update_answered_with_no_new_date_records_the_words(client, action, officer):
    asked = client.post(address(action), EXTENDED)

    client.post(address(action), filled(asked, no_new_date="on"))

    assert (statuses(action), action.date_changes.count()) == ([Status.ON_TRACK], 0)
    flagged = Action.objects.as_at(TODAY).flagged(Flag.SAYS_EXTENDED, on=TODAY, plan=action.plan)
    assert list(flagged) == [action]


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.CLOSED])
def test_action_update_of_what_is_finished_asks_for_no_new_date(client, action, officer, status):
    finished = {"status": status, "reason": "Extended once, now done."} | LINK

    client.post(address(action), ON_TRACK | finished)

    assert statuses(action) == [status]


def test_action_update_asking_for_a_date_that_waits_already_says_so_and_writes_nothing(client, action, officer):
    make_date_change(action, to_on=date(2021, 6, 30))

    response = client.post(address(action), UPDATE | LINK | {"new_due_on": "2021-06-30"})

    assert errors(response)["__all__"] == ["30 June 2021 was asked for before, and waits for a decision."]
    assert (action.updates.count(), action.evidence.count(), action.date_changes.count()) == (0, 0, 1)
