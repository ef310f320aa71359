from datetime import date

import pytest

from actions.models import Plan
from actions.operations.adopt_plan import adopt_plan
from tests.factories import make_plan, make_user

pytestmark = pytest.mark.django_db


def test_adopt_plan_happens_once_however_many_press():
    plan, first, second = make_plan(adopted_on=None), make_user(), make_user()

    adopt_plan(plan=plan, by=first, adopted_on=date(2019, 4, 1))
    adopt_plan(plan=plan, by=second, adopted_on=date(2019, 5, 1))

    stored = Plan.objects.get()
    assert (stored.adopted_on, stored.history.first().history_user) == (date(2019, 4, 1), first)
    assert stored.history.count() == 2
