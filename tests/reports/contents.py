"""A small report's content, with one of everything that a report can tell; and the same with somebody else's words."""

from collections.abc import Callable

FROZEN = {"sha256": "ab" * 32, "frozen_at": "2019-07-12T10:04:00+01:00", "number": 7}

_LABELS = {
    "complete": "Complete",
    "on_track": "On track",
    "not_started": "Not started",
    "delayed": "Delayed or at risk",
}
_COLOURS = {"red": "Red", "amber": "Amber", "green": "Green", "grey": "Grey", "blue": "Blue"}


def _action(ref: str, status: str, colour: str, **fields) -> dict:
    return {
        "ref": ref,
        "title": f"Promise {ref}",
        "lead": "LCC",
        "start_on": "2019-04-01",
        "due": "Due July 2019",
        "is_illustrative": True,
        "priority": "1",
        "status": status,
        "status_label": _LABELS[status],
        "colour": colour,
        "colour_label": _COLOURS[colour],
        "is_verified": False,
        "original_due": "July 2019",
        "original_due_on": "2019-07-31",
        "due_on": "2019-07-31",
        "moves": 0,
        "confirmed_on": "2019-07-02",
        "flags": [],
    } | fields


def _brief(action: dict) -> dict:
    return {key: action[key] for key in ("ref", "title", "lead", "start_on", "due", "is_illustrative")}


def _statuses(numbers: dict[str, int], changes: dict[str, int] | None = None) -> list[dict]:
    return [
        {"status": status, "label": label, "number": numbers[status]}
        | ({"change": changes[status]} if changes is not None else {})
        for status, label in _LABELS.items()
    ]


def report_told() -> dict:
    """Three actions: one complete and verified, one delayed and re-dated, one that has not started."""
    done = _action("1.1", "complete", "blue", is_verified=True, is_illustrative=False)
    late = _action(
        "1.2",
        "delayed",
        "amber",
        due="Due October 2019",
        due_on="2019-10-31",
        moves=1,
        flags=[{"flag": "moved", "label": "Due date moved"}, {"flag": "no_evidence", "label": "Complete, no evidence"}],
    )
    waiting = _action("1.10", "not_started", "grey", start_on=None, confirmed_on=None)
    numbers = {"complete": 1, "on_track": 0, "not_started": 1, "delayed": 1}
    changes = {"complete": 1, "on_track": -2, "not_started": 0, "delayed": 1}
    coloured = {"red": 0, "amber": 1, "green": 0, "grey": 1, "blue": 1}
    colours = [{"colour": code, "label": label, "number": coloured[code]} for code, label in _COLOURS.items()]
    return {
        "schema": "send-tracker-progress-report/1.1",
        "partnership": {"name": "Area partnership", "council_name": "Area Council"},
        "plan": {
            "title": "Improvement plan",
            "kind": "Improvement plan",
            "starts_on": "2019-04-01",
            "ends_on": "2020-12-31",
        },
        "report": {
            "number": 7,
            "as_at_on": "2019-07-10",
            "compared_with_on": "2019-05-15",
            "compared_with_number": 6,
            "meeting": {"body": "Partnership Board", "held_on": "2019-07-12"},
            "judgement": "Slower than planned.",
            "words": "Families feel it.\n\nWe ask for a new date.",
            "corrects": None,
        },
        "headline": {
            "total": 3,
            "change": 0,
            "closed": 0,
            "verified": 1,
            "not_yet_verified": 0,
            "statuses": _statuses(numbers, changes),
            "colours": colours,
        },
        "moved": [
            {
                "kind": kind,
                "label": label,
                "moves": [
                    {
                        "ref": action["ref"],
                        "title": action["title"],
                        "lead": "LCC",
                        "is_illustrative": action["is_illustrative"],
                        "before": "on_track",
                        "before_label": "On track",
                        "after": action["status"],
                        "after_label": action["status_label"],
                        "on": "2019-07-01",
                        "said_by": "LCC",
                        "words": "What was said of it.",
                    }
                ],
            }
            for kind, label, action in [("worsened", "Worsened", late), ("completed", "Completed", done)]
        ],
        "priorities": [
            {
                "ref": "1",
                "title": "Access",
                "outcome": "Help near home.",
                "total": 3,
                "statuses": _statuses(numbers),
                "colours": [colour for colour in colours if colour["number"]],
                "words": "What its lead says.",
            }
        ],
        "exceptions": [
            late
            | {
                "moved_in_words": "moved once, 3 months in all",
                "reason": "Nobody applied.",
                "being_done": "Advertised again.",
                "effect_on_families": "They wait.",
                "sentences": ["Its due date has moved."],
            }
        ],
        "completed": [done | {"completed_on": "2019-07-01", "evidence": ["Minutes", "Survey"]}],
        "not_started": [
            {"label": "Should have started", "actions": []},
            {"label": "No start date", "actions": [_brief(waiting)]},
            {"label": "Not yet due to start", "actions": []},
        ],
        "coming_up": {
            "meeting": {"body": "Partnership Board", "held_on": "2019-09-12"},
            "starting": [],
            "due": [_brief(waiting)],
        },
        "dates_to_agree": [
            {
                "ref": "1.10",
                "title": "Promise 1.10",
                "which": "Due date",
                "from": "31 July 2019",
                "to": "December 2019",
                "to_on": "2019-12-31",
                "reason": "More time is needed.",
                "effect_on_families": "Letters stay on paper.",
                "asked_on": "2019-07-02",
                "is_illustrative": True,
            }
        ],
        "findings": [
            {
                "inspection": "Area SEND inspection, 1 November 2017",
                "findings": [
                    {
                        "ref": "F1",
                        "kind": "Fundamental failing",
                        "text": "Families are not at the centre.",
                        "actions": "1 complete",
                        "is_unanswered": False,
                        "judgement": {
                            "is_sufficient": True,
                            "judged_on": "2019-06-01",
                            "judged_by": "Ofsted and the CQC",
                            "words": "Better.",
                        },
                    },
                    {
                        "ref": "F2",
                        "kind": "Fundamental failing",
                        "text": "Leaders do not work together.",
                        "actions": "",
                        "is_unanswered": True,
                        "judgement": None,
                    },
                ],
            }
        ],
        "enquiries": [
            {
                "text": "When will the website open?",
                "asked_on": "2019-05-15",
                "due_on": "2019-07-01",
                "addressed_to": "LCC",
                "body": "Scrutiny committee",
                "is_overdue": True,
            }
        ],
        "actions": [done, late, waiting],
        "key": [{"colour": "red", "label": "Red", "rule": "Much later than promised."}],
        "how_made": ["Each figure is counted."],
    }


# What people type, as against what the service itself says.
TYPED = {
    *("name", "council_name", "title", "body", "judgement", "words", "lead", "said_by", "outcome"),
    *("reason", "being_done", "effect_on_families", "judged_by", "text", "addressed_to", "evidence"),
}


def retyped(content, typed: Callable[[str], str], key: str = ""):
    """The same content, with every text that somebody typed put in other words."""
    if isinstance(content, dict):
        return {name: retyped(value, typed, name) for name, value in content.items()}
    if isinstance(content, list):
        return [retyped(value, typed, key) for value in content]
    return typed(content) if isinstance(content, str) and key in TYPED else content
