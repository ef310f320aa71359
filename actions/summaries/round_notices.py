"""What a round of reporting asks of each officer: at its opening, shortly before its papers are due, and after."""

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from actions.choices import ReminderKind, Role, Status
from actions.models import Action, Meeting, Membership, Partnership, Plan
from actions.periods import in_full

from .notices import Notice, for_the_meeting, how_many
from .owed_updates import theirs_among
from .reporting_round import ReportingRound, reporting_round

OPENS_DAYS_BEFORE = 14
DUE_SOON_DAYS_BEFORE = 3


def round_notices(partnership: Partnership, on: date, off: set[tuple[int, str]]) -> Iterable[Notice]:
    rounds = [(each, kinds) for each in _rounds(partnership, on) if (kinds := _kinds(each, on))]
    if not rounds:
        return
    actions = _open_actions(partnership, on)
    officers = Membership.objects.filter(partnership=partnership, role=Role.OFFICER, user__is_active=True)
    for membership in officers.select_related("user").order_by("user__name", "pk"):
        theirs = _actions_of(membership, actions)
        for this_round, kinds in rounds:
            kind = next((kind for kind in kinds if (membership.user_id, kind) not in off), None)
            awaited = tuple(action for action in theirs if this_round.awaits(action, action.plan))
            if kind and awaited:
                yield Notice(
                    user=membership.user,
                    kind=kind,
                    subject=f"meeting {this_round.meeting.pk}",
                    partnership=partnership,
                    headline=_headline(kind, awaited, this_round),
                    actions=awaited,
                    detail=_detail(kind, this_round),
                )


def _rounds(partnership: Partnership, on: date) -> list[ReportingRound]:
    """Those whose papers are late, and the one that is open."""
    this_round = reporting_round(partnership, on=on)
    return [*_late_rounds(partnership, on), *([this_round] if this_round.meeting else [])]


def _late_rounds(partnership: Partnership, on: date) -> list[ReportingRound]:
    """The papers were due, and the meeting is still to be held."""
    before = Meeting.objects.filter(body=OuterRef("body"), held_on__lt=OuterRef("held_on")).order_by("-held_on")
    late = Meeting.objects.of(partnership).from_day(on).filter(papers_due_on__lt=on)
    late = late.annotate(opened_on=Subquery(before.values(day=Coalesce("papers_due_on", "held_on"))[:1]))
    return [ReportingRound(meeting, meeting.opened_on, meeting.papers_due_on) for meeting in late]


def _kinds(this_round: ReportingRound, on: date) -> list[ReminderKind]:
    """What fits the day; where a person does not want the first, the next."""
    days = (this_round.papers_due_on - on).days
    if days < 0:
        return [ReminderKind.OVERDUE]
    if days <= DUE_SOON_DAYS_BEFORE:
        return [ReminderKind.DUE_SOON, ReminderKind.OPENING]
    return [ReminderKind.OPENING] if days <= OPENS_DAYS_BEFORE else []


def _open_actions(partnership: Partnership, on: date) -> list[Action]:
    return list(
        Action.objects.filter(plan__in=Plan.objects.filter(partnership=partnership).running_on(on))
        .as_at(on, as_heard=True)
        .filter(status__in=[status.value for status in Status.open()])
        .select_related("plan")
        .prefetch_related("contributors")
    )


def _actions_of(membership: Membership, actions: list[Action]) -> list[Action]:
    """The same that the page “My actions” shows."""
    concerned = [action for action in actions if _concerns(action, membership)]
    return theirs_among(concerned, membership)


def _concerns(action: Action, membership: Membership) -> bool:
    return action.accountable_user_id == membership.user_id or membership.organisation_id in _involved(action)


def _involved(action: Action) -> set[int]:
    return {action.lead_organisation_id, *(organisation.pk for organisation in action.contributors.all())}


def _headline(kind: ReminderKind, actions: tuple[Action, ...], this_round: ReportingRound) -> str:
    what, when = how_many(actions), for_the_meeting(this_round)
    if kind == ReminderKind.OVERDUE:
        return f"{what} {'was' if len(actions) == 1 else 'were'} due {when}"
    return f"{what} {'still ' if kind == ReminderKind.DUE_SOON else ''}to update {when}"


def _detail(kind: ReminderKind, this_round: ReportingRound) -> str:
    meets, papers = in_full(this_round.meeting.held_on), in_full(this_round.papers_due_on)
    if kind == ReminderKind.OVERDUE:
        return (
            f"The papers were due on {papers}. The meeting is on {meets}: there is still time to say how it is going."
        )
    return (
        f"The papers are due on {papers} and the meeting is on {meets}. Where nothing has changed, one press says so."
    )
