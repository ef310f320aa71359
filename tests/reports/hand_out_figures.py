"""The figures of a hand-out, read back from each of its files: so much of what readers.py gives as two pages hold."""

import io
import re

import docx
from docx.oxml.ns import qn
from docx.table import Table

from actions.reports.parts import HEADINGS

from .tagged_pdf import parts, read, rows

TOLD = ["statuses", "changes", "total", "closed", "verified", "exceptions", "moves"]


def figures_in_hand_out_pdf(written: bytes) -> dict:
    told = parts(read(written))
    figures = told[HEADINGS["headline"]]
    return _figures(list(told), rows(next(figures.every("Table"))), figures.text)


def figures_in_hand_out_docx(written: bytes) -> dict:
    document = docx.Document(io.BytesIO(written))
    headings = [item.text for item in document.paragraphs if item.style.name == "Heading 1"]
    words = " ".join(item.text for item in document.paragraphs)
    return _figures(headings, _cells(document.tables[0]), words)


def _figures(headings: list[str], table: list[list[str]], words: str) -> dict:
    heads, now, *then = table
    beside = re.search(r"elsewhere: (\d+)\. .*? figures: (\d+)\.", words)
    return {
        "statuses": dict(zip(heads[1:-1], map(int, now[1:-1]), strict=True)),
        "changes": dict(zip(heads[1:-1], map(_change, then[0][1:-1]), strict=True)) if then else None,
        "total": int(now[-1]),
        "closed": int(beside[2]),
        "verified": int(beside[1]),
        "exceptions": _counted(headings, "exceptions"),
        "moves": _counted(headings, "moved"),
    }


def _counted(headings: list[str], key: str) -> int:
    """What moved: 25"""
    heading = next(heading for heading in headings if heading.startswith(HEADINGS[key]))
    return int(heading.rpartition(": ")[2]) if ": " in heading else 0


def _cells(table: Table) -> list[list[str]]:
    return [
        ["".join(words.text or "" for words in cell.iter(qn("w:t"))) for cell in row.tc_lst]
        for row in table._tbl.tr_lst
    ]


def _change(text: str) -> int:
    return 0 if text == "no change" else int(text.replace("−", "-"))
