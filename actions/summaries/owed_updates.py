"""What one person has to say something about before the next papers, most urgent first."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from actions.choices import Flag, Rag, Status
from actions.models import Action, Membership, Plan, StatusUpdate, User

from .attention import Standing, standing_of
from .reporting_round import ReportingRound, reporting_round


@dataclass(frozen=True)
class OwedUpdates:
    """`is_own` where the person answers for some of them; else they are the organisation's."""

    round: ReportingRound
    is_own: bool
    due: list[Standing]
    done: list[Standing]

    @property
    def count(self) -> int:
        return len(self.due) + len(self.done)


def owed_updates(user: User, membership: Membership, *, on: date) -> OwedUpdates:
    """Of plans that run on that day, the actions still open. Six queries, however many there are."""
    this_round = reporting_round(membership.partnership, on=on)
    plans = {plan.pk: plan for plan in Plan.objects.filter(partnership=membership.partnership).running_on(on)}
    actions = list(
        Action.objects.filter(_concerning(user, membership), plan__in=plans)
        .as_at(on, as_heard=True)
        .filter(status__in=[status.value for status in Status.open()])
        .with_latest_update(on)
        .select_related("plan", "priority", "lead_organisation")
    )
    shown = theirs_among(actions, membership)
    last = StatusUpdate.objects.last_words_on(Action.objects.filter(pk__in=_ids(shown)), on, as_heard=True)
    words = {update.action_id: update for update in last}
    standings = [standing_of(a, on=on, plan=plans[a.plan_id], latest=words.get(a.pk)) for a in shown]
    standings.sort(key=_urgency)
    awaited = {s.action.pk for s in standings if this_round.awaits(s.action, plans[s.action.plan_id])}
    return OwedUpdates(
        round=this_round,
        is_own=any(action.accountable_user_id == user.pk for action in shown),
        due=[standing for standing in standings if standing.action.pk in awaited],
        done=[standing for standing in standings if standing.action.pk not in awaited],
    )


def theirs_among(actions: list[Action], membership: Membership) -> list[Action]:
    """One's own, with those that one's organisation leads and nobody answers for; else all that concern it.

    The page "My actions" and the reminders both ask here, so they never disagree.
    """
    if not any(action.accountable_user_id == membership.user_id for action in actions):
        return actions
    return [action for action in actions if _answers_for(action, membership)]


def _answers_for(action: Action, membership: Membership) -> bool:
    if action.accountable_user_id is None:
        return action.lead_organisation_id == membership.organisation_id
    return action.accountable_user_id == membership.user_id


def _concerning(user: User, membership: Membership) -> Q:
    mine = Q(accountable_user=user)
    if membership.organisation_id is None:
        return mine
    involved = Action.objects.involving(membership.organisation_id).values("pk")
    return mine | Q(pk__in=involved)


def _ids(actions: list[Action]) -> list[int]:
    return [action.pk for action in actions]


def _urgency(standing: Standing):
    """Worst colour first, then what was to be looked at again, then the nearest date."""
    return (
        list(Rag).index(standing.rag),
        not standing.has(Flag.REVIEW_PASSED),
        standing.action.due_on or date.max,
        standing.action.pk,
    )
