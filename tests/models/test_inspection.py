from datetime import date

import pytest

from actions.choices import FindingKind
from actions.models import Finding, FindingJudgement, Inspection
from tests.factories import make_finding, make_inspection

pytestmark = pytest.mark.django_db


def judge(finding: Finding, judged_on: date, *, is_sufficient: bool) -> FindingJudgement:
    return FindingJudgement.objects.create(
        finding=finding, judged_on=judged_on, judged_by="Department for Education", is_sufficient=is_sufficient
    )


def test_known_by_waits_for_the_report_to_be_published():
    inspection = make_inspection(inspected_on=date(2017, 11, 1), published_on=date(2018, 1, 10))

    known = [list(Inspection.objects.known_by(on)) for on in [date(2018, 1, 9), date(2018, 1, 10)]]

    assert known == [[], [inspection]]


def test_needing_action_leaves_only_strengths_out():
    inspection = make_inspection()
    for kind in FindingKind:
        make_finding(inspection, kind=kind)

    kinds = set(Finding.objects.needing_action().values_list("kind", flat=True))

    assert kinds == set(FindingKind) - {FindingKind.STRENGTH}


def test_judgements_are_read_newest_first_by_a_day():
    finding = make_finding()
    first = judge(finding, date(2019, 12, 1), is_sufficient=False)
    second = judge(finding, date(2020, 6, 1), is_sufficient=False)
    same_day = judge(finding, date(2020, 6, 1), is_sufficient=True)

    read = [
        list(finding.judgements.known_by(on).newest_first())
        for on in [date(2019, 11, 30), date(2019, 12, 1), date(2020, 6, 1)]
    ]

    assert read == [[], [first], [same_day, second, first]]
