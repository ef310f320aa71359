"""How long pages and reports take on plans of 94 and of 2,000 actions: `python -m tests.benchmark`.

It makes a database of its own, tells what it measured, and decides nothing: a timing never fails a
test. Each page is asked for five times through Django's test client, in one process, after one
warm-up; what is printed is the median in milliseconds, and the number of queries.
"""

import os
import resource
import statistics
import time
from datetime import date, timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendtracker.settings_test")

SIZES = (94, 2000)
MONTHS = 20
ON = date(2020, 11, 30)
WORDS = "The post has been advertised three times and nobody suitable has applied."


def make_plan_of(size: int):
    """Every action is spoken of each month, and changes its status every fourth time."""
    from actions.choices import Status
    from actions.models import Action, StatusUpdate
    from tests import factories as make

    plan = make.make_plan(title=f"A plan of {size} actions")
    by = make.make_member(plan.partnership)
    make.make_meeting(make.make_body(plan.partnership), held_on=date(2020, 9, 30))
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


def reports_of(plan) -> list[tuple[str, float, int]]:
    """Median seconds of three, after one to warm up, and the size in KB, of a report in each format."""
    from actions.reports.pdf import pdf_report
    from actions.reports.report_csv import report_csv
    from actions.reports.report_json import canonical
    from actions.reports.word import word_report
    from actions.reports.workbook import workbook_report
    from actions.summaries.report_content import Brief, report_content

    content = report_content(Brief(plan, on=ON, since=date(2020, 9, 30), number=1))
    formats = {
        "figures": lambda: canonical(report_content(Brief(plan, on=ON, since=date(2020, 9, 30), number=1))),
        "Word": lambda: word_report(content, None),
        "PDF": lambda: pdf_report(content, None),
        "Excel": lambda: workbook_report(content, None),
        "CSV": lambda: report_csv(content),
    }
    told = []
    for name, draw in formats.items():
        times = []
        for _ in range(4):
            start = time.perf_counter()
            drawn = draw()
            times.append(time.perf_counter() - start)
        told.append((name, statistics.median(times[1:]), len(drawn) // 1024))
    return told


def main() -> None:
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    kept = setup_databases(verbosity=0, interactive=False)
    print(f"{connection.vendor}, {MONTHS} months of updates, as at {ON}")
    print(f"{'page':<32}" + "".join(f"{size:>8} actions: ms, queries, KB" for size in SIZES))
    rows: dict[str, list[str]] = {}
    for size in SIZES:
        plan, person = make_plan_of(size)
        client = Client()
        client.force_login(person)
        for name, address, before, headers in pages_of(client, plan):
            took, queries, length = measured(client, address, before, **headers)
            rows.setdefault(name, []).append(f"{took:>16.0f} {queries:>8} {length / 1024:>6.0f}")
        for name, took, length in reports_of(plan):
            rows.setdefault(f"report: {name}", []).append(f"{took * 1000:>16.0f} {'':>8} {length:>6}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        rows.setdefault("peak memory of the process, MB", []).append(f"{peak:>16} {'':>8} {'':>6}")
    for name, cells in rows.items():
        print(f"{name:<32}" + "".join(cells))
    teardown_databases(kept, verbosity=0)


if __name__ == "__main__":
    main()
