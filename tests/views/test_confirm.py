"""One press "still true", where something came between, or where nobody could have pressed it."""

from datetime import date

import pytest
import time_machine

from actions.choices import Status
from tests.factories import make_action, make_update
from tests.views.filled import filled
from tests.views.test_my_actions import TODAY, address, make_my_round, press, said, shown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-11-25T09:00:00+00:00", tick=False):
        yield


def test_action_confirm_after_somebody_elses_update_shows_the_action_and_writes_nothing(client):
    mine = make_my_round(client)
    form = filled(shown(client, mine), to=address(mine.action))
    newer = make_update(mine.action, Status.DELAYED, TODAY)

    response = client.post(address(mine.action), form)

    assert (response.url, list(mine.action.updates.all())) == (mine.action.get_absolute_url(), [newer])
    assert said(response) == [
        f"{newer.recorded_by} updated {mine.action.ref} in the meantime. Look at it before you confirm it."
    ]


@pytest.mark.parametrize("typed", [{"submission": ""}, {"submission": "junk"}, {"seen": "junk"}])
def test_action_confirm_that_cannot_be_read_says_so_and_writes_nothing(client, typed):
    mine = make_my_round(client)

    response = press(client, mine, **typed)

    assert mine.action.updates.count() == 0
    assert said(response) == [f"Nothing was recorded for {mine.action.ref}: open this page again, and press once more."]


def test_action_confirm_with_a_number_that_nobody_gave_never_breaks(client):
    mine = make_my_round(client)

    press(client, mine, seen="987654")

    assert mine.action.updates.count() == 1


def test_action_confirm_of_what_is_not_in_the_plan_yet_is_refused_in_words(client):
    mine = make_my_round(client)
    form = filled(shown(client, mine), to=address(mine.action))
    coming = make_action(mine.plan, lead_organisation=mine.organisation, added_on=date(2019, 12, 1))

    response = client.post(address(coming), form)

    assert (response.status_code, coming.updates.count(), len(said(response))) == (302, 0, 1)
