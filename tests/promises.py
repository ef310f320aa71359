"""Stories of promises lived in the database, and the plain replay that every as-at answer is held against.

`live` writes each happening through the verbs, and keeps in plain lists what was written;
`standing_then` reads those lists, and nothing else, to say how the action stood on a day.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from actions.choices import PromisedDate, Status, Verdict
from actions.models import Action, Plan, User
from actions.operations.review_completion import review_completion
from tests.factories import make_action, make_evidence, make_organisation, make_plan, make_priority, make_user
from tests.histories import day
from tests.stories import Asks, Confirms, Reviews, Says, Shows, Story

# ──── living it, and writing down what was written


@dataclass
class Said:
    on: date
    status: Status
    status_before: Status
    is_confirmation: bool
    speaks_of_more_time: bool
    review_on: date | None
    verdict: Verdict | None = None
    reviewed_on: date | None = None


@dataclass(frozen=True)
class Moved:
    which: PromisedDate
    asked_on: date
    to_on: date
    decided_on: date | None
    is_agreed: bool


@dataclass
class Lived:
    action: Action
    joined_on: date
    planned_start_on: date | None
    original_due_on: date | None
    said: list[Said] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    shown_on: list[date] = field(default_factory=list)

    def said_by(self, on: date) -> list[Said]:
        return [said for said in self.said if said.on <= on]

    def agreed_by(self, on: date, which: PromisedDate) -> list[Moved]:
        """Last decided last; of one day, in the order in which they were asked for."""
        agreed = [m for m in self.moved if m.which == which and m.is_agreed and m.decided_on and m.decided_on <= on]
        return sorted(agreed, key=lambda moved: moved.decided_on)

    def in_force(self, which: PromisedDate, on: date) -> date | None:
        agreed = self.agreed_by(on, which)
        original = self.original_due_on if which == PromisedDate.DUE else self.planned_start_on
        return agreed[-1].to_on if agreed else original

    def standing_claim(self, on: date) -> Said | None:
        movements = [said for said in self.said_by(on) if said.status != said.status_before]
        return movements[-1] if movements and movements[-1].status == Status.COMPLETE else None


def live(told: list[Story]) -> tuple[Plan, list[Lived]]:
    plan, by, reviewer = make_plan(adopted_on=day(0)), make_user(), make_user()
    priority, lead = make_priority(plan), make_organisation(plan.partnership)
    return plan, [_live_one(story, priority, lead, by, reviewer) for story in told]


def _live_one(story: Story, priority, lead, by: User, reviewer: User) -> Lived:
    starts_on = None if story.starts is None else day(story.starts)
    due_on = None if story.due is None else day(story.due)
    action = make_action(
        priority=priority,
        lead_organisation=lead,
        added_on=day(story.joins),
        planned_start_on=starts_on,
        original_due_on=due_on,
        due_precision="day" if due_on else "none",
    )
    lived, on = Lived(action, day(story.joins), starts_on, due_on), day(story.joins)
    for wait, happening in story.happenings:
        on += timedelta(days=wait)
        _HAPPENS[type(happening)](lived, happening, on, reviewer if isinstance(happening, Reviews) else by)
    return lived


def _say(lived: Lived, says: Says, on: date, by: User) -> None:
    review_on = None if says.review_in is None else on + timedelta(days=says.review_in)
    progress = "The deadline was extended." if says.speaks_of_more_time else "Done as planned."
    lived.action.record_update(by=by, status=says.status, effective_on=on, progress=progress, review_on=review_on)
    before = lived.said[-1].status if lived.said else Status.NOT_STARTED
    lived.said.append(Said(on, says.status, before, False, says.speaks_of_more_time, review_on))


def _confirm(lived: Lived, _: Confirms, on: date, by: User) -> None:
    lived.action.confirm(by=by, effective_on=on)
    last = lived.said[-1] if lived.said else None
    status = last.status if last else Status.NOT_STARTED
    lived.said.append(Said(on, status, status, True, False, last.review_on if last else None))


def _ask(lived: Lived, asks: Asks, on: date, by: User) -> None:
    to_on = (lived.in_force(asks.which, on) or on) + timedelta(days=asks.moves_by)
    if any(m.which == asks.which and m.to_on == to_on and (m.decided_on or date.max) > on for m in lived.moved):
        return  # it waits for a decision already
    change = lived.action.ask_for_date(by=by, which=asks.which, to_on=to_on, asked_on=on, delay_reason="staffing")
    decided_on = None if asks.decided_in is None else on + timedelta(days=asks.decided_in)
    if decided_on:
        change.decide(by=by, is_agreed=asks.is_agreed, decided_on=decided_on)
    lived.moved.append(Moved(asks.which, on, to_on, decided_on, asks.is_agreed))


def _show(lived: Lived, _: Shows, on: date, by: User) -> None:
    make_evidence(lived.action, by=by, added_on=on)
    lived.shown_on.append(on)


def _review(lived: Lived, reviews: Reviews, on: date, by: User) -> None:
    claim = lived.standing_claim(date.max)
    if claim is None or claim.verdict:
        return
    review_completion(
        claim=lived.action.last_movement(),
        by=by,
        verdict=reviews.verdict,
        on=on,
        reason="Look again.",
        then=reviews.then,
    )
    claim.verdict, claim.reviewed_on = reviews.verdict, on
    if reviews.verdict == Verdict.SENT_BACK:
        lived.said.append(Said(on, reviews.then, Status.COMPLETE, False, False, None))


_HAPPENS = {Says: _say, Confirms: _confirm, Asks: _ask, Shows: _show, Reviews: _review}


# ──── the plain replay


def standing_then(lived: Lived, on: date) -> dict | None:
    """Everything that `as_at(on)` says of the action; None before it joined the plan."""
    if lived.joined_on > on:
        return None
    said = lived.said_by(on)
    words = [each for each in said if not each.is_confirmation]
    claim = lived.standing_claim(on)
    asked_since = words and any(words[-1].on <= moved.asked_on <= on for moved in lived.moved)
    return {
        "status": said[-1].status if said else Status.NOT_STARTED,
        "confirmed_on": said[-1].on if said else None,
        "review_on": said[-1].review_on if said else None,
        "says_extended": bool(words) and words[-1].speaks_of_more_time and not asked_since,
        "start_on": lived.in_force(PromisedDate.START, on),
        "due_on": lived.in_force(PromisedDate.DUE, on),
        "due_move_count": len(lived.agreed_by(on, PromisedDate.DUE)),
        "has_evidence": any(shown_on <= on for shown_on in lived.shown_on),
        "is_verified": bool(claim and claim.verdict == Verdict.VERIFIED and claim.reviewed_on <= on),
    }
