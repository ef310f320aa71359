"""What each inspection found, counted by kind, in words and over time."""

from datetime import date

import pytest

from actions.choices import FindingKind, Gap, Progress
from actions.models import Partnership
from actions.summaries.inspection_findings import FindingGroup, inspection_findings
from tests.factories import make_finding, make_inspection, make_judgement, make_partnership

pytestmark = pytest.mark.django_db

DECEMBER, AUGUST = date(2019, 12, 1), date(2020, 8, 31)
AT_LAST = date(2020, 9, 1)


def make_findings(count: int, partnership: Partnership | None = None, **fields) -> list:
    inspection = make_inspection(partnership)
    return [make_finding(inspection, order=number, **fields) for number in range(count)]


def group_of(finding, *, on: date = AT_LAST) -> FindingGroup:
    (found,) = inspection_findings(finding.inspection.partnership, on=on)
    return next(group for group in found.groups if group.kind == finding.kind)


def test_inspections_are_read_newest_first_and_only_once_published():
    partnership = make_partnership()
    first = make_inspection(partnership, inspected_on=date(2017, 11, 1), published_on=date(2018, 1, 31))
    second = make_inspection(partnership, inspected_on=date(2020, 8, 1), published_on=AUGUST)

    read = [
        [found.inspection for found in inspection_findings(partnership, on=on)]
        for on in [date(2018, 1, 30), date(2020, 8, 30), AUGUST]
    ]

    assert read == [[], [first], [second, first]]


def test_findings_are_grouped_by_kind_and_the_kinds_are_not_added_up():
    inspection = make_inspection()
    for kind in [FindingKind.STRENGTH, *[FindingKind.IMPROVEMENT] * 2, FindingKind.PRIORITY_ACTION]:
        make_finding(inspection, kind=kind)

    (found,) = inspection_findings(inspection.partnership, on=AT_LAST)

    assert [(group.total, group.name, group.needs_action) for group in found.groups] == [
        (1, "Area for priority action", True),
        (2, "Areas for improvement", True),
        (1, "Strength", False),
    ]


def test_group_counts_what_was_judged_and_says_when_and_by_whom():
    first, second, third = make_findings(3)
    make_judgement(first, judged_on=AUGUST, judged_by="Ofsted", is_sufficient=True)
    make_judgement(second, judged_on=AUGUST, judged_by="Ofsted")

    group = group_of(third)

    assert group.by_progress == [(Progress.SUFFICIENT, 1), (Progress.NOT_SUFFICIENT, 1), (Progress.NOT_JUDGED, 1)]
    assert group.judged_in_words == "on 31 August 2020 by Ofsted"


@pytest.mark.parametrize(
    "other", [{"judged_on": DECEMBER, "judged_by": "Ofsted"}, {"judged_on": AUGUST, "judged_by": "The Board"}]
)
def test_group_that_was_judged_on_several_days_or_by_several_bodies_names_the_last(other):
    first, second = make_findings(2)
    make_judgement(first, **other)
    make_judgement(second, judged_on=AUGUST, judged_by="Ofsted")

    group = group_of(first)

    assert (group.judged_in_words, group.common_judgement) == ("last on 31 August 2020 by Ofsted", None)


def test_group_of_which_one_body_said_the_same_on_one_day_is_read_once():
    findings = make_findings(2)
    said = [make_judgement(finding, judged_on=AUGUST, words="Too slow.") for finding in findings]

    assert group_of(findings[0]).common_judgement == said[0]


def test_group_that_nobody_has_judged_counts_nothing():
    (finding,) = make_findings(1)
    make_judgement(finding, judged_on=AUGUST)

    group = group_of(finding, on=date(2020, 8, 30))

    assert (group.by_progress, group.common_judgement, group.steps) == ([], None, [])


def test_group_counts_its_gaps():
    group = group_of(make_findings(2)[0])

    assert group.gaps == [(Gap.NO_LIVE_ACTION, 2), (Gap.NO_EVIDENCE, 2)]


def test_judged_counts_are_told_for_each_day_on_which_one_was_judged():
    first, second, _third = make_findings(3)
    make_judgement(first, judged_on=DECEMBER, judged_by="The Board")
    make_judgement(first, judged_on=AUGUST, judged_by="Ofsted", is_sufficient=True)
    make_judgement(second, judged_on=AUGUST, judged_by="Ofsted")

    steps = group_of(first).steps

    assert [(step.day, step.bodies, [number for _, number in step.counts]) for step in steps] == [
        (date(2018, 1, 10), [], [0, 0, 3]),
        (DECEMBER, ["The Board"], [0, 1, 2]),
        (AUGUST, ["Ofsted"], [1, 1, 1]),
    ]
    assert [progress for progress, _ in steps[0].counts] == list(Progress)


def test_report_without_findings_leads_to_those_that_were_judged_on_its_day():
    partnership = make_partnership()
    (finding,) = make_findings(1, partnership)
    make_inspection(partnership, inspected_on=date(2020, 8, 1), published_on=AUGUST)
    make_judgement(finding, judged_on=AUGUST)

    revisit, first = inspection_findings(partnership, on=AT_LAST)

    assert (revisit.groups, revisit.judged_on_its_day) == ([], [finding.inspection])
    assert first.judged_on_its_day == []
