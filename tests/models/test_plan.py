from datetime import date

import pytest

from actions.choices import PlanKind
from actions.models import Plan
from tests.factories import make_plan

pytestmark = pytest.mark.django_db


def test_begun_by_counts_the_first_day_itself():
    plan = make_plan(starts_on=date(2019, 4, 1))

    begun = [list(Plan.objects.begun_by(on)) for on in [date(2019, 3, 31), date(2019, 4, 1)]]

    assert begun == [[], [plan]]


def test_bump_revision_adds_one_to_this_plan_only():
    plan, other = make_plan(), make_plan()

    plan.bump_revision()
    plan.bump_revision()

    assert dict(Plan.objects.values_list("pk", "revision")) == {plan.pk: 2, other.pk: 0}


def test_bump_revision_leaves_no_trace_in_the_history_of_wording():
    plan = make_plan()

    plan.bump_revision()

    assert plan.history.count() == 1


def test_next_inspection_of_a_priority_action_plan_is_a_monitoring_inspection():
    labels = [Plan(kind=kind).next_inspection_label for kind in (PlanKind.PAP, PlanKind.IMPROVEMENT_PLAN)]

    assert labels == ["Monitoring inspection", "Next inspection"]
