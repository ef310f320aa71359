"""A file that somebody uploaded → a Book, or one sentence on why it cannot be read and what to do next.

The file is read in a process of its own (reading/child.py) with little memory, little time and none of our secrets.
"""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePath
from tempfile import TemporaryFile
from typing import IO

from actions.imports.grid import Book, Sheet, UnreadableFile
from actions.imports.reading.bounds import MAX_BYTES
from actions.imports.reading.sentences import DAMAGED, EMPTY, TOO_LARGE_FILE, TOO_SLOW
from actions.imports.reading.wire import book_of

SECONDS = 20
ROOT = Path(__file__).resolve().parents[2]
CHILD = [sys.executable, "-E", "-s", "-m", "actions.imports.reading.child"]
KEPT_SETTINGS = {"SYSTEMROOT", "TEMP", "TMP"}
"""Of our environment, because Windows starts nothing without. The rest holds passwords."""
OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None
"""What a process returns that used up its time, where the system limits it."""
STRANGE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


def read_file(data: bytes, name: str) -> Book:
    if not data:
        raise UnreadableFile(EMPTY)
    if len(data) > MAX_BYTES:
        raise UnreadableFile(TOO_LARGE_FILE)
    with TemporaryFile() as given, TemporaryFile() as answer:
        given.write(data)
        given.seek(0)
        _ask(given, answer)
        answer.seek(0)
        kind, notices, sheets = _understood(answer)
    named = [_named(sheet, name) for sheet in sheets]
    return Book(file_name=name, kind=kind, sha256=sha256(data).hexdigest(), sheets=named, notices=notices)


def _ask(given: IO[bytes], answer: IO[bytes]) -> None:
    """Files and not pipes, so that nothing can block, and the system itself limits how long the answer gets."""
    environment = {name: value for name, value in os.environ.items() if name in KEPT_SETTINGS}
    try:
        ended = subprocess.run(  # noqa: S603 (always the same command: what was uploaded is only what it reads)
            CHILD, stdin=given, stdout=answer, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(TOO_SLOW) from error
    if ended.returncode:
        raise UnreadableFile(_why(ended.returncode))


def _why(code: int) -> str:
    return TOO_SLOW if code == OUT_OF_TIME else DAMAGED


def _understood(answer: IO[bytes]) -> tuple[str, list[str], list[Sheet]]:
    try:
        return book_of(answer)
    except STRANGE as error:
        raise UnreadableFile(DAMAGED) from error


def _named(sheet: Sheet, file_name: str) -> Sheet:
    """A .csv has no names of sheets: the file's serves."""
    return sheet if sheet.name else replace(sheet, name=PurePath(file_name).stem or file_name)
