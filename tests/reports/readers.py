"""The figures of a report, read back from each of its files as a person would read them.

Every reader gives the same: statuses and changes by label, total, closed, verified, the priorities'
statuses (noughts left out, as a list of actions cannot show them), how many exceptions and moves.
"""

import csv
import io
import json
import re
from collections import Counter

import docx
import html5lib
import openpyxl
from docx.oxml.ns import qn
from docx.table import Table

from actions.choices import Status
from actions.reports.parts import HEADINGS

COUNTED = [status.label for status in Status.counted()]


def figures_in_content(content: dict) -> dict:
    headline = content["headline"]
    statuses = {status["label"]: status["number"] for status in headline["statuses"]}
    changes = {status["label"]: status["change"] for status in headline["statuses"]}
    return {
        "statuses": statuses,
        "changes": None if None in changes.values() else changes,
        "total": headline["total"],
        "closed": headline["closed"],
        "verified": headline["verified"],
        "priorities": _without_noughts(
            {
                group["ref"]: {status["label"]: status["number"] for status in group["statuses"]}
                for group in content["priorities"]
            }
        ),
        "exceptions": len(content["exceptions"]),
        "moves": sum(len(kind["moves"]) for kind in content["moved"]),
    }


def figures_on_page(html: str) -> dict:
    """Of a report's own page, and of the public one."""
    page = html5lib.parse(html, namespaceHTMLElements=False)
    numbers = {
        element.get("data-figure"): int("".join(element.itertext()))
        for element in page.iter()
        if element.get("data-figure")
    }
    changes = ["".join(each.itertext()).split()[0] for each in page.findall(".//p[@class='app-figure__change']")]
    priorities: dict[str, dict[str, int]] = {}
    for name, number in numbers.items():
        if named := re.fullmatch(r"priority-(.*)-([a-z_]+)", name):
            priorities.setdefault(named[1], {})[Status(named[2]).label] = number
    return {
        "statuses": {label: numbers[status.value] for label, status in zip(COUNTED, Status.counted(), strict=True)},
        "changes": dict(zip(COUNTED, map(_signed, changes), strict=True)) if changes else None,
        "total": numbers["total"],
        "closed": numbers["closed"],
        "verified": numbers["verified"],
        "priorities": _without_noughts(priorities),
        "exceptions": numbers["exceptions"],
        "moves": sum(number for name, number in numbers.items() if name.startswith("moved-")),
    }


def _signed(change: str) -> int:
    return 0 if change == "No" else int(change.replace("−", "-"))


def figures_in_json(written: bytes) -> dict:
    return figures_in_content(json.loads(written))


def figures_in_csv(written: bytes) -> dict:
    """Counted from its rows: one for each action."""
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    now = Counter(row["Status"] for row in rows)
    moved = [row for row in rows if row["What became of it"]]
    came, left = Counter(row["Status"] for row in moved), Counter(row["Status before"] for row in moved)
    priorities: dict[str, Counter] = {}
    for row in rows:
        priorities.setdefault(row["Priority"], Counter()).update([row["Status"]])
    is_compared = any(row["Compared with"] for row in rows)
    return {
        "statuses": {label: now[label] for label in COUNTED},
        "changes": {label: came[label] - left[label] for label in COUNTED} if is_compared else None,
        "total": sum(now[label] for label in COUNTED),
        "closed": now[Status.CLOSED.label],
        "verified": sum(row["Verified"] == "Verified" for row in rows),
        "priorities": _without_noughts(
            {ref: {label: counts[label] for label in COUNTED} for ref, counts in priorities.items()}
        ),
        "exceptions": sum(row["Late, delayed or re-dated"] == "Yes" for row in rows),
        "moves": len(moved),
    }


def figures_in_xlsx(written: bytes) -> dict:
    book = openpyxl.load_workbook(io.BytesIO(written), read_only=True)
    figures = {(row["Of"], row["Figure"]): row for row in _rows(book["Figures"])}
    changes = {label: figures["Status", label]["Change"] for label in COUNTED}
    return {
        "statuses": {label: figures["Status", label]["Number"] for label in COUNTED},
        "changes": None if None in changes.values() else changes,
        "total": figures["Total", "All actions"]["Number"],
        "closed": figures["Beside", "No longer applicable, left out of the total"]["Number"],
        "verified": figures["Beside", "Complete and verified"]["Number"],
        "priorities": _without_noughts(
            {
                row["Priority"].split()[0]: {label: row[label] for label in COUNTED}
                for row in _rows(book["Priorities"])
                if row["Priority"]
            }
        ),
        "exceptions": sum(row["Late, delayed or re-dated"] == "Yes" for row in _rows(book["Actions"])),
        "moves": len(_rows(book["Movement"])),
    }


def figures_in_docx(written: bytes) -> dict:
    tables, words = _told_by_part(written)
    heads, now, *then = _cells(tables["headline"][0])
    beside = re.search(r"elsewhere: (\d+)\. .* figures: (\d+)\.", words["headline"], re.DOTALL)
    return {
        "statuses": dict(zip(heads[1:-1], map(int, now[1:-1]), strict=True)),
        "changes": dict(zip(heads[1:-1], map(_change, then[0][1:-1]), strict=True)) if then else None,
        "total": int(now[-1]),
        "closed": int(beside[2]),
        "verified": int(beside[1]),
        "priorities": _without_noughts(
            {
                row[0].split()[0]: dict(zip(COUNTED, map(int, row[1:5]), strict=True))
                for row in _cells(tables["priorities"][0])[1:]
            }
        ),
        "exceptions": sum(len(_cells(table)) - 1 for table in tables["exceptions"]),
        "moves": sum(len(_cells(table)) - 1 for table in tables["moved"]),
    }


def _told_by_part(written: bytes) -> tuple[dict[str, list[Table]], dict[str, str]]:
    """The tables and the words under each first heading."""
    tables: dict[str, list[Table]] = {key: [] for key in HEADINGS}
    words = dict.fromkeys(HEADINGS, "")
    part = None
    for item in docx.Document(io.BytesIO(written)).iter_inner_content():
        if isinstance(item, Table):
            tables[part].append(item)
        elif item.style.name == "Heading 1":
            part = next(key for key, heading in HEADINGS.items() if item.text.split(":")[0] == heading)
        elif part:
            words[part] += f"{item.text}\n"
    return tables, words


def _cells(table: Table) -> list[list[str]]:
    return [
        ["".join(words.text or "" for words in cell.iter(qn("w:t"))) for cell in row.tc_lst]
        for row in table._tbl.tr_lst
    ]


def _change(text: str) -> int:
    return 0 if text == "no change" else int(text.replace("−", "-"))


def _rows(sheet) -> list[dict]:
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def _without_noughts(priorities: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    kept = {ref: {label: n for label, n in numbers.items() if n} for ref, numbers in priorities.items()}
    return {ref: numbers for ref, numbers in kept.items() if numbers}
