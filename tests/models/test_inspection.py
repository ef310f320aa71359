from datetime import date

import pytest
from django.core.exceptions import ValidationError

from actions.choices import FindingKind, Progress
from actions.models import Finding, FindingJudgement, Inspection, Plan
from tests.factories import make_finding, make_inspection, make_judgement, make_partnership, make_plan, make_user

pytestmark = pytest.mark.django_db

PUBLISHED_ON = date(2018, 1, 10)


def record(finding: Finding, judged_on: date, **fields) -> FindingJudgement:
    usual = {"by": fields.pop("by", None) or make_user(), "judged_by": "Ofsted", "is_sufficient": True}
    return finding.record_judgement(judged_on=judged_on, **usual | fields)


def test_known_by_waits_for_the_report_to_be_published():
    inspection = make_inspection(inspected_on=date(2017, 11, 1), published_on=PUBLISHED_ON)
    finding = make_finding(inspection)

    days = [date(2018, 1, 9), PUBLISHED_ON]

    assert [list(Inspection.objects.known_by(on)) for on in days] == [[], [inspection]]
    assert [list(Finding.objects.known_by(on)) for on in days] == [[], [finding]]


def test_needing_action_leaves_only_strengths_out():
    inspection = make_inspection()
    for kind in FindingKind:
        make_finding(inspection, kind=kind)

    kinds = set(Finding.objects.needing_action().values_list("kind", flat=True))

    assert kinds == set(FindingKind) - {FindingKind.STRENGTH}
    assert {finding.kind for finding in Finding.objects.all() if finding.needs_action} == kinds


def test_judgements_are_read_newest_first_by_a_day():
    finding = make_finding()
    first = make_judgement(finding, judged_on=date(2019, 12, 1))
    second = make_judgement(finding, judged_on=date(2020, 6, 1))
    same_day = make_judgement(finding, judged_on=date(2020, 6, 1), is_sufficient=True)

    read = [
        list(finding.judgements.known_by(on).newest_first())
        for on in [date(2019, 11, 30), date(2019, 12, 1), date(2020, 6, 1)]
    ]

    assert read == [[], [first], [same_day, second, first]]


def test_record_judgement_adds_a_bodys_word_and_who_recorded_it():
    finding, programme_manager = make_finding(), make_user()

    record(finding, date(2020, 8, 31), by=programme_manager, words="Leaders now know the area.")

    judgement = finding.judgements.get()
    assert (judgement.progress, judgement.judged_by, judgement.judged_on, judgement.words, judgement.recorded_by) == (
        Progress.SUFFICIENT,
        "Ofsted",
        date(2020, 8, 31),
        "Leaders now know the area.",
        programme_manager,
    )
    assert str(judgement) == "Sufficient, 31 August 2020"


def test_record_judgement_marks_every_plan_of_the_partnership_as_changed():
    partnership = make_partnership()
    make_plan(partnership), make_plan(partnership), make_plan()

    record(make_finding(make_inspection(partnership)), date(2020, 8, 31))

    assert list(Plan.objects.order_by("pk").values_list("revision", flat=True)) == [1, 1, 0]


@pytest.mark.parametrize(
    ("judged_on", "problem"),
    [
        (date(2018, 1, 9), "Choose 10 January 2018 or later: the report was published on that day."),
        (date(2018, 1, 10), None),
    ],
)
def test_record_judgement_refuses_a_day_before_the_report(judged_on, problem):
    finding = make_finding(make_inspection(published_on=PUBLISHED_ON))

    assert refusal_of(finding, judged_on) == problem


@pytest.mark.parametrize(
    ("judged_on", "problem"),
    [
        (date(2020, 8, 30), "Choose 31 August 2020 or later: it was last judged on that day."),
        (date(2020, 8, 31), None),
    ],
)
def test_record_judgement_refuses_a_day_before_the_last_judgement(judged_on, problem):
    finding = make_finding()
    make_judgement(finding, judged_on=date(2020, 8, 31))

    assert refusal_of(finding, judged_on) == problem


def refusal_of(finding: Finding, judged_on: date) -> str | None:
    """What was said of the day, with nothing written; nothing where it was recorded."""
    before = finding.judgements.count()
    try:
        record(finding, judged_on)
    except ValidationError as error:
        assert finding.judgements.count() == before
        return error.message_dict["judged_on"][0]
    assert finding.judgements.count() == before + 1
    return None
