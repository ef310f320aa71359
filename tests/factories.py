"""Makers of valid, dull, fixed rows: a test states only what it is about.

The default plan runs from April 2019 to December 2020 and its actions joined on its first day.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from uuid import uuid4

from actions.choices import (
    AnswerOutcome,
    BodyKind,
    DelayReason,
    EnquiryKind,
    FindingKind,
    InspectionKind,
    InspectionOutcome,
    LinkKind,
    OrganisationKind,
    PlanKind,
    PromisedDate,
    Role,
    Status,
    Verdict,
)
from actions.models import (
    Action,
    ActionLink,
    Body,
    DateChange,
    Enquiry,
    EnquiryAnswer,
    Evidence,
    Finding,
    FindingJudgement,
    Inspection,
    Meeting,
    Membership,
    Organisation,
    Partnership,
    Plan,
    PlanImport,
    Priority,
    ProgressReport,
    StatusUpdate,
    User,
    Verification,
)
from actions.operations.draft_report import draft_report
from actions.operations.enquiries import record_enquiry
from actions.operations.freeze_report import freeze_report
from actions.summaries.report_content import content_of

PLAN_STARTS_ON = date(2019, 4, 1)
PLAN_ENDS_ON = date(2020, 12, 31)
PASSWORD = "a-long-test-password"

_numbers = count(1)


def make_partnership(**fields) -> Partnership:
    number = next(_numbers)
    return Partnership.objects.create(
        **{
            "name": f"Area {number} partnership",
            "slug": f"area-{number}",
            "council_name": f"Area {number} Council",
        }
        | fields
    )


def make_organisation(partnership: Partnership | None = None, **fields) -> Organisation:
    number = next(_numbers)
    return Organisation.objects.create(
        **{
            "partnership": partnership or make_partnership(),
            "name": f"Organisation {number}",
            "short_name": f"Org {number}",
            "kind": OrganisationKind.COUNCIL,
        }
        | fields
    )


def make_user(**fields) -> User:
    number = next(_numbers)
    return User.objects.create_user(
        **{"email": f"person{number}@example.org", "password": PASSWORD, "name": f"Person {number}"} | fields
    )


def make_member(
    partnership: Partnership, *, role: Role = Role.OFFICER, organisation: Organisation | None = None, **fields
) -> User:
    """A person with this role there; those who act for an organisation get one of its own unless told."""
    user = make_user(**fields)
    if organisation is None and role in Role.acting_for_an_organisation():
        organisation = make_organisation(partnership)
    Membership.objects.create(user=user, partnership=partnership, role=role, organisation=organisation)
    return user


def make_plan(partnership: Partnership | None = None, **fields) -> Plan:
    return Plan.objects.create(
        **{
            "partnership": partnership or make_partnership(),
            "kind": PlanKind.IMPROVEMENT_PLAN,
            "title": f"Improvement plan {next(_numbers)}",
            "starts_on": PLAN_STARTS_ON,
            "ends_on": PLAN_ENDS_ON,
        }
        | fields
    )


def make_priority(plan: Plan | None = None, **fields) -> Priority:
    number = next(_numbers)
    return Priority.objects.create(
        **{"plan": plan or make_plan(), "ref": f"P{number}", "title": f"Priority {number}"} | fields
    )


def make_action(plan: Plan | None = None, *, priority: Priority | None = None, **fields) -> Action:
    """Starts with the plan and is due on its last day."""
    priority = priority or make_priority(plan)
    number = next(_numbers)
    return Action.objects.create(
        **{
            "plan": priority.plan,
            "priority": priority,
            "ref": f"A{number}",
            "title": f"Action {number}",
            "lead_organisation": fields.get("lead_organisation") or make_organisation(priority.plan.partnership),
            "added_on": priority.plan.starts_on,
            "planned_start_on": priority.plan.starts_on,
            "original_due_on": priority.plan.ends_on,
        }
        | fields
    )


def make_update(action: Action, status: Status, effective_on: date, **fields) -> StatusUpdate:
    words = {}
    if status == Status.DELAYED:
        words = {"delay_reason": DelayReason.STAFFING, "review_on": date(2020, 12, 1)}
    return action.record_update(
        **{"by": fields.pop("by", None) or make_user(), "status": status, "effective_on": effective_on} | words | fields
    )


def make_date_change(action: Action, **fields) -> DateChange:
    """The due date asked, a month into the plan, to move to six months after its end."""
    return action.ask_for_date(
        **{
            "by": fields.pop("by", None) or make_user(),
            "which": PromisedDate.DUE,
            "to_on": date(2021, 6, 30),
            "asked_on": date(2019, 5, 1),
            "delay_reason": DelayReason.STAFFING,
        }
        | fields
    )


def make_agreed_date(action: Action, to_on: date, decided_on: date, **fields) -> DateChange:
    change = make_date_change(action, to_on=to_on, asked_on=decided_on, **fields)
    change.decide(by=make_user(), is_agreed=True, decided_on=decided_on)
    return change


def make_evidence(action: Action, **fields) -> Evidence:
    return action.add_evidence(
        **{
            "by": fields.pop("by", None) or make_user(),
            "added_on": date(2019, 6, 1),
            "title": "Minutes",
            "link": "https://www.example.org/minutes",
        }
        | fields
    )


def make_verification(claim: StatusUpdate, **fields) -> Verification:
    """By somebody who belongs to nothing."""
    return Verification.objects.create(
        **{
            "claim": claim,
            "verdict": Verdict.VERIFIED,
            "verified_on": claim.effective_on,
            "verified_by": fields.pop("by", None) or make_user(),
        }
        | fields
    )


def make_later_plan(plan: Plan, **fields) -> Plan:
    """Of the same partnership, from the day after the other ends."""
    starts_on = plan.ends_on + timedelta(days=1)
    return make_plan(plan.partnership, **{"starts_on": starts_on, "ends_on": starts_on + timedelta(days=729)} | fields)


def make_link(action: Action, successor: Action | None = None, **fields) -> ActionLink:
    """Carried forward, on the day the later plan begins: into a plan of its own unless told."""
    successor = successor or make_action(make_later_plan(action.plan))
    return ActionLink.objects.record(
        **{
            "by": fields.pop("by", None) or make_user(),
            "action": action,
            "successor": successor,
            "kind": LinkKind.CARRIED_FORWARD,
            "reason": "It was not finished in time.",
            "decided_on": successor.added_on,
        }
        | fields
    )


def make_inspection(partnership: Partnership | None = None, **fields) -> Inspection:
    return Inspection.objects.create(
        **{
            "partnership": partnership or make_partnership(),
            "kind": InspectionKind.INSPECTION,
            "inspected_on": date(2017, 11, 1),
            "published_on": date(2018, 1, 10),
            "outcome": InspectionOutcome.STATEMENT_REQUIRED,
        }
        | fields
    )


def make_finding(inspection: Inspection | None = None, **fields) -> Finding:
    number = next(_numbers)
    return Finding.objects.create(
        **{
            "inspection": inspection or make_inspection(),
            "ref": f"F{number}",
            "kind": FindingKind.SIGNIFICANT_WEAKNESS,
            "text": f"Finding {number}",
        }
        | fields
    )


def make_judgement(finding: Finding | None = None, **fields) -> FindingJudgement:
    """Not sufficient, two years after the report."""
    return FindingJudgement.objects.create(
        **{
            "finding": finding or make_finding(),
            "judged_on": date(2019, 12, 1),
            "judged_by": "Department for Education",
            "is_sufficient": False,
        }
        | fields
    )


def make_body(partnership: Partnership | None = None, **fields) -> Body:
    return Body.objects.create(
        **{
            "partnership": partnership or make_partnership(),
            "name": f"Scrutiny committee {next(_numbers)}",
            "kind": BodyKind.SCRUTINY,
        }
        | fields
    )


def make_meeting(body: Body | None = None, **fields) -> Meeting:
    return Meeting.objects.create(**{"body": body or make_body(), "held_on": date(2019, 7, 10)} | fields)


def make_enquiry(partnership: Partnership | None = None, *, about: Sequence[Action] = (), **fields) -> Enquiry:
    """A question put to a council on 15 May 2019, and so due on 15 July."""
    partnership = partnership or (about[0].plan.partnership if about else make_partnership())
    return record_enquiry(
        **{
            "partnership": partnership,
            "by": fields.pop("by", None) or make_user(),
            "submission": uuid4(),
            "kind": EnquiryKind.QUESTION,
            "text": f"Question {next(_numbers)}",
            "body": fields.get("body") or make_body(partnership),
            "addressed_to": fields.get("addressed_to") or make_organisation(partnership),
            "asked_on": date(2019, 5, 15),
            "about": about,
        }
        | fields
    )


def make_answer(enquiry: Enquiry, answered_on: date = date(2019, 7, 1), **fields) -> EnquiryAnswer:
    return enquiry.record_answer(
        **{
            "by": fields.pop("by", None) or make_user(),
            "outcome": AnswerOutcome.of(enquiry.kind)[0],
            "words": "An answer.",
            "answered_on": answered_on,
        }
        | fields
    )


def make_report(plan: Plan | None = None, **fields) -> ProgressReport:
    """A draft, as at the day of the scrutiny meeting."""
    return draft_report(
        **{"plan": plan or make_plan(), "by": fields.pop("by", None) or make_user(), "as_at_on": date(2019, 7, 10)}
        | fields
    )


def make_frozen_report(plan: Plan | None = None, **fields) -> ProgressReport:
    """Told of the scrutiny meeting's day, and frozen now: closes the plan's books through that day."""
    freezing = {name: fields.pop(name) for name in ("clock", "content") if name in fields}
    report = make_report(plan, **fields)
    return freeze_report(report=report, by=report.drafted_by, **{"content": content_of} | freezing)


def make_import(plan: Plan | None = None, **fields) -> PlanImport:
    """Half done: read, and not applied."""
    partnership = fields.get("partnership") or plan.partnership
    return PlanImport.objects.create(
        **{
            "partnership": partnership,
            "plan": plan,
            "file_name": f"tracker {next(_numbers)}.xlsx",
            "file_kind": "xlsx",
            "sha256": "0" * 64,
            "begun_by": fields.get("begun_by") or make_user(),
            "told_on": date(2019, 7, 12),
        }
        | fields
    )
