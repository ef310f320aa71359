"""Recompute and compare: whether what a board was told still follows from the record, to the letter."""

import json
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
    is_as_sealed: bool
    differences: list[Difference]

    @property
    def is_equal(self) -> bool:
        return self.is_as_sealed and not self.differences

    @property
    def sentences(self) -> list[str]:
        """What is wrong, in plain words; nothing where all is equal."""
        broken = [] if self.is_as_sealed else [_BROKEN_SEAL]
        return [*broken, *(difference.sentence for difference in self.differences)]


_BROKEN_SEAL = "The stored text is not the one that was frozen: its fingerprint is another."
_UNREADABLE = Difference(("The stored text",), "no report that can be read", "one")


def recompute(report: ProgressReport) -> dict:
    """Work the report out anew: its figures as at its day, its words as they stood when it was frozen."""
    content = content_of(report, Known(report.plan_id, at=report.frozen_at))
    return json.loads(canonical(content))


def check_report(report: ProgressReport) -> ReportCheck:
    told = _read(report.content)
    found = [_UNREADABLE] if told is None else differences(told, recompute(report))
    return ReportCheck(report, fingerprint_of(report.content) == report.sha256, found)


def _read(text: str) -> dict | None:
    try:
        content = json.loads(text)
    except json.JSONDecodeError:
        return None
    return content if isinstance(content, dict) else None
