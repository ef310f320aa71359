"""A written history, as it stands in the content files, read into tellings. Pure functions.

    2019-05 on_track
      What has been done.
      Next: What happens next.
    2019-07 delayed
      What has been done.
      Why (supplier): The reason, in the officer's own words.
      Doing: What is being done about it.
      Families: What it means for families.
      Review: 2019-09-30
    2019-08 same
      More words on an unchanged status.
    2020-02..2020-04 silent
    2020-05 complete
    2020-07 sent_back
      Why it is not complete. With a review date it is delayed again, without one on track.

The words of a closed action are its reason. Months that the story leaves out were confirmed as "still true".
How new dates, evidence and verifications are written: asides.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from actions.choices import DelayReason, Status

from .asides import DateAsked, Shown, read_date_asked, read_decision, read_evidence, read_month

SAME = "same"
SILENT = "silent"
SENT_BACK = "sent_back"

_MONTHS = re.compile(r"(\d{4})-(\d{2})(?:\.\.(\d{4})-(\d{2}))? (\w+)")
_OF_THE_UPDATE = {"Next": "next_steps", "Doing": "recovery", "Families": "effect_on_families"}
_OF_THE_NEW_DATE = {"Because": "reason", "Effect": "effect_on_families"}
_LABELS = [*_OF_THE_UPDATE, *_OF_THE_NEW_DATE, "Review", "Agreed", "Refused", "Evidence", "Verified"]
_LABELLED = re.compile(rf"({'|'.join(_LABELS)}): (.+)")
_CAUSED = re.compile(r"(Why|New date) \((\w+)\): (.+)")


@dataclass
class Telling:
    """What was said of an action in one month."""

    month: date  # its first day
    status: str  # a Status, SAME or SENT_BACK
    words: dict = field(default_factory=dict)  # fields of StatusUpdate
    new_date: DateAsked | None = None
    evidence: list[Shown] = field(default_factory=list)
    verified_in: date | None = None  # the first day of the month


@dataclass
class Story:
    tellings: dict[date, Telling] = field(default_factory=dict)  # by month
    silent: set[date] = field(default_factory=set)

    def tell(self, month: date, status: str) -> Telling:
        if status not in {*Status.values, SAME, SENT_BACK}:
            choices = ", ".join([*Status.values, SAME, SILENT, SENT_BACK])
            raise ValueError(f"“{status}” is no status: choose from {choices}.")
        if self.tellings and month <= max(self.tellings):
            raise ValueError(f"{month:%Y-%m} is told twice, or after a later month.")
        if status == SENT_BACK and (not self.tellings or self.tellings[max(self.tellings)].status != Status.COMPLETE):
            raise ValueError(f"{month:%Y-%m} sends back what nobody said was complete.")
        self.tellings[month] = Telling(month, status)
        return self.tellings[month]


def months_from(first: date, last: date) -> Iterator[date]:
    """The first day of each month, from the month of one day to that of another."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def read_story(text: str) -> Story:
    story = Story()
    telling = None
    for line in filter(None, map(str.strip, text.splitlines())):
        if heading := _MONTHS.fullmatch(line):
            telling = _begin(story, *heading.groups())
        elif telling is None:
            raise ValueError(f"These words belong to no month: {line}")
        else:
            _add_words(telling, line)
    return story


def _begin(story: Story, year, month, to_year, to_month, status) -> Telling | None:
    first = date(int(year), int(month), 1)
    if status != SILENT:
        return story.tell(first, status)
    last = date(int(to_year), int(to_month), 1) if to_year else first
    story.silent.update(months_from(first, last))
    return None


def _add_words(telling: Telling, line: str) -> None:
    if caused := _CAUSED.fullmatch(line):
        _add_cause(telling, *caused.groups())
    elif labelled := _LABELLED.fullmatch(line):
        _add_labelled(telling, *labelled.groups())
    else:
        key = "reason" if telling.status in {Status.CLOSED, SENT_BACK} else "progress"
        telling.words[key] = f"{telling.words.get(key, '')} {line}".strip()


def _add_cause(telling: Telling, label: str, cause: str, text: str) -> None:
    if label == "New date":
        telling.new_date = read_date_asked(cause, text)
    else:
        telling.words |= {"delay_reason": DelayReason(cause).value, "reason": text}


def _add_labelled(telling: Telling, label: str, text: str) -> None:
    if label in _OF_THE_UPDATE:
        telling.words[_OF_THE_UPDATE[label]] = text
    elif label == "Review":
        telling.words["review_on"] = date.fromisoformat(text)
    elif label == "Evidence":
        telling.evidence.append(read_evidence(text))
    elif label == "Verified":
        telling.verified_in = read_month(text)
    elif telling.new_date is None:
        raise ValueError(f"This belongs to no new date: {text}")
    elif label in _OF_THE_NEW_DATE:
        setattr(telling.new_date, _OF_THE_NEW_DATE[label], text)
    else:
        telling.new_date.decided = read_decision(label, text)
