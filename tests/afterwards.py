"""All that can happen to a partnership before and after a report is frozen: each act is picked and played by chance.

An act goes through the verbs, or saves a record as the administration does. What it may not do, as on a
closed day, it tries and is refused.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import uuid4

from django.core.exceptions import ValidationError

from actions.choices import FindingKind, PromisedDate, Role, Status, Verdict
from actions.models import (
    Action,
    Body,
    DateChange,
    Enquiry,
    Finding,
    FindingJudgement,
    Meeting,
    Membership,
    Organisation,
    Partnership,
    Plan,
    Priority,
    ProgressReport,
    StatusUpdate,
    User,
)
from actions.operations.draft_report import draft_report, edit_report
from actions.operations.freeze_report import freeze_report
from actions.operations.report_progress import NewEvidence, report_progress
from actions.operations.review_completion import review_completion
from actions.summaries.report_content import content_of
from tests.factories import (
    PLAN_STARTS_ON,
    make_action,
    make_answer,
    make_body,
    make_enquiry,
    make_finding,
    make_inspection,
    make_judgement,
    make_meeting,
    make_member,
    make_organisation,
    make_plan,
    make_priority,
    make_user,
)


@dataclass
class World:
    """Two plans of one partnership, on a day that moves on; and the reports frozen so far, as their very text."""

    plan: Plan
    sister: Plan
    chair: User
    verifier: User
    today: date = PLAN_STARTS_ON + timedelta(days=30)
    frozen: dict[int, str] = field(default_factory=dict)
    acts: Counter = field(default_factory=Counter)

    @property
    def partnership(self) -> Partnership:
        return Partnership.objects.get(pk=self.plan.partnership_id)

    def some(self, rows, chance: Random):
        """One of the rows, or None where there is none."""
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        return rows.model._default_manager.get(pk=chance.choice(keys)) if keys else None

    def some_action(self, chance: Random) -> Action:
        plan = self.plan if chance.random() < 0.7 else self.sister
        return self.some(Action.objects.filter(plan=plan, added_on__lte=self.today), chance)

    def some_of(self, record, chance: Random):
        return self.some(record._default_manager.all(), chance)


def make_afterwards_world() -> World:
    plan = make_plan()
    sister = make_plan(plan.partnership)
    inspection = make_inspection(plan.partnership)
    findings = [make_finding(inspection) for _ in range(3)]
    leads = [make_organisation(plan.partnership) for _ in range(2)]
    for _ in range(2):
        make_member(plan.partnership, organisation=leads[0])
    make_meeting(make_body(plan.partnership), held_on=date(2019, 9, 10))
    priorities = [make_priority(plan), make_priority(plan), make_priority(sister)]
    for number in range(6):
        action = make_action(priority=priorities[number % 3], lead_organisation=leads[number % 2])
        action.findings.add(findings[number % 3])
    return World(plan, sister, make_member(plan.partnership, role=Role.BOARD_CHAIR), make_user())


# ──── what is said of actions


def say(world: World, chance: Random) -> None:
    action = world.some_action(chance)
    status, day = chance.choice(list(Status)), world.today - timedelta(days=chance.choice([0, 0, 0, 3, 40]))
    said = {"status": status, "effective_on": day, "progress": f"Said {chance.random()}"}
    if status == Status.DELAYED:
        said |= {"reason": f"Why {chance.random()}", "effect_on_families": "They wait.", "delay_reason": "staffing"}
    latest = action.updates.newest_first().first()
    report_progress(
        action=action,
        by=world.some_of(User, chance),
        submission=uuid4(),
        seen_id=latest and latest.pk,
        said=said,
        evidence=[NewEvidence("Minutes", link="https://www.example.org/")] if status == Status.COMPLETE else [],
        today=world.today,
    )


def confirm(world: World, chance: Random) -> None:
    action = world.some_action(chance)
    action.confirm(by=world.some_of(User, chance), effective_on=action.plan.first_open_day(world.today))


def ask(world: World, chance: Random) -> None:
    action = world.some_action(chance)
    action.ask_for_date(
        by=world.some_of(User, chance),
        which=chance.choice(list(PromisedDate)),
        to_on=world.today + timedelta(days=chance.randint(1, 300)),
        asked_on=action.plan.first_open_day(world.today),
        delay_reason="supplier",
        reason=f"Why {chance.random()}",
    )


def decide(world: World, chance: Random) -> None:
    change = world.some(DateChange.objects.filter(decision=None), chance)
    if change:
        day = change.action.plan.first_open_day(world.today)
        change.decide(by=world.chair, is_agreed=chance.random() < 0.7, decided_on=max(day, change.asked_on))


def show(world: World, chance: Random) -> None:
    action = world.some_action(chance)
    day = action.plan.first_open_day(world.today)
    action.add_evidence(by=world.chair, added_on=day, title=f"Note {chance.random()}", link="https://www.example.org/")


def review(world: World, chance: Random) -> None:
    claim = world.some(StatusUpdate.objects.movements().filter(status=Status.COMPLETE, verification=None), chance)
    if claim:
        verdict = chance.choice(list(Verdict))
        review_completion(claim=claim, by=world.verifier, verdict=verdict, on=world.today, reason="Looked at.")


# ──── what is promised, and how it is worded


def promise(world: World, chance: Random) -> None:
    priority = world.some_of(Priority, chance)
    action = make_action(priority=priority, added_on=priority.plan.first_open_day(world.today))
    action.findings.add(world.some_of(Finding, chance))


def reword_action(world: World, chance: Random) -> None:
    action = world.some_of(Action, chance)
    action.title, action.ref = f"Said anew {chance.random()}", f"N{action.pk}.{chance.randint(0, 10**9)}"
    action.order, action.is_illustrative = chance.randint(0, 50), chance.random() < 0.5
    action.due_as_typed = "When we can"
    action.save()


def hand_over(world: World, chance: Random) -> None:
    action = world.some_of(Action, chance)
    organisation = world.some_of(Organisation, chance)
    if chance.random() < 0.5:
        action.contributors.set([organisation])
    else:
        action.lead_organisation = organisation
        action.save()


def regroup(world: World, chance: Random) -> None:
    action = world.some_of(Action, chance)
    action.priority = world.some(action.plan.priorities.all(), chance)
    action.save()


def relink(world: World, chance: Random) -> None:
    action = world.some_of(Action, chance)
    links = [action.findings.add, action.findings.remove]
    chance.choice(links)(world.some_of(Finding, chance))


def reword_priority(world: World, chance: Random) -> None:
    priority = world.some_of(Priority, chance)
    priority.title, priority.order = f"Said anew {chance.random()}", chance.randint(0, 50)
    priority.intended_outcome = f"Outcome {chance.random()}"
    priority.save()


def add_or_drop_priority(world: World, chance: Random) -> None:
    empty = world.some(Priority.objects.filter(actions=None, report_words=None), chance)
    if empty:
        empty.delete()
    else:
        make_priority(world.plan, order=chance.randint(0, 50))


def reword_plan(world: World, chance: Random) -> None:
    plan = Plan.objects.get(pk=world.plan.pk)
    plan.title, plan.ends_on = f"Plan {chance.random()}", date(2020, 12, chance.randint(1, 31))
    plan.save()


def try_to_judge_otherwise(world: World, chance: Random) -> None:
    plan = Plan.objects.get(pk=world.plan.pk)
    plan.tolerance_days = chance.randint(1, 200)
    plan.full_clean()
    plan.save()


# ──── what the partnership shares


def rename(world: World, chance: Random) -> None:
    record = chance.choice([Organisation, Partnership, Body])
    row = world.some_of(record, chance)
    row.name = f"Name {row.pk} {chance.random()}"
    if record is Organisation:
        row.short_name = f"Short {row.pk} {chance.random()}"
    row.save()


def change_members(world: World, chance: Random) -> None:
    member = world.some(Membership.objects.exclude(user=world.chair), chance)
    what = chance.choice(["role", "organisation", "leave", "join"])
    if what == "join" or member is None:
        make_member(world.partnership, organisation=world.some_of(Organisation, chance))
    elif what == "leave":
        member.delete()
    else:
        member.organisation = world.some_of(Organisation, chance)
        member.role = chance.choice(list(Role)) if what == "role" else member.role
        member.save()


def arrange_meetings(world: World, chance: Random) -> None:
    day = world.today + timedelta(days=chance.randint(-60, 60))
    meeting = world.some(Meeting.objects.filter(reports=None), chance)
    what = chance.choice(["call", "move", "cancel"])
    if Meeting.objects.filter(held_on=day).exists():
        return
    if what == "call" or meeting is None:
        make_meeting(world.some_of(Body, chance), held_on=day)
    elif what == "move":
        meeting.held_on = day
        meeting.save()
    else:
        meeting.delete()


def find_more(world: World, chance: Random) -> None:
    """Also of an inspection that was published long ago, and is recorded only now."""
    published = world.today - timedelta(days=chance.randint(0, 900))
    inspected = published - timedelta(days=chance.randint(0, 90))
    if not world.partnership.inspections.filter(inspected_on=inspected).exists():
        make_finding(make_inspection(world.partnership, inspected_on=inspected, published_on=published))


def reword_finding(world: World, chance: Random) -> None:
    finding = world.some_of(Finding, chance)
    finding.text, finding.order = f"Found {chance.random()}", chance.randint(0, 50)
    finding.kind = chance.choice(list(FindingKind))
    finding.save()


def judge(world: World, chance: Random) -> None:
    finding = world.some_of(Finding, chance)
    last = FindingJudgement.objects.filter(finding=finding).newest_first().first()
    day = max(world.today - timedelta(days=90), last.judged_on if last else finding.inspection.published_on)
    make_judgement(finding, judged_on=day, is_sufficient=chance.random() < 0.5, words=f"Words {chance.random()}")


def put_a_question(world: World, chance: Random) -> None:
    """Written down on the day, or long after."""
    make_enquiry(
        world.partnership,
        body=world.some_of(Body, chance),
        addressed_to=world.some_of(Organisation, chance),
        asked_on=world.today - timedelta(days=chance.choice([0, 90])),
        about=[world.some_action(chance)] if chance.random() < 0.5 else [],
    )


def answer_a_question(world: World, chance: Random) -> None:
    if enquiry := world.some_of(Enquiry, chance):
        make_answer(enquiry, max(enquiry.asked_on, world.today - timedelta(days=chance.choice([0, 60]))))


# ──── reports


def report(world: World, chance: Random) -> ProgressReport:
    """Of today or of a day before, compared with the last; and a publication now and then."""
    frozen = world.plan.reports.frozen().newest_first()
    last = frozen.first()
    day = world.today - timedelta(days=chance.choice([0, 0, 2]))
    fields = {"compared_with": last} if last and last.as_at_on < day else {}
    if last and chance.random() < 0.3:
        fields |= {"corrects": last, "correction_reason": f"Wrong {chance.random()}"}
    draft = draft_report(
        plan=world.plan,
        by=world.chair,
        as_at_on=day,
        judgement="in_part",
        words=f"Words {chance.random()}",
        meeting=world.some_of(Meeting, chance),
        **fields,
    )
    priority = world.some(world.plan.priorities.all(), chance)
    edit_report(report=draft, by=world.chair, seen=0, words_by_priority={priority.pk: f"Words {chance.random()}"})
    told = freeze_report(report=draft, by=world.chair, content=content_of)
    world.frozen[told.pk] = told.content
    if chance.random() < 0.5:
        told.publish(by=world.chair, at=told.frozen_at, public_words="Plain words")
    return told


ACTS: list[Callable[[World, Random], object]] = [
    *[say, say, confirm, ask, decide, show, review, promise],
    *[reword_action, hand_over, regroup, relink, reword_priority, add_or_drop_priority, reword_plan],
    *[try_to_judge_otherwise, rename, change_members, arrange_meetings, find_more, reword_finding, judge],
    *[put_a_question, answer_a_question],
]


def play(world: World, acts, *, report_every: int = 0) -> None:
    """Each act with a chance of its own; what is refused leaves nothing behind. Days pass in between."""
    for number, (act, seed) in enumerate(acts, start=1):
        chance = Random(seed)
        world.today += timedelta(days=chance.choice([0, 0, 1]))
        try:
            act(world, chance)
            world.acts[act.__name__] += 1
        except ValidationError:
            world.acts["refused"] += 1
        if report_every and number % report_every == 0:
            report(world, chance)
