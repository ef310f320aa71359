"""How many findings had been judged sufficient, as at each day on which one was judged."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actions.choices import Progress
from actions.models import FindingJudgement

from .finding_coverage import CoveredFinding


@dataclass(frozen=True)
class JudgedStep:
    """The first step is the day of the report, on which nobody may have judged yet."""

    day: date
    bodies: list[str]
    counts: list[tuple[Progress, int]]


def judged_over_time(findings: Sequence[CoveredFinding], *, published_on: date) -> list[JudgedStep]:
    """Oldest first; empty while nothing was judged. The counts of each step add up to the number of findings."""
    judgements = [judgement for covered in findings for judgement in covered.judgements]
    days = sorted({published_on} | {judgement.judged_on for judgement in judgements}) if judgements else []
    return [JudgedStep(day, _bodies(judgements, day), _counts(findings, day)) for day in days]


def _bodies(judgements: list[FindingJudgement], day: date) -> list[str]:
    return sorted({judgement.judged_by for judgement in judgements if judgement.judged_on == day})


def _counts(findings: Sequence[CoveredFinding], day: date) -> list[tuple[Progress, int]]:
    counts = Counter(_progress(covered, day) for covered in findings)
    return [(progress, counts[progress]) for progress in Progress]


def _progress(covered: CoveredFinding, day: date) -> Progress:
    by_then = (judgement.progress for judgement in covered.judgements if judgement.judged_on <= day)
    return next(by_then, Progress.NOT_JUDGED)
