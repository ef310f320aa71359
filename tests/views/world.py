"""Two partnerships with a person in every role of the first: what a walk over all pages needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.core.files.base import ContentFile
from pytest_django.plugin import DjangoDbBlocker

from actions.choices import OfflineColumn, Role, Status
from actions.choices.offline import SHEET
from actions.models import (
    Action,
    ActionLink,
    DateChange,
    Enquiry,
    Evidence,
    Finding,
    Plan,
    PlanImport,
    ProgressReport,
    User,
)
from actions.operations.bring_in import bring_in
from actions.operations.brought import Brought
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
from tests.views.trackers import CLEAR, WITHOUT_YEAR, begun, book_of


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
    half_done: PlanImport  # the programme manager's
    filled_in: PlanImport  # theirs as well: a sheet of ours that came back
    applied: PlanImport
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
    return World(
        action=action,
        claimed=claimed,
        date_change=date_change,
        finding=finding,
        evidence=evidence,
        enquiry=enquiry,
        action_link=action_link,
        draft=make_report(plan),
        published=published,
        frozen=make_frozen_report(earlier),
        **_imports(plan, people["programme_manager"]),
        people=people,
    )


def _imports(plan: Plan, manager: User) -> dict[str, PlanImport]:
    return {
        "half_done": begun(plan.partnership, manager, *CLEAR, WITHOUT_YEAR),
        "filled_in": begun(
            plan.partnership,
            manager,
            plan=plan,
            choices={"is_filled_in": True},
            book=book_of(headings=("",), **{SHEET: [tuple(column.label for column in OfflineColumn)]}),
        ),
        "applied": bring_in(plan_import=begun(plan.partnership, manager, plan=plan), brought=Brought([]), by=manager),
    }
