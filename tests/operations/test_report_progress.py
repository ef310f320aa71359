"""One press of a form records everything it says, once, or nothing at all."""

from datetime import date
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from actions.choices import DelayReason, PromisedDate, Status
from actions.models import Action, DateChange, Evidence, Plan, StatusUpdate
from actions.operations.report_progress import (
    NewDate,
    NewEvidence,
    SomebodyElseUpdated,
    confirm_progress,
    report_progress,
)
from tests.factories import make_action, make_evidence, make_update, make_user

pytestmark = pytest.mark.django_db

JUNE, TODAY = date(2019, 6, 1), date(2019, 7, 10)
PRESS, OTHER_PRESS = UUID(int=1), UUID(int=2)
MINUTES = NewEvidence("Minutes", link="https://www.example.org/minutes")
LATER = NewDate(date(2021, 6, 30), DelayReason.SUPPLIER, "The supplier withdrew.", "Parents wait longer.")


def press(action: Action, **fields) -> StatusUpdate:
    """On track from today, by somebody new who has seen the last update."""
    latest = action.latest_update(TODAY)
    usual = {"by": fields.pop("by", None) or make_user(), "submission": PRESS, "today": TODAY}
    said = {"status": Status.ON_TRACK, "effective_on": TODAY} | fields.pop("said", {})
    return report_progress(action=action, said=said, **usual | {"seen_id": latest and latest.pk} | fields)


def confirm(action: Action, **fields) -> StatusUpdate:
    latest = action.latest_update(TODAY)
    usual = {"by": fields.pop("by", None) or make_user(), "submission": PRESS, "today": TODAY}
    return confirm_progress(action=action, **usual | {"seen_id": latest and latest.pk} | fields)


def written() -> tuple[int, int, int]:
    return StatusUpdate.objects.count(), Evidence.objects.count(), DateChange.objects.count()


# ──── pressed twice, or by two


@pytest.mark.parametrize("verb", [press, confirm])
def test_second_press_of_the_same_form_finds_the_first(verb):
    action, officer = make_action(), make_user()
    first = verb(action, by=officer)

    second = verb(action, by=officer, seen_id=None)

    assert (second, written()) == (first, (1, 0, 0))


def test_second_press_adds_neither_evidence_nor_date_again():
    action, officer = make_action(), make_user()
    for _ in range(2):
        press(action, by=officer, seen_id=None, evidence=[MINUTES], new_date=LATER)

    assert written() == (1, 1, 1)


@pytest.mark.parametrize("verb", [press, confirm])
def test_somebody_elses_update_since_is_told_and_nothing_is_written(verb):
    action = make_action()
    seen = make_update(action, Status.ON_TRACK, JUNE)
    newer = make_update(action, Status.DELAYED, TODAY)

    with pytest.raises(SomebodyElseUpdated) as conflict:
        verb(action, seen_id=seen.pk)

    assert (conflict.value.latest, written(), Plan.objects.get().revision) == (newer, (2, 0, 0), 2)


@pytest.mark.parametrize("verb", [press, confirm])
def test_somebody_elses_first_update_is_told_too(verb):
    action = make_action()
    newer = make_update(action, Status.ON_TRACK, JUNE)

    with pytest.raises(SomebodyElseUpdated) as conflict:
        verb(action, seen_id=None)

    assert (conflict.value.latest, written()) == (newer, (1, 0, 0))


@pytest.mark.parametrize("verb", [press, confirm])
def test_press_that_names_an_update_which_never_was_is_no_conflict(verb):
    """There is nothing to show beside it, so nothing could be lost."""
    action = make_action()

    update = verb(action, seen_id=987654)

    assert list(action.updates.all()) == [update]


@pytest.mark.parametrize("verb", [press, confirm])
def test_press_of_another_persons_form_is_refused(verb):
    """Whoever copies a form's hidden number gets no update of somebody else as an answer."""
    action = make_action()
    verb(action)

    with pytest.raises(ValidationError):
        verb(action)

    assert written() == (1, 0, 0)


@pytest.mark.parametrize("verb", [press, confirm])
def test_press_for_another_action_is_not_the_same_press(verb):
    officer = make_user()
    verb(make_action(), by=officer)

    with pytest.raises(ValidationError):
        verb(make_action(), by=officer)

    assert written() == (1, 0, 0)


# ──── all of it, or nothing


def test_evidence_and_new_date_ride_along():
    action, officer = make_action(), make_user()

    update = press(
        action, by=officer, said={"effective_on": date(2019, 7, 8)}, evidence=[MINUTES, MINUTES], new_date=LATER
    )

    assert [(e.action, e.added_by, e.added_on, e.title, e.link) for e in update.evidence.all()] == [
        (action, officer, date(2019, 7, 8), MINUTES.title, MINUTES.link)
    ] * 2
    change = update.date_changes.get()
    assert (change.action, change.asked_by, change.asked_on, change.which) == (action, officer, TODAY, PromisedDate.DUE)
    assert (change.from_on, change.to_on) == (action.original_due_on, LATER.to_on)
    assert (change.delay_reason, change.reason, change.effect_on_families) == (
        LATER.delay_reason,
        LATER.reason,
        LATER.effect_on_families,
    )


@pytest.mark.parametrize(
    "failing",
    [
        {"said": {"effective_on": date(2019, 3, 31)}},
        {"said": {"status": "paused"}},
        {"evidence": [MINUTES, NewEvidence("")]},
        {"evidence": [NewEvidence("Neither a link nor a file")]},
        {"new_date": NewDate(date(2020, 12, 31), DelayReason.SUPPLIER)},
        {"new_date": NewDate(date(2021, 6, 30), "weather")},
    ],
)
def test_part_that_fails_leaves_nothing_behind(failing):
    action = make_action()

    with pytest.raises(ValidationError):
        press(action, **{"evidence": [MINUTES], "new_date": LATER} | failing)

    assert (written(), Plan.objects.get().revision) == ((0, 0, 0), 0)


# ──── complete


def test_complete_needs_evidence():
    action = make_action()

    with pytest.raises(ValidationError) as refusal:
        press(action, said={"status": Status.COMPLETE})

    assert refusal.value.message_dict == {
        "evidence_title": ["Add at least one piece of evidence before you say it is complete."]
    }
    assert written() == (0, 0, 0)


def test_complete_is_shown_by_evidence_given_in_the_same_press():
    update = press(make_action(), said={"status": Status.COMPLETE}, evidence=[MINUTES])

    assert (update.status, written()) == (Status.COMPLETE, (1, 1, 0))


def test_complete_is_shown_by_evidence_given_before():
    action = make_action()
    make_evidence(action)

    update = press(action, said={"status": Status.COMPLETE})

    assert (update.status, written()) == (Status.COMPLETE, (1, 1, 0))


# ──── still true


def test_confirm_carries_along_what_was_said_of_the_delay():
    action = make_action()
    words = {
        "delay_reason": DelayReason.FUNDING,
        "reason": "The budget is not agreed.",
        "recovery": "A bid is written.",
        "effect_on_families": "No new places yet.",
        "review_on": date(2019, 9, 2),
    }
    make_update(action, Status.DELAYED, JUNE, progress="Costed.", **words)

    update = confirm(action)

    assert {name: getattr(update, name) for name in words} == words
    assert (update.status, update.status_before, update.effective_on) == (Status.DELAYED, Status.DELAYED, TODAY)
    assert (update.is_confirmation, update.progress) == (True, "")


def test_confirm_of_what_nobody_spoke_of_is_still_not_started():
    update = confirm(make_action())

    assert (update.status, update.is_confirmation) == (Status.NOT_STARTED, True)


def test_confirm_before_the_action_is_in_the_plan_is_refused():
    with pytest.raises(ValidationError):
        confirm(make_action(added_on=date(2019, 8, 1)))

    assert written() == (0, 0, 0)
