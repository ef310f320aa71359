"""What is installed, and where: Python packages in .venv, others' style and script in node_modules."""
# ruff: noqa: S603  (it starts the machine's own python, uv, node and npm)

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from sendtracker.setup.steps import ROOT, Step, quietly

VAR = ROOT / "var"
VENV = ROOT / ".venv"
NODE_VENV = VAR / "node"
OLDEST_NODE = (20, 19)  # the Sass compiler asks for it; Debian 12 brings 18


def setup_steps(*, for_work: bool) -> list[Step]:
    """All that serving the service needs; `for_work` adds what tests and lints it."""
    serving = _python_packages("requirements.txt")
    working = _python_packages("requirements-dev.txt")
    return [working if for_work or working.is_done() else serving, *_front_end()]


# ──── Python


def program(name: str, *, venv: Path = VENV) -> Path:
    return venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name


def uv() -> str | None:
    return shutil.which("uv")


def is_sound(venv: Path) -> bool:
    """Whether an environment that is there already can be kept: it may be half made, or another Python's."""
    needed = "import sys" if uv() else "import pip, sys"
    check = f"{needed}; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    python = program("python", venv=venv)
    return python.exists() and subprocess.run([python, "-c", check], capture_output=True).returncode == 0


def install(requirements: Path, *, venv: Path = VENV) -> None:
    if not is_sound(venv):
        shutil.rmtree(venv, ignore_errors=True)
        quietly(sys.executable, "-m", "venv", venv)
    python = program("python", venv=venv)
    installer = [uv(), "pip", "install", "--python", python] if uv() else [python, "-m", "pip", "install"]
    quietly(*installer, "--require-hashes", "-r", requirements)


def _python_packages(name: str) -> Step:
    locked = ROOT / name
    count = len(re.findall(r"^[\w.-]+==", locked.read_text(), re.MULTILINE))
    title = f"Installing Python packages ({count})"
    return Step(title, lambda: install(locked), VENV / f"{name}.stamp", (locked,))


# ──── the front end


def machine_npm() -> str | None:
    """The npm on the path, unless its Node.js is too old for us."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    version = tuple(int(number) for number in re.findall(r"\d+", said)[:2])
    return npm if version >= OLDEST_NODE else None


def npm(*words: str) -> None:
    """The machine's npm, or else the one that a step has put into var/node."""
    found = Path(machine_npm() or program("npm", venv=NODE_VENV))
    path = f"{found.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    quietly(found, *words, PATH=path, NODE_USE_SYSTEM_CA="1")  # a council's network often has its own authority


def _front_end() -> list[Step]:
    lock = (ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc")
    sheets = tuple(sorted((ROOT / "static" / "css").glob("*.scss")))
    steps = [
        Step(
            "Installing front-end packages",
            lambda: npm("ci", "--ignore-scripts"),
            ROOT / "node_modules" / "packages.stamp",
            lock,
        ),
        Step(
            "Building the style sheet",
            lambda: npm("run", "build"),
            VAR / "frontend" / "css" / ".govuk.css.stamp",
            (*lock, *sheets),
        ),
    ]
    if all(step.is_done() for step in steps) or machine_npm():
        return steps
    locked = ROOT / "requirements-node.txt"
    fetch = Step(
        "Fetching Node.js, for this folder only",
        lambda: install(locked, venv=NODE_VENV),
        NODE_VENV / "requirements-node.txt.stamp",
        (locked,),
    )
    return [fetch, *steps]
