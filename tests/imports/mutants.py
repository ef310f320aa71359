"""Damaged files, each made from its number alone, and the process that reads them by the hundred.

    python -m tests.imports.mutants FOLDER FIRST AFTER

It reads the files of the folder, damages them in that many ways under the limits of one upload, and prints a line for
each: what came of it, the seconds it took, the most memory that was ever in use. Where it dies, the line is missing.
"""

import io
import random
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from actions.imports.grid import UnreadableFile
from actions.imports.reading import limits
from actions.imports.reading.read import read
from actions.imports.reading.wire import book_of, lines_of

NUMBERS = [b"0", b"-1", b"1", b"16384", b"1048576", b"99999999999", b"1e308", b"nan", b"x", b"", b"\xff"]
PIECES = [b"<", b">", b'"', b"/>", b"<row>", b"<c t='s'><v>7</v></c>", b"<c r='ZZZ9999999'>", b"\x00", b"&#0;", b"\n"]
BOUND = 64


def mutant(originals: list[bytes], number: int) -> bytes:
    chance = random.Random(number)
    content = chance.choice(originals)
    for _ in range(chance.choice([1, 1, 2, 5])):
        ways = [flipped, flipped, spliced, renumbered, renumbered, cut_short]
        if zipfile.is_zipfile(io.BytesIO(content)):
            ways += [part_damaged] * 6 + [parts_swapped]
        content = chance.choice(ways)(content, chance)
    return content


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 4, 20]) if content else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut_short(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def spliced(content: bytes, chance: random.Random) -> bytes:
    """A stretch doubled, left out, or with something else in its place."""
    start = chance.randint(0, len(content))
    stretch = content[start : start + chance.randint(0, BOUND)]
    return content[:start] + chance.choice([b"", stretch * 2, *PIECES]) + content[start + len(stretch) :]


def renumbered(content: bytes, chance: random.Random) -> bytes:
    places = [place for place, byte in enumerate(content) if byte in b"0123456789"]
    if not places:
        return content
    place = chance.choice(places)
    return content[:place] + chance.choice(NUMBERS) + content[place + 1 :]


def part_damaged(content: bytes, chance: random.Random) -> bytes:
    """Packed anew, so that the damage gets past the archive's own checks and to the parser."""
    way: Callable = chance.choice([flipped, cut_short, spliced, renumbered, renumbered, renumbered, renumbered])
    parts = _parts(content)
    if not any(parts.values()):
        return content
    name = chance.choices(list(parts), weights=map(len, parts.values()))[0]
    return _zipped({**parts, name: way(parts[name], chance)})


def parts_swapped(content: bytes, chance: random.Random) -> bytes:
    parts = _parts(content)
    if len(parts) < 2:
        return content
    one, other = chance.sample(list(parts), 2)
    return _zipped({**parts, one: parts[other], other: parts[one]})


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # what is damaged already stays so
        return {}


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return target.getvalue()


def outcome_of(content: bytes) -> str:
    """book, refused, or the exception that nobody expects. A book has also been through the wire."""
    try:
        draft, sheets = read(io.BytesIO(content))
        told = book_of(lines_of(draft, sheets))
        return "book" if told[0] == draft.kind and len(told[2]) == len(sheets) else "lost"
    except UnreadableFile:
        return "refused"
    except BaseException as error:
        return type(error).__name__


def main(folder: str, first: str, after: str) -> None:
    originals = [path.read_bytes() for path in sorted(Path(folder).iterdir())]
    limits.CPU_SECONDS = 600  # of one file; here there are hundreds
    limits.limit_this_process()
    for number in range(int(first), int(after)):
        content = mutant(originals, number)
        start = time.process_time()
        outcome = outcome_of(content)
        sys.stdout.write(f"{number} {outcome} {time.process_time() - start:.2f} {most_memory()}\n")
        sys.stdout.flush()


def most_memory() -> int:
    """In MB, where the system tells. (What getrusage says includes the process that started this one.)"""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:")), 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
