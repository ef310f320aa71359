"""Whatever somebody typed goes through every file as words: nothing breaks, nothing runs, nothing is lost."""

import csv
import io
import json
import zipfile
from collections import Counter
from functools import cache

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import etree

from actions.reports.csv_file import RUNS_AS_FORMULA
from actions.reports.plain_text import plain, shortened
from actions.reports.report_csv import report_csv
from actions.reports.report_json import canonical, fingerprint_of
from actions.reports.word import word_report
from actions.reports.workbook import workbook_report
from tests.reports.contents import FROZEN, report_told, retyped

HOSTILE = {
    "markup": "<script>alert(1)</script> <b>&amp;</b> ]]> <!-- <?x?> \"'",
    "word's markup": '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r><w:t xml:space="preserve">',
    "excel's markup": "<r><rPr><b/></rPr><t>x</t></r>",
    "excel's escapes": "_x0041_ _x000D_ _x005F_",
    "template": "{{ 7*7 }} {% load x %} #{x} ${x} %s %n {0}",
    "formula": '=HYPERLINK("http://example.org","press")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(1)",
    "tab": "\t=1",
    "array": "{=1+1}",
    "number": "1.10",
    "address": "http://example.org/ mailto:a@example.org",
    "control characters": "a\x00b\x07c\x1bd\x7fe\ufffef\uffff",
    "formula behind a control character": "\x00=1+1",
    "line ends": "one\r\ntwo\rthree\x0bfour\x0cfive\u2028six\x85seven",
    "spaces": "  two before,  two between, two after  ",
    "long word": "w" * 10_000,
    "right to left": "שלום עולם مرحبا",
    "turned round": "\u202egnp.exe\u2066 \u200b",
    "emoji": "👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿é",
    "half a character": "\ud83d and \ude00\ud83d",
    "nothing": "",
}


@pytest.fixture(scope="module", params=HOSTILE.values(), ids=HOSTILE)
def typed(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def content(typed) -> dict:
    return retyped(report_told(), lambda text: typed)


@pytest.fixture(scope="module")
def word(content) -> bytes:
    return word_report(content, FROZEN)


@pytest.fixture(scope="module")
def workbook(content) -> bytes:
    return workbook_report(content, FROZEN)


def test_hostile_text_stays_words_in_word(word, typed):
    document = docx.Document(io.BytesIO(word))

    assert _elements(document) == _elements_of_dull(is_silent=not typed)
    cells = [_words(cell) for table in document.tables for cell in table._tbl.xpath(".//w:tc")]
    assert plain(typed).replace("\n", "") in cells


def _elements(document) -> Counter:
    """How many of each element, but for the paragraphs, runs and line ends that a text with lines has more of."""
    lines = {qn(f"w:{name}") for name in ("p", "pPr", "pStyle", "keepNext", "r", "t", "br")}
    return Counter(element.tag for element in document.element.iter() if element.tag not in lines)


@cache
def _elements_of_dull(*, is_silent: bool) -> Counter:
    dull = retyped(report_told(), lambda text: "") if is_silent else report_told()
    return _elements(docx.Document(io.BytesIO(word_report(dull, FROZEN))))


def _words(cell) -> str:
    return "".join(text.text or "" for text in cell.iter(qn("w:t")))


def test_hostile_text_stays_words_in_excel(workbook, typed):
    book = openpyxl.load_workbook(io.BytesIO(workbook))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert [cell.value for cell in cells if cell.hyperlink] == []
    assert _told(book["Actions"]["B2"].value, typed)
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not any(b"<f>" in package.read(name) for name in sheets)


def _told(value: str | None, typed: str) -> bool:
    """openpyxl decodes the escapes of Excel for us only in part, and a text of spaces keeps them."""
    text = plain(typed)
    escaped = text.replace("_x", "_x005F_x")
    return (value or "") in {text, f"{text} ", escaped}


def test_hostile_text_stays_words_in_csv(content, typed):
    rows = list(csv.DictReader(io.StringIO(report_csv(content).decode("utf-8-sig"), newline="")))

    assert len(rows) == 3
    assert {row["Action"].removeprefix("'") for row in rows} == {plain(typed)}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(RUNS_AS_FORMULA)]


def test_hostile_text_leaves_every_file_inside_a_file_whole(word, workbook):
    for written in (word, workbook):
        with zipfile.ZipFile(io.BytesIO(written)) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(package.read(name))


def test_hostile_text_is_read_back_from_json_as_it_was(content, typed):
    assert json.loads(canonical(content)) == content
    assert len(fingerprint_of(content)) == 64


def test_hostile_text_does_not_escape_into_the_properties_of_a_file(word, typed):
    title = docx.Document(io.BytesIO(word)).core_properties.title

    assert title == shortened(f"Progress report 7 as at 10 July 2019: {typed}", 255)


def test_long_text_is_cut_only_where_excel_must_and_says_so():
    content = retyped(report_told(), lambda text: "w" * 40_000)

    book = openpyxl.load_workbook(io.BytesIO(workbook_report(content, FROZEN)))

    assert book["Actions"]["B2"].value.endswith("… (cut: see the JSON file)")
    assert "w" * 40_000 in _words(docx.Document(io.BytesIO(word_report(content, FROZEN))).element.body)
