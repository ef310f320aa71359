from datetime import date

import pytest

from actions.choices import Status
from actions.models import Action, StatusUpdate
from tests.factories import make_action, make_update

pytestmark = pytest.mark.django_db

MAY, JUNE, JULY = date(2019, 5, 1), date(2019, 6, 1), date(2019, 7, 1)


@pytest.fixture
def action():
    return make_action()


@pytest.fixture
def story(action) -> list[StatusUpdate]:
    """Begun, still true, delayed, back on track the same day."""
    return [
        make_update(action, Status.ON_TRACK, MAY, progress="Begun."),
        make_update(action, Status.ON_TRACK, JUNE, is_confirmation=True),
        make_update(action, Status.DELAYED, JULY, reason="Waiting for the ICB."),
        make_update(action, Status.ON_TRACK, JULY, next_steps="Interviews."),
    ]


def test_movements_are_the_updates_that_changed_the_status(story):
    begun, _, delayed, back = story

    assert list(StatusUpdate.objects.movements().oldest_first()) == [begun, delayed, back]


def test_is_movement_agrees_with_movements(story):
    moved = set(StatusUpdate.objects.movements())

    assert {update for update in story if update.is_movement} == moved


def test_effective_by_counts_the_day_itself(story):
    counts = [StatusUpdate.objects.effective_by(on).count() for on in [date(2019, 4, 30), MAY, JUNE, JULY]]

    assert counts == [0, 1, 2, 4]


def test_effective_within_leaves_the_first_day_out_and_keeps_the_last(story):
    begun, still, delayed, back = story

    assert list(StatusUpdate.objects.effective_within(MAY, JULY).oldest_first()) == [still, delayed, back]
    assert list(StatusUpdate.objects.effective_within(date(2019, 4, 30), MAY)) == [begun]


def test_newest_first_puts_the_later_recorded_of_one_day_first(story):
    assert list(StatusUpdate.objects.newest_first()) == story[::-1]


def test_oldest_first_is_newest_first_turned_round(story):
    assert list(StatusUpdate.objects.oldest_first()) == story


def test_with_words_leaves_confirmations_out(story):
    begun, _, delayed, back = story

    assert set(StatusUpdate.objects.with_words()) == {begun, delayed, back}


def test_last_words_on_passes_confirmations_by(story, action):
    begun, _, _, back = story
    silent = make_action()
    make_update(silent, Status.NOT_STARTED, MAY, is_confirmation=True)

    last = [list(StatusUpdate.objects.last_words_on(Action.objects.all(), on)) for on in [JUNE, JULY]]

    assert last == [[begun], [back]]


def test_words_are_the_first_thing_worth_reading(story):
    assert [update.words for update in story] == ["Begun.", "", "Waiting for the ICB.", "Interviews."]


def test_status_update_names_itself(story):
    assert str(story[2]) == "Delayed or at risk from 2019-07-01"
