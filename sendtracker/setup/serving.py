"""The demo's port and its web server."""

from __future__ import annotations

import os
import socket
import subprocess
from typing import NoReturn

from sendtracker.setup.packages import program
from sendtracker.setup.steps import ROOT, SetupError

HOST = "127.0.0.1"
USUAL_PORT = 8000
FIRST_FREE_FOR_ALL, LAST_PORT = 1024, 65535


def read_port(text: str) -> int:
    text = text.strip() or str(USUAL_PORT)
    if text.isdecimal() and 1 <= int(text) <= LAST_PORT:
        return int(text)
    raise SetupError(f"PORT is “{text}”: write a number from 1 to {LAST_PORT}, such as PORT=8001.")


def take_port(port: int) -> socket.socket:
    """Take it before anything is installed, so that nobody waits for what cannot be served in the end."""
    taken = socket.socket()
    if os.name != "nt":
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((HOST, port))
    except OSError as error:
        taken.close()
        other = port + 1 if FIRST_FREE_FOR_ALL <= port < LAST_PORT else USUAL_PORT
        raise SetupError(
            f"Port {port} cannot be used ({error.strerror}). Choose another one, such as PORT={other}."
        ) from error
    return taken


def serve(taken: socket.socket, env: dict[str, str]) -> int:
    """Serve until Ctrl-C. From here on the address answers: whoever opens it waits for the first worker."""
    env = os.environ | env
    if os.name != "nt":
        _become_gunicorn(taken, env)
    port = taken.getsockname()[1]
    taken.close()
    runserver = [program("python"), "manage.py", "runserver", f"{HOST}:{port}", "--noreload"]
    return subprocess.run(runserver, cwd=ROOT, env=env).returncode  # noqa: S603


def _become_gunicorn(taken: socket.socket, env: dict[str, str]) -> NoReturn:
    """This process turns into the web server, so that a stop signal reaches it and nothing is left over."""
    taken.listen()
    taken.set_inheritable(True)
    options = ["--bind", f"fd://{taken.fileno()}", "--workers", "2", "--threads", "4"]
    quiet = ["--log-level", "warning", "--no-control-socket"]
    python = str(program("python"))
    os.chdir(ROOT)
    os.execve(python, [python, "-m", "gunicorn", *options, *quiet, "sendtracker.wsgi"], env)  # noqa: S606
