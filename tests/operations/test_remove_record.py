from datetime import date

import pytest
from django.core.exceptions import ValidationError

from actions.choices import Status
from actions.models import Action, Priority
from actions.operations.draft_report import edit_report
from actions.operations.remove_record import remove_action, remove_priority, why_action_stays
from tests.factories import (
    PLAN_STARTS_ON,
    make_action,
    make_date_change,
    make_enquiry,
    make_evidence,
    make_frozen_report,
    make_link,
    make_plan,
    make_priority,
    make_report,
    make_update,
    make_user,
)

pytestmark = pytest.mark.django_db

RESTS = {
    "its plan is adopted, and a promise that was made stays on record": lambda action: type(action.plan).objects.update(
        adopted_on=PLAN_STARTS_ON
    ),
    "a frozen report has told of it": lambda action: make_frozen_report(action.plan),
    "somebody has said how it is going": lambda action: make_update(action, Status.ON_TRACK, date(2019, 5, 1)),
}
ABOUT = [make_date_change, make_evidence, lambda action: make_enquiry(about=[action]), make_link]


def test_remove_action_takes_back_what_nothing_rests_on_and_says_who_did():
    action, by = make_action(make_plan(adopted_on=None)), make_user()

    remove_action(action=action, by=by)

    last = Action.history.first()
    assert (Action.objects.count(), last.history_type, last.history_user) == (0, "-", by)


@pytest.mark.parametrize("why", RESTS)
def test_remove_action_refuses_while_something_rests_on_it(why):
    action = make_action(make_plan(adopted_on=None))
    RESTS[why](action)
    action = Action.objects.get()

    with pytest.raises(ValidationError) as refusal:
        remove_action(action=action, by=make_user())

    assert (why_action_stays(action), refusal.value.messages) == (why, [f"It stays, because {why}."])
    assert Action.objects.count() == 1


@pytest.mark.parametrize("make", ABOUT)
def test_remove_action_refuses_while_anything_on_record_is_about_it(make):
    action = make_action(make_plan(adopted_on=None))
    make(action)

    with pytest.raises(ValidationError, match="something else on record is about it"):
        remove_action(action=action, by=make_user())


def test_remove_priority_takes_back_one_without_actions_only():
    empty, full = make_priority(), make_action().priority

    remove_priority(priority=empty, by=make_user())
    with pytest.raises(ValidationError) as refusal:
        remove_priority(priority=full, by=make_user())

    assert refusal.value.messages == ["It stays, because it has actions."]
    assert list(Priority.objects.all()) == [full]


def test_remove_priority_refuses_while_a_report_has_words_on_it():
    priority = make_priority()
    report = make_report(priority.plan)
    edit_report(report=report, by=make_user(), seen=0, words_by_priority={priority.pk: "On its way."})

    with pytest.raises(ValidationError, match="something else on record is about it"):
        remove_priority(priority=priority, by=make_user())

    assert list(Priority.objects.all()) == [priority]
