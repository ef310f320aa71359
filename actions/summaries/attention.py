"""What a reader should look at first: late, not started, and not heard of; with the colours counted."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from actions import rag
from actions.choices import Flag, Rag, Status
from actions.flags import RaisedFlag, flags_of, moved_in_words
from actions.models import Action, Plan, StatusUpdate


@dataclass(frozen=True)
class Standing:
    """One action as at a day: its colour and what is to be noticed about it."""

    action: Action
    rag: Rag
    flags: list[RaisedFlag]
    is_late: bool
    latest: StatusUpdate | None = None

    @property
    def is_unverified(self) -> bool:
        return self.has(Flag.NOT_VERIFIED)

    @property
    def moved_in_words(self) -> str:
        return moved_in_words(self.action) if self.action.due_move_count else ""

    def has(self, flag: Flag) -> bool:
        return any(raised.flag == flag for raised in self.flags)


@dataclass(frozen=True)
class NotStarted:
    """One of the three kinds of not started. `query` is how the list of actions is asked for just those."""

    label: str
    standings: list[Standing]
    query: dict[str, str]


@dataclass(frozen=True)
class Attention:
    plan: Plan
    on: date
    standings: list[Standing]

    @property
    def colours(self) -> Counter[Rag]:
        """How many have each. Never averaged: an average of colours says nothing."""
        return Counter(standing.rag for standing in self.standings)

    @property
    def flags(self) -> list[tuple[Flag, int]]:
        counts = Counter(raised.flag for standing in self.standings for raised in standing.flags)
        return [(flag, counts[flag]) for flag in Flag if counts[flag]]

    @property
    def verified_ids(self) -> set[int]:
        return {s.action.pk for s in self.standings if s.action.status == Status.COMPLETE and s.action.is_verified}

    @property
    def verified_count(self) -> int:
        return len(self.verified_ids)

    @property
    def unverified_count(self) -> int:
        return sum(standing.is_unverified for standing in self.standings)

    @property
    def late(self) -> list[Standing]:
        """Past the due date, said to be delayed or at risk, or re-dated: red first, then the longest overdue."""
        late = [s for s in self.standings if s.is_late]
        return sorted(late, key=lambda s: (list(Rag).index(s.rag), s.action.original_due_on or date.max))

    @property
    def not_started(self) -> list[Standing]:
        """Should have started first, then no start date, then by the day each is to start."""
        waiting = [s for s in self.standings if s.action.status == Status.NOT_STARTED]
        return sorted(
            waiting,
            key=lambda s: (not s.has(Flag.SHOULD_HAVE_STARTED), s.action.start_on or date.min),
        )

    @property
    def not_started_in_kinds(self) -> list[NotStarted]:
        """Not started is three things, and a total of them hides which."""
        late, undated, waiting = [], [], []
        for standing in self.not_started:
            if standing.has(Flag.SHOULD_HAVE_STARTED):
                late.append(standing)
            else:
                (undated if standing.has(Flag.NO_START_DATE) else waiting).append(standing)
        return [
            NotStarted("Should have started", late, {"flag": Flag.SHOULD_HAVE_STARTED.value}),
            NotStarted("No start date", undated, {"flag": Flag.NO_START_DATE.value}),
            NotStarted("Not yet due to start", waiting, {"status": "not_yet_due"}),
        ]

    @property
    def silent(self) -> list[Standing]:
        return [s for s in self.standings if s.has(Flag.NOT_CONFIRMED)]

    @property
    def open_count(self) -> int:
        return sum(s.action.status in Status.open() for s in self.standings)


def standing_of(action: Action, *, on: date, plan: Plan, latest: StatusUpdate | None = None) -> Standing:
    """For an action that came from `as_at(on)`."""
    return Standing(
        action=action,
        rag=rag.rag_of(action, on=on, plan=plan),
        flags=flags_of(action, on=on, plan=plan),
        is_late=rag.is_late(action, on),
        latest=latest,
    )


def attention(plan: Plan, *, on: date) -> Attention:
    """Two queries: the plan's actions as at the day, and the last words on those still open."""
    actions = list(Action.objects.filter(plan=plan).as_at(on).select_related("priority", "lead_organisation"))
    words = _latest_words([action.pk for action in actions if action.status in Status.open()], on)
    return Attention(plan, on, [standing_of(a, on=on, plan=plan, latest=words.get(a.pk)) for a in actions])


def _latest_words(action_ids: list[int], on: date) -> dict[int, StatusUpdate]:
    updates = StatusUpdate.objects.last_words_on(Action.objects.filter(pk__in=action_ids), on)
    return {update.action_id: update for update in updates}
