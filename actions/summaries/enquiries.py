"""The register of what was asked and recommended: who owes which answer, since when, and what was answered."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from actions.choices import EnquiryState
from actions.models import Action, Enquiry, EnquiryAnswer, Organisation, Partnership, Plan
from actions.periods import day_and_month, how_long, in_full

NAMED_ON_A_DASHBOARD = 3
ANSWERED = {EnquiryState.ANSWERED, EnquiryState.ANSWERED_LATE}


@dataclass(frozen=True)
class Entry:
    """One enquiry that came from `as_at(on)`, with its answers by then, the newest first."""

    enquiry: Enquiry
    on: date
    answers: tuple[EnquiryAnswer, ...] = ()

    @property
    def answer(self) -> EnquiryAnswer | None:
        """The one that stands; any others are earlier."""
        return self.answers[0] if self.answers else None

    @property
    def earlier_answers(self) -> tuple[EnquiryAnswer, ...]:
        return self.answers[1:]

    @property
    def state(self) -> EnquiryState:
        return EnquiryState(self.enquiry.state)

    @property
    def time_to_answer(self) -> str:
        """2 months; empty where the day due was set for this one alone."""
        body, to = self.enquiry.body, self.enquiry.addressed_to
        is_usual = self.enquiry.due_on == body.answer_due_on(self.enquiry.asked_on, to)
        return body.time_to_answer(to) if is_usual else ""

    @property
    def is_answered(self) -> bool:
        return self.state in ANSWERED

    @property
    def place(self) -> tuple[int, int]:
        """Overdue first, the longest before; then waiting by the day due; then answered, the newest before."""
        if self.is_answered:
            return 2, -self.enquiry.answered_on.toordinal()
        return list(EnquiryState).index(self.state), self.enquiry.due_on.toordinal()

    @property
    def in_words(self) -> str:
        """Asked in May, answered in July 2019; Asked on 15 May 2019; due on 15 July; 3 weeks overdue."""
        return self._answered_in_words if self.is_answered else self._owed_in_words

    @property
    def _answered_in_words(self) -> str:
        asked, due, answered = self.enquiry.asked_on, self.enquiry.due_on, self.enquiry.answered_on
        late = f", {how_long(due, answered)} late" if self.state == EnquiryState.ANSWERED_LATE else ""
        if (asked.year, asked.month) == (answered.year, answered.month):
            return f"Asked and answered in {answered:%B %Y}{late}"
        year = "" if asked.year == answered.year else f" {asked.year}"
        return f"Asked in {asked:%B}{year}, answered in {answered:%B %Y}{late}"

    @property
    def _owed_in_words(self) -> str:
        asked, due = self.enquiry.asked_on, self.enquiry.due_on
        return f"Asked on {in_full(asked)}; due on {day_and_month(due, beside=asked)}; {self._how_far}"

    @property
    def _how_far(self) -> str:
        due = self.enquiry.due_on
        if due == self.on:
            return "that is today"
        return f"{how_long(due, self.on)} overdue" if due < self.on else f"{how_long(self.on, due)} left"


@dataclass(frozen=True)
class EnquiryRegister:
    """`counts` are of the whole register, `entries` those that were asked for."""

    on: date
    counts: Counter[EnquiryState]
    entries: list[Entry]

    @property
    def asked(self) -> int:
        return self.counts.total()

    @property
    def figures(self) -> list[tuple[EnquiryState, int]]:
        return [(state, self.counts[state]) for state in EnquiryState]


@dataclass(frozen=True)
class EnquiriesDue:
    """The answers owed on what concerns one plan. Overdue ones lead its dashboard."""

    plan: Plan
    on: date
    overdue: list[Entry]
    waiting: list[Entry]

    @property
    def named(self) -> list[Entry]:
        """The longest overdue. The others are counted, so that a dashboard stays one screen."""
        return self.overdue[:NAMED_ON_A_DASHBOARD]

    @property
    def unnamed_count(self) -> int:
        return len(self.overdue) - len(self.named)


def enquiry_register(partnership: Partnership, *, on: date, among: QuerySet | None = None) -> EnquiryRegister:
    """All that was asked by the day, or those `among` it: rows of `as_at(on)`. Four queries, however many."""
    asked = Enquiry.objects.filter(partnership=partnership).as_at(on)
    counts = Counter(EnquiryState(state) for state in asked.values_list("state", flat=True))
    return EnquiryRegister(on, counts, entries_of(asked if among is None else among, on=on))


def enquiries_due(plan: Plan, *, on: date) -> EnquiriesDue:
    """See `EnquiryQuerySet.concerning`. Three queries at most, however many there are."""
    entries = entries_of(Enquiry.objects.filter(partnership=plan.partnership_id).concerning(plan).owed(on), on=on)
    overdue = [entry for entry in entries if entry.state == EnquiryState.OVERDUE]
    return EnquiriesDue(plan, on, overdue, entries[len(overdue) :])


def enquiries_about(action: Action, *, on: date) -> list[Entry]:
    return entries_of(Enquiry.objects.filter(actions=action).as_at(on), on=on)


def answers_owed_by(organisation: Organisation, *, on: date) -> list[Entry]:
    """By the organisation, or by one whose work it took over."""
    theirs = Organisation.objects.whose_work_is_done_by(organisation)
    return entries_of(Enquiry.objects.filter(addressed_to__in=theirs).owed(on), on=on)


def entries_of(enquiries: QuerySet, *, on: date) -> list[Entry]:
    """Of rows from `as_at(on)`: overdue first, then waiting, then answered."""
    actions = Prefetch("actions", Action.objects.select_related("plan").order_by("plan", "priority__order", "order"))
    rows = list(enquiries.select_related("body", "addressed_to").prefetch_related(actions))
    given = EnquiryAnswer.objects.filter(enquiry__in=[row.pk for row in rows]).given_by(on).newest_first()
    answers: dict[int, list[EnquiryAnswer]] = {}
    for answer in given.select_related("answered_by"):
        answers.setdefault(answer.enquiry_id, []).append(answer)
    entries = [Entry(row, on, tuple(answers.get(row.pk, ()))) for row in rows]
    return sorted(entries, key=lambda entry: entry.place)
