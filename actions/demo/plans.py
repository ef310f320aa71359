"""A plan of the demo: its priorities, its actions, and the story of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from actions.choices import OrganisationKind
from actions.models import Action, Plan, Priority, User
from actions.periods import last_day

from .date_changes import Deciding, record_date_changes
from .evidence import record_evidence
from .histories import Reporting, record_histories
from .reviews import record_reviews
from .setting import Setting, create
from .story import Story, read_story

NHS = OrganisationKind.nhs()


@dataclass(frozen=True)
class MadePlan:
    """A plan, and of how much its history is made."""

    plan: Plan
    actions: int
    updates: int
    date_changes: int
    evidence: int
    reviews: int

    def __str__(self) -> str:
        return (
            f"{self.plan.title}: {self.actions} actions, {self.updates} status updates; new dates asked for: "
            f"{self.date_changes}; pieces of evidence: {self.evidence}; claims looked at: {self.reviews}."
        )


def make_plan(setting: Setting, content: dict) -> MadePlan:
    fields = content["plan"]
    plan = create(Plan, known_from=fields["adopted_on"], partnership=setting.partnership, **fields)
    stories = [
        story
        for order, row in enumerate(content["priority"], start=1)
        for story in _add_priority(setting, plan, order, **row)
    ]
    reporting = _reporting(setting, **content["reporting"])
    histories = record_histories(stories, reporting)
    made = MadePlan(
        plan,
        actions=len(stories),
        updates=sum(map(len, histories)),
        date_changes=record_date_changes(histories, _deciding(setting, **content.get("deciding", {}))),
        reviews=record_reviews(histories, reporting),
        evidence=record_evidence(histories),
    )
    plan.bump_revision()
    return made


def _add_priority(
    setting: Setting, plan: Plan, order: int, *, lead: str, action: list[dict], **fields
) -> Iterator[tuple[Action, Story]]:
    priority = create(
        Priority,
        known_from=plan.adopted_on,
        plan=plan,
        order=order,
        lead_organisation=setting.organisations[lead],
        **fields,
    )
    for place, row in enumerate(action, start=1):
        story = read_story(row.pop("story"))
        yield _add_action(setting, priority, place, **row), story


def _add_action(
    setting: Setting, priority: Priority, order: int, *, lead: str, due: dict, accountable: str = "", **fields
) -> Action:
    contributors = [setting.organisations[name] for name in fields.pop("contributors")]
    findings = [setting.findings[name] for name in fields.pop("findings", [])]
    action = create(
        Action,
        known_from=priority.plan.adopted_on,
        plan=priority.plan,
        priority=priority,
        order=order,
        lead_organisation=setting.organisations[lead],
        accountable_user=setting.people.get(accountable),
        added_on=priority.plan.starts_on,
        original_due_on=last_day(due["day"], due["precision"]) if "day" in due else None,
        due_precision=due["precision"],
        due_as_typed=due["typed"],
        is_illustrative=True,
        **fields,
    )
    action.contributors.set(contributors)
    action.findings.set(findings)
    return action


def _reporting(
    setting: Setting, *, first: date, last: date, council: str, nhs: str, others: str, reviewers: list[str] = ()
) -> Reporting:
    """An officer of the council or of the NHS types the updates of theirs; whoever is named types all others."""

    def typist(organisation) -> User:
        if organisation.kind == OrganisationKind.COUNCIL:
            return setting.people[council]
        return setting.people[nhs if organisation.kind in NHS else others]

    return Reporting(
        first=first,
        last=last,
        typed_by={organisation.pk: typist(organisation) for organisation in setting.organisations.values()},
        reviewers=tuple(setting.people[email] for email in reviewers),
    )


def _deciding(setting: Setting, *, board: str = "", chair: str = "", office: str = "") -> Deciding | None:
    """None where nobody decides, and so no story may ask for a new date and be answered."""
    if not board:
        return None
    return Deciding(board, chair=setting.people[chair], office=setting.people[office], bodies=setting.bodies)
