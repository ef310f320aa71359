"""What a file is by what it holds, whatever its name says."""

import re
from typing import IO

from actions.imports.grid import UnreadableFile
from actions.imports.reading.package import Package
from actions.imports.reading.sentences import DAMAGED, EMPTY, LOCKED, wrong_kind

ZIP, OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
OLD_SHEETS = (b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
"""How Excel files began before they were put into containers."""
UTF16 = (b"\xff\xfe", b"\xfe\xff")
HEAD = 4_096
WEB_PAGE = "a web page with the name of a spreadsheet"

BINARY = [
    (re.compile(rb"%PDF"), "a PDF"),
    (
        re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|BM|II\*|MM\x00\*|RIFF....WEBP|....ftyp(hei|mif)", re.S),
        "a picture",
    ),
    (re.compile(rb"RIFF|....ftyp|ID3|OggS", re.S), "a film or a sound"),
    (re.compile(rb"PK|Rar!|7z\xbc\xaf|\x1f\x8b"), "an archive of files"),
    (re.compile(rb"SQLite format 3|\x00\x01\x00\x00Standard"), "a database"),
    (re.compile(rb"MZ|\x7fELF"), "a program"),
]
WORDY = [
    (re.compile(rb"%PDF"), "a PDF"),
    (re.compile(rb"\{\\rtf"), "a Word document"),
    (re.compile(rb"(\xef\xbb\xbf)?\s*(<html|<!doctype html|<head|<table|<meta|<\?xml[^>]*>\s*<html)", re.I), WEB_PAGE),
    (re.compile(rb"mime-version:", re.I), WEB_PAGE),
    (re.compile(rb"(\xef\xbb\xbf)?\s*(<\?xml|<office:document|<svg)", re.I), "an XML file"),
    (re.compile(rb"\s*[{[]\s*[{\"]"), "a JSON file"),
]
UNKNOWN = "a kind of file that cannot be read here"
INSIDE_ZIP = {
    "xl/workbook.bin": "a binary Excel workbook (.xlsb)",
    "word/": "a Word document",
    "ppt/": "a PowerPoint presentation",
    "visio/": "a Visio drawing",
    "index/document.iwa": "a Numbers file",
    "index.zip": "a Numbers file",
}
OPEN_DOCUMENTS = {b".text": "a text document", b".presentation": "a presentation", b".graphics": "a drawing"}
INSIDE_OLE = {
    "WordDocument": "a Word document",
    "PowerPoint Document": "a PowerPoint presentation",
    "VisioDocument": "a Visio drawing",
    "__properties_version1.0": "an Outlook message",
}
UNTABLED = re.compile(rb"[\x00-\x06\x0e-\x1a]")


def kind_of(stream: IO[bytes]) -> str:
    """xlsx, ods, xls or delimited; anything else is refused by what it is."""
    stream.seek(0)
    head = stream.read(HEAD)
    if not head.strip():
        raise UnreadableFile(EMPTY)
    if head.startswith(ZIP):
        return _kind_of_zip(Package(stream))
    if head.startswith(OLE):
        stream.seek(0)
        return _kind_of_ole(stream.read())
    if head.startswith(OLD_SHEETS):
        return "xls"
    _refuse_what_is_no_table(head)
    return "delimited"


def _kind_of_zip(package: Package) -> str:
    for sign, what in INSIDE_ZIP.items():
        if any(name.startswith(sign) for name in package.names):
            raise UnreadableFile(wrong_kind(what))
    if any(name.startswith("xl/") for name in package.names):
        return "xlsx"
    mimetype = package.read("mimetype", HEAD) if "mimetype" in package else b""
    if b"opendocument.spreadsheet" in mimetype:
        return "ods"
    what = next((what for sign, what in OPEN_DOCUMENTS.items() if sign in mimetype), "a zip archive")
    raise UnreadableFile(wrong_kind(what))


def _kind_of_ole(content: bytes) -> str:
    if _has_stream(content, "EncryptedPackage"):
        raise UnreadableFile(LOCKED)
    if _has_stream(content, "Workbook") or _has_stream(content, "Book"):
        return "xls"
    what = next((what for name, what in INSIDE_OLE.items() if _has_stream(content, name)), "")
    raise UnreadableFile(wrong_kind(what) if what else DAMAGED)


def _has_stream(content: bytes, name: str) -> bool:
    """The list of contents gives each name 64 bytes."""
    return name.encode("utf-16-le").ljust(64, b"\x00") in content


def _refuse_what_is_no_table(head: bytes) -> None:
    is_text = head.startswith(UTF16) or not UNTABLED.search(head)
    known = WORDY if is_text else BINARY
    what = next((what for sign, what in known if sign.match(head)), "" if is_text else UNKNOWN)
    if what:
        raise UnreadableFile(wrong_kind(what))
