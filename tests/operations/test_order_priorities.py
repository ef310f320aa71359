import pytest

from actions.models import Priority
from actions.operations.order_priorities import move_priority
from tests.factories import make_plan, make_priority, make_user

pytestmark = pytest.mark.django_db


def test_move_priority_numbers_those_that_had_no_order_and_says_who_did():
    plan, by = make_plan(), make_user()
    for ref in ("1", "2", "3"):
        make_priority(plan, ref=ref)

    move_priority(priority=plan.priorities.get(ref="3"), by=by, up=True)

    assert list(plan.priorities.values_list("ref", "order")) == [("1", 0), ("3", 1), ("2", 2)]
    assert {entry.history_user for entry in Priority.history.filter(history_type="~")} == {by}


def test_move_priority_leaves_all_as_it_is_where_somebody_removed_it():
    plan = make_plan()
    stays, gone = make_priority(plan, order=0), make_priority(plan, order=1)
    Priority.objects.get(pk=gone.pk).delete()

    move_priority(priority=gone, by=make_user(), up=True)

    assert list(plan.priorities.values_list("pk", "order")) == [(stays.pk, 0)]
