"""Everything a person may see starts from `visible_to`: their partnerships' rows, each once, and nobody else's."""

from collections.abc import Callable

import pytest
from django.db import models

from actions.choices import Role
from actions.models import (
    Action,
    ActionLink,
    DateChange,
    Enquiry,
    Evidence,
    Finding,
    Inspection,
    Meeting,
    Membership,
    Organisation,
    Partnership,
    Plan,
    PlanImport,
    Priority,
    ProgressReport,
)
from tests.factories import (
    make_action,
    make_body,
    make_date_change,
    make_enquiry,
    make_evidence,
    make_finding,
    make_inspection,
    make_link,
    make_meeting,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_report,
    make_user,
)
from tests.models.test_import_triggers import make_applied

pytestmark = pytest.mark.django_db


def make_action_in(partnership: Partnership) -> Action:
    return make_action(make_plan(partnership), lead_organisation=make_organisation(partnership))


MAKERS: dict[type[models.Model], Callable[[Partnership], models.Model]] = {
    Partnership: lambda partnership: partnership,
    Organisation: make_organisation,
    Membership: lambda partnership: make_member(partnership).memberships.get(),
    Inspection: make_inspection,
    Finding: lambda partnership: make_finding(make_inspection(partnership)),
    Plan: make_plan,
    Priority: lambda partnership: make_priority(make_plan(partnership)),
    Action: make_action_in,
    DateChange: lambda partnership: make_date_change(make_action_in(partnership)),
    Evidence: lambda partnership: make_evidence(make_action_in(partnership)),
    Enquiry: make_enquiry,
    ActionLink: lambda partnership: make_link(make_action_in(partnership)),
    Meeting: lambda partnership: make_meeting(make_body(partnership)),
    PlanImport: lambda partnership: make_applied(plan=make_plan(partnership)),
    ProgressReport: lambda partnership: make_report(make_plan(partnership)),
}


@pytest.fixture(params=MAKERS, ids=lambda record: record.__name__)
def record(request) -> type[models.Model]:
    return request.param


def join(person, partnership: Partnership) -> None:
    person.memberships.create(partnership=partnership, role=Role.COMMITTEE_MEMBER)


def partnership_of(row: models.Model) -> Partnership:
    steps = ["partnership", "plan", "inspection", "body", "action"]
    while not isinstance(row, Partnership):
        row = next(getattr(row, step) for step in steps if hasattr(row, step))
    return row


def test_visible_to_shows_a_member_only_what_is_their_partnerships(record):
    mine = MAKERS[record](make_partnership())
    other = make_partnership()
    MAKERS[record](other)
    person = make_user()
    join(person, mine if record is Partnership else partnership_of(mine))

    seen = set(record.objects.visible_to(person))

    assert mine in seen
    assert {partnership_of(row) for row in seen} == {partnership_of(mine)}


def test_visible_to_shows_a_stranger_nothing(record):
    MAKERS[record](make_partnership())

    assert list(record.objects.visible_to(make_user())) == []


def test_visible_to_shows_each_row_once_to_a_member_of_several_partnerships(record):
    person = make_user()
    rows = []
    for partnership in [make_partnership(), make_partnership()]:
        join(person, partnership)
        rows.append(MAKERS[record](partnership))

    seen = list(record.objects.visible_to(person))

    assert len(seen) == len(set(seen))
    assert set(rows) <= set(seen)


def test_visible_to_is_tried_here_on_every_record_that_offers_it():
    records = Partnership._meta.app_config.get_models()

    assert {record for record in records if hasattr(record.objects, "visible_to")} == set(MAKERS)
