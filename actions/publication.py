"""What everybody may read of a frozen report: a dictionary of its own, made by a list of what may pass.

Figures, codes, labels, days, references and the names of organisations and bodies pass. The plan's and the
inspectors' own wording passes where the chair lets it. Whatever else people wrote passes only in words that
the chair approved. What is not named here is kept back: also a part that reports may get one day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from actions.canonical import canonical, fingerprint_of
from actions.choices import Judgement

SCHEMA = "send-tracker-public-report/1"
LICENCE = {
    "name": "Open Government Licence v3.0",
    "url": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}

# Which words wait for the chair, by the part of the report in which they stand.
SLOTS = {
    "report": ("judgement", "words", "correction"),
    "priorities": ("words",),
    "exceptions": ("reason", "being_done", "effect_on_families"),
}


@dataclass(frozen=True)
class Passage:
    """What people wrote in one place of a report, by slot. It waits for the chair."""

    part: str
    ref: str
    title: str
    written: Mapping[str, str]

    @property
    def place(self) -> tuple[str, str]:
        return self.part, self.ref


@dataclass(frozen=True)
class Approved:
    """What the chair lets pass: the wording of plan and inspectors or not, and words by place and slot."""

    wording: bool = False
    words: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)

    def said(self, part: str, ref: str = "") -> dict[str, str]:
        said = self.words.get((part, ref), {})
        return {slot: said.get(slot, "") for slot in SLOTS[part]}


NOTHING = Approved()


def passages(told: dict) -> list[Passage]:
    """Every place whose words wait for the chair: their own to the board, each priority's, each exception's."""
    report = told["report"]
    own = {"judgement": report["judgement"], "words": report["words"], "correction": _reason_of(report)}
    return [
        *([Passage("report", "", "", own)] if any(own.values()) else []),
        *(_passage("priorities", priority) for priority in told["priorities"]),
        *(_passage("exceptions", action) for action in told.get("exceptions", [])),
    ]


def _passage(part: str, line: dict) -> Passage:
    return Passage(part, line["ref"], line["title"], {slot: line[slot] for slot in SLOTS[part]})


def _reason_of(report: dict) -> str:
    return (report.get("corrects") or {}).get("reason", "")


# ──── what may pass


class Rule(Enum):
    PASSES = auto()
    WORDING = auto()  # of the plan and of the inspectors: only where the chair lets it
    COUNTED = auto()  # how many there are, and nothing of what they say


def _passing(names: str) -> dict:
    return dict.fromkeys(names.split(), Rule.PASSES)


def _worded(names: str) -> dict:
    return dict.fromkeys(names.split(), Rule.WORDING)


_BODY = _passing("body held_on")
_COLOURS = [_passing("colour label number")]
_STATUSES = [_passing("status label number change")]
_BRIEF = _passing("ref lead start_on due is_illustrative") | _worded("title")
_ACTION = (
    _BRIEF
    | _passing("priority status status_label colour colour_label is_verified")
    | _passing("original_due original_due_on due_on moves confirmed_on")
    | {"flags": [_passing("flag label")]}
)
_MOVE = _passing("ref lead before before_label after after_label on is_illustrative") | _worded("title")
_JUDGED = _passing("is_sufficient judged_on") | _worded("judged_by")

MAY_PASS = {
    "partnership": _passing("name council_name"),
    "plan": _passing("kind starts_on ends_on") | _worded("title"),
    "report": _passing("number as_at_on compared_with_on compared_with_number")
    | {"meeting": _BODY, "corrects": _passing("number")},
    "headline": _passing("total change closed verified not_yet_verified")
    | {"statuses": _STATUSES, "colours": _COLOURS},
    "moved": [_passing("kind label") | {"moves": [_MOVE]}],
    "priorities": [
        _passing("ref total") | _worded("title outcome") | {"statuses": _STATUSES, "colours": _COLOURS},
    ],
    "exceptions": [_ACTION | _passing("moved_in_words")],
    "completed": [_ACTION | _passing("completed_on") | {"evidence": Rule.COUNTED}],
    "not_started": [_passing("label") | {"actions": [_BRIEF]}],
    "coming_up": {"meeting": _BODY, "starting": [_BRIEF], "due": [_BRIEF]},
    "dates_to_agree": [_passing("ref which from to to_on asked_on is_illustrative") | _worded("title")],
    "findings": [
        _passing("inspection")
        | {"findings": [_passing("ref kind actions is_unanswered") | _worded("text") | {"judgement": _JUDGED}]}
    ],
    "enquiries": [_passing("asked_on due_on addressed_to body is_overdue")],
    "actions": [_ACTION],
    "key": [_passing("colour label rule")],
    "how_made": [Rule.PASSES],
}


def _let_through(value, rule, wording: bool):
    if value is None:
        return None
    if isinstance(rule, list):
        return [_let_through(each, rule[0], wording) for each in value]
    if isinstance(rule, dict):
        return {name: _let_through(value[name], inner, wording) for name, inner in rule.items() if name in value}
    if rule is Rule.COUNTED:
        return len(value)
    if isinstance(value, dict | list):
        raise TypeError("Say what of it may pass: only one figure or one text passes as it is.")
    return value if wording or rule is Rule.PASSES else ""


# ──── what everybody may read


def public_content(told: dict, *, public_words: str, approved: Approved = NOTHING) -> dict:
    """Of a frozen report, drawn like its own content: an approved text stands where the text it is about stood."""
    content = _let_through(told, MAY_PASS, approved.wording)
    own = approved.said("report")
    content["report"] |= {
        "judgement": own["judgement"] or _judgement(told["report"]["judgement"]),
        "words": own["words"],
        "sha256": fingerprint_of(canonical(told)),
    }
    if content["report"].get("corrects"):
        content["report"]["corrects"]["reason"] = own["correction"]
    for part in ("priorities", "exceptions"):
        for line in content.get(part, []):
            line |= approved.said(part, line["ref"])
    return content | {"schema": SCHEMA, "licence": LICENCE, "public_words": public_words}


def _judgement(line: str) -> str:
    """The chosen word alone, without the line that the chair put after it."""
    return next((label for label in Judgement.labels if line == label or line.startswith(f"{label}: ")), "")
