"""What a report says of the inspectors' findings: the actions that answer each, of whatever plan, and its judgement."""

from collections import Counter
from datetime import date

from actions.choices import FindingKind, Status
from actions.models import Action, Finding, FindingJudgement, Inspection, StatusUpdate
from actions.periods import in_full

from .known import Known


def told_findings(known: Known, statuses: dict[int, str], on: date) -> list[dict]:
    """Of inspections whose report was out by that day, newest first. `statuses` are those of the plan's own actions."""
    inspections = [
        inspection
        for inspection in known.records(Inspection, partnership=known.plan.partnership_id)
        if inspection.published_on <= on
    ]
    found = known.records(Finding, inspection__in=[inspection.pk for inspection in inspections])
    answers = _answers(known, found, statuses, on)
    judgements = _judgements(known, found, on)
    return [
        {
            "inspection": f"{inspection.get_kind_display()}, {in_full(inspection.inspected_on)}",
            "findings": [
                _told(finding, answers.get(finding.pk, []), judgements.get(finding.pk))
                for finding in sorted(found, key=lambda finding: (finding.order, finding.pk))
                if finding.inspection_id == inspection.pk
            ],
        }
        for inspection in sorted(inspections, key=lambda inspection: inspection.published_on, reverse=True)
    ]


def _told(finding: Finding, statuses: list[str], judgement: FindingJudgement | None) -> dict:
    counts = Counter(statuses)
    is_live = any(status != Status.CLOSED for status in statuses)
    return {
        "ref": finding.ref,
        "kind": finding.get_kind_display(),
        "text": finding.text,
        "actions": ", ".join(f"{counts[status]} {status.label.lower()}" for status in Status if counts[status]),
        "is_unanswered": finding.kind in FindingKind.needing_action() and not is_live,
        "judgement": {
            "is_sufficient": judgement.is_sufficient,
            "judged_on": judgement.judged_on.isoformat(),
            "judged_by": judgement.judged_by,
            "words": judgement.words,
        }
        if judgement
        else None,
    }


def _answers(known: Known, found: list[Finding], statuses: dict[int, str], on: date) -> dict[int, list[str]]:
    """By finding, the status of each action that then answered it."""
    links = known.answers_to([finding.pk for finding in found])
    statuses = statuses | _statuses_elsewhere(known, {action for action, _ in links} - statuses.keys(), on)
    answers: dict[int, list[str]] = {}
    for action, finding in links:
        if action in statuses:
            answers.setdefault(finding, []).append(statuses[action])
    return answers


def _statuses_elsewhere(known: Known, actions: set[int], on: date) -> dict[int, str]:
    """Of other plans' actions, whose books this report does not close: by what had been recorded of them."""
    joined = [a.pk for a in known.records(Action, id__in=actions, added_on__lte=on) if a.plan_id != known.plan_id]
    movements = known.recorded(StatusUpdate.objects.filter(action__in=joined)).movements().effective_by(on)
    last = dict(movements.oldest_first().values_list("action", "status"))
    return {action: last.get(action, Status.NOT_STARTED.value) for action in joined}


def _judgements(known: Known, found: list[Finding], on: date) -> dict[int, FindingJudgement]:
    judgements = known.recorded(FindingJudgement.objects.filter(finding__in=[finding.pk for finding in found]))
    return {each.finding_id: each for each in judgements.known_by(on).order_by("judged_on", "pk")}
