"""Recompute and compare: whether what a board was told still follows from the record, to the letter."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from actions.canonical import canonical, fingerprint_of
from actions.models import ProgressReport

from .differences import Difference, differences
from .known import Known
from .report_content import content_of


@dataclass(frozen=True)
class ReportCheck:
    """Of one frozen report."""

    report: ProgressReport
    broken_seals: list[str]
    differences: list[Difference]

    @property
    def is_equal(self) -> bool:
        return not self.sentences

    @property
    def sentences(self) -> list[str]:
        """What is wrong, in plain words; nothing where all is equal."""
        return [*self.broken_seals, *(difference.sentence for difference in self.differences)]


_BROKEN_SEAL = "The stored text is not the one that was frozen: its fingerprint is another."
_BROKEN_PUBLIC_SEAL = "What everybody may read is not the text that was published: its fingerprint is another."
_UNREADABLE = Difference(("The stored text",), "no report that can be read", "one")


def recompute(report: ProgressReport) -> dict:
    """Work the report out anew: its figures as at its day, its words as they stood when it was frozen."""
    content = content_of(report, Known(report.plan_id, at=report.frozen_at))
    return json.loads(canonical(content))


def check_report(report: ProgressReport) -> ReportCheck:
    told = _read(report.content)
    found = [_UNREADABLE] if told is None else differences(told, recompute(report))
    return ReportCheck(report, list(_broken_seals(report)), found)


def _broken_seals(report: ProgressReport) -> Iterator[str]:
    if fingerprint_of(report.content) != report.sha256:
        yield _BROKEN_SEAL
    if report.public_content and fingerprint_of(report.public_content) != report.public_sha256:
        yield _BROKEN_PUBLIC_SEAL


def _read(text: str) -> dict | None:
    try:
        content = json.loads(text)
    except json.JSONDecodeError:
        return None
    return content if isinstance(content, dict) else None
