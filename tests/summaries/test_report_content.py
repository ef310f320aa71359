from datetime import date

import pytest

from actions.choices import Status
from actions.summaries.report_content import Brief, report_content
from tests.factories import make_action, make_plan, make_update

pytestmark = pytest.mark.django_db

ON = date(2019, 7, 10)


def test_report_content_names_what_was_completed_also_where_it_joined_the_plan_since():
    plan = make_plan()
    old = make_action(plan, ref="1")
    new = make_action(plan, ref="2", priority=old.priority, added_on=date(2019, 6, 1))
    make_action(plan, ref="3", priority=old.priority)
    for action in (old, new):
        make_update(action, Status.COMPLETE, date(2019, 7, 1))

    content = report_content(Brief(plan, on=ON, since=date(2019, 5, 15)))

    assert {done["ref"] for done in content["completed"]} == {"1", "2"}
    assert sum(len(kind["moves"]) for kind in content["moved"]) == 2


def test_report_content_of_a_first_report_names_all_that_was_completed_and_no_moves():
    action = make_action()
    make_update(action, Status.COMPLETE, date(2019, 7, 1))

    content = report_content(Brief(action.plan, on=ON))

    assert [(done["ref"], done["completed_on"]) for done in content["completed"]] == [(action.ref, "2019-07-01")]
    assert content["moved"] == []
