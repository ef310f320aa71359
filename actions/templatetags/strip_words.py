"""A strip of month ends in words, for those who cannot see it."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from actions.choices import Status
from actions.summaries.twelve_months import MonthStatus

NOT_YET_IN_PLAN = "not yet in the plan"


def strip_in_words(months: Iterable[MonthStatus]) -> str:
    """Dec 2018 to Feb 2019 not started; Mar to Nov 2019 on track"""
    runs = []
    for status, run in groupby(months, key=lambda month: month.status):
        days = [month.day for month in run]
        runs.append(f"{_months_in_words(days[0], days[-1])} {status_in_words(status)}")
    return "; ".join(runs)


def status_in_words(status: str) -> str:
    return Status(status).label.lower() if status else NOT_YET_IN_PLAN


def _months_in_words(first: date, last: date) -> str:
    if first == last:
        return f"{last:%b %Y}"
    return f"{first:%b} to {last:%b %Y}" if first.year == last.year else f"{first:%b %Y} to {last:%b %Y}"
