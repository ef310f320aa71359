"""The rules that the database keeps against plain SQL: each stands there, refuses, and says why."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from django.db import IntegrityError, connection, transaction

from actions.choices import Status
from actions.models import Action, Plan, Priority, StatusUpdate
from tests.factories import (
    make_action,
    make_finding,
    make_inspection,
    make_judgement,
    make_plan,
    make_priority,
    make_update,
    make_user,
)

pytestmark = pytest.mark.django_db

ADOPTED_ON = date(2019, 4, 1)


def run_sql(sql: str, *params) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def set_column(row, column: str, value) -> None:
    run_sql(f"UPDATE {row._meta.db_table} SET {column} = %s WHERE id = %s", value, row.pk)


def insert_update(action: Action, **fields) -> None:
    """Past the model's own refusals, straight into the table."""
    usual = {"status": Status.ON_TRACK, "status_before": Status.NOT_STARTED, "effective_on": date(2019, 6, 1)}
    StatusUpdate.objects.bulk_create([StatusUpdate(action=action, recorded_by=make_user(), **usual | fields)])


def make_adopted_action() -> Action:
    return make_action(make_plan(adopted_on=ADOPTED_ON))


# ──── what each trigger refuses


def change_an_update() -> None:
    set_column(make_update(make_action(), Status.ON_TRACK, date(2019, 5, 1)), "progress", "Other words")


def change_a_judgement() -> None:
    set_column(make_judgement(), "words", "Other words")


def judge_before_the_last_judgement() -> None:
    judgement = make_judgement(judged_on=date(2019, 12, 2))
    make_judgement(judgement.finding, judged_on=date(2019, 12, 1))


def judge_before_the_report_is_published() -> None:
    make_judgement(make_finding(make_inspection(published_on=date(2018, 1, 10))), judged_on=date(2018, 1, 9))


def add_an_update_before_the_last() -> None:
    action = make_action()
    make_update(action, Status.ON_TRACK, date(2019, 6, 2))
    insert_update(action, status_before=Status.ON_TRACK, effective_on=date(2019, 6, 1))


def add_an_update_before_the_action_was_in_the_plan() -> None:
    insert_update(make_action(added_on=date(2019, 6, 2)), effective_on=date(2019, 6, 1))


def add_a_first_update_that_starts_from_elsewhere() -> None:
    insert_update(make_action(), status_before=Status.DELAYED)


def add_an_update_that_starts_from_elsewhere() -> None:
    action = make_action()
    make_update(action, Status.DELAYED, date(2019, 5, 1))
    insert_update(action, status_before=Status.NOT_STARTED)


def add_an_action_under_another_plans_priority() -> None:
    action = make_action()
    action.pk, action.ref, action.plan = None, "A copy", make_plan()
    action.save(force_insert=True)


def move_an_action_under_another_plans_priority() -> None:
    set_column(make_action(), "priority_id", make_priority().pk)


def move_a_priority_to_another_plan() -> None:
    set_column(make_priority(), "plan_id", make_plan().pk)


def unadopt_a_plan() -> None:
    set_column(make_plan(adopted_on=ADOPTED_ON), "adopted_on", None)


def adopt_a_plan_on_another_day() -> None:
    set_column(make_plan(adopted_on=ADOPTED_ON), "adopted_on", "2019-05-01")


def change_of_a_promise(column: str, value: str | None) -> Callable[[], None]:
    def change() -> None:
        set_column(make_adopted_action(), column, value)

    change.__name__ = f"change_{column}_to_{value}"
    return change


PERMANENT = "what happened is only ever added: put a mistake right with a newer row"
LATER = "an update never counts from a day before the last one"
CHAIN = "status_before must be the status in force before this update"
REPORT_FIRST = "a finding is not judged before its report was published, nor before the last judgement"
SAME_PLAN = "an action belongs to the plan of its priority"
PROMISE = "original dates never change once the plan is adopted"
ADOPTED = "an adopted plan stays adopted"

REFUSED: list[tuple[str, Callable[[], None], str]] = [
    ("actions_statusupdate_is_append_only", change_an_update, PERMANENT),
    ("actions_findingjudgement_is_append_only", change_a_judgement, PERMANENT),
    ("finding_judgement_follows_the_last", judge_before_the_last_judgement, REPORT_FIRST),
    ("finding_judgement_follows_the_last", judge_before_the_report_is_published, REPORT_FIRST),
    ("status_update_follows_the_last", add_an_update_before_the_last, LATER),
    ("status_update_follows_the_last", add_an_update_before_the_action_was_in_the_plan, LATER),
    ("status_update_starts_from_the_last", add_a_first_update_that_starts_from_elsewhere, CHAIN),
    ("status_update_starts_from_the_last", add_an_update_that_starts_from_elsewhere, CHAIN),
    ("action_stays_in_its_plan_on_insert", add_an_action_under_another_plans_priority, SAME_PLAN),
    ("action_stays_in_its_plan_on_update", move_an_action_under_another_plans_priority, SAME_PLAN),
    ("priority_stays_in_its_plan", move_a_priority_to_another_plan, "a priority stays in its plan"),
    ("action_keeps_its_promise", change_of_a_promise("original_due_on", "2020-11-30"), PROMISE),
    ("action_keeps_its_promise", change_of_a_promise("original_due_on", None), PROMISE),
    ("action_keeps_its_promise", change_of_a_promise("planned_start_on", "2019-05-01"), PROMISE),
    ("action_keeps_its_promise", change_of_a_promise("planned_start_on", None), PROMISE),
    ("action_keeps_its_promise", change_of_a_promise("added_on", "2019-05-01"), PROMISE),
    ("action_keeps_its_promise", change_of_a_promise("due_precision", "month"), PROMISE),
    ("action_keeps_its_promise", change_of_a_promise("due_as_typed", "when we can"), PROMISE),
    ("plan_stays_adopted", unadopt_a_plan, ADOPTED),
    ("plan_stays_adopted", adopt_a_plan_on_another_day, ADOPTED),
]


@pytest.mark.parametrize(
    ("act", "message"),
    [pytest.param(act, message, id=f"{trigger}-{act.__name__}") for trigger, act, message in REFUSED],
)
def test_trigger_refuses_and_says_why(act, message):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()

    assert str(refusal.value).splitlines()[0] == message


# ──── what they let through


def test_trigger_lets_a_finding_be_judged_twice_on_the_day_of_its_report():
    finding = make_finding(make_inspection(published_on=date(2018, 1, 10)))

    for _ in range(2):
        make_judgement(finding, judged_on=date(2018, 1, 10))

    assert finding.judgements.count() == 2


def test_trigger_lets_an_update_follow_on_the_same_day():
    action = make_action()
    make_update(action, Status.DELAYED, date(2019, 6, 1))

    insert_update(action, status_before=Status.DELAYED, effective_on=date(2019, 6, 1))

    assert action.updates.count() == 2


def test_trigger_lets_a_chain_in_one_statement_through():
    action, by = make_action(), make_user()
    chain = [Status.NOT_STARTED, Status.ON_TRACK, Status.DELAYED, Status.COMPLETE]

    StatusUpdate.objects.bulk_create(
        StatusUpdate(action=action, status=after, status_before=before, effective_on=date(2019, 6, 1), recorded_by=by)
        for before, after in pairwise(chain)
    )

    assert list(action.updates.oldest_first().values_list("status", flat=True)) == chain[1:]


def test_trigger_lets_dates_change_before_the_plan_is_adopted():
    action = make_action(make_plan(adopted_on=None))

    Action.objects.filter(pk=action.pk).update(original_due_on=date(2020, 6, 30))

    assert Action.objects.get().original_due_on == date(2020, 6, 30)


def test_trigger_lets_the_words_of_a_promise_change_after_adoption():
    action = make_adopted_action()

    Action.objects.filter(pk=action.pk).update(title="Said more plainly")

    assert Action.objects.get().title == "Said more plainly"


def test_trigger_lets_an_action_move_to_another_priority_of_its_plan():
    action = make_adopted_action()
    other = make_priority(action.plan)

    Action.objects.filter(pk=action.pk).update(priority=other)

    assert Action.objects.get().priority == other


def test_trigger_lets_a_plan_be_adopted_and_renamed():
    plan = make_plan()

    Plan.objects.filter(pk=plan.pk).update(adopted_on=ADOPTED_ON)
    Plan.objects.filter(pk=plan.pk).update(title="Said more plainly")

    assert Plan.objects.values_list("title", "adopted_on").get() == ("Said more plainly", ADOPTED_ON)


def test_trigger_lets_a_priority_be_renamed():
    priority = make_priority()

    Priority.objects.filter(pk=priority.pk).update(title="Said more plainly")

    assert Priority.objects.get().title == "Said more plainly"
