"""What the service sees of the process that reads: a Book, or one sentence."""

import hashlib
import os
import signal
import subprocess
import sys
from datetime import date, datetime, time

import pytest

from actions.imports import files
from actions.imports.files import read_file
from actions.imports.grid import BLANK, Cell, Sheet, Span, UnreadableFile
from actions.imports.reading.bounds import MAX_BYTES
from actions.imports.reading.draft import Draft
from actions.imports.reading.sentences import DAMAGED, EMPTY, MACROS, TOO_LARGE_FILE, TOO_MUCH_MEMORY, TOO_SLOW
from actions.imports.reading.wire import book_of, lines_of
from tests.imports.written import TRACKER, delimited, ods, sheet_xml, shown, with_part, xls, xlsx

MOMENT = datetime.fromisoformat("2020-03-31T14:30")


def refusal_of(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_file(content, "plan.xlsx")
    return str(refused.value)


@pytest.fixture
def child(monkeypatch):
    """Has the process that reads be another one: this Python."""

    def runs(program: str) -> None:
        monkeypatch.setattr(files, "CHILD", [sys.executable, "-I", "-c", program])

    return runs


@pytest.mark.parametrize(
    ("content", "kind"),
    [(xlsx(), "xlsx"), (xls(), "xls"), (ods(), "ods"), (delimited(), "csv"), (delimited(separator="\t"), "tsv")],
)
def test_read_file_tells_the_kind_by_the_content(content, kind):
    book = read_file(content, "July tracker.pdf")

    assert (book.kind, book.file_name, shown(book.sheets[0])) == (kind, "July tracker.pdf", TRACKER)
    assert book.sha256 == hashlib.sha256(content).hexdigest()


def test_read_file_hands_over_all_that_was_read():
    def change(workbook) -> None:
        sheet = workbook.active
        for place, value, number_format in [
            ("A5", 1.1, "0.00"),
            ("B5", MOMENT, "dd/mm/yyyy hh:mm"),
            ("C5", 0.5, "h:mm"),
        ]:
            sheet[place] = value
            sheet[place].number_format = number_format
        sheet["D5"] = "=A0"
        sheet.merge_cells("A6:B6")
        sheet["A6"] = True
        sheet["C6"] = date(2020, 3, 31)
        sheet["C6"].number_format = "mmm-yy"
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
        workbook.create_sheet("Old").sheet_state = "hidden"

    book = read_file(with_part(xlsx(TRACKER, change), "xl/vbaProject.bin", b"macros"), "plan.xlsm")

    plan, old = book.sheets
    assert plan.rows[4][:3] == [Cell(1.1, "1.10"), Cell(MOMENT, "31/03/2020 14:30"), Cell(time(12), "12:00")]
    assert plan.rows[4][3].trouble != ""
    assert plan.rows[5] == [Cell(True, "TRUE"), BLANK, Cell(date(2020, 3, 31), "Mar-20"), BLANK]
    assert (plan.merged, plan.hidden_rows, plan.hidden_columns) == ([Span(5, 0, 5, 1)], {1}, {1})
    assert (old, book.notices) == (Sheet("Old", [], is_hidden=True), [MACROS])


def test_read_file_calls_the_sheet_of_a_csv_as_the_file():
    assert [sheet.name for sheet in read_file(delimited(), "July 2019.csv").sheets] == ["July 2019"]


def test_read_file_passes_on_the_sentence():
    assert refusal_of(b"%PDF-1.7") == "This is a PDF. Save the tracker as .xlsx and try again."


def test_read_file_refuses_an_empty_file():
    assert refusal_of(b"") == EMPTY


def test_read_file_refuses_a_file_that_is_too_large():
    assert refusal_of(b"x" * (MAX_BYTES + 1)) == TOO_LARGE_FILE


# ──── whatever the process does


def test_read_file_survives_a_reader_that_aborts(child):
    child("import os; os.abort()")

    assert refusal_of(xlsx()) == DAMAGED


def test_read_file_survives_a_reader_that_hangs(child, monkeypatch):
    child("while True: pass")
    monkeypatch.setattr(files, "SECONDS", 0.3)

    assert refusal_of(xlsx()) == TOO_SLOW


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no processor time")
def test_read_file_survives_a_reader_that_is_stopped_for_its_time(child):
    child(f"import os; os.kill(os.getpid(), {int(getattr(signal, 'SIGXCPU', 0))})")

    assert refusal_of(xlsx()) == TOO_SLOW


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "nonsense",
        "[]",
        '"words"',
        "{}",
        '{"kind": "xlsx", "notices": [], "sheets": 1}',
        '{"kind": "xlsx", "notices": [], "sheets": "x"}',
        '{"kind": "xlsx", "notices": [], "sheets": 1}\n{"name": "Plan", "height": 1}\n[[1]]',
        '{"kind": "xlsx", "notices": [], "sheets": 1}\n{"name": "Plan", "height": 1}\n[[["1.10", "", {}, ""]]]',
        '{"kind": "xlsx", "notices": [], "sheets": 1}\n{"name": "Plan", "height": 1}\n[[["1.10", "date", "x", ""]]]',
        "[" * 100_000,
    ],
)
def test_read_file_survives_a_reader_that_answers_strangely(child, answer):
    child(f"print({answer!r})")

    assert refusal_of(xlsx()) == DAMAGED


def test_read_file_keeps_our_secrets_from_the_reader(child, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "of the service")
    child("import json, os; print(json.dumps({'refused': str('SECRET_KEY' in os.environ)}))")

    assert refusal_of(xlsx()) == "False"


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no memory")
def test_read_file_of_endless_cells_in_one_row_runs_out_of_memory():
    assert refusal_of(sheet_xml(f"<sheetData><row>{'<c/>' * 15_000_000}</row></sheetData>")) == TOO_MUCH_MEMORY


def test_reader_starts_without_the_service():
    """Neither Django nor what only the service needs, so that it is quick, and has nothing to give away."""
    program = (
        "import sys, actions.imports.reading.child; print(sorted({'django', 'openpyxl', 'environ'} & set(sys.modules)))"
    )

    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=files.ROOT)

    assert loaded.stdout == "[]\n"


def test_wire_keeps_a_text_once_however_many_cells_hold_it():
    words = "On track " * 20
    rows = [
        [Cell("".join(words), "".join(words)) for _ in range(3)],
        [Cell(1.5, "1.50", "Doubtful."), BLANK, Cell(3, "3")],
    ]
    sheet = Sheet("Plan", rows, [Span(0, 0, 0, 1)], frozenset({1}), frozenset({2}), is_hidden=True)

    kind, notices, sheets = book_of(lines_of(Draft("xlsx", ["Macros."]), [sheet]))

    assert (kind, notices, sheets) == ("xlsx", ["Macros."], [sheet])
    assert sheets[0].rows[0][0] is sheets[0].rows[0][2]
