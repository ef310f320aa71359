"""Rules that only the database can keep against every path: SQL for SQLite and for PostgreSQL.

SQLite drops a table's triggers when a migration rebuilds the table (AlterField, AddConstraint…), so
such a migration ends with the same operation again. tests/models/test_triggers.py notices if not.
"""

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Trigger(migrations.RunPython):
    """Make a trigger for the database at hand, replacing one of the same name: going back makes `replaces` again."""

    def __init__(self, name: str, table: str, *, sqlite: str, postgresql: str, replaces: "Trigger | None" = None):
        self.name, self.table = name, table
        self.sqlite, self.postgresql = sqlite, postgresql
        super().__init__(self._make, replaces._make if replaces else self._drop)

    def deconstruct(self):
        return type(self).__name__, [self.name, self.table], {"sqlite": self.sqlite, "postgresql": self.postgresql}

    def describe(self) -> str:
        return f"Trigger {self.name} on {self.table}"

    def _make(self, apps, schema_editor) -> None:
        self._drop(apps, schema_editor)
        if schema_editor.connection.vendor == "sqlite":
            for number, body in enumerate(_statements(self.sqlite)):
                schema_editor.execute(body.format(name=f"{self.name}_{number}", table=self.table))
        else:
            schema_editor.execute(self.postgresql.format(name=self.name, table=self.table), params=None)

    def _drop(self, apps, schema_editor) -> None:
        connection = schema_editor.connection
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [f"{self.name}_%"]
                )
                names = [row[0] for row in cursor.fetchall()]
            for name in names:
                schema_editor.execute(f'DROP TRIGGER "{name}"')
        else:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {self.name}() CASCADE")


def _statements(sql: str) -> list[str]:
    return [part.strip() for part in sql.split("-- next") if part.strip()]


def rebuilding(table: str, *operations: Operation) -> list[Operation]:
    """Operations for which SQLite rebuilds a table, forwards and back, when triggers of other tables name it.

    SQLite refuses such a rebuild, and drops the table's own triggers. All of them are set aside, and are the
    same again afterwards.
    """
    kept: list[str] = []

    def set_aside(apps, schema_editor) -> None:
        if schema_editor.connection.vendor != "sqlite":
            return
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND instr(sql, %s) ORDER BY rowid", [table]
            )
            found = cursor.fetchall()
        kept[:] = [sql for _, sql in found]
        for name, _ in found:
            schema_editor.execute(f'DROP TRIGGER "{name}"')

    def put_back(apps, schema_editor) -> None:
        while kept:
            schema_editor.execute(kept.pop(0), params=None)

    return [
        migrations.RunPython(set_aside, put_back),
        *operations,
        migrations.RunPython(put_back, set_aside),
    ]


def append_only(table: str) -> Trigger:
    """No row of the table is ever changed or deleted, whoever asks.

    SQLite's INSERT OR REPLACE deletes without telling the triggers on delete: refused on its own.
    """
    message = "what happened is only ever added: put a mistake right with a newer row"
    return Trigger(
        f"{table}_is_append_only",
        table,
        sqlite=f"""
            CREATE TRIGGER {{name}} BEFORE UPDATE ON {{table}} BEGIN SELECT RAISE(ABORT, '{message}'); END
            -- next
            CREATE TRIGGER {{name}} BEFORE DELETE ON {{table}} BEGIN SELECT RAISE(ABORT, '{message}'); END
            -- next
            CREATE TRIGGER {{name}} BEFORE INSERT ON {{table}} WHEN EXISTS (SELECT 1 FROM {{table}} WHERE id = NEW.id)
            BEGIN SELECT RAISE(ABORT, '{message}'); END
        """,
        postgresql=f"""
            CREATE FUNCTION {{name}}() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
            CREATE TRIGGER {{name}} BEFORE UPDATE OR DELETE ON {{table}} FOR EACH ROW EXECUTE FUNCTION {{name}}();
            CREATE TRIGGER {{name}}_at_once BEFORE TRUNCATE ON {{table}} EXECUTE FUNCTION {{name}}();
        """,
    )


def refusing(name: str, table: str, *, event: str, when: str, message: str, replaces: Trigger | None = None) -> Trigger:
    """Refuse a write for which `when` holds: plain SQL over NEW and OLD that both databases understand."""
    return Trigger(
        name,
        table,
        sqlite=f"""
            CREATE TRIGGER {{name}} BEFORE {event} ON {{table}} WHEN {when} BEGIN SELECT RAISE(ABORT, '{message}'); END
        """,
        postgresql=f"""
            CREATE FUNCTION {{name}}() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
                IF {when} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
                RETURN COALESCE(NEW, OLD);
            END $$;
            CREATE TRIGGER {{name}} BEFORE {event} ON {{table}} FOR EACH ROW EXECUTE FUNCTION {{name}}();
        """,
        replaces=replaces,
    )


STATUS_UPDATE = "actions_statusupdate"


def status_update_rules() -> list[Trigger]:
    """An update follows from the one before it, and stays."""
    return [
        append_only(STATUS_UPDATE),
        refusing(
            "status_update_follows_the_last",
            STATUS_UPDATE,
            event="INSERT",
            when="""EXISTS (
                SELECT 1 FROM actions_statusupdate AS earlier
                WHERE earlier.action_id = NEW.action_id AND earlier.effective_on > NEW.effective_on
            ) OR NEW.effective_on < (SELECT added_on FROM actions_action WHERE id = NEW.action_id)""",
            message="an update never counts from a day before the last one",
        ),
        refusing(
            "status_update_starts_from_the_last",
            STATUS_UPDATE,
            event="INSERT",
            when="""NEW.status_before <> COALESCE((
                SELECT earlier.status FROM actions_statusupdate AS earlier WHERE earlier.action_id = NEW.action_id
                ORDER BY earlier.effective_on DESC, earlier.id DESC LIMIT 1
            ), 'not_started')""",
            message="status_before must be the status in force before this update",
        ),
    ]
