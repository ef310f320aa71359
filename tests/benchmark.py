"""How long pages and reports take on plans of 94 and of 2,000 actions: `python -m tests.benchmark`.

It makes a database of its own, tells what it measured, and decides nothing: a timing never fails a
test. Each page is asked for five times through Django's test client, in one process, after one
warm-up; what is printed is the median in milliseconds, and the number of queries. Reports are drawn
by benchmark_reports.py, trackers previewed by benchmark_imports.py.
"""

import os
import statistics
import time
from collections.abc import Iterator
from datetime import timedelta
from tempfile import TemporaryDirectory

from tests.benchmark_imports import told_of_imports
from tests.benchmark_reports import ON, SINCE, told_of_reports

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendtracker.settings_test")

SIZES = (94, 2000)
MONTHS = 20
WORDS = "The post has been advertised three times and nobody suitable has applied."


def make_plan_of(size: int):
    """Every action is spoken of each month, and changes its status every fourth time."""
    from actions.choices import Status
    from actions.models import Action, StatusUpdate
    from tests import factories as make

    plan = make.make_plan(title=f"A plan of {size} actions")
    by = make.make_member(plan.partnership)
    make.make_meeting(make.make_body(plan.partnership), held_on=SINCE)
    priorities = [make.make_priority(plan) for _ in range(8)]
    leads = [make.make_organisation(plan.partnership) for _ in range(20)]
    actions = Action.objects.bulk_create(
        Action(
            plan=plan,
            priority=priorities[number % 8],
            lead_organisation=leads[number % 20],
            ref=str(number),
            title=f"Shorten the wait for a first appointment in district {number}",
            added_on=plan.starts_on,
            planned_start_on=plan.starts_on + timedelta(days=number % 300),
            original_due_on=plan.starts_on + timedelta(days=300 + number % 300),
            order=number,
        )
        for number in range(size)
    )
    path = [Status.NOT_STARTED, Status.ON_TRACK, Status.DELAYED, Status.ON_TRACK, Status.COMPLETE]
    before = dict.fromkeys((action.pk for action in actions), Status.NOT_STARTED)
    for month in range(MONTHS):
        updates = []
        for number, action in enumerate(actions):
            status = path[min(len(path) - 1, (month + number) // 8)]
            updates.append(
                StatusUpdate(
                    action=action,
                    status=status,
                    status_before=before[action.pk],
                    effective_on=plan.starts_on + timedelta(days=30 * month),
                    recorded_by=by,
                    reason=WORDS,
                    progress=WORDS,
                )
            )
            before[action.pk] = status
        StatusUpdate.objects.bulk_create(updates, batch_size=500)
    return plan, by


def measured(client, address: str, before=lambda: None, **headers) -> tuple[float, int, int]:
    """Median milliseconds, queries, bytes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times = []
    for _ in range(6):
        before()
        start = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address, headers=headers)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:]), len(queries), len(response.content)


def pages_of(client, plan) -> list[tuple]:
    from django.core.cache import caches
    from django.urls import reverse

    on = f"?on={ON}"
    dashboard = reverse("plan-dashboard", args=[plan.pk]) + on
    client.get(dashboard)
    tag = client.get(dashboard)["ETag"]
    return [
        ("dashboard, worked out", dashboard, caches["pages"].clear, {}),
        ("dashboard, kept", dashboard, lambda: None, {}),
        ("dashboard, unchanged (304)", dashboard, lambda: None, {"If-None-Match": tag}),
        ("what moved", reverse("movement-ledger", args=[plan.pk]) + on, lambda: None, {}),
        ("list of actions", reverse("action-list", args=[plan.pk]) + on, lambda: None, {}),
        ("list as CSV", reverse("action-list-csv", args=[plan.pk]) + on, lambda: None, {}),
        ("dates", reverse("date-list", args=[plan.pk]) + on, lambda: None, {}),
    ]


def told_of_pages(plans: dict) -> Iterator[str]:
    """A plain table, line by line. `plans` are each plan and somebody who may see it, by its number of actions."""
    from django.test import Client

    yield f"{'page':<28}" + "".join(f"{size:>8} actions: ms, queries, KB" for size in plans)
    rows: dict[str, list[str]] = {}
    for plan, person in plans.values():
        client = Client()
        client.force_login(person)
        for name, address, before, headers in pages_of(client, plan):
            took, queries, length = measured(client, address, before, **headers)
            rows.setdefault(name, []).append(f"{took:>16.0f} {queries:>8} {length / 1024:>6.0f}")
    for name, cells in rows.items():
        yield f"{name:<28}" + "".join(cells)


def main() -> None:
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    with TemporaryDirectory() as folder:
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = f"{folder}/benchmark.sqlite3"  # other processes read it too
        kept = setup_databases(verbosity=0, interactive=False)
        print(f"{connection.vendor}, {MONTHS} months of updates, as at {ON}\n")
        plans = {size: make_plan_of(size) for size in SIZES}
        print(*told_of_pages(plans), sep="\n", end="\n\n", flush=True)
        keys = {size: plan.pk for size, (plan, _) in plans.items()}
        for line in told_of_reports(keys, database=connection.settings_dict["NAME"]):
            print(line, flush=True)
        teardown_databases(kept, verbosity=0)
    print(f"\n{told_of_imports()}")


if __name__ == "__main__":
    main()
