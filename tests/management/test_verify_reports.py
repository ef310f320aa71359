from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.database import triggers_set_aside
from tests.factories import make_frozen_report, make_partnership, make_plan, make_report
from tests.models.test_triggers import set_column

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan(make_partnership(name="Area partnership"), title="Improvement plan")


def run(**options) -> tuple[list[str], str]:
    """What it says, and with what it fails."""
    out = StringIO()
    try:
        call_command("verify_reports", stdout=out, **options)
    except CommandError as failure:
        return out.getvalue().splitlines(), str(failure)
    return out.getvalue().splitlines(), ""


def tamper(report) -> None:
    with triggers_set_aside():
        set_column(report, "words", "Other words")


def test_verify_reports_says_of_each_frozen_report_that_it_is_equal(plan):
    make_frozen_report(plan)
    make_frozen_report(plan)
    make_report(plan)

    assert run() == (
        [
            "Area partnership, Improvement plan: Progress report 1, as at 10 July 2019: equal",
            "Area partnership, Improvement plan: Progress report 2, as at 10 July 2019: equal",
            "2 reports checked: all equal.",
        ],
        "",
    )


def test_verify_reports_names_each_difference_and_fails(plan):
    tamper(make_frozen_report(plan, words="First words"))
    make_frozen_report(plan)

    assert run() == (
        [
            "Area partnership, Improvement plan: Progress report 1, as at 10 July 2019: NOT EQUAL",
            "  Report, words: “First words” in the report, “Other words” by the record.",
            "Area partnership, Improvement plan: Progress report 2, as at 10 July 2019: equal",
        ],
        "1 of 2 reports cannot be worked out as told.",
    )


def test_verify_reports_of_one_plan_leaves_others_alone(plan):
    make_frozen_report(plan)
    tamper(make_frozen_report(make_plan()))

    assert (run(plan=plan.pk)[0][-1:], run()[1]) == (
        ["1 report checked: all equal."],
        "1 of 2 reports cannot be worked out as told.",
    )


def test_verify_reports_before_any_is_frozen_says_so():
    assert run() == (["No report is frozen yet."], "")


def test_verify_reports_of_no_plan_says_so():
    assert run(plan=987654) == ([], "There is no plan with the number 987654.")
