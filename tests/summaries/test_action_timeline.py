"""Asking, deciding, showing and reviewing stand on the timeline on their own days, and not before."""

from datetime import date

import pytest

from actions.choices import Status, Verdict
from actions.operations.review_completion import review_completion
from actions.summaries.action_timeline import action_timeline
from tests.factories import make_action, make_date_change, make_evidence, make_update, make_user

pytestmark = pytest.mark.django_db

MAY, JUNE, JULY, AUGUST = (date(2019, month, 1) for month in (5, 6, 7, 8))
JOINED = (date(2019, 4, 1), "joined")


def told(action, on: date = AUGUST) -> list[tuple[date, str]]:
    return [(event.day, event.kind) for event in action_timeline(action, on=on)]


@pytest.mark.parametrize("is_agreed", [True, False])
def test_action_timeline_shows_a_date_on_the_days_it_was_asked_for_and_decided(is_agreed):
    action = make_action()
    make_date_change(action, asked_on=MAY).decide(by=make_user(), is_agreed=is_agreed, decided_on=JULY)

    stories = {on: told(action, on) for on in (date(2019, 4, 30), JUNE, JULY)}

    assert stories == {
        date(2019, 4, 30): [JOINED],
        JUNE: [(MAY, "date_asked"), JOINED],
        JULY: [(JULY, "date_decided"), (MAY, "date_asked"), JOINED],
    }


def test_action_timeline_shows_evidence_with_its_update_or_else_on_its_own_day():
    action = make_action()
    update = make_update(action, Status.ON_TRACK, MAY)
    make_evidence(action, status_update=update, added_on=MAY)
    make_evidence(action, added_on=JUNE)

    events = action_timeline(action, on=AUGUST)

    assert [(event.day, event.kind) for event in events] == [(JUNE, "evidence"), (MAY, "update"), JOINED]
    assert [piece.status_update for piece in events[1].update.evidence.all()] == [update]


def test_action_timeline_shows_a_claim_sent_back_and_claimed_again():
    action = make_action()
    claim = make_update(action, Status.COMPLETE, MAY)
    review_completion(claim=claim, by=make_user(), verdict=Verdict.SENT_BACK, on=JUNE, reason="It is empty.")
    again = make_update(action, Status.COMPLETE, JULY)
    review_completion(claim=again, by=make_user(), verdict=Verdict.VERIFIED, on=AUGUST)

    assert told(action, date(2019, 7, 31)) == [
        (JULY, "update"),
        (JUNE, "reviewed"),
        (JUNE, "update"),
        (MAY, "update"),
        JOINED,
    ]
    assert told(action)[0] == (AUGUST, "reviewed")


def test_action_timeline_knows_nothing_of_another_action():
    action, other = make_action(), make_action()
    make_date_change(other)
    make_evidence(other)

    assert told(action) == [JOINED]
