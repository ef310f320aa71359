"""What tests need from the database and a running service never does."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.db.backends.base.creation import BaseDatabaseCreation
from django.db.backends.base.operations import BaseDatabaseOperations

_plain_flush = BaseDatabaseOperations.execute_sql_flush


def only_on(vendor: str, why: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(connection.vendor != vendor, reason=f"Only on {vendor}: {why}.")


@contextmanager
def undone() -> Iterator[None]:
    """Roll back what is written inside, so that one Hypothesis example never sees the rows of another."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def triggers() -> dict[tuple[str, str], str]:
    """Every trigger of ours that would fire now, by table and name, with its SQL."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger "
                "WHERE NOT tgisinternal AND tgenabled = 'O'"
            )
        return {(table, name): sql for table, name, sql in cursor.fetchall()}


@contextmanager
def triggers_set_aside() -> Iterator[None]:
    """Without the triggers inside, with exactly the same ones after."""
    kept = triggers()
    tables = {table for table, _ in kept}
    if connection.vendor == "sqlite":
        aside = [f'DROP TRIGGER "{name}"' for _, name in kept]
        back = list(kept.values())
    else:
        # No table is altered while rows of it still wait for their foreign keys to be checked.
        now, later = "SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"
        aside = [now, *(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables), later]
        back = [now, *(f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in tables), later]
    with transaction.atomic(), connection.cursor() as cursor:
        for sql in aside:
            cursor.execute(sql)
        yield
        for sql in back:
            cursor.execute(sql)


def _deletions() -> list[str]:
    """For the few rows of a test a hundred times quicker than the TRUNCATE that Django would send PostgreSQL."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return [
        "SET CONSTRAINTS ALL DEFERRED",
        *(f"DELETE FROM {connection.ops.quote_name(table)}" for table in tables),
        "SET CONSTRAINTS ALL IMMEDIATE",
    ]


def flush_with_history(operations: BaseDatabaseOperations, sql_list: list[str]) -> None:
    """Empty the database after a test that committed, although history refuses to be deleted.

    Django makes content types and permissions anew right after. The cache is no model's table, so a
    flush passes it by: it is emptied here, or one test's sign-in attempts would count in the next.
    """
    with triggers_set_aside():
        _plain_flush(operations, _deletions() if connection.vendor == "postgresql" else sql_list)
    cache.clear()


def drop_with_sessions(creation: BaseDatabaseCreation, test_database_name: str, verbosity: int) -> None:
    """Drop the test database even if a thread of the live server still answers a browser that has left.

    PostgreSQL would refuse, and a run in which every test passed would end in an error. (SQLite has a way
    of its own, which this does not replace.)
    """
    with creation._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {creation.connection.ops.quote_name(test_database_name)} WITH (FORCE)")
