"""The status mixes that the public page draws, read from what everybody may read and from nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from actions.choices import Status
from actions.periods import in_full


@dataclass(frozen=True)
class Mix:
    """`figure` begins the names of its figures on the page; empty where it only repeats what stands there already."""

    name: str
    numbers: Mapping[Status, int]
    figure: str = ""

    @property
    def total(self) -> int:
        return sum(self.numbers.values())


def mixes_then_and_now(content: dict) -> list[Mix]:
    """On the day compared with, where there is one, and on the day of the report."""
    report, statuses = content["report"], content["headline"]["statuses"]
    now = Mix(_day(report["as_at_on"]), _numbers(statuses))
    if report["compared_with_on"] is None:
        return [now]
    then = {Status(each["status"]): each["number"] - each["change"] for each in statuses}
    return [Mix(_day(report["compared_with_on"]), then), now]


def mixes_by_priority(content: dict) -> list[Mix]:
    return [
        Mix(
            f"{priority['ref']}. {priority['title']}" if priority["title"] else f"Priority {priority['ref']}",
            _numbers(priority["statuses"]),
            figure=f"priority-{priority['ref']}",
        )
        for priority in content["priorities"]
    ]


def _numbers(statuses: list[dict]) -> dict[Status, int]:
    return {Status(each["status"]): each["number"] for each in statuses}


def _day(iso: str) -> str:
    return in_full(date.fromisoformat(iso))
