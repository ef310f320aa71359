import pytest

from actions.imports.grid import UnreadableFile
from actions.imports.reading.sentences import DAMAGED, EMPTY, LOCKED, wrong_kind
from tests.imports.written import book_of, ods, with_part, xls, xlsx, zipped

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
WEB_PAGE = "a web page with the name of a spreadsheet"


def ole(*names: str) -> bytes:
    return OLE + bytes(504) + b"".join(name.encode("utf-16-le").ljust(128, b"\x00") for name in names)


def refusal_of(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        book_of(content)
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"%PDF-1.7\n\x00\x01", "a PDF"),
        (b"{\\rtf1\\ansi words}", "a Word document"),
        (zipped({"[Content_Types].xml": "", "word/document.xml": ""}), "a Word document"),
        (zipped({"ppt/presentation.xml": ""}), "a PowerPoint presentation"),
        (zipped({"xl/workbook.bin": "", "xl/styles.bin": ""}), "a binary Excel workbook (.xlsb)"),
        (zipped({"Index/Document.iwa": ""}), "a Numbers file"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "a text document"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.presentation"}), "a presentation"),
        (zipped({"plan.xlsx": ""}), "a zip archive"),
        (ole("Root Entry", "WordDocument"), "a Word document"),
        (ole("PowerPoint Document"), "a PowerPoint presentation"),
        (ole("__properties_version1.0"), "an Outlook message"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
        (b"\x00\x00\x00\x18ftypheic", "a picture"),
        (b"\x00\x00\x00\x18ftypisom", "a film or a sound"),
        (b"7z\xbc\xaf\x27\x1c\x00", "an archive of files"),
        (b"SQLite format 3\x00", "a database"),
        (b"MZ\x90\x00", "a program"),
        (b"<html><table><tr><td>Ref", WEB_PAGE),
        (b"\xef\xbb\xbf \r\n<!DOCTYPE html><table>", WEB_PAGE),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", WEB_PAGE),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', "an XML file"),
        (b'{"url": "https://docs.example/spreadsheets"}', "a JSON file"),
        (b"\x00\x01\x02\x03", "a kind of file that cannot be read here"),
    ],
)
def test_file_of_another_kind_is_called_what_it_is(content, what):
    assert refusal_of(content) == wrong_kind(what)


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\n" * 9_000])
def test_file_with_nothing_in_it_is_called_empty(content):
    assert refusal_of(content) == EMPTY


def test_workbook_with_a_password_is_refused():
    assert refusal_of(ole("EncryptionInfo", "EncryptedPackage")) == LOCKED


def test_old_file_of_no_known_program_is_refused():
    assert refusal_of(ole("Something")) == DAMAGED


@pytest.mark.parametrize(
    "words", [b"BMI,Ref\n1,2\n", b"MZ,Ref\n1,2\n", b"PK,Ref\n1,2\n", b"II*,Ref\n1,2\n", b"ID3,Ref\n1,2\n"]
)
def test_table_may_begin_like_another_kind_of_file(words):
    assert book_of(words).kind == "csv"


@pytest.mark.parametrize(("content", "kind"), [(xlsx(), "xlsx"), (xls(), "xls"), (ods(), "ods")])
def test_spreadsheet_that_is_cut_short_is_refused(content, kind):
    assert book_of(content).kind == kind
    assert refusal_of(content[: len(content) // 2]) == DAMAGED


def test_spreadsheet_is_told_by_its_workbook_also_with_other_things_inside():
    assert book_of(with_part(xlsx(), "customXml/item1.xml", "<x/>")).kind == "xlsx"
