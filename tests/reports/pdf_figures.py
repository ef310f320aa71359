"""The figures of a report, read back from its PDF by its tags: the same as readers.py gives of the others."""

import re

from actions.reports.parts import HEADINGS

from .tagged_pdf import Element, parts, read, rows


def figures_in_pdf(written: bytes) -> dict:
    told = parts(read(written))
    headline = told[HEADINGS["headline"]]
    figures = [[paragraph.text for paragraph in one.every("P")] for one in headline.kids[0].kids]
    changes = {label: _change(since[0]) for _, label, *since in figures if since}
    return {
        "statuses": {label: int(number) for number, label, *_ in figures},
        "changes": changes or None,
        "total": _number(r"(\d+) actions? in all", headline),
        "closed": _number(r"Besides these, (\d+) no longer applicable", headline),
        "verified": _number(r"Of the complete, (\d+) verified", headline),
        "priorities": _priorities(told[HEADINGS["priorities"]]),
        "exceptions": _lines(told[HEADINGS["exceptions"]]),
        "moves": _lines(told[HEADINGS["moved"]]),
    }


def _change(words: str) -> int:
    """+7 since 15 May 2019"""
    first = words.split()[0]
    return 0 if first == "No" else int(first.replace("−", "-"))


def _number(pattern: str, part: Element) -> int:
    found = re.search(pattern, part.text)
    return int(found[1]) if found else 0


def _priorities(part: Element) -> dict[str, dict[str, int]]:
    heads, *lines = rows(next(part.every("Table")))
    counted = {
        line[0].split()[0]: {head: int(number) for head, number in zip(heads[1:-1], line[1:-1], strict=True)}
        for line in lines
    }
    kept = {ref: {label: number for label, number in numbers.items() if number} for ref, numbers in counted.items()}
    return {ref: numbers for ref, numbers in kept.items() if numbers}


def _lines(part: Element) -> int:
    return sum(len(rows(table)) - 1 for table in part.every("Table"))
