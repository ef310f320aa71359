"""From a story to status updates: the months it tells, and between them those confirmed as still true."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from actions.choices import DelayReason, Status
from actions.models import Action, StatusUpdate, User
from actions.periods import month_end
from actions.wording import word_for_more_time

from .rhythm import recorded_at, reporting_day, review_day, skips
from .story import SAME, SENT_BACK, Story, Telling, months_from

DELAY_WORDS = ("delay_reason", "reason", "recovery", "effect_on_families", "review_on")
NOBODY_SKIPS_THE_LAST = timedelta(days=62)  # who is silent at the end of a history is silent by its story


@dataclass(frozen=True)
class Reporting:
    """How long a plan is reported on, how to tell who typed what, and who may look at a claim, in turn."""

    first: date
    last: date
    typed_by: dict[int, User]  # by organisation
    reviewers: tuple[User, ...] = ()

    def months(self) -> Iterator[date]:
        return months_from(self.first, self.last)

    def reviewer_of(self, claim: StatusUpdate) -> User:
        """The first who did not make the claim and is not of the lead organisation."""
        return next(person for person in self.reviewers if claim.may_be_verified_by(person))


@dataclass(frozen=True)
class Said:
    """One update, and the telling it came from. Where it sends a claim back: that claim."""

    update: StatusUpdate
    telling: Telling | None
    number: int  # of the action
    claim: StatusUpdate | None = None


def record_histories(stories: Iterable[tuple[Action, Story]], reporting: Reporting) -> list[list[Said]]:
    """Write every update, oldest first, as they would have been typed. The history of each action."""
    histories = [list(history_of(action, story, reporting, number)) for number, (action, story) in enumerate(stories)]
    updates = [said.update for history in histories for said in history]
    updates.sort(key=lambda update: (update.effective_on, update.recorded_at))
    StatusUpdate.objects.bulk_create(updates, batch_size=500)
    return histories


def history_of(action: Action, story: Story, reporting: Reporting, number: int) -> Iterator[Said]:
    status, delay, latest = Status.NOT_STARTED.value, {}, None
    for month in reporting.months():
        telling = story.tellings.get(month)
        if telling is None and not _is_confirmed(month, status, story, reporting, number):
            continue
        claim = latest if telling and telling.status == SENT_BACK else None
        day = review_day(month) if claim else reporting_day(month, number)
        now, words = _as_told(telling, status)
        delay = _delay_words(words, delay, day) if now == Status.DELAYED else {}
        latest = StatusUpdate(
            action=action,
            status=now,
            status_before=status,
            effective_on=day,
            recorded_at=recorded_at(day, number),
            recorded_by=_typist(action, claim, reporting),
            is_confirmation=telling is None,
            **words | delay,
        )
        latest.mentions_new_date = bool(word_for_more_time(latest.all_words))
        yield Said(latest, telling, number, claim)
        status = now


def _as_told(telling: Telling | None, status: str) -> tuple[str, dict]:
    if telling is None:
        return status, {}
    if telling.status == SENT_BACK:
        return _as_sent_back(**telling.words)
    return status if telling.status == SAME else telling.status, telling.words


def _as_sent_back(*, reason: str, review_on: date | None = None) -> tuple[str, dict]:
    """The status an action then has, and the words of its update, as operations/review_completion.py writes them."""
    words = {"progress": f"Sent back: {reason}"}
    if review_on is None:
        return Status.ON_TRACK.value, words
    why = {"delay_reason": DelayReason.OTHER.value, "reason": reason, "review_on": review_on}
    return Status.DELAYED.value, words | why


def _typist(action: Action, claim: StatusUpdate | None, reporting: Reporting) -> User:
    if claim:
        return reporting.reviewer_of(claim)
    return reporting.typed_by[action.lead_organisation_id]


def _is_confirmed(month: date, status: str, story: Story, reporting: Reporting, number: int) -> bool:
    """Whether, in a month without a telling, somebody pressed "still true"."""
    if month == reporting.first or month in story.silent or status not in Status.open():
        return False
    return month > reporting.last - NOBODY_SKIPS_THE_LAST or not skips(month, number)


def _delay_words(words: dict, before: dict, day: date) -> dict:
    """What is still true of a delay stays said; a review date that has come is set again."""
    delay = before | {key: words[key] for key in DELAY_WORDS if key in words}
    if delay.get("review_on") and delay["review_on"] <= day:
        delay["review_on"] = month_end(month_end(day) + timedelta(days=1))
    return delay
