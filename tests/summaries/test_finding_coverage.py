"""What stands beside a finding as at a day: its actions counted by plan, its judgement, and what it lacks."""

from datetime import date

import pytest

from actions.choices import FindingKind, Gap, LinkKind, Progress, Rag, Status
from actions.models import Action, ActionLink, Finding, Plan
from actions.summaries.finding_coverage import CoveredFinding, covered_findings
from tests.factories import (
    make_action,
    make_evidence,
    make_finding,
    make_inspection,
    make_judgement,
    make_link,
    make_partnership,
    make_plan,
    make_update,
    make_user,
)

pytestmark = pytest.mark.django_db

DAY, NEXT_DAY = date(2019, 7, 10), date(2019, 7, 11)


def covered(finding: Finding, *, on: date = DAY) -> CoveredFinding:
    (found,) = covered_findings([finding], on=on)
    return found


def make_answer(finding: Finding, status: Status | None = None, *, plan=None, **fields) -> Action:
    action = make_action(plan or make_plan(finding.inspection.partnership), **fields)
    action.findings.add(finding)
    if status:
        make_update(action, status, date(2019, 6, 1), reason="Done nationally." if status == Status.CLOSED else "")
    return action


def test_actions_of_a_finding_are_counted_by_plan_with_the_newest_first():
    partnership = make_partnership()
    finding = make_finding(make_inspection(partnership))
    older = make_plan(partnership, starts_on=date(2018, 4, 1), ends_on=date(2019, 3, 31))
    newer = make_plan(partnership)
    late = make_answer(finding, plan=older)
    moving = make_answer(finding, Status.ON_TRACK, plan=newer)
    make_action(newer)

    plans = covered(finding).plans

    assert [(share.plan, [standing.action for standing in share.standings]) for share in plans] == [
        (newer, [moving]),
        (older, [late]),
    ]


def test_statuses_and_colours_are_counted_worst_first_and_never_averaged():
    finding = make_finding()
    plan = make_plan(finding.inspection.partnership)
    for status in [Status.COMPLETE, Status.ON_TRACK, Status.CLOSED, Status.DELAYED, Status.COMPLETE]:
        make_answer(finding, status, plan=plan)
    make_answer(finding, Status.ON_TRACK, plan=plan, planned_start_on=None, original_due_on=date(2019, 4, 1))

    (share,) = covered(finding).plans

    assert share.total == 5
    assert share.statuses == [(Status.DELAYED, 1), (Status.ON_TRACK, 2), (Status.COMPLETE, 2), (Status.CLOSED, 1)]
    assert share.colours == [(Rag.RED, 1), (Rag.AMBER, 1), (Rag.GREEN, 1), (Rag.BLUE, 2)]


def test_finding_knows_nothing_of_later_days():
    finding = make_finding()
    action = make_answer(finding)
    make_answer(finding, added_on=NEXT_DAY)
    make_evidence(action, added_on=NEXT_DAY)
    make_update(action, Status.COMPLETE, NEXT_DAY)
    make_judgement(finding, judged_on=NEXT_DAY)

    then, next_day = covered(finding), covered(finding, on=NEXT_DAY)

    assert [len(each.standings) for each in (then, next_day)] == [1, 2]
    assert [each.evidence_count for each in (then, next_day)] == [0, 1]
    assert [each.standings[0].action.status for each in (then, next_day)] == [Status.NOT_STARTED, Status.COMPLETE]
    assert [each.progress for each in (then, next_day)] == [Progress.NOT_JUDGED, Progress.NOT_SUFFICIENT]


def test_progress_is_the_last_judgement_whatever_the_actions_say():
    finding = make_finding()
    make_answer(finding, Status.DELAYED)
    make_judgement(finding, judged_on=date(2019, 5, 1))
    last = make_judgement(finding, judged_on=date(2019, 6, 1), is_sufficient=True)

    found = covered(finding)

    assert (found.progress, found.judgement, len(found.judgements)) == (Progress.SUFFICIENT, last, 2)


def test_progress_is_not_asked_of_a_strength():
    assert covered(make_finding(kind=FindingKind.STRENGTH)).progress is None


# ──── gaps


def is_judged(finding: Finding, *, sufficient: bool) -> None:
    make_judgement(finding, judged_on=date(2019, 7, 1), is_sufficient=sufficient)


def is_shown(finding: Finding, status: Status) -> None:
    make_evidence(make_answer(finding, status))


def nothing(finding: Finding) -> None:
    pass


def all_closed(finding: Finding) -> None:
    is_shown(finding, Status.CLOSED)


def all_closed_but_enough(finding: Finding) -> None:
    is_shown(finding, Status.CLOSED)
    is_judged(finding, sufficient=True)


def complete_and_not_judged(finding: Finding) -> None:
    is_shown(finding, Status.COMPLETE)


def complete_and_not_enough(finding: Finding) -> None:
    is_shown(finding, Status.COMPLETE)
    is_judged(finding, sufficient=False)


def one_still_open_and_not_enough(finding: Finding) -> None:
    complete_and_not_enough(finding)
    make_answer(finding, Status.NOT_STARTED)


def make_earlier_plan(finding: Finding, *, ends_on: date = date(2018, 12, 31)) -> Plan:
    return make_plan(finding.inspection.partnership, starts_on=date(2018, 2, 1), ends_on=ends_on)


def one_complete_and_one_lost(finding: Finding) -> None:
    plan = make_earlier_plan(finding)
    is_shown(finding, Status.COMPLETE)
    make_answer(finding, plan=plan)


def carried_into_a_plan_that_runs(finding: Finding) -> None:
    carried = make_answer(finding, plan=make_earlier_plan(finding))
    make_evidence(carried)
    make_link(carried, make_action(make_plan(finding.inspection.partnership)))


def carried_into_a_plan_that_is_over(finding: Finding) -> None:
    carried = make_answer(finding, plan=make_earlier_plan(finding))
    make_evidence(carried)
    over = make_plan(finding.inspection.partnership, starts_on=date(2018, 6, 1), ends_on=date(2019, 7, 9))
    make_link(carried, make_action(over))


def dropped(finding: Finding) -> None:
    action = make_answer(finding, Status.DELAYED)
    make_evidence(action)
    ActionLink.objects.record(
        by=make_user(), action=action, kind=LinkKind.DROPPED, reason="No money.", decided_on=date(2019, 7, 1)
    )


def open_without_evidence(finding: Finding) -> None:
    make_answer(finding, Status.ON_TRACK)


def enough_without_evidence(finding: Finding) -> None:
    make_answer(finding, Status.COMPLETE)
    is_judged(finding, sufficient=True)


@pytest.mark.parametrize(
    ("story", "gaps"),
    [
        (nothing, [Gap.NO_LIVE_ACTION, Gap.NO_EVIDENCE]),
        (all_closed, [Gap.NO_LIVE_ACTION]),
        (all_closed_but_enough, []),
        (complete_and_not_judged, []),
        (complete_and_not_enough, [Gap.NO_LIVE_ACTION]),
        (one_still_open_and_not_enough, []),
        (one_complete_and_one_lost, [Gap.NO_LIVE_ACTION]),
        (carried_into_a_plan_that_runs, []),
        (carried_into_a_plan_that_is_over, [Gap.NO_LIVE_ACTION]),
        (dropped, [Gap.NO_LIVE_ACTION]),
        (open_without_evidence, [Gap.NO_EVIDENCE]),
        (enough_without_evidence, [Gap.NO_EVIDENCE]),
    ],
)
def test_gaps_of_a_finding(story, gaps):
    finding = make_finding()

    story(finding)

    assert covered(finding).gaps == gaps


def test_strength_lacks_nothing():
    assert covered(make_finding(kind=FindingKind.STRENGTH)).gaps == []


def test_piece_of_evidence_counts_for_each_finding_that_its_action_answers():
    inspection = make_inspection()
    both, other = make_finding(inspection), make_finding(inspection)
    action = make_answer(both)
    action.findings.add(other)
    make_evidence(action)
    make_evidence(make_answer(other))

    assert [each.evidence_count for each in covered_findings([both, other], on=DAY)] == [1, 2]
