"""On the day of a frozen report each page that records something says from when it counts, and records it so."""

from datetime import date

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse

from actions.choices import BodyKind, Role, Status
from actions.models import DateDecision, Evidence, Verification
from tests.factories import (
    make_body,
    make_date_change,
    make_evidence,
    make_frozen_report,
    make_meeting,
    make_member,
    make_update,
)
from tests.rounds import Round, make_round
from tests.views.filled import filled, words_on

pytestmark = pytest.mark.django_db

TODAY, TOMORROW, AUTUMN = date(2019, 11, 25), date(2019, 11, 26), date(2019, 10, 1)
NOTICE = (
    "Counts from tomorrow, 26 November 2019: today’s figures were closed at 10:04 "
    "for the Partnership Board of 12 December 2019."
)
REFUSAL = (
    "Choose 26 November 2019 or later: the figures through 25 November 2019 were closed "
    "for the Partnership Board of 12 December 2019."
)


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-11-25T15:00:00+00:00", tick=False):
        yield


@pytest.fixture
def mine(client) -> Round:
    """An officer who is signed in, with an action on track; the board's figures of today were closed this morning."""
    mine = make_round()
    make_update(mine.action, Status.ON_TRACK, AUTUMN, by=mine.officer)
    make_date_change(mine.action)
    board = make_body(mine.partnership, name="Partnership Board", kind=BodyKind.BOARD)
    with time_machine.travel("2019-11-25T10:04:00+00:00", tick=False):
        make_frozen_report(mine.plan, as_at_on=TODAY, meeting=make_meeting(board, held_on=date(2019, 12, 12)))
    client.force_login(mine.officer)
    return mine


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def last(mine: Round):
    return mine.action.updates.newest_first().first()


def page_of(name: str, key: int | str) -> str:
    return reverse(name, args=[key])


# ──── saying how it is going


def test_update_form_begins_with_the_first_open_day_and_says_why(client, mine):
    response = client.get(page_of("action-update", mine.action.pk))

    assert (filled(response)["effective_on"], NOTICE in words_on(response)) == ("2019-11-26", True)


def test_update_sent_as_it_stands_counts_from_tomorrow_and_says_so(client, mine):
    address = page_of("action-update", mine.action.pk)
    form = filled(client.get(address)) | {"status": "not_started"}

    response = client.post(address, form)

    assert (last(mine).status, last(mine).effective_on) == (Status.NOT_STARTED, TOMORROW)
    assert said(response) == [f"Update recorded for {mine.action.ref}. {NOTICE}"]


def test_update_begun_before_the_figures_were_closed_counts_from_tomorrow(client, mine):
    """Its form still says today."""
    form = {"status": "not_started", "effective_on": "2019-11-25", "seen": last(mine).pk}

    response = client.post(page_of("action-update", mine.action.pk), form)

    assert (response.status_code, last(mine).effective_on) == (302, TOMORROW)


def test_update_of_an_earlier_closed_day_is_refused_beside_its_field(client, mine):
    form = {"status": "not_started", "effective_on": "2019-11-20", "progress": "Typed at length."}

    response = client.post(page_of("action-update", mine.action.pk), form)

    assert response.context["form"].errors == {"effective_on": [REFUSAL]}
    assert (filled(response)["progress"], mine.action.updates.count()) == ("Typed at length.", 1)


def test_update_of_the_next_day_names_the_closed_ones(client, mine):
    with time_machine.travel("2019-11-27T09:00:00+00:00", tick=False):
        client.force_login(mine.officer)
        response = client.get(page_of("action-update", mine.action.pk))

    assert filled(response)["effective_on"] == "2019-11-27"
    assert "Today, or the earlier day, after 25 November 2019, on which this became true." in words_on(response)


# ──── the month


def test_still_true_says_from_when_it_counts(client, mine):
    page = client.get(page_of("my-actions", mine.partnership.slug))
    address = page_of("action-confirm", mine.action.pk)

    response = client.post(address, filled(page, to=address))

    assert (NOTICE in words_on(page), last(mine).effective_on) == (True, TOMORROW)
    assert said(response) == [f"{mine.action.ref} confirmed. {NOTICE}"]
    again = client.get(page_of("my-actions", mine.partnership.slug))
    assert [standing.action.ref for standing in again.context["owed"].done] == [mine.action.ref]


def test_my_actions_as_at_another_day_says_nothing_of_today(client, mine):
    assert NOTICE not in words_on(client.get(page_of("my-actions", mine.partnership.slug), {"on": "2019-11-24"}))


def test_month_counts_from_tomorrow_twice_over(client, mine):
    """What was said a minute ago, and counts from tomorrow, is what the second form begins from."""
    address = page_of("month-update", mine.partnership.slug)
    row = f"a{mine.action.pk}-"
    delayed = {f"{row}answer": "delayed", f"{row}delay_reason": "funding", f"{row}review_on": "2019-12-20"}

    page = client.get(address)
    client.post(address, filled(page) | delayed)
    client.post(address, filled(client.get(address)) | {f"{row}answer": "still_true"})

    assert NOTICE in words_on(page)
    chain = mine.action.updates.oldest_first().values_list("status", "effective_on", "is_confirmation")
    assert list(chain)[1:] == [(Status.DELAYED, TOMORROW, False), (Status.DELAYED, TOMORROW, True)]


# ──── dates


def test_date_asked_for_today_counts_from_tomorrow(client, mine):
    address = page_of("date-ask", mine.action.pk)
    form = {"which": "due", "to_on": "2022-03-31", "to_precision": "day", "delay_reason": "supplier"}

    page, response = client.get(address), client.post(address, form)

    assert (NOTICE in words_on(page), mine.action.date_changes.last().asked_on) == (True, TOMORROW)
    assert said(response) == [f"A new date was asked for {mine.action.ref}. The board decides. {NOTICE}"]


@pytest.fixture
def chair(client, mine):
    chair = make_member(mine.partnership, role=Role.BOARD_CHAIR)
    client.force_login(chair)
    return chair


def test_date_decided_today_counts_from_tomorrow(client, mine, chair):
    address = page_of("date-decide", mine.action.date_changes.get().pk)
    page = client.get(address)

    client.post(address, filled(page) | {"is_agreed": "yes"})

    assert (filled(page)["decided_on"], NOTICE in words_on(page)) == ("2019-11-26", True)
    assert DateDecision.objects.get().decided_on == TOMORROW


def test_date_decided_on_a_closed_day_is_refused_beside_its_field(client, mine, chair):
    address = page_of("date-decide", mine.action.date_changes.get().pk)

    response = client.post(address, {"is_agreed": "yes", "decided_on": "2019-11-20"})

    assert (response.context["form"].errors, DateDecision.objects.count()) == ({"decided_on": [REFUSAL]}, 0)


# ──── evidence and completion


def test_evidence_added_today_counts_from_tomorrow_and_stands_on_the_action_s_page(client, mine):
    address = page_of("evidence-add", mine.action.pk)
    page = client.get(address)

    response = client.post(address, {"title": "Minutes of the board", "link": "https://www.example.org/minutes"})

    assert (NOTICE in words_on(page), Evidence.objects.get().added_on) == (True, TOMORROW)
    assert said(response) == [f"Evidence added to {mine.action.ref}. {NOTICE}"]
    shown = client.get(mine.action.get_absolute_url())
    assert "Recorded today, and counts from 26 November 2019" in words_on(shown)
    assert [event.kind for event in shown.context["coming"]] == ["evidence"]


def test_action_page_of_a_day_before_says_nothing_of_what_is_to_come(client, mine):
    make_evidence(mine.action, added_on=TOMORROW)

    shown = client.get(mine.action.get_absolute_url(), {"on": "2019-11-24"})

    assert shown.context["coming"] == []


def test_claim_looked_at_today_counts_from_tomorrow(client, mine, chair):
    make_evidence(mine.action, added_on=TOMORROW)
    make_update(mine.action, Status.COMPLETE, TOMORROW)
    address = page_of("completion-review", mine.action.pk)

    page, response = client.get(address), client.post(address, {"verdict": "verified", "then": "on_track"})

    assert (NOTICE in words_on(page), Verification.objects.get().verified_on) == (True, TOMORROW)
    assert said(response) == [f"Your word on {mine.action.ref} is recorded. {NOTICE}"]
