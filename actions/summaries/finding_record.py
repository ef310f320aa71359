"""Everything about one finding as at a day: how it was judged, how its actions stand, what shows it."""

from dataclasses import dataclass, replace
from datetime import date

from actions.models import Action, Evidence, Finding, StatusUpdate

from .attention import Standing
from .finding_coverage import CoveredFinding, PlanShare, covered_findings
from .lineage import Place


@dataclass(frozen=True)
class Answer:
    """One action that answers the finding, and what became of it."""

    standing: Standing  # with the last words said of it
    place: Place
    onward: list[Place]


@dataclass(frozen=True)
class FindingRecord:
    covered: CoveredFinding
    evidence: list[Evidence]  # newest first

    @property
    def plans(self) -> list[tuple[PlanShare, list[Answer]]]:
        lines = {line[0].action.pk: line for line in self.covered.lines}
        return [
            (share, [Answer(each, *_parted(lines[each.action.pk])) for each in share.standings])
            for share in self.covered.plans
        ]


def finding_record(finding: Finding, *, on: date) -> FindingRecord:
    """Seven queries, however many actions."""
    (covered,) = covered_findings([finding], on=on)
    updates = StatusUpdate.objects.last_words_on(Action.objects.filter(findings=finding), on)
    words = {update.action_id: update for update in updates}
    standings = [replace(standing, latest=words.get(standing.action.pk)) for standing in covered.standings]
    pieces = Evidence.objects.filter(action__in=[standing.action for standing in standings]).known_by(on)
    return FindingRecord(
        covered=replace(covered, standings=standings),
        evidence=list(pieces.order_by("-added_on", "-pk").select_related("action", "added_by")),
    )


def _parted(line: list[Place]) -> tuple[Place, list[Place]]:
    return line[0], line[1:]
