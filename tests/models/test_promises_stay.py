"""A promise of an adopted plan cannot be moved, emptied of its beginning or made away with, by any detour."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from actions.choices import Status
from actions.models import Action
from tests.factories import make_action, make_plan, make_priority, make_update
from tests.models.test_triggers import make_adopted_action, run_sql, set_column

pytestmark = pytest.mark.django_db


def delete_it() -> None:
    run_sql("DELETE FROM actions_action WHERE id = %s", make_adopted_action().pk)


def move_it_to_a_plan_that_is_not_adopted() -> None:
    action, elsewhere = make_adopted_action(), make_priority()
    run_sql(
        "UPDATE actions_action SET plan_id = %s, priority_id = %s WHERE id = %s",
        elsewhere.plan_id,
        elsewhere.pk,
        action.pk,
    )


def let_it_join_after_its_first_update() -> None:
    action = make_action(make_plan())
    make_update(action, Status.ON_TRACK, date(2019, 5, 1))
    set_column(action, "added_on", "2019-05-02")


REFUSED = [
    (
        "action_of_an_adopted_plan_stays",
        delete_it,
        "a promise of an adopted plan is closed with a reason, never deleted",
    ),
    (
        "action_never_changes_plans",
        move_it_to_a_plan_that_is_not_adopted,
        "an action stays in the plan it was promised in",
    ),
    (
        "action_joins_before_its_first_update",
        let_it_join_after_its_first_update,
        "an action joins its plan before anything is said of it",
    ),
]


@pytest.mark.parametrize(("act", "message"), [(act, message) for _, act, message in REFUSED])
def test_promise_refuses_a_detour_and_says_why(act, message):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()

    assert str(refusal.value).splitlines()[0] == message


def test_promise_of_a_plan_being_written_may_be_deleted():
    action = make_action(make_plan())

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM actions_action WHERE id = %s", [action.pk])

    assert not Action.objects.exists()
