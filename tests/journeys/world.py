"""A small plan that fills every part of every page, with titles and names as long as real ones.

Its people know it as it stands on `TODAY`, the day on which every journey takes place.
"""

from dataclasses import dataclass
from datetime import date

import time_machine

from actions.choices import BodyKind, EnquiryKind, Judgement, OrganisationKind, Role, Status
from actions.models import (
    Action,
    ActionLink,
    DateChange,
    Enquiry,
    Finding,
    Membership,
    Plan,
    PlanImport,
    ProgressReport,
    User,
)
from actions.operations.bring_in import bring_in
from actions.operations.brought import Brought
from actions.operations.draft_report import edit_report
from actions.operations.freeze_report import freeze_report
from actions.publication import Approved, passages
from actions.summaries.report_content import content_of
from tests.factories import (
    make_action,
    make_agreed_date,
    make_answer,
    make_body,
    make_date_change,
    make_enquiry,
    make_evidence,
    make_finding,
    make_frozen_report,
    make_inspection,
    make_judgement,
    make_link,
    make_meeting,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_report,
    make_update,
)
from tests.views.trackers import CLEAR, COUNCIL, DOUBTFUL, WITHOUT_YEAR, begun, book_of

TODAY = date(2019, 7, 10)
LAST_MEETING = date(2019, 5, 15)


def it_is_today() -> time_machine.travel:
    """Nine in the morning; the clock runs on."""
    return time_machine.travel(f"{TODAY}T09:00:00+01:00")


@dataclass(frozen=True)
class World:
    plan: Plan
    waiting: Action  # not started, and the officer's to update
    delayed: Action
    claimed: Action  # complete, and nobody has verified it
    date_change: DateChange  # asked for, and not decided
    finding: Finding  # judged, and answered by the delayed action
    asked: Enquiry  # a recommendation to the officer's organisation, answered once and to be answered again
    lost: Action  # of an earlier plan, and nobody has said what became of it
    action_link: ActionLink  # from that plan to the delayed action
    draft: ProgressReport
    published: ProgressReport  # of the earlier plan
    frozen: ProgressReport  # of the earlier plan too, and not published yet
    half_done: PlanImport  # the manager's, with questions, changed rows and vanished ones
    applied: PlanImport
    officer: User
    chair: User
    committee_member: User
    manager: User
    officer_of_two: User  # a member of a second partnership too

    @property
    def earlier(self) -> Plan:
        return self.lost.plan


def make_world() -> World:
    partnership = make_partnership(name="Northshire local area SEND partnership", council_name="Northshire Council")
    council = make_organisation(partnership, name="Northshire County Council", short_name="Council")
    trust = make_organisation(
        partnership,
        name="Northshire and South Cumbria Community Healthcare NHS Foundation Trust",
        short_name="Community Healthcare Trust",
        kind=OrganisationKind.NHS_TRUST,
    )
    plan = make_plan(partnership, title="Improvement plan after the 2018 inspection")
    _make_meetings(partnership)
    waiting, delayed, claimed = _make_actions(plan, council, trust)
    finding = _make_findings(partnership, answered_by=delayed)
    lost, action_link = _make_earlier_plan(partnership, council, delayed)
    officer_of_two = make_member(partnership, organisation=council, name="Rowan of two partnerships")
    Membership.objects.create(
        user=officer_of_two,
        partnership=make_partnership(name="Fellside local area SEND partnership"),
        role=Role.COMMITTEE_MEMBER,
    )
    manager = make_member(partnership, role=Role.PROGRAMME_MANAGER, name="Hazel, programme manager")
    return World(
        plan=plan,
        waiting=waiting,
        delayed=delayed,
        claimed=claimed,
        date_change=_make_promises(delayed, claimed),
        finding=finding,
        asked=_make_enquiries(delayed, council, trust),
        lost=lost,
        action_link=action_link,
        draft=make_report(plan, compared_on=LAST_MEETING, words="One action waits for a post to be filled."),
        published=_publish(lost.plan),
        frozen=_freeze_one_more(lost.plan),
        chair=make_member(partnership, role=Role.BOARD_CHAIR, name="Alder, board chair"),
        officer=make_member(partnership, organisation=council, name="Oakley, council officer"),
        committee_member=make_member(partnership, role=Role.COMMITTEE_MEMBER, name="Linden, committee member"),
        manager=manager,
        half_done=_half_done(plan, manager),
        applied=_applied(plan, manager),
        officer_of_two=officer_of_two,
    )


def _half_done(plan: Plan, manager: User) -> PlanImport:
    first, second, *_ = plan.actions.order_by("ref")
    same = (first.ref, "1: Access", first.title, COUNCIL, "31/03/2020", "Amber", "Two of three have begun.")
    another = (second.ref, "1: Access", "Merge the lists of the two hospitals", COUNCIL, "TBC", "Complete", "Merged.")
    book = book_of(*CLEAR, same, another, DOUBTFUL, WITHOUT_YEAR, Guidance=[("How to fill in this tracker",)])
    return begun(plan.partnership, manager, plan=plan, book=book, told_on=date(2019, 7, 9))


def _applied(plan: Plan, manager: User) -> PlanImport:
    return bring_in(plan_import=begun(plan.partnership, manager, plan=plan), brought=Brought([]), by=manager)


def _make_meetings(partnership) -> None:
    committee = make_body(partnership, name="Children and young people’s scrutiny committee", kind=BodyKind.SCRUTINY)
    board = make_body(partnership, name="SEND partnership board", kind=BodyKind.BOARD)
    make_meeting(committee, held_on=LAST_MEETING)
    make_meeting(board, held_on=date(2019, 6, 20))
    make_meeting(committee, held_on=date(2019, 9, 18), papers_due_on=date(2019, 9, 10))


def _make_actions(plan, council, trust) -> tuple[Action, Action, Action]:
    """Two complete, two on track (one past its date), three not started, two delayed, one closed: nine in the total."""
    joint = make_priority(plan, ref="1", title="Strategic leadership, governance and joint commissioning")
    health = make_priority(plan, ref="2", title="Access to therapies and mental health services", order=1)
    complete = make_action(priority=joint, lead_organisation=council, title="Agree who answers for the plan")
    confirmed = make_action(priority=joint, lead_organisation=council, title="Publish the joint strategy")
    on_track = make_action(priority=joint, lead_organisation=council, title="Rewrite the local offer with families")
    past_due = make_action(
        priority=health,
        lead_organisation=trust,
        title="Shorten the wait for a first speech and language therapy appointment",
        original_due_on=date(2019, 5, 31),
        due_precision="month",
        due_as_typed="end of May 2019",
    )
    waiting = make_action(
        priority=health,
        lead_organisation=council,
        title="Open a second autism assessment clinic in the east of the county",
        description="With the trust, in rooms that families helped to choose.",
        success_criteria="No family waits more than eighteen weeks.",
    )
    make_action(priority=health, lead_organisation=trust, title="Train school nurses", planned_start_on=None)
    make_action(priority=joint, lead_organisation=council, title="Review the board", planned_start_on=date(2019, 9, 1))
    delayed = make_action(
        priority=health,
        lead_organisation=trust,
        title="Appoint a designated clinical officer",
        accountable_post="Director of nursing",
        localities="East, Central",
        is_illustrative=True,
    )
    lagging = make_action(priority=joint, lead_organisation=council, title="Agree how partners exchange data")
    closed = make_action(priority=joint, lead_organisation=council, title="Move the old website")
    delayed.contributors.add(council)

    make_update(complete, Status.COMPLETE, date(2019, 6, 3), progress="The terms of reference were agreed.")
    make_update(confirmed, Status.COMPLETE, date(2019, 5, 1))
    make_update(on_track, Status.ON_TRACK, date(2019, 7, 1), progress="Six workshops with parents were held.")
    make_update(past_due, Status.ON_TRACK, date(2019, 4, 20))
    make_update(delayed, Status.ON_TRACK, date(2019, 5, 1), progress="The post was advertised.")
    make_update(
        delayed,
        Status.DELAYED,
        date(2019, 6, 1),
        reason="Nobody suitable applied.",
        recovery="It is advertised again, in the national press.",
        effect_on_families="Health advice for plans comes late.",
        review_on=date(2019, 7, 1),
    )
    make_update(lagging, Status.DELAYED, date(2019, 5, 2), reason="Legal advice is awaited.")
    make_update(closed, Status.CLOSED, date(2019, 6, 10), reason="The new website took its place.")
    return waiting, delayed, complete


def _make_promises(delayed: Action, claimed: Action) -> DateChange:
    """One date that moved, one that somebody asks to move, and a piece of evidence."""
    make_agreed_date(delayed, date(2021, 3, 31), date(2019, 6, 20))
    make_evidence(claimed, title="The terms of reference, as agreed")
    return make_date_change(
        delayed,
        asked_on=date(2019, 7, 2),
        reason="Nobody suitable applied the second time.",
        effect_on_families="Health advice for plans comes late for longer.",
    )


def _make_enquiries(delayed: Action, council, trust) -> Enquiry:
    """One overdue, one not yet due, one answered in time; the last was answered by those who were asked."""
    committee = council.partnership.bodies.get(kind=BodyKind.SCRUTINY)
    make_enquiry(
        council.partnership,
        body=committee,
        addressed_to=trust,
        asked_by="Parent governor representative",
        minute_ref="Minute 7 of 2019",
        text="How many families wait for advice because nobody is in post, and for how long have they waited?",
    )
    make_enquiry(council.partnership, body=committee, addressed_to=council, asked_on=date(2019, 7, 3))
    asked = make_enquiry(
        about=[delayed],
        body=committee,
        addressed_to=council,
        kind=EnquiryKind.RECOMMENDATION,
        text="That the post is shared with the hospital trust until somebody is found.",
        is_illustrative=True,
    )
    make_answer(asked, date(2019, 6, 3), words="It is talked over with the hospital trust.")
    make_answer(asked, date(2019, 7, 2), words="The hospital trust lends two days a week from August.")
    return asked


def _publish(plan) -> ProgressReport:
    """As the chair would: the plan's own words as they stand, and what officers wrote in words of the chair's own."""
    report = make_frozen_report(plan, compared_on=date(2018, 9, 1), words="One promise was lost.")
    words = {passage.place: {"reason": "Two posts were empty."} for passage in passages(report.told)}
    report.publish(
        by=report.drafted_by,
        at=report.frozen_at,
        public_words="The plan is over; one promise was lost.",
        approved=Approved(wording=True, words=words),
    )
    return report


def _freeze_one_more(plan) -> ProgressReport:
    """With words on a priority, so that each kind of words waits for the chair."""
    report = make_report(plan, words="One promise was lost.", judgement=Judgement.IN_PART)
    access = plan.priorities.get()
    edit_report(report=report, by=report.drafted_by, seen=0, words_by_priority={access.pk: "Two of three went on."})
    return freeze_report(report=report, by=report.drafted_by, content=content_of)


def _make_earlier_plan(partnership, council, successor: Action) -> tuple[Action, ActionLink]:
    """Of its three actions one is complete, one went on, and one was lost."""
    plan = make_plan(
        partnership, title="Written statement of action", starts_on=date(2018, 5, 1), ends_on=date(2019, 3, 31)
    )
    access = make_priority(plan, ref="1", title="Access to provision")
    complete, lost, carried = [
        make_action(priority=access, lead_organisation=council, title=title, is_illustrative=True)
        for title in [
            "Publish what there is for families",
            "Even out mental health sessions for children between the localities",
            "Name somebody in each clinical commissioning group who answers for health advice",
        ]
    ]
    make_update(complete, Status.COMPLETE, date(2018, 9, 3), progress="It was published.")
    make_update(lost, Status.ON_TRACK, date(2018, 10, 1), progress="Sessions were counted.")
    return lost, make_link(carried, successor, reason="Nobody was named before the plan was over.")


def _make_findings(partnership, *, answered_by: Action) -> Finding:
    inspection = make_inspection(partnership, summary="Two fundamental failings and twelve areas of concern.")
    answered = make_finding(inspection, text="No clinical officer takes the lead for health.", is_illustrative=True)
    answered_by.findings.add(answered)
    make_finding(inspection, text="Parents do not know where to find the local offer.")
    make_judgement(
        answered,
        judged_on=date(2019, 7, 1),
        judged_by="The improvement board",
        words="The post is still empty.",
    )
    return answered
