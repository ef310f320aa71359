"""The parts of an .xlsx or .ods file, a zip archive. What would unpack to too much is refused unread."""

import struct
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from actions.imports.grid import UnreadableFile
from actions.imports.reading.bounds import MAX_ENTRIES, MAX_UNPACKED
from actions.imports.reading.sentences import DAMAGED, HOLDS_TOO_MUCH, LOCKED

DIRECTORY_END = b"PK\x05\x06"
LONGEST_END = 66_000
LONGEST_ENTRY = 512
"""Bytes that one entry may take in the archive's list of contents, on average."""
LOCAL_HEADER = 30
ENCRYPTED = 1


class Package:
    def __init__(self, stream: IO[bytes]) -> None:
        _refuse_long_list(stream)
        try:
            self._zip = ZipFile(stream)
        except (BadZipFile, NotImplementedError, OSError, ValueError) as error:
            raise UnreadableFile(DAMAGED) from error
        entries = self._zip.infolist()
        _refuse_strange(entries)
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}
        if len(self._entries) < len(entries):
            raise UnreadableFile(DAMAGED)

    @property
    def names(self) -> list[str]:
        """In small letters, as Office does not tell large from small."""
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def open(self, name: str) -> IO[bytes]:
        """What comes out is never longer than was declared, and refused where the two differ: zipfile sees to it."""
        if name not in self:
            raise UnreadableFile(DAMAGED)
        return self._zip.open(self._entries[name.lower()])

    def read(self, name: str, most: int) -> bytes:
        with self.open(name) as part:
            return part.read(most)


def _refuse_long_list(stream: IO[bytes]) -> None:
    """Before zipfile makes an object of each entry."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - LONGEST_END))
    tail = stream.read()
    stream.seek(0)
    place = tail.rfind(DIRECTORY_END)
    if place < 0 or len(tail) < place + 22:
        raise UnreadableFile(DAMAGED)
    (length,) = struct.unpack_from("<I", tail, place + 12)
    if length > MAX_ENTRIES * LONGEST_ENTRY:
        raise UnreadableFile(HOLDS_TOO_MUCH)


def _refuse_strange(entries: list[ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise UnreadableFile(HOLDS_TOO_MUCH)
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise UnreadableFile(LOCKED)
    if any(entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for entry in entries) or _overlap(entries):
        raise UnreadableFile(DAMAGED)


def _overlap(entries: list[ZipInfo]) -> bool:
    """One piece of data that serves as several entries, or entries one within the other."""
    reached = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < reached:
            return True
        reached = entry.header_offset + LOCAL_HEADER + len(entry.filename.encode()) + entry.compress_size
    return False
