"""What was known at a moment: the last edit by then, and nothing from later."""

from datetime import UTC, datetime, timedelta

import pytest

from actions.models import Action, Organisation
from actions.summaries.known import Known
from tests.factories import make_action, make_finding, make_inspection, make_judgement, make_organisation, make_plan

pytestmark = pytest.mark.django_db

MORNING, NOON, EVENING = (datetime(2019, 7, 10, hour, tzinfo=UTC) for hour in (9, 12, 18))


def save_at(record, moment: datetime, **words) -> None:
    record._history_date = moment
    for name, value in words.items():
        setattr(record, name, value)
    record.save()


def names(plan, at: datetime | None) -> list[str]:
    known = Known(plan.pk, at=at)
    return [each.short_name for each in known.records(Organisation, partnership=plan.partnership_id)]


def test_known_gives_the_last_edit_by_the_moment():
    plan = make_plan()
    organisation = Organisation(partnership=plan.partnership, name="A trust", short_name="First", kind="council")
    for moment, name in ((MORNING, "First"), (NOON, "Second"), (EVENING, "Third")):
        save_at(organisation, moment, short_name=name)

    moments = [MORNING - timedelta(seconds=1), MORNING, NOON, EVENING - timedelta(seconds=1), EVENING, None]
    assert [names(plan, at) for at in moments] == [[], ["First"], ["Second"], ["Second"], ["Third"], ["Third"]]


def test_known_gives_the_later_of_two_edits_of_one_instant():
    plan = make_plan()
    organisation = Organisation(partnership=plan.partnership, name="A trust", short_name="First", kind="council")
    save_at(organisation, NOON)
    save_at(organisation, NOON, short_name="Second")

    assert names(plan, NOON) == ["Second"]


def test_known_gives_what_has_been_deleted_since():
    plan = make_plan()
    organisation = make_organisation(plan.partnership, short_name="Gone")
    before = organisation.history.latest().history_date
    organisation.delete()

    assert (names(plan, before), names(plan, None)) == (["Gone"], [])


def test_known_wording_leaves_what_was_worked_out():
    action = make_action(title="First")
    before = action.history.latest().history_date
    action.title = "Second"
    action.save()

    then = Known(action.plan_id, at=before).worded(Action.objects.as_at(action.added_on).get())

    assert (then.title, then.status, then.due_on) == ("First", "not_started", action.original_due_on)


def test_known_wording_of_a_row_whose_edits_were_never_kept_is_that_of_now():
    action = make_action(title="First")
    Action.history.all().delete()

    assert Known(action.plan_id, at=EVENING).worded(Action.objects.get()).title == "First"


def test_known_links_are_those_of_the_moment():
    finding = make_finding()
    action = make_action(make_plan(finding.inspection.partnership))
    unlinked = action.history.latest().history_date
    action.findings.add(finding)
    linked = action.history.latest().history_date
    action.findings.clear()

    found = [Known(action.plan_id, at=at).answers_to([finding.pk]) for at in (unlinked, linked, None)]
    assert found == [[], [(action.pk, finding.pk)], []]


def test_known_leaves_out_what_was_recorded_later():
    plan = make_plan()
    finding = make_finding(make_inspection(plan.partnership))
    rows = [make_judgement(finding, recorded_at=moment) for moment in (None, NOON, EVENING)]

    known = Known(plan.pk, at=NOON).recorded(type(rows[0]).objects.order_by("pk"))

    assert list(known) == rows[:2]
