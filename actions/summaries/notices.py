"""What one person is told in one e-mail: notices, the most urgent first, and each action named once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse

from actions.choices import ReminderKind
from actions.models import Action, Partnership, Reminder, ReminderOff, User

from .reporting_round import ReportingRound

ABOUT_WHAT_HAPPENED = {ReminderKind.SENT_BACK, ReminderKind.DATE_DECIDED}


@dataclass(frozen=True)
class Notice:
    """One thing that one person is told once: `subject` is the stable name under which that is remembered.

    `beside_the_month` holds those actions that the person's page of the month's work does not show.
    """

    user: User
    kind: ReminderKind
    subject: str
    partnership: Partnership
    headline: str
    actions: tuple[Action, ...]
    detail: str = ""
    words: str = ""
    named_above: int = 0
    beside_the_month: frozenset[int] = frozenset()

    @property
    def asks_for_updates(self) -> bool:
        return self.kind not in ABOUT_WHAT_HAPPENED

    @property
    def rest_in_words(self) -> str:
        """Of actions that another notice of the same e-mail names before."""
        if not self.named_above:
            return ""
        return f"And {self.named_above} named above." if self.actions else "Named above already."

    @property
    def rows(self) -> list[tuple[Action, str]]:
        return [(action, self._path_to(action)) for action in self.actions]

    def _path_to(self, action: Action) -> str:
        """Straight to where it is updated: its row in the month's work, or else its own form."""
        if not self.asks_for_updates:
            return action.get_absolute_url()
        if action.pk in self.beside_the_month:
            return reverse("action-update", args=[action.pk])
        return f"{reverse('month-update', args=[self.partnership.slug])}#action-{action.pk}"


@dataclass(frozen=True)
class Digest:
    """All that one person is told at once."""

    user: User
    notices: tuple[Notice, ...]

    @property
    def subject(self) -> str:
        """Says what is due: it may be all that is read."""
        more = len(self.notices) - 1
        rest = f", and {more} more thing{'s' if more > 1 else ''}" if more else ""
        return f"{self.notices[0].headline}{rest}"


def digests_of(notices: Iterable[Notice]) -> list[Digest]:
    """One for each person, without what they were told before or have switched off. Two queries."""
    notices = list(notices)
    told = _told([notice.subject for notice in notices])
    off = switched_off()
    by_user: dict[User, list[Notice]] = {}
    for notice in notices:
        key = (notice.user.pk, notice.kind)
        if key not in off and (*key, notice.subject) not in told:
            by_user.setdefault(notice.user, []).append(notice)
    return [Digest(user, _naming_each_action_once(theirs)) for user, theirs in by_user.items()]


def switched_off() -> set[tuple[int, str]]:
    return set(ReminderOff.objects.values_list("user", "kind"))


def _told(subjects: list[str]) -> set[tuple[int, str, str]]:
    return set(Reminder.objects.filter(subject__in=set(subjects)).values_list("user", "kind", "subject"))


def _naming_each_action_once(notices: list[Notice]) -> tuple[Notice, ...]:
    """The same action can be overdue for one meeting and asked for by the next."""
    order = ReminderKind.most_urgent_first()
    named: set[int] = set()
    told = []
    for notice in sorted(notices, key=lambda notice: order.index(notice.kind)):
        if notice.asks_for_updates:
            fresh = tuple(action for action in notice.actions if action.pk not in named)
            named |= {action.pk for action in fresh}
            notice = replace(notice, actions=fresh, named_above=len(notice.actions) - len(fresh))
        told.append(notice)
    return tuple(told)


# ──── words


def how_many(actions: Iterable[Action]) -> str:
    """1 action; 3 actions"""
    number = len(tuple(actions))
    return f"{number} action{'' if number == 1 else 's'}"


def for_the_meeting(this_round: ReportingRound) -> str:
    """by 4 December for the SEND Improvement Board"""
    day, name = this_round.papers_due_on, this_round.meeting.body.name
    article = "" if name.lower().startswith("the ") else "the "
    return f"by {day.day} {day:%B} for {article}{name}"
