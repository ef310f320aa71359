"""Sheets of what others decide, judge and ask: dates, findings, enquiries."""

from collections.abc import Iterable

from . import phrases
from .phrases import day_of

DATES = [
    ("Kind", 22),
    ("Ref", 8),
    ("Action", 40),
    ("Which date", 12),
    ("From", 24),
    ("To", 24),
    ("To, the last day", 15),
    ("Moves", 8),
    ("Why", 46),
    ("For families", 46),
    ("Asked on", 13),
    ("Illustrative", 12),
]


def dates(content: dict) -> Iterable[list]:
    """What waits for a decision, then what was agreed: the original date against the one in force."""
    for asked in content.get("dates_to_agree", []):
        yield [
            "Waits for a decision",
            asked["ref"],
            asked["title"],
            asked["which"],
            asked["from"],
            asked["to"],
            day_of(asked["to_on"]),
            None,
            asked["reason"],
            asked["effect_on_families"],
            day_of(asked["asked_on"]),
            asked["is_illustrative"],
        ]
    for action in content["actions"]:
        if action["moves"]:
            original, due = action["original_due"], phrases.due(action)
            row = ["Agreed", action["ref"], action["title"], "Due date", original, due, day_of(action["due_on"])]
            yield [*row, action["moves"], None, None, None, action["is_illustrative"]]


FINDINGS = [
    ("Inspection", 40),
    ("Ref", 8),
    ("Kind", 26),
    ("Finding", 54),
    ("Actions that answer it", 40),
    ("No action answers it", 12),
    ("Judged", 26),
    ("Judged on", 13),
    ("Judged by", 26),
    ("Words of the judgement", 46),
]


def findings(content: dict) -> Iterable[list]:
    for inspection in content["findings"]:
        for finding in inspection["findings"]:
            judged = finding["judgement"] or {}
            yield [
                inspection["inspection"],
                finding["ref"],
                finding["kind"],
                finding["text"],
                finding["actions"],
                finding["is_unanswered"],
                phrases.judged(finding["judgement"]),
                day_of(judged.get("judged_on")),
                judged.get("judged_by"),
                judged.get("words"),
            ]


ENQUIRIES = [
    ("Question", 54),
    ("Asked by", 30),
    ("Asked on", 13),
    ("Addressed to", 24),
    ("Answer due", 13),
    ("Overdue", 10),
]


def enquiries(content: dict) -> Iterable[list]:
    for enquiry in content["enquiries"]:
        yield [
            enquiry["text"],
            enquiry.get("body"),
            day_of(enquiry.get("asked_on")),
            enquiry.get("addressed_to"),
            day_of(enquiry.get("due_on")),
            bool(enquiry.get("is_overdue")),
        ]
