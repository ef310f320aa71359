from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from actions.choices import Role
from actions.models import Membership
from actions.operations.remove_record import end_membership
from actions.operations.save_record import last_edit, save_record
from actions.summaries.record_history import Edit, membership_history, record_history
from tests.factories import (
    make_action,
    make_finding,
    make_inspection,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_user,
)

pytestmark = pytest.mark.django_db

NINE = datetime(2019, 7, 10, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def made_the_day_before():
    with time_machine.travel(NINE - timedelta(days=1), tick=False):
        yield


def edit(record, *, by, at: datetime = NINE, links=None, **said) -> None:
    for name, value in said.items():
        setattr(record, name, value)
    with time_machine.travel(at, tick=False):
        save_record(record, by=by, seen=last_edit(record), links=links)


def told(changes) -> list[tuple]:
    return [(change.by, change.edits) for change in changes if not change.is_added]


def test_record_history_says_each_change_in_the_words_of_its_page():
    plan = make_plan(adopted_on=None)
    by = make_user(name="Hazel")
    edit(plan, by=by, kind="pap", ends_on=date(2021, 3, 31), next_inspection_on=date(2021, 1, 1))

    assert told(record_history(plan)) == [
        (
            "Hazel",
            [
                Edit("Kind", "Improvement plan", "Priority action plan"),
                Edit("Last day", "31 December 2020", "31 March 2021"),
                Edit("Next inspection expected", "empty", "1 January 2021"),
            ],
        )
    ]


def test_record_history_names_what_a_record_belongs_and_is_linked_to():
    action = make_action()
    partnership = action.plan.partnership
    trust, forum = [make_organisation(partnership, name=name) for name in ["Trust", "Forum"]]
    finding = make_finding(make_inspection(partnership), ref="C5", text="Postcode")
    before = action.lead_organisation.name

    links = {"contributors": [forum], "findings": [finding]}
    edit(action, by=make_user(name="Hazel"), lead_organisation=trust, links=links)

    assert told(record_history(action)) == [
        (
            "Hazel",
            [
                Edit("Led by", before, "Trust"),
                Edit("With", "empty", "Forum"),
                Edit("Findings answered", "empty", "C5 Postcode"),
            ],
        )
    ]


def test_record_history_stands_newest_first_and_can_begin_or_end_anywhere():
    plan = make_plan()
    by = make_user()
    seen = last_edit(plan)
    for number in range(3):
        edit(plan, by=by, title=f"Title {number}", at=NINE + timedelta(days=number))

    def titles(**limits) -> list[str]:
        return [change.edits[0].after for change in record_history(plan, **limits) if change.edits]

    assert titles() == ["Title 2", "Title 1", "Title 0"]
    assert titles(until=NINE + timedelta(days=1)) == ["Title 0"]
    assert titles(after=seen) == ["Title 2", "Title 1", "Title 0"]
    assert titles(after=last_edit(plan)) == []


def test_record_history_asks_as_often_for_one_edit_as_for_three(django_assert_num_queries):
    action = make_action()
    by = make_user()
    for number in range(3):
        organisation = make_organisation(action.plan.partnership)
        edit(action, by=by, title=f"Title {number}", links={"contributors": [organisation]})
        with django_assert_num_queries(3):
            record_history(action)


def test_membership_history_also_tells_of_those_who_left():
    partnership = make_partnership()
    chair = make_member(partnership, role=Role.BOARD_CHAIR, name="Alder")
    membership = Membership.objects.get(user=make_member(partnership, role=Role.OBSERVER, name="Rowan"))
    edit(membership, by=chair, role=Role.COMMITTEE_MEMBER)
    with time_machine.travel(NINE + timedelta(days=1), tick=False):
        end_membership(membership=membership, by=chair)

    changes = membership_history(partnership)

    assert [(each.about, each.by, each.is_added, each.is_removed, each.edits) for each in changes] == [
        ("Rowan", "Alder", False, True, []),
        ("Rowan", "Alder", False, False, [Edit("Role", "National observer", "Committee member")]),
        ("Rowan", "the service", True, False, []),
        ("Alder", "the service", True, False, []),
    ]
