"""Each inspection finding with the actions that answer it, what shows that they were done, and what it lacks."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, F

from actions.choices import Gap, Progress, Rag, Status
from actions.models import Action, Evidence, Finding, FindingJudgement, Plan

from .attention import Standing, standing_of
from .finding_lines import is_done, is_live, lines_by_action
from .lineage import Place


@dataclass(frozen=True)
class PlanShare:
    """The actions of one plan that answer a finding: statuses and colours counted, worst first, never averaged."""

    plan: Plan
    standings: list[Standing]

    @property
    def total(self) -> int:
        """Of those that still apply; the others are listed beside."""
        return sum(standing.action.status != Status.CLOSED for standing in self.standings)

    @property
    def statuses(self) -> list[tuple[Status, int]]:
        counts = Counter(standing.action.status for standing in self.standings)
        return [(status, counts[status]) for status in Status if counts[status]]

    @property
    def colours(self) -> list[tuple[Rag, int]]:
        counts = Counter(standing.rag for standing in self.standings)
        return [(colour, counts[colour]) for colour in Rag if counts[colour] and colour != Rag.NONE]


@dataclass(frozen=True)
class CoveredFinding:
    finding: Finding
    standings: list[Standing]
    judgements: list[FindingJudgement]  # newest first
    evidence_count: int
    lines: list[list[Place]]  # of each action, and then of what it goes on as in later plans

    @property
    def judgement(self) -> FindingJudgement | None:
        return self.judgements[0] if self.judgements else None

    @property
    def progress(self) -> Progress | None:
        """A finding is judged apart from its actions. Of a strength nobody expects it."""
        if self.judgement:
            return self.judgement.progress
        return Progress.NOT_JUDGED if self.finding.needs_action else None

    @property
    def plans(self) -> list[PlanShare]:
        """The newest plan first, each with its actions in its own order."""
        by_plan = groupby(self.standings, key=lambda standing: standing.action.plan)
        return [PlanShare(plan, list(standings)) for plan, standings in by_plan]

    @property
    def gaps(self) -> list[Gap]:
        if not self.finding.needs_action:
            return []
        places = [place for line in self.lines for place in line]
        waits_for_judgement = self.progress == Progress.NOT_JUDGED and is_done(places)
        has_enough = self.progress == Progress.SUFFICIENT or is_live(places) or waits_for_judgement
        lacks = {Gap.NO_LIVE_ACTION: not has_enough, Gap.NO_EVIDENCE: not self.evidence_count}
        return [gap for gap in Gap if lacks[gap]]


def covered_findings(findings: list[Finding], *, on: date) -> list[CoveredFinding]:
    """In the same order. Five queries, however many findings."""
    standings = _standings_by_finding(findings, on)
    actions = list({standing.action.pk: standing.action for each in standings.values() for standing in each}.values())
    judgements = _judgements_by_finding(findings, on)
    evidence, lines = _evidence_by_action(actions, on), lines_by_action(actions, on=on)
    return [
        CoveredFinding(
            finding,
            answers := standings.get(finding.pk, []),
            judgements.get(finding.pk, []),
            sum(evidence[standing.action.pk] for standing in answers),
            [lines[standing.action.pk] for standing in answers],
        )
        for finding in findings
    ]


def _standings_by_finding(findings: list[Finding], on: date) -> dict[int, list[Standing]]:
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


def _judgements_by_finding(findings: list[Finding], on: date) -> dict[int, list[FindingJudgement]]:
    judged: dict[int, list[FindingJudgement]] = {}
    judgements = FindingJudgement.objects.filter(finding__in=findings).known_by(on)
    for judgement in judgements.newest_first().select_related("recorded_by"):
        judged.setdefault(judgement.finding_id, []).append(judgement)
    return judged


def _evidence_by_action(actions: list[Action], on: date) -> Counter[int]:
    pieces = Evidence.objects.filter(action__in=actions).known_by(on).order_by()
    return Counter(dict(pieces.values_list("action").annotate(number=Count("*"))))
