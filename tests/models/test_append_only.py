"""What happened is only ever added: each way in which code or SQL could change a row is tried on each record."""

from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.models import ProtectedError

from actions.models import (
    Action,
)
from actions.models.append_only import HistoryIsPermanent
from tests.database import only_on
from tests.models.permanent import MAKERS, WORDS, make_status_update

pytestmark = pytest.mark.django_db


@pytest.fixture(params=MAKERS, ids=lambda record: record.__name__)
def row(request):
    """One row, which stands there unchanged whatever the test has done."""
    row = MAKERS[request.param]()
    yield row
    assert list(request.param.objects.values_list("pk", WORDS[request.param])) == [(row.pk, "First words")]


def change(row: models.Model) -> dict[str, str]:
    return {WORDS[type(row)]: "Other words"}


def table_of(row: models.Model) -> str:
    return row._meta.db_table


@contextmanager
def refused_by_the_database():
    with pytest.raises(IntegrityError, match=r"only ever added"), transaction.atomic():
        yield


def run_sql(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


# ──── the model refuses


def test_row_is_not_saved_again(row):
    setattr(row, WORDS[type(row)], "Other words")

    with pytest.raises(HistoryIsPermanent):
        row.save()


def test_row_is_not_deleted(row):
    with pytest.raises(HistoryIsPermanent):
        row.delete()


def test_row_is_not_overwritten_by_a_new_one_with_its_key(row):
    values = {field.attname: getattr(row, field.attname) for field in row._meta.fields}
    impostor = type(row)(**values | change(row))

    with pytest.raises(IntegrityError), transaction.atomic():
        impostor.save()


def test_refusal_says_what_to_do(row):
    name = row._meta.verbose_name

    with pytest.raises(HistoryIsPermanent) as refusal:
        row.delete()

    assert str(refusal.value) == (f"A {name} is never changed or deleted. Put a mistake right by adding a newer one.")


# ──── the queryset refuses


def test_queryset_does_not_update(row):
    with pytest.raises(HistoryIsPermanent):
        type(row).objects.filter(pk=row.pk).update(**change(row))


def test_queryset_does_not_delete(row):
    with pytest.raises(HistoryIsPermanent):
        type(row).objects.filter(pk=row.pk).delete()


def test_queryset_does_not_delete_in_the_raw(row):
    with pytest.raises(HistoryIsPermanent):
        type(row).objects.filter(pk=row.pk)._raw_delete("default")


def test_queryset_does_not_bulk_update(row):
    with pytest.raises(HistoryIsPermanent):
        type(row).objects.bulk_update([row], [WORDS[type(row)]])


def test_queryset_does_not_update_or_create(row):
    with pytest.raises(HistoryIsPermanent):
        type(row).objects.update_or_create(pk=row.pk, defaults=change(row))


def test_related_manager_does_not_update_or_delete():
    update = make_status_update()

    with pytest.raises(HistoryIsPermanent):
        update.action.updates.update(progress="Other words")
    with pytest.raises(HistoryIsPermanent):
        update.action.updates.all().delete()


def test_action_with_updates_is_not_deleted():
    update = make_status_update()

    with pytest.raises(ProtectedError):
        update.action.delete()

    assert Action.objects.count() == 1


# ──── the database refuses


def test_base_manager_does_not_update(row):
    with refused_by_the_database():
        type(row)._base_manager.filter(pk=row.pk).update(**change(row))


def test_base_manager_does_not_delete(row):
    with refused_by_the_database():
        type(row)._base_manager.filter(pk=row.pk).delete()


def test_bulk_create_does_not_overwrite(row):
    setattr(row, WORDS[type(row)], "Other words")

    with refused_by_the_database():
        type(row).objects.bulk_create(
            [row], update_conflicts=True, update_fields=[WORDS[type(row)]], unique_fields=["pk"]
        )


def test_loaded_fixture_does_not_overwrite(row):
    setattr(row, WORDS[type(row)], "Other words")

    with refused_by_the_database():
        row.save_base(raw=True)


def test_sql_does_not_update(row):
    with refused_by_the_database():
        run_sql(f"UPDATE {table_of(row)} SET {WORDS[type(row)]} = 'Other words'")


def test_sql_does_not_delete(row):
    with refused_by_the_database():
        run_sql(f"DELETE FROM {table_of(row)}")


def test_sql_does_not_insert_over_it(row):
    columns = ", ".join(field.column for field in row._meta.fields)
    copy = f"INTO {table_of(row)} ({columns}) SELECT {columns} FROM {table_of(row)} WHERE true"

    with refused_by_the_database():
        run_sql(f"INSERT {copy} ON CONFLICT (id) DO UPDATE SET {WORDS[type(row)]} = 'Other words'")


@only_on("sqlite", "REPLACE is a word of SQLite's")
def test_sql_does_not_replace(row):
    columns = ", ".join(field.column for field in row._meta.fields)

    with refused_by_the_database():
        run_sql(f"INSERT OR REPLACE INTO {table_of(row)} ({columns}) SELECT {columns} FROM {table_of(row)}")


@only_on("postgresql", "SQLite has no TRUNCATE")
def test_sql_does_not_truncate(row):
    run_sql("SET CONSTRAINTS ALL IMMEDIATE")

    with refused_by_the_database():
        run_sql(f"TRUNCATE {table_of(row)} CASCADE")


@only_on("postgresql", "SQLite has no TRUNCATE")
def test_sql_does_not_truncate_by_way_of_another_table(row):
    run_sql("SET CONSTRAINTS ALL IMMEDIATE")

    with refused_by_the_database():
        run_sql("TRUNCATE actions_partnership CASCADE")
