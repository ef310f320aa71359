"""Whom the programme office reminds of what is still missing, and whom it cannot reach."""

from dataclasses import dataclass

from actions.choices import ReminderKind, Status
from actions.models import Action, Plan, User

from .notices import Digest, Notice, digests_of, for_the_meeting, how_many, switched_off
from .reporting import OrganisationReporting, Reporting


@dataclass(frozen=True)
class Chase:
    """Who is to be reminded now, who was today, who does not want it; and where nobody is known."""

    digests: list[Digest]
    told_today: list[User]
    unwilling: list[User]
    out_of_reach: list[OrganisationReporting]


def chase(reporting: Reporting) -> Chase:
    """Four queries."""
    owners = _owners(reporting)
    digests, off = digests_of(_notice(reporting, person, owners) for person in reporting.people), switched_off()
    now = {digest.user for digest in digests}
    others = [person for person in reporting.people if person not in now]
    unwilling = [person for person in others if (person.pk, ReminderKind.CHASED) in off]
    told_today = [person for person in others if person not in unwilling]
    return Chase(digests, told_today, unwilling, reporting.out_of_reach)


def _notice(reporting: Reporting, person: User, owners: set[int]) -> Notice:
    """What each of them is told when the programme office asks; remembered by the day."""
    actions = reporting.left_to(person)
    when = f" {for_the_meeting(reporting.round)}" if reporting.round.meeting else ""
    others = {action.pk for action in actions if action.accountable_user_id != person.pk}
    return Notice(
        user=person,
        kind=ReminderKind.CHASED,
        subject=f"plan {reporting.plan.pk} on {reporting.on}",
        partnership=reporting.plan.partnership,
        headline=f"Please update {how_many(actions)}{when}",
        actions=actions,
        detail="The programme office asks for what is still missing. Where nothing has changed, one press says so.",
        beside_the_month=frozenset(others if person.pk in owners else ()),
    )


def _owners(reporting: Reporting) -> set[int]:
    """Who answers for an action still open: their page of the month's work shows those, and no others."""
    actions = Action.objects.filter(
        plan__in=Plan.objects.filter(partnership=reporting.plan.partnership).running_on(reporting.on),
        accountable_user__in=reporting.people,
    )
    still_open = actions.as_at(reporting.on, as_heard=True).filter(
        status__in=[status.value for status in Status.open()]
    )
    return set(still_open.values_list("accountable_user", flat=True))
