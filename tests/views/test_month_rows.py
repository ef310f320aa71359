"""The whole month on one screen, where one row is in trouble, or goes on being delayed."""

from datetime import date

import pytest
import time_machine

from actions.choices import DelayReason, Status
from actions.models import Action
from tests.factories import make_update
from tests.rounds import make_round
from tests.views.filled import filled, words_on
from tests.views.test_month import DELAYED, OCTOBER, TODAY, address, make_month, press, row, said_today

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-11-25T09:00:00+00:00", tick=False):
        yield


@pytest.fixture
def mine(client):
    return make_month(client)


def faults(response) -> dict:
    return {form.action.ref: dict(form.errors) for form in response.context["faulty"]}


# ──── one row in trouble


@pytest.mark.parametrize(
    ("typed", "at_fault"),
    [
        (DELAYED | {"delay_reason": ""}, ["delay_reason"]),
        (DELAYED | {"delay_reason": "weather"}, ["delay_reason"]),
        (DELAYED | {"review_on": ""}, ["review_on"]),
        (DELAYED | {"review_on": "soon"}, ["review_on"]),
        (DELAYED | {"review_on": "2019-11-24"}, ["review_on"]),
        ({"answer": "complete"}, ["answer"]),
        ({"progress": "Half of it is done."}, ["answer"]),
        ({"answer": "still_true", "progress": "It was pushed back to May."}, ["progress"]),
        ({"answer": "still_true", "progress": "x" * 5001}, ["progress"]),
        ({"answer": "still_true", "submission": "junk"}, ["submission"]),
        ({"answer": "still_true", "seen": "junk"}, ["seen"]),
    ],
)
def test_month_update_with_an_error_in_one_row_records_the_others_and_keeps_what_was_typed(
    client, mine, typed, at_fault
):
    good, bad, after, *_ = mine.actions

    response = press(client, mine, row(good, answer="still_true"), row(bad, **typed), row(after, **DELAYED))

    assert list(faults(response)) == [bad.ref]
    assert list(faults(response)[bad.ref]) == at_fault
    assert said_today(mine) == {good.ref: [Status.ON_TRACK], after.ref: [Status.DELAYED]}
    form = next(form for standing, form in response.context["rows"] if standing.action == bad)
    assert {name: form[name].value() for name in typed} == typed


def test_month_update_put_right_records_the_row_that_was_left(client, mine):
    good, bad = mine.actions[:2]
    response = press(client, mine, row(good, answer="still_true"), row(bad, **DELAYED | {"review_on": ""}))

    client.post(address(mine), filled(response) | row(bad, review_on="2019-12-20"))

    assert said_today(mine) == {good.ref: [Status.ON_TRACK], bad.ref: [Status.DELAYED]}


def test_month_update_in_conflict_on_one_row_records_the_others_and_loses_no_word(client, mine):
    clear, taken = mine.actions[:2]
    form = filled(client.get(address(mine)))
    newer = make_update(taken, Status.DELAYED, TODAY)
    typed = row(clear, answer="still_true") | row(taken, answer="still_true", progress="We met.")

    response = client.post(address(mine), form | typed)

    assert faults(response) == {
        taken.ref: {"answer": [f"{newer.recorded_by} updated {taken.ref} meanwhile: open it to see how."]}
    }
    assert said_today(mine) == {clear.ref: [Status.ON_TRACK], taken.ref: [Status.DELAYED]}
    assert "We met." in words_on(response)


@pytest.mark.parametrize("seen", ["987654", "99999999999999999999"])
def test_month_update_with_a_number_that_nobody_gave_never_breaks(client, seen):
    fresh = make_round()
    client.force_login(fresh.officer)

    press(client, fresh, row(fresh.action, answer="still_true", seen=seen))

    assert said_today(fresh) == {fresh.action.ref: [Status.NOT_STARTED]}


# ──── what goes on being said of a delay


@pytest.fixture
def delayed(mine) -> Action:
    words = {"reason": "A post is vacant.", "effect_on_families": "A longer wait."}
    make_update(mine.action, Status.DELAYED, OCTOBER, review_on=date(2019, 12, 1), **words)
    return mine.action


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({}, (DelayReason.STAFFING, date(2019, 12, 1), True)),
        ({"progress": "Advertised."}, (DelayReason.STAFFING, date(2019, 12, 1), False)),
        ({"review_on": "2020-01-15"}, (DelayReason.STAFFING, date(2020, 1, 15), False)),
        ({"delay_reason": "funding"}, (DelayReason.FUNDING, date(2019, 12, 1), False)),
    ],
)
def test_month_update_of_what_is_still_delayed_keeps_the_reason_and_takes_what_is_new(
    client, mine, delayed, typed, kept
):
    press(client, mine, row(delayed, answer="still_true", **typed))

    update = delayed.latest_update(TODAY)
    assert (update.delay_reason, update.review_on, update.is_confirmation) == kept
    assert (update.status, update.reason, update.effect_on_families) == (
        Status.DELAYED,
        "A post is vacant.",
        "A longer wait.",
    )
