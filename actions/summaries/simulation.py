"""How many actions of a plan may be complete by a day: many futures, drawn from its own past. Pure functions.

An action passes through stages: so many days before or after its original due date. In each stage the plan has shown
a pace: its completions for the days that all its actions spent there. Those still open count too, or else only the
quick ones would be learnt from. One future draws the pace of each stage anew, the wider the fewer completions it saw
(a gamma distribution, with Jeffreys' half a completion more), and then lets each open action finish, or not, at the
pace of the stages that lie before it.

The stages are cut so that each holds a few completions. Past them lies one in which no action has finished yet: it
borrows half a completion at the pace of the stage before, so that actions stuck there soon outweigh it. Actions without
a due date are a stage of their own, which borrows from the plan's average.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import exp, inf
from random import Random

SEED = 2019
COMPLETIONS_A_STAGE = 4
MOST_STAGES = 6
HALF = 0.5  # a completion: Jeffreys' prior for a rate
MOST_DRAWS = 1000
FEWEST_DRAWS = 200
DRAWS_TIMES_ACTIONS = 200_000  # so a plan of 2,000 actions costs no more than it must


@dataclass(frozen=True)
class Course:
    """One action: in the plan from, first promised for (or never), and complete since (or still open)."""

    joined_on: date
    due_on: date | None
    completed_on: date | None


@dataclass(frozen=True)
class Stage:
    """Days of lateness, after the first and up to the last; both None for actions without a date."""

    after: float | None
    until: float | None
    completions: int
    days: int

    @property
    def pace(self) -> float:
        """Completions an action and day."""
        return self.completions / self.days if self.days else 0.0

    @property
    def within_a_month(self) -> str:
        """How many of a hundred actions that stay in it for a month are complete after it."""
        return f"{1 - exp(-30 * self.pace):.0%}" if self.days else "not seen yet"

    @property
    def in_words(self) -> str:
        if self.until is None:
            return "Promised without a due date"
        if self.after == -inf:
            return f"Up to {_lateness(self.until)}" if self.until < inf else "Any"
        return f"Later than {_lateness(self.after)}" if self.until == inf else self._in_between

    @property
    def _in_between(self) -> str:
        return f"From {_lateness(self.after + 1)} to {_lateness(self.until)}"


def stages_of(courses: Sequence[Course], *, on: date) -> list[Stage]:
    """In order of lateness, the latest but one having no completions; then the one without dates."""
    edges = _edges(sorted((c.completed_on - c.due_on).days for c in courses if c.completed_on and c.due_on))
    completions, days = Counter(), Counter()
    for course in courses:
        days.update(_days_in_stages(course.due_on, course.joined_on, course.completed_on or on, edges))
        if course.completed_on:
            completions[_stage_of(course.due_on, course.completed_on, edges)] += 1
    bounds = [*pairwise([-inf, *edges, inf]), (None, None)]
    return [Stage(*bound, completions[number], days[number]) for number, bound in enumerate(bounds)]


def simulate(courses: Sequence[Course], *, on: date, by: date, draws: int | None = None, seed: int = SEED) -> list[int]:
    """The number complete by that day in each future, in order. For the same seed never fewer by a later day."""
    random = Random(seed)  # noqa: S311 (nobody's secret depends on it)
    stages = stages_of(courses, on=on)
    edges = [stage.until for stage in stages[:-2]]
    paces = _what_is_known_of_each_pace(stages)
    waiting = Counter(course.due_on for course in courses if course.completed_on is None)
    ahead = [(tuple(_days_in_stages(due_on, on, by, edges).items()), number) for due_on, number in _in_order(waiting)]
    done = len(courses) - waiting.total()
    futures = []
    for _ in range(draws or draws_for(waiting.total())):
        pace = [random.gammavariate(shape, scale) for shape, scale in paces]
        finished = 0
        for days_in_stages, number in ahead:
            stays_open = exp(-sum(pace[stage] * days for stage, days in days_in_stages))
            finished += sum(random.random() > stays_open for _ in range(number))
        futures.append(done + finished)
    return sorted(futures)


def _in_order(waiting: Counter[date | None]) -> list[tuple[date | None, int]]:
    """So that the lots do not depend on the order in which actions were fetched."""
    return sorted(waiting.items(), key=lambda item: item[0] or date.max)


def draws_for(actions: int) -> int:
    return max(FEWEST_DRAWS, min(MOST_DRAWS, DRAWS_TIMES_ACTIONS // max(1, actions)))


def _edges(latenesses: list[int]) -> list[int]:
    """The lateness, in days, at which each stage ends that somebody has finished in."""
    number = min(MOST_STAGES, max(1, len(latenesses) // COMPLETIONS_A_STAGE))
    ends = [round(len(latenesses) * part / number) - 1 for part in range(1, number + 1)]
    return sorted({latenesses[end] for end in ends}) if latenesses else []


def _lateness(days: float) -> str:
    if days == 0:
        return "the day itself"
    return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'after' if days > 0 else 'before'}"


def _stage_of(due_on: date | None, day: date, edges: Sequence[float]) -> int:
    return len(edges) + 1 if due_on is None else bisect_left(edges, (day - due_on).days)


def _days_in_stages(due_on: date | None, first: date, last: date, edges: Sequence[float]) -> dict[int, int]:
    """How many days an action spends in each stage, after the first day and up to the last."""
    if due_on is None:
        return {len(edges) + 1: (last - first).days}
    begin, end = (first - due_on).days, (last - due_on).days
    bounds = pairwise([begin, *(min(max(edge, begin), end) for edge in edges), end])
    return {stage: until - after for stage, (after, until) in enumerate(bounds) if until > after}


def _what_is_known_of_each_pace(stages: list[Stage]) -> list[tuple[float, float]]:
    """Shape and scale of its gamma distribution."""
    *seen, latest, undated = stages
    average = (sum(stage.completions for stage in stages) + HALF) / max(1, sum(stage.days for stage in stages))
    before = (seen[-1].completions + HALF) / max(1, seen[-1].days) if seen else average
    known = [(stage.completions + HALF, 1 / max(1, stage.days)) for stage in seen]
    borrowing = [(latest, before), (undated, average)]
    return known + [(stage.completions + HALF, 1 / (stage.days + HALF / pace)) for stage, pace in borrowing]
