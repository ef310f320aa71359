"""What a month's telling holds beside its status: a new date asked for, what shows it, and who looked.

    New date (supplier): 2019-12           a month; 2019-12-20 would be a day, 2019-12 term a school term
    Because: Why this date, in the officer's own words.
    Effect: What the move means for families.
    Agreed: 2019-09-12 Partnership Board: What the minutes say.
    Evidence: What it shows <https://www.example.org/page>
    Evidence: What else shows it <a-file-of-content-evidence.txt>
    Verified: 2020-02

“Refused” reads like “Agreed”; a date with neither waits for a decision. Pure functions over one line.
"""

import re
from dataclasses import dataclass
from datetime import date

from actions.choices import DatePrecision, DelayReason

_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?: (\w+))?")
_DECISION = re.compile(r"(\d{4}-\d{2}-\d{2}) ([^:]+)(?:: (.+))?")
_EVIDENCE = re.compile(r"(.+) <(\S+)>")


@dataclass(frozen=True)
class DateDecided:
    is_agreed: bool
    decided_on: date
    body: str  # its name
    words: str = ""


@dataclass
class DateAsked:
    to_on: date  # a day of the promised range
    to_precision: str
    delay_reason: str
    reason: str = ""
    effect_on_families: str = ""
    decided: DateDecided | None = None


@dataclass(frozen=True)
class Shown:
    title: str
    target: str  # an address, or the name of a file

    @property
    def is_link(self) -> bool:
        return self.target.startswith("https://")


def read_date_asked(cause: str, text: str) -> DateAsked:
    year, month, day, precision = _parts(_DATE, text)
    exact = DatePrecision(precision) if precision else DatePrecision.DAY if day else DatePrecision.MONTH
    return DateAsked(date(int(year), int(month), int(day or 1)), exact.value, DelayReason(cause).value)


def read_decision(verdict: str, text: str) -> DateDecided:
    day, body, words = _parts(_DECISION, text)
    return DateDecided(verdict == "Agreed", date.fromisoformat(day), body, words or "")


def read_evidence(text: str) -> Shown:
    return Shown(*_parts(_EVIDENCE, text))


def read_month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def _parts(pattern: re.Pattern, text: str) -> tuple:
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError(f"This line is not written as actions/demo/asides.py says: {text}")
    return found.groups()
