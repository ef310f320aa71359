"""Who has reported for the next meeting and who has not, and who could."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from actions.choices import Role, Status
from actions.models import Action, Membership, Organisation, Plan, User
from actions.periods import in_full

from .reporting_round import ReportingRound, reporting_round


@dataclass(frozen=True)
class Waiting:
    """An action that waits for a word, and the officers who could say it."""

    action: Action
    people: tuple[User, ...]


@dataclass(frozen=True)
class OrganisationReporting:
    organisation: Organisation
    reported: list[Action] = field(default_factory=list)
    left: list[Waiting] = field(default_factory=list)

    @property
    def reported_count(self) -> int:
        return len(self.reported)

    @property
    def open_count(self) -> int:
        return len(self.reported) + len(self.left)

    @property
    def people(self) -> list[User]:
        """Whom a reminder would go to."""
        return list(dict.fromkeys(person for waiting in self.left for person in waiting.people))

    @property
    def out_of_reach(self) -> list[Action]:
        return [waiting.action for waiting in self.left if not waiting.people]

    @property
    def refs_out_of_reach(self) -> str:
        return ", ".join(action.ref for action in self.out_of_reach)


@dataclass(frozen=True)
class Reporting:
    """By lead organisation, those with most left first. Only actions still open owe a word."""

    plan: Plan
    on: date
    round: ReportingRound
    organisations: list[OrganisationReporting]

    @property
    def reported_count(self) -> int:
        return sum(len(part.reported) for part in self.organisations)

    @property
    def left_count(self) -> int:
        return sum(len(part.left) for part in self.organisations)

    @property
    def open_count(self) -> int:
        return self.reported_count + self.left_count

    @property
    def what_counts(self) -> str:
        """What makes an action reported this round, in a sentence."""
        if self.round.opened_on:
            return (
                f"An action is reported when somebody updated or confirmed it after {in_full(self.round.opened_on)}, "
                "when the papers of this body's last meeting were due."
            )
        days, before = self.plan.confirm_within_days, " before the papers are due" if self.round.meeting else ""
        return f"An action is reported when somebody updated or confirmed it in the last {days} days{before}."

    @property
    def is_running(self) -> bool:
        return self.plan.starts_on <= self.on <= self.plan.ends_on

    @property
    def out_of_reach(self) -> list[OrganisationReporting]:
        return [part for part in self.organisations if part.out_of_reach]

    @property
    def people(self) -> list[User]:
        return list(dict.fromkeys(person for part in self.organisations for person in part.people))

    def left_to(self, person: User) -> tuple[Action, ...]:
        left = (waiting for part in self.organisations for waiting in part.left)
        return tuple(waiting.action for waiting in left if person in waiting.people)


def reporting(plan: Plan, *, on: date) -> Reporting:
    """Four queries."""
    this_round = reporting_round(plan.partnership, on=on)
    actions = (
        Action.objects.filter(plan=plan)
        .as_at(on, as_heard=True)
        .filter(status__in=[status.value for status in Status.open()])
        .select_related("lead_organisation")
    )
    officers = Membership.objects.filter(partnership=plan.partnership, role=Role.OFFICER, user__is_active=True)
    officers = list(officers.select_related("user").order_by("user__name", "pk"))
    parts: dict[int, OrganisationReporting] = {}
    for action in actions:
        part = parts.setdefault(action.lead_organisation_id, OrganisationReporting(action.lead_organisation))
        if this_round.awaits(action, plan):
            part.left.append(Waiting(action, _who_could_say(action, officers)))
        else:
            part.reported.append(action)
    in_order = sorted(parts.values(), key=lambda part: (-len(part.left), part.organisation.name))
    return Reporting(plan, on, this_round, in_order)


def _who_could_say(action: Action, officers: Iterable[Membership]) -> tuple[User, ...]:
    """Whoever answers for it, else the officers of the organisation that leads it."""
    accountable = tuple(o.user for o in officers if o.user_id == action.accountable_user_id)
    return accountable or tuple(o.user for o in officers if o.organisation_id == action.lead_organisation_id)
