"""What an import brought stays, unless the whole import was taken back; and what it was stays on record."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from actions.choices import Status
from actions.models import PlanImport, StatusUpdate
from tests.factories import make_action, make_frozen_report, make_import, make_plan, make_update, make_user
from tests.models.test_triggers import run_sql, set_column

pytestmark = pytest.mark.django_db

DAY = date(2019, 5, 1)
APPLIED_ONCE = "an import that was applied stays on record, and is undone once"


def make_applied(**fields) -> PlanImport:
    now = timezone.now()
    return make_import(**{"plan": make_plan(), "applied_by": make_user(), "applied_at": now} | fields)


def make_brought() -> StatusUpdate:
    action = make_action()
    return make_update(action, Status.NOT_STARTED, DAY, brought_by=make_applied(plan=action.plan))


def undo(plan_import: PlanImport) -> None:
    user = make_user()
    run_sql(
        "UPDATE actions_planimport SET undone_at = %s, undone_by_id = %s WHERE id = %s",
        timezone.now(),
        user.pk,
        plan_import.pk,
    )


def delete_a_row_of_an_import_in_force() -> None:
    run_sql("DELETE FROM actions_statusupdate WHERE id = %s", make_brought().pk)


def change_a_row_of_an_undone_import() -> None:
    update = make_brought()
    undo(update.brought_by)
    set_column(update, "progress", "Other words")


def change_an_applied_import() -> None:
    set_column(make_applied(), "sha256", "1" * 64)


def change_who_applied_it() -> None:
    set_column(make_applied(), "applied_by_id", make_user().pk)


def undo_an_import_twice() -> None:
    plan_import = make_applied()
    undo(plan_import)
    undo(plan_import)


def delete_an_applied_import() -> None:
    run_sql("DELETE FROM actions_planimport WHERE id = %s", make_applied().pk)


def undo_an_import_that_a_report_told_of() -> None:
    plan_import = make_applied()
    make_frozen_report(plan_import.plan)
    undo(plan_import)


BREACHES: dict[str, Callable[[], object]] = {
    "plan_import_is_applied_by_somebody": lambda: make_applied(applied_by=None),
    "plan_import_is_undone_only_when_applied": lambda: make_import(
        plan=make_plan(), undone_at=timezone.now(), undone_by=make_user()
    ),
}

PERMANENT = "what happened is only ever added: put a mistake right with a newer row"

REFUSED: list[tuple[str, Callable[[], None], str]] = [
    ("actions_statusupdate_is_append_only", delete_a_row_of_an_import_in_force, PERMANENT),
    ("actions_statusupdate_is_append_only", change_a_row_of_an_undone_import, PERMANENT),
    ("plan_import_applied_is_only_undone", change_an_applied_import, APPLIED_ONCE),
    ("plan_import_applied_is_only_undone", change_who_applied_it, APPLIED_ONCE),
    ("plan_import_applied_is_only_undone", undo_an_import_twice, APPLIED_ONCE),
    ("plan_import_applied_stays", delete_an_applied_import, "an import that was applied stays on record"),
    (
        "plan_import_told_of_stays",
        undo_an_import_that_a_report_told_of,
        "a frozen progress report tells of what this import brought: it stays",
    ),
]


@pytest.mark.parametrize(
    ("act", "message"),
    [pytest.param(act, message, id=f"{trigger}-{act.__name__}") for trigger, act, message in REFUSED],
)
def test_trigger_refuses_and_says_why(act, message):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()

    assert str(refusal.value).splitlines()[0] == message


def test_trigger_lets_rows_of_an_undone_import_go():
    update = make_brought()
    undo(update.brought_by)

    run_sql("DELETE FROM actions_statusupdate WHERE id = %s", update.pk)

    assert StatusUpdate.objects.count() == 0


def test_trigger_lets_a_half_done_import_be_thrown_away():
    half_done = make_import(plan=make_plan())

    half_done.delete()

    assert PlanImport.objects.count() == 0
