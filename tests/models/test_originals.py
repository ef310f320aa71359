"""Once a plan is adopted its first promises stand, whatever moves later and whoever asks."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from actions.models import Action
from tests.factories import PLAN_ENDS_ON, PLAN_STARTS_ON, make_action, make_agreed_date, make_plan

pytestmark = pytest.mark.django_db

OTHER_DAY = date(2020, 6, 30)


@pytest.fixture
def action():
    """Of an adopted plan, and agreed to move; its promise stands whatever the test has done."""
    action = make_action(make_plan(adopted_on=PLAN_STARTS_ON))
    make_agreed_date(action, date(2021, 6, 30), date(2019, 9, 1))
    yield action
    kept = Action.objects.values_list("original_due_on", "planned_start_on", "added_on").get()
    assert kept == (PLAN_ENDS_ON, PLAN_STARTS_ON, PLAN_STARTS_ON)


def save_it(action: Action) -> None:
    action.original_due_on = OTHER_DAY
    action.save()


def save_its_start(action: Action) -> None:
    action.planned_start_on = None
    action.save(update_fields=["planned_start_on"])


def update_its_queryset(action: Action) -> None:
    Action.objects.filter(pk=action.pk).update(original_due_on=OTHER_DAY)


def update_it_in_bulk(action: Action) -> None:
    action.original_due_on = OTHER_DAY
    Action.objects.bulk_update([action], ["original_due_on"])


def update_it_by_key(action: Action) -> None:
    Action.objects.update_or_create(pk=action.pk, defaults={"original_due_on": OTHER_DAY})


def update_it_in_sql(action: Action) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE actions_action SET original_due_on = '2020-06-30'")


PATHS = [save_it, save_its_start, update_its_queryset, update_it_in_bulk, update_it_by_key, update_it_in_sql]


@pytest.mark.parametrize("change", PATHS)
def test_original_dates_of_an_adopted_plan_are_not_changed(action, change):
    with pytest.raises(IntegrityError, match="original dates never change"), transaction.atomic():
        change(action)


def test_original_date_is_still_told_beside_the_agreed_one(action):
    then = Action.objects.as_at(date(2019, 9, 1)).get()

    assert (then.original_due_on, then.due_on) == (PLAN_ENDS_ON, date(2021, 6, 30))
