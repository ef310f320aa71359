from datetime import date

import pytest
from django.core.exceptions import ValidationError

from actions.choices import Status
from actions.models import Action, Organisation, Plan, Priority
from actions.operations.save_record import SomebodyElseEdited, last_edit, save_record
from tests.factories import (
    PLAN_STARTS_ON,
    make_action,
    make_finding,
    make_inspection,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_update,
    make_user,
)

pytestmark = pytest.mark.django_db


def test_save_record_adds_a_record_with_its_links_as_one_entry_of_history():
    priority = make_priority()
    partnership, by = priority.plan.partnership, make_user()
    lead, other = make_organisation(partnership), make_organisation(partnership)
    finding = make_finding(make_inspection(partnership))
    action = Action(
        plan=priority.plan, priority=priority, ref="1.1", title="Open", lead_organisation=lead, added_on=PLAN_STARTS_ON,
        due_precision="none",
    )  # fmt: skip

    save_record(action, by=by, links={"contributors": [other], "findings": [finding]})

    entry = action.history.get()
    assert (list(action.contributors.all()), list(action.findings.all())) == ([other], [finding])
    assert (entry.history_user, [link.organisation for link in entry.contributors.all()]) == (by, [other])


def test_save_record_edits_a_record_and_its_links_as_one_entry_of_history():
    action, by = make_action(), make_user()
    other = make_organisation(action.plan.partnership)
    action.contributors.add(make_organisation(action.plan.partnership))
    entries = action.history.count()
    action.title = "Said more plainly"

    save_record(action, by=by, seen=last_edit(action), links={"contributors": [other], "findings": []})

    assert (action.history.count(), action.history.first().history_user) == (entries + 1, by)
    assert list(action.contributors.all()) == [other]


def test_save_record_marks_the_pages_of_every_plan_of_the_partnership():
    partnership = make_partnership()
    plans = [make_plan(partnership), make_plan(partnership)]
    elsewhere = make_plan()

    save_record(Organisation(partnership=partnership, name="Forum", short_name="PCF", kind="council"), by=make_user())

    revisions = [Plan.objects.get(pk=plan.pk).revision for plan in [*plans, elsewhere]]
    assert revisions == [1, 1, 0]


def test_save_record_leaves_no_trace_where_nothing_changes():
    action = make_action()
    entries = action.history.count()

    save_record(action, by=make_user(), seen=last_edit(action), links={"contributors": []})

    assert action.history.count() == entries


def test_save_record_takes_a_second_press_for_the_first():
    plan, by = make_plan(), make_user()
    seen = last_edit(plan)
    for _ in range(2):
        pressed = Plan.objects.get()
        pressed.title = "Better plan"
        save_record(pressed, by=by, seen=seen)

    assert (Plan.objects.get().title, plan.history.count()) == ("Better plan", 2)


def test_save_record_refuses_to_write_over_an_edit_that_was_not_seen():
    plan = make_plan(title="As it was")
    seen = last_edit(plan)
    theirs, ours = Plan.objects.get(pk=plan.pk), Plan.objects.get(pk=plan.pk)
    theirs.title, ours.title = "Theirs", "Ours"
    save_record(theirs, by=make_user(), seen=seen)

    with pytest.raises(SomebodyElseEdited) as quicker:
        save_record(ours, by=make_user(), seen=seen)

    assert (quicker.value.seen, Plan.objects.get(pk=plan.pk).title) == (seen, "Theirs")


def test_save_record_says_what_the_database_refuses():
    action = make_action(make_plan(adopted_on=None))
    make_update(action, Status.ON_TRACK, date(2019, 5, 1))
    action.added_on = date(2019, 5, 2)

    with pytest.raises(ValidationError) as refusal:
        save_record(action, by=make_user(), seen=last_edit(action))

    assert refusal.value.messages == ["An action joins its plan before anything is said of it."]
    assert Action.objects.get().added_on == PLAN_STARTS_ON


def test_save_record_keeps_the_dates_of_an_adopted_plan():
    action = make_action(make_plan(adopted_on=PLAN_STARTS_ON))
    action.original_due_on = date(2020, 6, 30)

    with pytest.raises(ValidationError) as refusal:
        save_record(action, by=make_user(), seen=last_edit(action))

    assert refusal.value.messages == ["Original dates never change once the plan is adopted."]


def test_save_record_says_that_somebody_removed_it():
    priority = make_priority(title="As it was")
    seen = last_edit(priority)
    Priority.objects.get().delete()

    with pytest.raises(ValidationError) as refusal:
        save_record(priority, by=make_user(), seen=seen)

    assert refusal.value.messages == ["Somebody removed it since the form was opened."]
