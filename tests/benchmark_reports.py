"""What a report costs in each format, beside what it may cost.

Each format is drawn in a process of its own, as `python -m tests.benchmark_reports DATABASE PLAN FORMAT`, so that
the memory told is that of one worker that draws nothing else: the service itself (some 100 MB), the figures, and
the file. Times are the quickest of five, after one to warm up.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

ON, SINCE = date(2020, 11, 30), date(2020, 9, 30)
FIGURES = "the figures"
HAND_OUTS = ["two pages, Word", "two pages, PDF"]
FORMATS = [FIGURES, "Word", "PDF", "Excel", "CSV", "JSON", *HAND_OUTS]
MAY_TAKE = {94: {"PDF": 300, "any": 1000}, 2000: {"any": 3000}}  # milliseconds, by the number of actions
MAY_HOLD = 300  # megabytes


def told_of_reports(plans: dict[int, int], *, database: str) -> Iterator[str]:
    """A plain table, line by line. `plans` are the keys of plans by their number of actions."""
    yield f"{'report':<31}{'ms':>8}{'limit':>8}{'CPU ms':>9}{'KB':>8}{'peak MB':>9}{'limit':>8}"
    for size, plan in plans.items():
        for name in FORMATS:
            cost = _measured_apart(database, plan, name)
            may_take = MAY_TAKE[size].get(name, MAY_TAKE[size]["any"])
            is_over = cost["ms"] > may_take or cost["mb"] > MAY_HOLD
            yield (
                f"{size:>5} actions: {name:<16}{cost['ms']:>8.0f}{may_take:>8}{cost['cpu_ms']:>9.0f}{cost['kb']:>8.0f}"
                f"{cost['mb']:>9.0f}{MAY_HOLD:>8}{'  OVER' if is_over else ''}"
            )


def _measured_apart(database: str, plan: int, name: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmark_reports", database, str(plan), name]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measured(plan_id: int, name: str) -> dict[str, float]:
    draw = _drawer(plan_id, name)
    draw()
    taken, worked = [], []
    for _ in range(5):
        start, work = time.perf_counter(), time.process_time()
        drawn = draw()
        taken.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - work) * 1000)
    return {
        "ms": min(taken),
        "cpu_ms": min(worked),
        "kb": len(drawn) / 1024,
        "mb": peak_memory(),
    }


def peak_memory() -> float:
    """Megabytes, on Linux. Not getrusage's ru_maxrss, which begins at what the process that started this one held."""
    return int(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))[1]) / 1024


def _drawer(plan_id: int, name: str) -> Callable[[], bytes]:
    """As a download does it: through the formats of the view, with all that the service loads."""
    import actions.urls  # noqa: F401 (so that the process holds what the service holds)
    from actions.models import Plan
    from actions.reports.report_json import canonical
    from actions.summaries.report_content import Brief, report_content
    from actions.views.report_files import FORMATS as FILES

    def figures() -> dict:
        return report_content(Brief(Plan.objects.get(pk=plan_id), on=ON, since=SINCE, number=1))

    if name == FIGURES:
        return lambda: canonical(figures())
    content = figures()
    if name in HAND_OUTS:
        return _hand_out(content, name)
    (draw,) = [each.draw for each in FILES if each.label == name]
    return lambda: draw(content, None)


def _hand_out(content: dict, name: str) -> Callable[[], bytes]:
    from actions.reports.hand_out import Reader
    from actions.reports.pdf.hand_out import pdf_hand_out
    from actions.reports.word.hand_out import word_hand_out

    draw = {"two pages, Word": word_hand_out, "two pages, PDF": pdf_hand_out}[name]
    mark = {"sha256": "0" * 64, "frozen_at": f"{ON}T10:00:00+00:00", "number": 1}
    return lambda: draw(content, mark, Reader("Cabinet", "Cabinet", None, "https://example.org/"))


def main(database: str, plan: str, name: str) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendtracker.settings_test")
    django.setup()
    from django.db import connection

    connection.settings_dict["NAME"] = database
    print(json.dumps(measured(int(plan), name)))


if __name__ == "__main__":
    main(*sys.argv[1:])
