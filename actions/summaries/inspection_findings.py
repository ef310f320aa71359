"""What each inspection found, by kind: the headline in words, and judged counts over time."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from actions.choices import FindingKind, Gap, Progress
from actions.models import Finding, FindingJudgement, Inspection, Partnership, Plan
from actions.periods import in_full

from .finding_coverage import CoveredFinding, covered_findings
from .judged_over_time import JudgedStep, judged_over_time

_MORE_THAN_ONE = {
    FindingKind.FUNDAMENTAL_FAILING: "Fundamental failings",
    FindingKind.SIGNIFICANT_WEAKNESS: "Areas of significant concern",
    FindingKind.PRIORITY_ACTION: "Areas for priority action",
    FindingKind.IMPROVEMENT: "Areas for improvement",
    FindingKind.STRENGTH: "Strengths",
}


@dataclass(frozen=True)
class FindingGroup:
    """The findings of one kind in one inspection: they are counted together, never with another kind's."""

    inspection: Inspection
    kind: FindingKind
    findings: list[CoveredFinding]

    @property
    def key(self) -> str:
        """Names the group's figures on a page that shows several."""
        return f"{self.inspection.pk}-{self.kind}"

    @property
    def total(self) -> int:
        return len(self.findings)

    @property
    def of_all(self) -> str:
        """How the first number of the headline goes on: 7 of 12 judged sufficient."""
        return f"of {self.total} judged {Progress.SUFFICIENT.label.lower()}"

    @property
    def needs_action(self) -> bool:
        return self.kind in FindingKind.needing_action()

    @property
    def name(self) -> str:
        return self.kind.label if self.total == 1 else _MORE_THAN_ONE[self.kind]

    @property
    def last_judgements(self) -> list[FindingJudgement]:
        return [covered.judgement for covered in self.findings if covered.judgement]

    @property
    def by_progress(self) -> list[tuple[Progress, int]]:
        """Sufficient, not sufficient, not judged again yet. Empty while nobody has judged one."""
        counts = Counter(covered.progress for covered in self.findings)
        return [(progress, counts[progress]) for progress in Progress] if self.last_judgements else []

    @property
    def judged_in_words(self) -> str:
        """on 31 August 2020 by Ofsted; or, where the words are of several days or bodies, last on … by …"""
        newest = max(self.last_judgements, key=lambda judgement: (judgement.judged_on, judgement.pk))
        is_one = len({(judgement.judged_on, judgement.judged_by) for judgement in self.last_judgements}) == 1
        return f"{'' if is_one else 'last '}on {in_full(newest.judged_on)} by {newest.judged_by}"

    @property
    def common_judgement(self) -> FindingJudgement | None:
        """Where one body said the same of several on one day, it is read once and not beside each."""
        said = {(judgement.judged_on, judgement.judged_by, judgement.words) for judgement in self.last_judgements}
        return self.last_judgements[0] if len(said) == 1 and len(self.last_judgements) > 1 else None

    @property
    def gaps(self) -> list[tuple[Gap, int]]:
        counts = Counter(gap for covered in self.findings for gap in covered.gaps)
        return [(gap, counts[gap]) for gap in Gap if counts[gap]]

    @property
    def gaps_in_words(self) -> list[tuple[Gap, int, str]]:
        """1 has no live action; 2 have no evidence"""
        return [(gap, count, f"{'has' if count == 1 else 'have'} {gap.label.lower()}") for gap, count in self.gaps]

    @property
    def steps(self) -> list[JudgedStep]:
        return judged_over_time(self.findings, published_on=self.inspection.published_on)


@dataclass(frozen=True)
class InspectionFindings:
    inspection: Inspection
    findings: list[CoveredFinding]
    judged_on_its_day: list[Inspection]  # the earlier ones of which it, or a body on its day, judged findings

    @property
    def groups(self) -> list[FindingGroup]:
        groups = [
            FindingGroup(self.inspection, kind, [c for c in self.findings if c.finding.kind == kind])
            for kind in FindingKind
        ]
        return [group for group in groups if group.findings]

    @property
    def plans(self) -> list[Plan]:
        """Those whose actions answer its findings, the newest first."""
        plans = {share.plan for covered in self.findings for share in covered.plans}
        return sorted(plans, key=lambda plan: plan.starts_on, reverse=True)


def inspection_findings(partnership: Partnership, *, on: date) -> list[InspectionFindings]:
    """Inspections whose report was out by that day, newest first. Five queries, however many findings."""
    inspections = list(partnership.inspections.known_by(on))
    known = Finding.objects.filter(inspection__in=inspections).select_related("inspection")
    findings = covered_findings(list(known), on=on)
    return [
        InspectionFindings(
            inspection,
            [covered for covered in findings if covered.finding.inspection_id == inspection.pk],
            _judged_on_the_day_of(inspection, inspections, findings),
        )
        for inspection in inspections
    ]


def _judged_on_the_day_of(
    report: Inspection, inspections: list[Inspection], findings: list[CoveredFinding]
) -> list[Inspection]:
    judged = {
        covered.finding.inspection_id
        for covered in findings
        if any(judgement.judged_on == report.published_on for judgement in covered.judgements)
    }
    return [inspection for inspection in inspections if inspection.pk in judged - {report.pk}]
