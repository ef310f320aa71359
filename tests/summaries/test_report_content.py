from datetime import date

import pytest

from actions.choices import Status
from actions.summaries.report_check import recompute
from actions.summaries.report_content import Brief, report_content
from tests.factories import make_action, make_answer, make_enquiry, make_frozen_report, make_plan, make_update

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


def test_report_content_tells_which_answers_are_owed_and_which_of_these_are_overdue():
    plan = make_plan()
    make_enquiry(plan.partnership, text="Who answers for the wait?", asked_on=date(2019, 4, 10))
    make_enquiry(plan.partnership, text="When does the clinic open?", asked_on=date(2019, 7, 1))
    make_answer(make_enquiry(plan.partnership, text="Who chairs?"), answered_on=date(2019, 7, 10))
    make_enquiry(plan.partnership, text="Asked after the report", asked_on=date(2019, 7, 11))

    owed = report_content(Brief(plan, on=ON))["enquiries"]

    assert [(each["text"], each["due_on"], each["is_overdue"]) for each in owed] == [
        ("Who answers for the wait?", "2019-06-10", True),
        ("When does the clinic open?", "2019-09-01", False),
    ]


def test_report_content_of_a_frozen_report_knows_nothing_of_what_was_asked_or_answered_later():
    plan = make_plan()
    asked = make_enquiry(plan.partnership, text="Who answers for the wait?", asked_on=date(2019, 4, 10))
    frozen = make_frozen_report(plan)

    make_answer(asked, answered_on=date(2019, 7, 1))
    make_enquiry(plan.partnership, text="Written down late", asked_on=date(2019, 5, 1))

    assert [each["text"] for each in recompute(frozen)["enquiries"]] == ["Who answers for the wait?"]
