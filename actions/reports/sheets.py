"""The sheets of a report's workbook as typed rows: a day is a day, a number a number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from . import phrases
from .action_sheet import action_columns, action_rows
from .answer_sheets import DATES, ENQUIRIES, FINDINGS, dates, enquiries, findings
from .earlier import as_told_today
from .phrases import day_of

Value = str | int | bool | date | None


@dataclass(frozen=True)
class Sheet:
    """`columns` are headings and widths, in characters."""

    name: str
    columns: list[tuple[str, int]]
    rows: Iterable[list[Value]]


def sheets(content: dict, fingerprint: dict | None) -> list[Sheet]:
    """A part that the content does not know has no sheet."""
    content = as_told_today(content)
    made = [
        Sheet("Figures", FIGURES, _figures(content)),
        _if_told(content, "moved", "Movement", MOVEMENT, _movement),
        Sheet("Actions", action_columns(), action_rows(content)),
        _priorities(content),
        Sheet("Dates", DATES, dates(content)),
        _if_told(content, "findings", "Findings", FINDINGS, findings),
        _if_told(content, "enquiries", "Enquiries", ENQUIRIES, enquiries),
        Sheet("About", ABOUT, _about(content, fingerprint)),
    ]
    return [sheet for sheet in made if sheet]


def _if_told(content: dict, key: str, name: str, columns: list, rows) -> Sheet | None:
    return Sheet(name, columns, rows(content)) if key in content else None


FIGURES = [("Of", 12), ("Figure", 44), ("Number", 10), ("Change", 10), ("As at", 13), ("Compared with", 15)]


def _figures(content: dict) -> Iterable[list[Value]]:
    figures, report = content["headline"], content["report"]
    on, since = day_of(report["as_at_on"]), day_of(report["compared_with_on"])
    for status in figures["statuses"]:
        yield ["Status", status["label"], status["number"], status["change"], on, since]
    yield ["Total", "All actions", figures["total"], figures["change"], on, since]
    counted = [
        ("Beside", "No longer applicable, left out of the total", figures["closed"]),
        ("Beside", "Complete and verified", figures["verified"]),
        ("Beside", "Complete, not yet verified", figures["not_yet_verified"]),
        *(("Colour", colour["label"], colour["number"]) for colour in figures["colours"]),
        ("List", "Moved", sum(len(kind["moves"]) for kind in content.get("moved", []))),
        ("List", "Late, delayed, at risk or re-dated", len(content.get("exceptions", []))),
        ("List", "Completed", len(content.get("completed", []))),
        ("List", "Dates to agree", len(content.get("dates_to_agree", []))),
    ]
    yield from ([of, figure, number, None, on, since] for of, figure, number in counted)


MOVEMENT = [
    ("What became of it", 20),
    ("Ref", 8),
    ("Action", 40),
    ("Lead", 22),
    ("From", 20),
    ("To", 20),
    ("Day", 13),
    ("Said by", 20),
    ("What was said", 46),
    ("Illustrative", 12),
]


def _movement(content: dict) -> Iterable[list[Value]]:
    for kind in content["moved"]:
        for move in kind["moves"]:
            yield [
                kind["label"],
                move["ref"],
                move["title"],
                move["lead"],
                move["before_label"],
                move["after_label"],
                day_of(move["on"]),
                move["said_by"],
                move["words"],
                move["is_illustrative"],
            ]


def _priorities(content: dict) -> Sheet:
    """The first columns are what the chart beside them draws."""
    statuses = [status["label"] for status in content["headline"]["statuses"]]
    colours = [colour["label"] for colour in content["headline"]["colours"]]
    columns = [("Priority", 34), *((status, 12) for status in statuses), ("All actions", 12)]
    columns += [*((colour, 9) for colour in colours), ("Meant to bring about", 40), ("What its lead says", 46)]
    return Sheet("Priorities", columns, (_priority(group, colours) for group in content.get("priorities", [])))


def _priority(group: dict, colours: list[str]) -> list[Value]:
    coloured = {colour["label"]: colour["number"] for colour in group["colours"]}
    return [
        phrases.action_name(group),
        *(status["number"] for status in group["statuses"]),
        group["total"],
        *(coloured.get(colour, 0) for colour in colours),
        group["outcome"],
        group["words"],
    ]


ABOUT = [("What", 30), ("Words", 92)]


def _about(content: dict, fingerprint: dict | None) -> Iterable[list[Value]]:
    report, plan = content["report"], content["plan"]
    yield ["Report", phrases.report_name(content)]
    yield ["Partnership", content["partnership"]["name"]]
    yield ["Council", content["partnership"]["council_name"]]
    yield ["Plan", f"{plan['title']} ({plan['kind']})"]
    yield ["As at", day_of(report["as_at_on"])]
    yield ["Compared with", phrases.compared_with(content) or "Nothing earlier"]
    yield ["Meeting", phrases.made_for(content)]
    yield ["The chair’s judgement", report["judgement"]]
    yield ["The chair’s words", report["words"]]
    yield from (["Puts right", words] for words in phrases.corrects(content))
    yield from ([colour["label"], colour["rule"]] for colour in content.get("key", []))
    yield from (["How the figures are made", words] for words in content.get("how_made", []))
    if any(action["is_illustrative"] for action in content["actions"]):
        yield ["Illustrative", "“Yes” in this column means that the row was made up for a demonstration."]
    if fingerprint is None:
        yield ["Draft", "Not frozen: its figures may still change."]
    else:
        yield ["Frozen on", day_of(fingerprint["frozen_at"][:10])]
        yield ["SHA-256 of its JSON file", fingerprint["sha256"]]
