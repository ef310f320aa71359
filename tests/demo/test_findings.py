"""What the inspectors found in the demo reads as the published letters did."""

from datetime import date

import pytest

from actions.choices import FindingKind, Gap
from actions.models import Partnership
from actions.summaries.inspection_findings import FindingGroup, inspection_findings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def concerns(*, on: date) -> FindingGroup:
    inspections = inspection_findings(Partnership.objects.get(slug="lancashire"), on=on)
    groups = [group for found in inspections for group in found.groups]
    return next(group for group in groups if group.kind == FindingKind.SIGNIFICANT_WEAKNESS)


def test_seven_of_twelve_concerns_are_sufficient_from_august_2020_on():
    group = concerns(on=date(2020, 9, 1))

    assert (group.total, [number for _, number in group.by_progress]) == (12, [7, 5, 0])
    assert [(step.day, [number for _, number in step.counts]) for step in group.steps] == [
        (date(2018, 1, 31), [0, 0, 12]),
        (date(2020, 8, 31), [7, 5, 0]),
    ]


def test_concerns_without_action_or_evidence_are_told_before_the_revisit_too():
    gaps = {on: concerns(on=on).gaps for on in [date(2019, 7, 10), date(2020, 9, 1)]}

    assert gaps == {
        date(2019, 7, 10): [(Gap.NO_LIVE_ACTION, 1), (Gap.NO_EVIDENCE, 3)],
        date(2020, 9, 1): [(Gap.NO_LIVE_ACTION, 1), (Gap.NO_EVIDENCE, 1)],
    }
