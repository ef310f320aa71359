"""The parts of a progress report that take some gathering, as plain data."""

from collections import Counter
from datetime import date, timedelta

from actions.choices import PromisedDate, Status
from actions.models import DateChange, Evidence, Plan, Priority

from .attention import Attention
from .known import Known
from .movement import Movement
from .report_brief import Brief
from .report_lines import action_line, brief_action, colours, iso, move_line
from .status_ledger import StatusCounts, StatusLedger

SOON = timedelta(days=92)  # where no meeting is planned


def headline(brief: Brief, standings: Attention) -> dict:
    ledger = StatusLedger.of(brief.plan, until=brief.on)
    counts = ledger.counts(brief.on)
    changes = counts - ledger.counts(brief.since) if brief.since else None
    return {
        "total": counts.total,
        "change": changes and changes.total,
        "closed": counts.closed,
        "verified": standings.verified_count,
        "not_yet_verified": standings.unverified_count,
        "statuses": [
            {"status": status.value, "label": status.label, "number": number, "change": changes and changes[status]}
            for status, number in counts.counted
        ],
        "colours": colours(standings.standings, every=True),
    }


def priorities(brief: Brief, standings: Attention) -> list[dict]:
    """Every priority of the plan, also one that has no action yet."""
    return [_priority(brief, priority, standings) for priority in brief.known.priorities.values()]


def _priority(brief: Brief, priority: Priority, standings: Attention) -> dict:
    theirs = [standing for standing in standings.standings if standing.action.priority_id == priority.pk]
    counts = StatusCounts(Counter(Status(standing.action.status) for standing in theirs))
    return {
        "ref": priority.ref,
        "title": priority.title,
        "outcome": priority.intended_outcome,
        "total": counts.total,
        "statuses": [
            {"status": status.value, "label": status.label, "number": number} for status, number in counts.counted
        ],
        "colours": colours(theirs),
        "words": brief.words_by_priority.get(priority.pk, ""),
    }


def completed(moves: Movement, standings: Attention, evidence: dict[int, list[str]]) -> list[dict]:
    """Since the day compared with, or ever where there is none; also of what joined the plan since."""
    by_action = {standing.action.pk: standing for standing in standings.standings}
    return [
        action_line(by_action[move.action.pk])
        | {"completed_on": iso(move.day), "evidence": evidence.get(move.action.pk, [])}
        for move in moves.moves
        if move.after == Status.COMPLETE and move.before != Status.COMPLETE
    ]


def coming_up(known: Known, standings: Attention, on: date) -> dict:
    """What is to start or to be done before the next meeting of any body, or within 92 days where none is known."""
    meeting = next((each for each in known.meetings.values() if each.held_on > on), None)
    until = meeting.held_on if meeting else on + SOON

    def is_soon(day: date | None) -> bool:
        return day is not None and on < day <= until

    return {
        "meeting": {"body": meeting.body.name, "held_on": iso(until)} if meeting else None,
        "starting": [brief_action(s) for s in standings.not_started if is_soon(s.action.start_on)],
        "due": [
            brief_action(s)
            for s in standings.standings
            if s.action.status in Status.open() and is_soon(s.action.due_on)
        ],
    }


def dates_to_agree(plan: Plan, on: date, known: Known) -> list[dict]:
    waiting = (
        DateChange.objects.filter(action__plan=plan).waiting_on(on).select_related("action").order_by("asked_on", "pk")
    )
    return [
        {
            "ref": known.worded(change.action).ref,
            "title": change.action.title,
            "which": PromisedDate(change.which).label,
            "from": change.from_in_words,
            "to": change.to_in_words,
            "to_on": iso(change.to_on),
            "reason": change.reason or change.get_delay_reason_display(),
            "effect_on_families": change.effect_on_families,
            "asked_on": iso(change.asked_on),
            "is_illustrative": change.action.is_illustrative,
        }
        for change in waiting
    ]


def moved(moves: Movement) -> list[dict]:
    return [
        {"kind": group.kind.value, "label": group.kind.label, "moves": [move_line(move) for move in group.moves]}
        for group in moves.groups
    ]


def evidence(plan: Plan, on: date) -> dict[int, list[str]]:
    titles: dict[int, list[str]] = {}
    for action_id, title in (
        Evidence.objects.filter(action__plan=plan)
        .known_by(on)
        .order_by("added_on", "pk")
        .values_list("action", "title")
    ):
        titles.setdefault(action_id, []).append(title)
    return titles
