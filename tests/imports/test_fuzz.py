"""Whatever bytes come in, a Book or a sentence comes out, in little time and memory.

FUZZ=5000 reads so many damaged files; without it 300, within a second or two.
"""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from hypothesis import example, given, settings
from hypothesis import strategies as st

from actions.imports.files import ROOT, read_file
from actions.imports.grid import Cell, UnreadableFile
from actions.imports.reading.numbers import number_cell
from tests.imports.mutants import mutant, outcome_of
from tests.imports.written import TRACKER, delimited, ods_xml, xls, xlsx

MUTANTS = int(os.environ.get("FUZZ", "300"))
AT_ONCE = 500
"""Read by one process, so that starting it costs nothing."""
SECONDS, MEGABYTES = 5, 300


def rich(workbook: openpyxl.Workbook) -> None:
    sheet = workbook.active
    sheet["A6"], sheet["B6"], sheet["C6"] = 1.1, date(2020, 3, 31), "=A6*2"
    sheet["A6"].number_format, sheet["B6"].number_format = "0.00", "mmm-yy"
    sheet.merge_cells("A8:D9")
    sheet["A8"] = "Priority 2: families\nare heard"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    workbook.create_sheet("Old").sheet_state = "hidden"


def rich_xls(workbook: xlwt.Workbook) -> None:
    sheet = workbook.get_sheet(0)
    for row in range(100, 120):
        sheet.write(row, 0, row / 100, xlwt.easyxf(num_format_str="0.00"))
        sheet.write(row, 1, date(2020, 3, 31), xlwt.easyxf(num_format_str="MMM-YY"))
        sheet.write(row, 2, xlwt.Formula("A1*2"))
    sheet.write_merge(130, 131, 0, 3, "Priority 2")
    sheet.row(3).hidden = True


def rich_ods() -> bytes:
    rows = "".join(
        f'<table:table-row table:number-rows-repeated="{number}"><table:table-cell office:value-type="float" '
        f'office:value="1.1" table:number-columns-spanned="2"><text:p>1.10</text:p></table:table-cell>'
        f'<table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2020-03-31">'
        f"<text:p>31/03/2020</text:p></table:table-cell></table:table-row>"
        for number in range(1, 9)
    )
    return ods_xml(
        f'<table:table table:name="Plan"><table:table-column table:visibility="collapse"/>{rows}</table:table>'
    )


def with_shared_texts(path: Path) -> bytes:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Plan")
        for row, words in enumerate(TRACKER * 3):
            sheet.write_row(row, 0, words)
    return path.read_bytes()


@pytest.fixture(scope="module")
def originals(tmp_path_factory) -> Path:
    made, folder = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("originals")
    contents = [
        xlsx(TRACKER, rich),
        with_shared_texts(made / "shared.xlsx"),
        xls(TRACKER * 30, rich_xls),
        rich_ods(),
        delimited(separator=";", encoding="cp1252"),
        delimited(encoding="utf-16"),
    ]
    for number, content in enumerate(contents):
        (folder / f"{number}").write_bytes(content)
    return folder


def read_mutants(folder: Path, first: int, after: int) -> list[list[str]]:
    command = [sys.executable, "-m", "tests.imports.mutants", str(folder), str(first), str(after)]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    return [line.split() for line in ended.stdout.splitlines()]


@pytest.mark.parametrize("first", range(0, MUTANTS, AT_ONCE))
def test_damaged_file_is_read_or_refused_in_little_time_and_memory(originals, first):
    after = min(first + AT_ONCE, MUTANTS)

    told = read_mutants(originals, first, after)

    assert [int(number) for number, *_ in told] == list(range(first, after)), "The next one ended the process."
    assert [line for line in told if line[1] not in {"book", "refused"}] == []
    assert [line for line in told if float(line[2]) > SECONDS or int(line[3]) > MEGABYTES] == []


@pytest.mark.parametrize("number", range(6))
def test_damaged_file_goes_through_a_process_of_its_own(originals, number):
    content = mutant([path.read_bytes() for path in sorted(originals.iterdir())], number)

    try:
        outcome = "book" if read_file(content, "plan.xlsx").sheets else "nothing"
    except UnreadableFile:
        outcome = "refused"

    assert outcome == outcome_of(content)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.binary(max_size=300))
@example(b"PK\x03\x04")
@example(bytes.fromhex("d0cf11e0a1b11ae1") * 80)
def test_any_bytes_are_read_or_refused(content):
    assert outcome_of(content) in {"book", "refused"}


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=4), min_size=1, max_size=8))
def test_any_table_of_texts_is_read_or_refused(rows):
    content = "\r\n".join(";".join(row) for row in rows).encode("utf-8", "surrogatepass")

    assert outcome_of(content) in {"book", "refused"}


@settings(derandomize=True, max_examples=300, deadline=None)
@given(
    st.floats() | st.integers(-(10**20), 10**20),
    st.text('01#?.,%dmyhsE+-;[]"\\/_*@ £(<', max_size=12) | st.sampled_from(["General", "[h]:mm", "mmm-yy"]),
)
def test_any_number_has_a_look_in_any_format(number, code):
    cell = number_cell(float(number), code)

    assert (type(cell), type(cell.shown)) == (Cell, str)
