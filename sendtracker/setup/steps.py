"""A step of setting up: done once, and again only when one of the files it was made from has changed."""
# ruff: noqa: T201, S603  (it speaks to a person at a terminal, and starts the programs that run.py names)

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LINES_SHOWN = 20

ADVICE = [
    (
        r"ensurepip|No module named '?venv",
        "This Python has no venv module. On Debian or Ubuntu: apt install python3-venv",
    ),
    (
        r"DO NOT MATCH THE HASHES|Hash mismatch|EINTEGRITY",
        "A package is not the one that was locked. Find out what changes files on their way here",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|invalid peer certificate|_CERT_IN_CHAIN|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)",
        "The network here answers with a certificate of its own. Name its file in PIP_CERT, SSL_CERT_FILE and "
        "NODE_EXTRA_CA_CERTS",
    ),
    (
        r"getaddrinfo|NewConnectionError|Connect(ion|Timeout)Error|ReadTimeout|ProxyError|dns error|"
        r"Network is unreachable|error sending request|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH",
        "The package index did not answer. Check the network, or HTTPS_PROXY if there is a proxy",
    ),
    (r"No space left|ENOSPC", "The disk is full. Make room"),
    (r"Permission denied|EACCES|EPERM", f"A file may not be written. See who owns {ROOT}"),
]


class SetupError(Exception):
    """Nothing more can be done; the text says what to do next."""


def advice(output: str) -> str:
    matching = (words for pattern, words in ADVICE if re.search(pattern, output, re.IGNORECASE))
    words = next(matching, "The lines above say what failed. Put it right")
    return f"{words}, then run the same command again: finished steps are kept."


def quietly(*command: str | Path, **env: str) -> str:
    """Run it and return what it printed; nobody sees that unless it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=os.environ | env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        last = done.stdout.strip().splitlines()[-LINES_SHOWN:]
        raise SetupError("\n".join([*(f"    {line}" for line in last), "", advice(done.stdout)]))
    return done.stdout


@dataclass(frozen=True)
class Step:
    """Its stamp lies beside what it makes, so that deleting one deletes both. No stamp: it always runs."""

    title: str
    act: Callable[[], object]
    stamp: Path | None = None
    made_from: tuple[Path, ...] = ()

    def fingerprint(self) -> str:
        digest = hashlib.sha256("{}.{}".format(*sys.version_info).encode())
        for path in self.made_from:
            digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

    def is_done(self) -> bool:
        return bool(self.stamp and self.stamp.is_file() and self.stamp.read_text() == self.fingerprint())

    def run(self) -> None:
        self.act()
        if self.stamp:
            self.stamp.parent.mkdir(parents=True, exist_ok=True)
            self.stamp.write_text(self.fingerprint())


def carry_out(steps: list[Step]) -> None:
    """Run the steps that are not done yet, saying which it is, of how many, and how long it took."""
    pending = [step for step in steps if not step.is_done()]
    for number, step in enumerate(pending, start=1):
        print(f"[{number}/{len(pending)}] {step.title}…", end="", flush=True)
        began = time.monotonic()
        try:
            step.run()
        except BaseException:
            print(flush=True)
            raise
        print(f" {time.monotonic() - began:.0f} s", flush=True)
