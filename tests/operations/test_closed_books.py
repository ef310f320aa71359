"""What people say on a day whose figures a board has been told counts from the next, through every act there is."""

from datetime import date
from uuid import UUID, uuid4

import pytest
import time_machine
from django.core.exceptions import ValidationError

from actions.choices import Flag, Status, Verdict
from actions.models import Action
from actions.operations.report_progress import NewDate, NewEvidence, confirm_progress, report_progress
from actions.operations.review_completion import review_completion
from actions.summaries.attention import attention
from actions.summaries.owed_updates import owed_updates
from actions.summaries.reporting import reporting
from tests.factories import make_evidence, make_frozen_report, make_update, make_user
from tests.rounds import Round, make_round

pytestmark = pytest.mark.django_db

BEFORE, TODAY, TOMORROW = date(2019, 11, 24), date(2019, 11, 25), date(2019, 11, 26)
MINUTES = NewEvidence("Minutes", link="https://www.example.org/minutes")


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-11-25T15:00:00+00:00", tick=False):
        yield


@pytest.fixture
def mine() -> Round:
    """An officer with one action on track, whose plan's figures of today were closed this morning."""
    mine = make_round()
    make_update(mine.action, Status.ON_TRACK, date(2019, 10, 1), by=mine.officer)
    with time_machine.travel("2019-11-25T10:04:00+00:00", tick=False):
        make_frozen_report(mine.plan, as_at_on=TODAY)
    return mine


def last(action: Action):
    return action.updates.newest_first().first()


def common(mine: Round, **fields) -> dict:
    usual = {"action": mine.action, "by": mine.officer, "submission": uuid4(), "seen_id": last(mine.action).pk}
    return usual | {"today": TODAY} | fields


def status_on(action: Action, day: date) -> str:
    return Action.objects.as_at(day).get(pk=action.pk).status


def test_still_true_counts_from_tomorrow(mine):
    update = confirm_progress(**common(mine))

    assert (update.effective_on, update.is_confirmation) == (TOMORROW, True)


def test_update_with_evidence_and_a_new_date_counts_from_tomorrow_as_a_whole(mine):
    said = {"status": Status.DELAYED, "effective_on": TODAY, "review_on": date(2019, 12, 20)}
    new_date = NewDate(date(2021, 6, 30), "supplier")

    update = report_progress(**common(mine), said=said, evidence=[MINUTES], new_date=new_date)

    days = [update.effective_on, update.evidence.get().added_on, update.date_changes.get().asked_on]
    assert days == [TOMORROW] * 3
    assert [status_on(mine.action, day) for day in (TODAY, TOMORROW)] == [Status.ON_TRACK, Status.DELAYED]


def test_second_press_on_a_closed_day_still_finds_the_first(mine):
    press = common(mine, submission=UUID(int=1))

    first, second = confirm_progress(**press), confirm_progress(**press)

    assert first == second


def test_update_after_another_of_the_same_closed_day_follows_it(mine):
    confirm_progress(**common(mine))

    said = {"status": Status.DELAYED, "effective_on": TODAY, "review_on": date(2019, 12, 20)}
    update = report_progress(**common(mine), said=said)

    assert (update.effective_on, update.status_before) == (TOMORROW, Status.ON_TRACK)


def test_update_of_an_earlier_closed_day_is_refused_in_words(mine):
    with pytest.raises(ValidationError) as refusal:
        report_progress(**common(mine), said={"status": Status.DELAYED, "effective_on": BEFORE})

    assert refusal.value.messages == [
        "Choose 26 November 2019 or later: the figures through 25 November 2019 were closed by progress report 1."
    ]
    assert mine.action.updates.count() == 1


def test_update_of_an_open_day_before_today_counts_from_that_day(mine):
    with time_machine.travel("2019-11-28T09:00:00+00:00", tick=False):
        said = {"status": Status.DELAYED, "effective_on": TOMORROW}
        update = report_progress(**common(mine, today=date(2019, 11, 28)), said=said)

    assert update.effective_on == TOMORROW


def test_evidence_added_today_still_bears_a_claim_of_today(mine):
    make_evidence(mine.action, added_on=mine.plan.first_open_day(TODAY))

    update = report_progress(**common(mine), said={"status": Status.COMPLETE, "effective_on": TODAY})

    assert (update.status, status_on(mine.action, TODAY)) == (Status.COMPLETE, Status.ON_TRACK)
    assert not attention(mine.plan, on=TOMORROW).standings[0].has(Flag.NO_EVIDENCE)


@pytest.mark.parametrize("verdict", Verdict)
def test_claim_of_a_closed_day_is_looked_at_the_same_day(mine, verdict):
    said = {"status": Status.COMPLETE, "effective_on": TODAY}
    claim = report_progress(**common(mine), said=said, evidence=[MINUTES])

    review = review_completion(claim=claim, by=make_user(), verdict=verdict, on=TODAY, reason="Looked at.")

    assert review.verified_on == TOMORROW
    expected = Status.COMPLETE if verdict == Verdict.VERIFIED else Status.ON_TRACK
    assert [status_on(mine.action, day) for day in (TODAY, TOMORROW)] == [Status.ON_TRACK, expected]


# ──── nobody is asked twice for what they have said


def owed(mine: Round, on: date = TODAY) -> tuple[list[str], list[str]]:
    found = owed_updates(mine.officer, mine.officer.memberships.get(), on=on)
    return tuple([standing.action.ref for standing in part] for part in (found.due, found.done))


def test_word_that_counts_from_tomorrow_is_no_longer_owed_today(mine):
    before = owed(mine), reporting(mine.plan, on=TODAY).left_count

    update = confirm_progress(**common(mine))

    ref = mine.action.ref
    assert before == (([ref], []), 1)
    assert (owed(mine), reporting(mine.plan, on=TODAY).left_count) == (([], [ref]), 0)
    shown = owed_updates(mine.officer, mine.officer.memberships.get(), on=TODAY).done[0].action
    assert (shown.latest_update_id, shown.confirmed_on) == (update.pk, TOMORROW)


def test_word_of_tomorrow_itself_is_still_owed_today(mine):
    """Only what was said by the end of the day is heard on it."""
    with time_machine.travel("2019-11-26T09:00:00+00:00", tick=False):
        confirm_progress(**common(mine, today=TOMORROW))

    assert (owed(mine, TODAY), owed(mine, TOMORROW)) == (([mine.action.ref], []), ([], [mine.action.ref]))
