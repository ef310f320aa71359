"""Tiny real files of each kind that evidence may be, and of some that it may not."""

import io
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile


def zipped(*parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part in parts:
            archive.writestr(part, "<document/>")
    return target.getvalue()


def _png() -> bytes:
    """One white dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    header = (1).to_bytes(4) * 2 + bytes([8, 2, 0, 0, 0])
    dot = zlib.compress(b"\x00\xff\xff\xff")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")


OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
PROGRAM = b"MZ\x90\x00\x03" + bytes(60) + b"This program cannot be run in DOS mode."

ALLOWED = {
    "plan.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    "plan.docx": zipped("[Content_Types].xml", "word/document.xml"),
    "plan.xlsx": zipped("[Content_Types].xml", "xl/workbook.xml"),
    "plan.pptx": zipped("[Content_Types].xml", "ppt/presentation.xml"),
    "plan.odt": zipped("mimetype", "content.xml"),
    "plan.ods": zipped("mimetype", "content.xml"),
    "plan.odp": zipped("mimetype", "content.xml"),
    "plan.doc": OLD_OFFICE,
    "plan.xls": OLD_OFFICE,
    "plan.ppt": OLD_OFFICE,
    "photo.png": _png(),
    "photo.jpg": JPEG,
    "photo.JPEG": JPEG,
    "photo.gif": b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
    "photo.webp": b"RIFF\x1a\x00\x00\x00WEBPVP8L\r\x00\x00\x00/\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00",
    "notes.txt": "Agreed on 3 June, £2,000.".encode(),
    "notes.md": b"# Agreed",
    "notes.csv": "Ort;Anzahl\nPréston;3\n".encode("latin-1"),
}
REFUSED = {
    "program.exe": PROGRAM,
    "program.pdf": PROGRAM,
    "program.txt": PROGRAM,
    "program.pdf.exe": ALLOWED["plan.pdf"],
    "page.html": b"<html><script>alert(1)</script></html>",
    "picture.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "archive.zip": zipped("minutes.txt"),
    "archive.docx": zipped("minutes.txt"),
    "sheet.docx": ALLOWED["plan.xlsx"],
    "document.docx": ALLOWED["plan.pdf"],
    "cut-off.docx": ALLOWED["plan.docx"][:40],
    "plan.png": ALLOWED["plan.pdf"],
    "photo.pdf": ALLOWED["photo.png"],
    "plan.txt": ALLOWED["plan.pdf"],
    "archive.txt": ALLOWED["plan.docx"],
    "no-ending": ALLOWED["plan.pdf"],
    ".pdf": ALLOWED["plan.pdf"],
}


def upload(name: str, content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, ALLOWED[name] if content is None else content)
