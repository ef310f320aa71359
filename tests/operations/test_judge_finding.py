"""One press of the form is one judgement, and nobody's word is passed over unseen."""

from datetime import date

import pytest

from actions.models import Finding, FindingJudgement
from actions.operations.judge_finding import SomebodyElseJudged, judge_finding
from tests.factories import make_finding, make_judgement, make_user

pytestmark = pytest.mark.django_db

SAID = {"judged_by": "Ofsted", "judged_on": date(2020, 8, 31), "is_sufficient": False, "words": "Too slow."}


def judge(finding: Finding, *, seen_id: int | None = None, **said) -> FindingJudgement:
    return judge_finding(finding=finding, by=make_user(), seen_id=seen_id, **SAID | said)


def test_second_press_finds_what_the_first_recorded():
    finding = make_finding()

    first, second = judge(finding), judge(finding)

    assert (first, finding.judgements.get()) == (second, first)


@pytest.mark.parametrize("other", [{"is_sufficient": True}, {"words": ""}, {"judged_by": "Ofsted and the CQC"}])
def test_mistake_is_put_right_by_another_judgement_of_the_same_day(other):
    finding = make_finding()
    wrong = judge(finding)

    right = judge(finding, seen_id=wrong.pk, **other)

    assert list(finding.judgements.newest_first()) == [right, wrong]


def test_judgement_that_nobody_has_seen_is_shown_first_and_nothing_is_written():
    finding = make_finding()
    seen = make_judgement(finding)
    newer = make_judgement(finding, judged_on=date(2020, 8, 1))

    with pytest.raises(SomebodyElseJudged) as refusal:
        judge(finding, seen_id=seen.pk)

    assert refusal.value.latest == newer
    assert list(finding.judgements.newest_first()) == [newer, seen]
