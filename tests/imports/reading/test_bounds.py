"""What is hostile, or just far too large, costs little and is refused or left out with a sentence."""

import io
import time
import zipfile

import pytest

from actions.imports.grid import UnreadableFile
from actions.imports.reading import canvas, draft, markup
from actions.imports.reading.bounds import MAX_CHARACTERS, MAX_ROWS, MAX_SHEETS, MAX_UNPACKED
from actions.imports.reading.canvas import MAX_SPANS
from actions.imports.reading.draft import NOTHING_THERE, TOO_MANY_SHEETS
from actions.imports.reading.sentences import DAMAGED, HOLDS_TOO_MUCH, LOCKED
from tests.imports.written import (
    TRACKER,
    book_of,
    delimited,
    ods_xml,
    parts_of,
    sheet_xml,
    shown,
    with_part,
    xlsx,
    zipped,
)

FAR = (
    "The sheet “Plan” was not read: something stands in {cell}, and no more than 20,000 rows and 300 columns are read. "
    "Delete what is not part of the tracker, save it and try again."
)
LARGE = (
    "The sheet “Plan” was not read: it is far larger than a list of actions. "
    "Delete what is not part of the tracker, save it and try again."
)
SECONDS = 3
"""Generous: each takes well under one."""


def refusal_of(content: bytes) -> str:
    start = time.process_time()
    with pytest.raises(UnreadableFile) as refused:
        book_of(content)
    assert time.process_time() - start < SECONDS
    return str(refused.value)


# ──── cells


def test_cell_in_the_last_corner_is_refused_at_once():
    content = sheet_xml('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')

    assert refusal_of(content) == FAR.format(cell="XFD1048576")


def test_blank_cell_in_the_last_corner_costs_nothing():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'

    assert shown(book_of(sheet_xml(f"<sheetData>{rows}</sheetData>")).sheets[0]) == [["1"]]


def test_ods_cell_repeated_over_the_whole_sheet_is_refused_at_once():
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'

    assert refusal_of(ods_xml(f'<table:table table:name="Plan">{row}</table:table>')) == FAR.format(cell="KO1")


def test_ods_that_repeats_without_end_is_refused_at_once():
    blank = f'<table:table-cell table:number-columns-repeated="{10**300}"/>'
    row = f"<table:table-row>{blank}<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"

    assert refusal_of(ods_xml(f'<table:table table:name="Plan">{row}</table:table>')) == FAR.format(cell="XFD1")


def test_table_of_too_many_rows_is_refused():
    assert refusal_of(b"Ref,Action\n" * (MAX_ROWS + 1)).endswith(f"A{MAX_ROWS + 1}, {FAR.partition('}, ')[2]}")


def test_sheet_that_is_too_large_is_left_out_with_a_notice():
    def add_a_far_cell(workbook) -> None:
        workbook.create_sheet("Data")["A30000"] = "far"

    book = book_of(xlsx(TRACKER, add_a_far_cell))

    assert [sheet.name for sheet in book.sheets] == ["Plan"]
    assert book.notices == [FAR.partition(" Delete")[0].replace("Plan", "Data").format(cell="A30000")]


def test_sheet_of_too_many_filled_cells_is_refused(monkeypatch):
    monkeypatch.setattr(canvas.Budget, "__init__", lambda self: self.__dict__.update(filled=11, characters=99, area=99))

    assert refusal_of(xlsx()) == LARGE


def test_sheets_together_cover_a_limited_area():
    wide, tall = ",".join(["x"] * 300), "\n" * (MAX_ROWS - 2)

    assert refusal_of(f"{wide}\n{tall}x\n".encode()) == LARGE.replace("The sheet “Plan”", "The table")


def test_cells_declared_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(canvas, "MAX_CELLS", 1_000)
    cells = "<c/>" * 1_000

    assert refusal_of(sheet_xml(f"<sheetData><row>{cells}</row></sheetData>")) == NOTHING_THERE
    assert refusal_of(sheet_xml(f"<sheetData><row>{cells}<c/></row></sheetData>")) == LARGE


def test_text_that_stands_in_many_cells_is_counted_in_each():
    text = "x" * 32_000
    cells = f'<c t="inlineStr"><is><t>{text}</t></is></c>' * (MAX_CHARACTERS // 32_000 // 250 + 1)

    content = sheet_xml(f"<sheetData>{f'<row>{cells}</row>' * 250}</sheetData>")

    assert refusal_of(content) == HOLDS_TOO_MUCH


def test_file_of_too_many_sheets_is_refused():
    def add_sheets(workbook) -> None:
        for _ in range(MAX_SHEETS):
            workbook.create_sheet()

    assert refusal_of(xlsx(TRACKER, add_sheets)) == TOO_MANY_SHEETS


def test_file_without_any_filled_cell_is_refused():
    assert refusal_of(xlsx([])) == NOTHING_THERE


# ──── archives


def test_zip_bomb_is_refused_before_it_is_unpacked():
    content = with_part(xlsx(), "xl/worksheets/sheet1.xml", bytes(MAX_UNPACKED))

    assert refusal_of(content) == HOLDS_TOO_MUCH


def test_zip_bomb_that_understates_its_size_is_refused():
    content = with_part(xlsx(), "xl/workbook.xml", " " * 50_000_000)
    real = (50_000_000).to_bytes(4, "little")
    assert content.count(real) == 2

    assert refusal_of(content.replace(real, (1000).to_bytes(4, "little"))) == DAMAGED


def test_archive_of_too_many_entries_is_refused():
    assert refusal_of(zipped({**parts_of(xlsx()), **{f"xl/media/{n}.png": "" for n in range(2_000)}})) == HOLDS_TOO_MUCH


def test_archive_whose_list_is_too_long_is_refused_before_it_is_read():
    content = zipped({**parts_of(xlsx()), **{f"xl/{'x' * 60_000}{n}": "" for n in range(18)}})

    assert refusal_of(content) == HOLDS_TOO_MUCH


def test_archive_whose_entries_overlap_is_refused():
    """Two entries of the list lead to one piece of data."""
    content = xlsx()
    archive = zipfile.ZipFile(io.BytesIO(content))
    first, second = archive.infolist()[:2]
    place = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    moved = content[: place + 42] + first.header_offset.to_bytes(4, "little") + content[place + 46 :]

    assert zipfile.ZipFile(io.BytesIO(moved)).infolist()[1].header_offset == first.header_offset != second.header_offset
    assert refusal_of(moved) == DAMAGED


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_archive_with_two_entries_of_one_name_is_refused():
    target = io.BytesIO(xlsx())
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("XL/Workbook.xml", "<workbook/>")

    assert refusal_of(target.getvalue()) == DAMAGED


def test_archive_packed_in_an_unusual_way_is_refused():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")

    assert refusal_of(target.getvalue()) == DAMAGED


def test_archive_that_is_encrypted_is_refused():
    content = bytearray(xlsx())
    content[content.index(b"PK\x01\x02") + 8] |= 1

    assert refusal_of(bytes(content)) == LOCKED


# ──── markup


def test_entities_that_grow_without_end_are_refused():
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    content = with_part(
        xlsx(), "xl/workbook.xml", f'<!DOCTYPE workbook [<!ENTITY e0 "ha">{grown}]><workbook a="&e9;">&e9;</workbook>'
    )

    assert refusal_of(content) == DAMAGED


def test_merges_without_end_are_refused():
    merges = '<mergeCell ref="A1:B2"/>' * (MAX_SPANS + 1)

    assert refusal_of(sheet_xml(f"<mergeCells>{merges}</mergeCells>")) == LARGE


def test_elements_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(markup, "MAX_EVENTS", 100)

    assert refusal_of(sheet_xml(f"<sheetData>{'<row/>' * 50}</sheetData>")) == NOTHING_THERE
    assert refusal_of(sheet_xml(f"<sheetData>{'<row/>' * 51}</sheetData>")) == HOLDS_TOO_MUCH


def test_elements_nested_without_end_are_refused():
    assert refusal_of(sheet_xml("<row>" * 100_000)) == DAMAGED


def test_delimited_with_one_endless_line_is_refused():
    assert refusal_of(b"x," * 5_000_000) == FAR.format(cell="KO1").replace("The sheet “Plan”", "The table")


def test_notice_is_given_once():
    made = draft.Draft("xlsx")

    made.notice("Macros.")
    made.notice("Macros.")

    assert made.notices == ["Macros."]


def test_delimited_quotation_mark_that_swallows_the_file_is_read():
    assert book_of(delimited() + b'"' + b"word,\n" * 1_000_000).sheets[0].rows[3][0].trouble != ""
