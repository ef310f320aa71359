"""The one verb that adds to an action's history."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from actions.choices import Status
from actions.models import Action, Plan, StatusUpdate
from tests.factories import make_action, make_plan, make_update, make_user

pytestmark = pytest.mark.django_db

MAY, JUNE, JULY = date(2019, 5, 1), date(2019, 6, 1), date(2019, 7, 1)


def statuses(action: Action) -> list[tuple[str, str, date]]:
    return list(action.updates.oldest_first().values_list("status_before", "status", "effective_on"))


def test_record_update_starts_from_not_started():
    action = make_action()

    action.record_update(by=make_user(), status=Status.ON_TRACK, effective_on=MAY)

    assert statuses(action) == [(Status.NOT_STARTED, Status.ON_TRACK, MAY)]


def test_record_update_starts_from_the_status_in_force():
    action = make_action()
    for status, day in [(Status.ON_TRACK, MAY), (Status.DELAYED, JUNE), (Status.COMPLETE, JULY)]:
        make_update(action, status, day)

    assert statuses(action) == [
        (Status.NOT_STARTED, Status.ON_TRACK, MAY),
        (Status.ON_TRACK, Status.DELAYED, JUNE),
        (Status.DELAYED, Status.COMPLETE, JULY),
    ]


def test_record_update_of_the_same_day_starts_from_the_one_recorded_before():
    action = make_action()
    make_update(action, Status.DELAYED, MAY)

    make_update(action, Status.ON_TRACK, MAY)

    assert statuses(action) == [
        (Status.NOT_STARTED, Status.DELAYED, MAY),
        (Status.DELAYED, Status.ON_TRACK, MAY),
    ]


def test_record_update_keeps_who_and_the_words():
    action, officer = make_action(), make_user()

    update = action.record_update(
        by=officer, status=Status.ON_TRACK, effective_on=MAY, progress="Two meetings held.", next_steps="A third."
    )

    kept = StatusUpdate.objects.get()
    assert kept == update
    assert (kept.recorded_by, kept.progress, kept.next_steps) == (officer, "Two meetings held.", "A third.")


def test_record_update_bumps_the_revision_of_its_plan_only():
    action, other = make_action(), make_plan()

    make_update(action, Status.ON_TRACK, MAY)

    revisions = dict(Plan.objects.values_list("pk", "revision"))
    assert revisions == {action.plan.pk: 1, other.pk: 0}


def test_record_update_counts_from_the_day_the_action_joined():
    action = make_action(added_on=JUNE)

    make_update(action, Status.ON_TRACK, JUNE)

    assert statuses(action) == [(Status.NOT_STARTED, Status.ON_TRACK, JUNE)]


@pytest.mark.parametrize(("joined", "last", "day"), [(MAY, JUNE, date(2019, 5, 31)), (JUNE, None, date(2019, 5, 31))])
def test_record_update_of_an_earlier_day_is_refused_and_writes_nothing(joined, last, day):
    action = make_action(added_on=joined)
    if last:
        make_update(action, Status.ON_TRACK, last)
    before = (statuses(action), Plan.objects.get().revision)

    with pytest.raises(ValidationError) as refusal:
        make_update(action, Status.DELAYED, day)

    assert refusal.value.message_dict == {
        "effective_on": ["Choose 1 June 2019 or later: the last word on this action counts from then."]
    }
    assert (statuses(action), Plan.objects.get().revision) == before


@pytest.mark.parametrize(
    ("fields", "at_fault"),
    [
        ({"status": "paused"}, "status"),
        ({"status": Status.DELAYED, "delay_reason": "weather"}, "delay_reason"),
        ({"status": Status.ON_TRACK, "is_confirmation": True}, "__all__"),
    ],
)
def test_record_update_that_is_not_valid_is_refused_and_writes_nothing(fields, at_fault):
    action = make_action()

    with pytest.raises(ValidationError) as refusal:
        action.record_update(by=make_user(), effective_on=MAY, **fields)

    assert list(refusal.value.message_dict) == [at_fault]
    assert (statuses(action), Plan.objects.get().revision) == ([], 0)
