"""Two partnerships with a person in every role of the first: what a walk over all pages needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.core.files.base import ContentFile
from pytest_django.plugin import DjangoDbBlocker

from actions.choices import Role, Status
from actions.models import Action, ActionLink, DateChange, Enquiry, Evidence, Finding, ProgressReport, User
from tests.database import undone
from tests.factories import (
    make_action,
    make_body,
    make_date_change,
    make_enquiry,
    make_evidence,
    make_finding,
    make_frozen_report,
    make_inspection,
    make_link,
    make_meeting,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_report,
    make_update,
)


@dataclass(frozen=True)
class World:
    action: Action
    claimed: Action
    date_change: DateChange
    finding: Finding
    evidence: Evidence
    enquiry: Enquiry
    action_link: ActionLink
    draft: ProgressReport
    published: ProgressReport
    frozen: ProgressReport
    people: dict[str, User]

    @property
    def plan(self):
        return self.action.plan

    @property
    def partnership(self):
        return self.action.plan.partnership


@pytest.fixture(scope="module")
def lasting_world(django_db_setup, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One for all tests of a module: what each of them writes is undone after it."""
    with django_db_blocker.unblock(), undone():
        world = make_world()
        with django_db_blocker.block():
            yield world


def make_world() -> World:
    partnership = make_partnership()
    lead = make_organisation(partnership)
    finding = make_finding(make_inspection(partnership))
    make_finding(finding.inspection)
    body = make_body(partnership)
    make_meeting(body, held_on=date(2019, 5, 15))
    plan = make_plan(partnership)
    action = make_action(plan, lead_organisation=lead)
    action.findings.add(finding)
    make_update(action, Status.ON_TRACK, date(2019, 5, 1))
    make_update(action, Status.DELAYED, date(2019, 6, 1), reason="A post is vacant.")
    date_change = make_date_change(action)
    claimed = make_action(plan)
    make_update(claimed, Status.COMPLETE, date(2019, 6, 1))
    evidence = make_evidence(claimed, file=ContentFile(b"Minutes", "minutes.txt"), link="")
    enquiry = make_enquiry(about=[action], body=body, addressed_to=lead)
    earlier = make_plan(partnership, starts_on=date(2018, 5, 1), ends_on=date(2019, 3, 31))
    action_link = make_link(make_action(earlier), action)
    people = {role.value: make_member(partnership, role=role, organisation=lead) for role in Role}
    people["officer of another organisation"] = make_member(partnership, role=Role.OFFICER)
    published = make_frozen_report(earlier)
    published.publish(by=people["board_chair"], at=published.frozen_at, public_words="This is how it is going.")
    people["programme manager elsewhere"] = make_member(make_partnership(), role=Role.PROGRAMME_MANAGER)
    draft, frozen = make_report(plan), make_frozen_report(earlier)
    return World(
        action, claimed, date_change, finding, evidence, enquiry, action_link, draft, published, frozen, people
    )
