#!/usr/bin/env python3
"""Set SEND Tracker up and run it. Needs Python 3.11 or newer with its venv module, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys

from sendtracker.setup.locks import lock_steps
from sendtracker.setup.packages import VAR, program, setup_steps
from sendtracker.setup.serving import HOST, read_port, serve, take_port
from sendtracker.setup.steps import ROOT, SetupError, Step, carry_out, quietly

OLDEST_PYTHON = (3, 11)
DEMO_ENV = {
    "DEMO": "1",
    "DATABASE_URL": "sqlite:///var/demo.sqlite3",
    "DJANGO_SETTINGS_MODULE": "sendtracker.settings",
}
HELP = """\
python3 run.py demo               install everything, load the demo and serve it (PORT changes the port)
python3 run.py test [words…]      install everything and run the tests; the words go to pytest
python3 run.py setup              install everything, and start nothing
python3 run.py manage words…      Django's manage.py
python3 run.py lint               look for faults and untidy code with ruff
python3 run.py lock [--upgrade]   write the locked requirements anew (needs uv and npm)
"""


def demo() -> int:
    port = read_port(os.environ.get("PORT", ""))
    taken = take_port(port)
    (VAR / "static").mkdir(parents=True, exist_ok=True)
    people = []
    carry_out(
        [
            *setup_steps(for_work=False),
            Step("Preparing the database var/demo.sqlite3", lambda: demo_manage("migrate")),
            Step("Loading the demo", lambda: people.append(demo_manage("load_demo"))),
        ]
    )
    print(f"\n{people[0].strip()}\n\nSEND Tracker is at http://{HOST}:{port} (Ctrl-C stops it)", flush=True)
    return serve(taken, DEMO_ENV)


def demo_manage(verb: str) -> str:
    return quietly(program("python"), "manage.py", verb, **DEMO_ENV)


def test(*words: str) -> int:
    carry_out(setup_steps(for_work=True))
    return start("-m", "pytest", *words)


def setup() -> int:
    carry_out(setup_steps(for_work=True))
    print("Everything is installed.")
    return 0


def manage(*words: str) -> int:
    carry_out(setup_steps(for_work=False))
    return start("manage.py", *words)


def lint() -> int:
    carry_out(setup_steps(for_work=True))
    return start("-m", "ruff", "check") | start("-m", "ruff", "format", "--check")


def lock(*words: str) -> int:
    carry_out(lock_steps(*words))
    return 0


def start(*words: str) -> int:
    """Run our Python, with all that it says in sight."""
    return subprocess.run([program("python"), *words], cwd=ROOT).returncode


VERBS = {"demo": demo, "test": test, "setup": setup, "manage": manage, "lint": lint, "lock": lock}
TAKES_WORDS = {"test", "manage", "lock"}


def fault_in(words: list[str]) -> str | None:
    """What is wrong with the words typed, or with the Python that reads them."""
    verb, *rest = words
    if verb not in VERBS:
        return f"There is no “{verb}” here.\n\n{HELP}"
    if rest and verb not in TAKES_WORDS:
        return f"“{verb}” stands alone: leave out “{' '.join(rest)}”."
    if sys.version_info < OLDEST_PYTHON:
        needed, found = ("{}.{}".format(*version) for version in (OLDEST_PYTHON, sys.version_info))
        return f"SEND Tracker needs Python {needed} or newer, and this is {found}. Start run.py with a newer one."
    return None


def main(words: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    if not words or words[0] in {"help", "-h", "--help"}:
        print(HELP, end="")
        return 0
    if fault := fault_in(words):
        print(fault.rstrip(), file=sys.stderr)
        return 2
    try:
        return VERBS[words[0]](*words[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
