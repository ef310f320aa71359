"""Invented plans whose pace is known, lived to the end: what a forecast of their first part is held against.

Due dates lie on 30-day months over 21 of them; one action in fourteen has none, one in ten joins later. All random,
from a seed that each test names.
"""

from dataclasses import replace
from datetime import date, timedelta
from math import ceil
from random import Random

from actions.summaries.simulation import Course
from tests.histories import day

LASTS = 21 * 30
NEVER = day(100 * 365)


def dice(seed: int) -> Random:
    return Random(seed)


def steady(random: Random, joins: int, due: int) -> float:
    """So many completions an action and day: long before its date, in the three months before, after, and later."""
    at, luck = joins, random.expovariate(1)
    for until, pace in ((due - 92, 0.0006), (due, 0.003), (due + 92, 0.008), (10**6, 0.003)):
        if luck < pace * max(0, until - at):
            return at + luck / pace
        luck -= pace * max(0, until - at)
        at = max(at, until)
    raise AssertionError("Luck ran out.")


def stuck(random: Random, joins: int, due: int) -> float:
    """Most are done some weeks round their date, and one in seven never."""
    return 10**5 if random.random() < 0.15 else max(joins + 1, due + random.gauss(20, 40))


PACES = {"steady": steady, "stuck": stuck}


def lived(pace, *, actions: int, random: Random) -> list[Course]:
    return [_lived_one(pace, random) for _ in range(actions)]


def _lived_one(pace, random: Random) -> Course:
    joins = random.randrange(200) if random.random() < 0.1 else 0
    if random.random() < 0.07:
        return Course(day(joins), None, _on(joins + random.expovariate(1 / 400)))
    due = max(joins + 20, 30 * random.randrange(2, 22))
    return Course(day(joins), day(due), _on(pace(random, joins, due)))


def _on(number: float) -> date:
    return min(NEVER, day(0) + timedelta(days=ceil(number)))


def as_known_on(courses: list[Course], on: date) -> list[Course]:
    """Those that had joined; what is finished later is still open."""
    joined = [course for course in courses if course.joined_on <= on]
    return [course if course.completed_on <= on else replace(course, completed_on=None) for course in joined]


def complete_by(courses: list[Course], by: date, *, joined_by: date) -> int:
    return sum(course.completed_on <= by for course in courses if course.joined_on <= joined_by)
