"""Which updates a row brings: only what says something that is not on record yet, in the order of its days."""

from dataclasses import dataclass, field
from datetime import date

from actions.choices import Status
from actions.imports.columns.fields import Field
from actions.imports.columns.shapes import squeeze
from actions.imports.doubts import Doubt, DoubtKind
from actions.imports.known_plan import KnownAction, KnownPlan
from actions.imports.understanding.asking import RowAsker
from actions.imports.understanding.result import Asked
from actions.imports.understanding.rows import Moment, ReadRow
from actions.operations.brought import BroughtUpdate
from actions.periods import in_full


@dataclass
class NewUpdates:
    updates: list[BroughtUpdate] = field(default_factory=list)
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)


def new_updates(read: ReadRow, action: KnownAction | None, plan: KnownPlan, asker: RowAsker) -> NewUpdates:
    found = NewUpdates()
    before = Status.NOT_STARTED
    for moment in _by_day(read.moments):
        in_force = Status(action.status_on(moment.day)) if action else before
        status = moment.status.status or moment.status.proposed
        words = _not_said_yet(moment.words, action)
        if (status or in_force) == in_force and not words:
            continue
        doubt = _too_early(moment.day, action) or _closed(moment.day, plan)
        if doubt:
            found.asked.append(asker.ask(doubt, Field.STATUS, place=f"{Field.STATUS} {moment.name}".strip()))
            continue
        before = status or in_force
        said = words | ({"review_on": read.dates[Field.REVIEW_ON].last} if _is_reviewed(read, moment) else {})
        found.updates.append(BroughtUpdate(status=before, effective_on=moment.day, words=said))
        found.changes += _told(in_force, before, words, moment.day)
    return found


def _by_day(moments: list[Moment]) -> list[Moment]:
    """What is told of the same day is one update."""
    found: dict[date, Moment] = {}
    for moment in sorted(moments, key=lambda each: each.day):
        earlier = found.get(moment.day)
        found[moment.day] = _together(earlier, moment) if earlier else moment
    return list(found.values())


def _together(one: Moment, other: Moment) -> Moment:
    words = {
        name: "\n\n".join(filter(None, [one.words.get(name), other.words.get(name)]))
        for name in [*one.words, *other.words]
    }
    stated = [each for each in (other, one) if each.status.status or each.status.proposed]
    return Moment(one.name or other.name, one.day, (stated or [one])[0].status, words)


def _not_said_yet(words: dict[str, str], action: KnownAction | None) -> dict[str, str]:
    if action is None:
        return words
    said = {squeeze(text) for each in action.said for text in (each.progress, each.next_steps)}
    new = {name: text for name, text in words.items() if squeeze(text) not in said}
    return words if new else {}


def _is_reviewed(read: ReadRow, moment: Moment) -> bool:
    return not moment.name and read.dates[Field.REVIEW_ON].last is not None


def _too_early(day: date, action: KnownAction | None) -> Doubt | None:
    if action is None or action.said_on is None or day >= action.said_on:
        return None
    sentence = (
        f"It tells of {in_full(day)}, and something is on record from {in_full(action.said_on)} already. "
        "History is only added to, so this is left out."
    )
    return Doubt(DoubtKind.UPDATE_TOO_EARLY, sentence, "Left out")


def _closed(day: date, plan: KnownPlan) -> Doubt | None:
    if not plan.is_closed_on(day):
        return None
    sentence = (
        f"It tells of {in_full(day)}, and a frozen report has told of the days through "
        f"{in_full(plan.closed_through)}. Choose a later day for the file, or leave this out."
    )
    return Doubt(DoubtKind.UPDATE_CLOSED, sentence, "Left out")


def _told(before: Status, after: Status, words: dict[str, str], day: date) -> list[tuple[str, str, str]]:
    changes = [(f"Status on {in_full(day)}", before.label, after.label)] if before != after else []
    labels = {"progress": "What has been done", "next_steps": "What happens next"}
    return changes + [(labels[name], "", text) for name, text in words.items()]
