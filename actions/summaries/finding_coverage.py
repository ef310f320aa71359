"""Each inspection finding with the actions that answer it, and the findings that none does."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from actions.choices import FindingKind, Status
from actions.models import Action, Finding, FindingJudgement, Inspection, Partnership

from .attention import Standing, standing_of


@dataclass(frozen=True)
class CoveredFinding:
    finding: Finding
    standings: list[Standing]
    judgement: FindingJudgement | None

    @property
    def in_words(self) -> str:
        """5 complete, 3 on track, 1 delayed or at risk"""
        counts = Counter(standing.action.status for standing in self.standings)
        return ", ".join(f"{counts[status]} {status.label.lower()}" for status in Status if counts[status])

    @property
    def is_unanswered(self) -> bool:
        """No action that still applies answers it. A strength needs none."""
        is_live = any(standing.action.status != Status.CLOSED for standing in self.standings)
        return self.finding.kind in FindingKind.needing_action() and not is_live


@dataclass(frozen=True)
class CoveredInspection:
    inspection: Inspection
    findings: list[CoveredFinding]

    @property
    def unanswered(self) -> list[CoveredFinding]:
        return [covered for covered in self.findings if covered.is_unanswered]

    @property
    def judged(self) -> list[CoveredFinding]:
        return [covered for covered in self.findings if covered.judgement]

    @property
    def sufficient_count(self) -> int:
        return sum(covered.judgement.is_sufficient for covered in self.judged)


def finding_coverage(partnership: Partnership, *, on: date) -> list[CoveredInspection]:
    """Inspections whose report was out by that day, newest first. Four queries, however many findings."""
    findings = list(
        Finding.objects.filter(inspection__in=partnership.inspections.known_by(on)).select_related("inspection")
    )
    actions = _actions_by_finding(findings, on)
    judgements = {j.finding_id: j for j in _judgements_oldest_first(findings, on)}
    inspections = partnership.inspections.known_by(on)
    return [
        CoveredInspection(
            inspection,
            [
                CoveredFinding(finding, actions.get(finding.pk, []), judgements.get(finding.pk))
                for finding in findings
                if finding.inspection_id == inspection.pk
            ],
        )
        for inspection in inspections
    ]


def _actions_by_finding(findings: list[Finding], on: date) -> dict[int, list[Standing]]:
    answered: dict[int, list[Standing]] = {}
    actions = (
        Action.objects.filter(findings__in=findings)
        .as_at(on)
        .annotate(finding_id=F("findings"))
        .select_related("plan", "lead_organisation")
    )
    for action in actions:
        answered.setdefault(action.finding_id, []).append(standing_of(action, on=on, plan=action.plan))
    return answered


def _judgements_oldest_first(findings: list[Finding], on: date):
    return FindingJudgement.objects.filter(finding__in=findings).known_by(on).order_by("judged_on", "pk")
