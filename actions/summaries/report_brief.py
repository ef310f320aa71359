"""What people decide about a report before its figures are worked out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from actions.models import Meeting, Plan, ProgressReport

from .known import Known


@dataclass(frozen=True)
class Brief:
    """`known` is what was known when the report was frozen, where that is not now."""

    plan: Plan
    on: date
    since: date | None = None
    number: int | None = None
    meeting: Meeting | None = None
    compared_number: int | None = None
    judgement: str = ""
    words: str = ""
    words_by_priority: Mapping[int, str] = field(default_factory=dict)
    corrects: dict | None = None
    known_then: Known | None = None

    @cached_property
    def known(self) -> Known:
        return self.known_then or Known(self.plan.pk)


def brief_of(
    report: ProgressReport, known: Known | None = None, *, words_by_priority: Mapping[int, str] | None = None
) -> Brief:
    """Of a draft too: with the number that it would get, so that a preview reads as the report will.

    `words_by_priority` are those that somebody types and has not saved.
    """
    known = known or Known(report.plan_id)
    if words_by_priority is None:
        words_by_priority = dict(report.priority_words.values_list("priority", "words"))
    return Brief(
        plan=known.plan,
        on=report.as_at_on,
        since=report.since,
        number=report.next_number,
        meeting=known.meetings.get(report.meeting_id, report.meeting),
        compared_number=report.compared_with.number if report.compared_with else None,
        judgement=report.judgement_in_words,
        words=report.words,
        words_by_priority=words_by_priority,
        corrects=_corrects(report),
        known_then=known,
    )


def _corrects(report: ProgressReport) -> dict | None:
    if report.corrects is None:
        return None
    return {"number": report.corrects.number, "reason": report.correction_reason}
