"""The triggers that the migrations make are still in the database after the last of them."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from actions.migrations._triggers import Trigger
from tests.database import triggers
from tests.models import (
    test_action_link,
    test_closed_books,
    test_enquiry_triggers,
    test_frozen_reports,
    test_import_triggers,
    test_promises_stay,
    test_triggers,
    test_triggers_on_decisions,
)

pytestmark = pytest.mark.django_db


def migrated_triggers() -> dict[str, Trigger]:
    """The newest operation for each name, over every migration there is."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return {
        operation.name: operation
        for key in loader.graph.forwards_plan(loader.graph.leaf_nodes("actions")[0])
        for operation in loader.graph.nodes[key].operations
        if isinstance(operation, Trigger)
    }


@pytest.mark.parametrize("name", migrated_triggers())
def test_trigger_of_the_migrations_is_in_the_database(name):
    operation = migrated_triggers()[name]
    made = operation.sqlite if connection.vendor == "sqlite" else operation.postgresql
    expected = made.count("CREATE TRIGGER")

    there = [key for key in triggers() if key[0] == operation.table and key[1].startswith(name)]

    assert len(there) == expected, (
        f"{name} is gone from {operation.table}: SQLite drops a table's triggers when a migration rebuilds it. "
        "End that migration with the same Trigger operation again."
    )


def test_trigger_of_each_name_is_tried_in_test_triggers():
    places = [
        test_triggers,
        test_triggers_on_decisions,
        test_promises_stay,
        test_enquiry_triggers,
        test_action_link,
        test_frozen_reports,
        test_closed_books,
        test_import_triggers,
    ]
    tried = {trigger for place in places for trigger, *_ in place.REFUSED}

    assert tried == set(migrated_triggers()), "Add a case to REFUSED for each Trigger of the migrations."


@pytest.mark.django_db(transaction=True)
def test_trigger_goes_with_its_migration_and_comes_back_with_it():
    before = triggers()

    call_command("migrate", "actions", "0001", verbosity=0)
    without = triggers()
    call_command("migrate", "actions", verbosity=0)

    assert (without, triggers()) == ({}, before)


@pytest.mark.django_db(transaction=True)
def test_triggers_that_name_a_table_outlive_its_rebuilding_on_the_way_back_too():
    latest = triggers()
    new = "progress_report_is_published_with_its_content"

    call_command("migrate", "actions", "0015", verbosity=0)
    before = triggers()
    call_command("migrate", "actions", "0014", verbosity=0)
    without = triggers()
    call_command("migrate", "actions", verbosity=0)

    assert without == {key: sql for key, sql in before.items() if not key[1].startswith(new)}
    assert triggers() == latest
