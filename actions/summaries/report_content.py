"""What a progress report says: plain data that can be frozen, and from which every format is written.

Only words, numbers, lists and dictionaries; a day is written YYYY-MM-DD. A report once frozen is
drawn from this alone for ever, so it holds labels beside codes. Nobody's name is in it: only posts,
bodies and organisations. docs/progress-report.md describes each part.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from actions import rag
from actions.models import Action, Plan, ProgressReport

from .attention import Attention, attention
from .known import Known
from .movement import Movement, movement, reading_order
from .report_brief import Brief, brief_of
from .report_enquiries import owed_answers
from .report_findings import told_findings
from .report_lines import action_line, brief_action, exception, iso
from .report_parts import coming_up, completed, dates_to_agree, evidence, headline, moved, priorities

SCHEMA = "send-tracker-progress-report/1.1"  # raised with any label, sentence or key: docs/progress-report.md

HOW_MADE = [
    "Each figure is counted from dated status updates, which are added to and never changed.",
    "A status is what an organisation last said by the day of the report. No update yet means not started.",
    "A colour is worked out from status and dates; nobody types it. Lateness is judged against the original date.",
    "A date changes only when the board agrees, and the original date stays on record.",
    "“Verified” means that somebody who did not make the claim, and is not of the lead organisation, looked at it.",
    "Freezing a report closes the books through its day, so its figures can be worked out again from the record.",
]


def content_of(
    report: ProgressReport, known: Known | None = None, *, words_by_priority: Mapping[int, str] | None = None
) -> dict:
    """What a report says: a draft's preview, saved or not, and what freezing keeps."""
    return report_content(brief_of(report, known, words_by_priority=words_by_priority))


def report_content(brief: Brief) -> dict:
    """About twenty queries, whatever the plan holds."""
    plan, on, known = brief.plan, brief.on, brief.known
    standings = _standings(plan, on, known)
    moves = _movement(plan, brief.since or plan.day_before_it_began, on, known)
    statuses = {standing.action.pk: standing.action.status for standing in standings.standings}
    return {
        "schema": SCHEMA,
        "partnership": {"name": plan.partnership.name, "council_name": plan.partnership.council_name},
        "plan": {
            "title": plan.title,
            "kind": plan.get_kind_display(),
            "starts_on": iso(plan.starts_on),
            "ends_on": iso(plan.ends_on),
        },
        "report": _report(brief),
        "headline": headline(brief, standings),
        "moved": moved(moves) if brief.since else [],
        "priorities": priorities(brief, standings),
        "exceptions": [exception(standing) for standing in standings.late],
        "completed": completed(moves, standings, evidence(plan, on)),
        "not_started": [
            {"label": kind.label, "actions": [brief_action(s) for s in kind.standings]}
            for kind in standings.not_started_in_kinds
        ],
        "coming_up": coming_up(known, standings, on),
        "dates_to_agree": dates_to_agree(plan, on, known),
        "findings": told_findings(known, statuses, on),
        "enquiries": owed_answers(known, on),
        "actions": [action_line(standing) for standing in standings.standings],
        "key": [{"colour": colour.value, "label": colour.label, "rule": rule} for colour, rule in rag.rag_key(plan)],
        "how_made": HOW_MADE,
    }


def _standings(plan: Plan, on: date, known: Known) -> Attention:
    found = attention(plan, on=on)
    worded = [replace(standing, action=known.worded(standing.action)) for standing in found.standings]
    return replace(found, standings=sorted(worded, key=lambda standing: _order(standing.action)))


def _movement(plan: Plan, since: date, on: date, known: Known) -> Movement:
    found = movement(plan, since=since, until=on)
    for move in found.moves:
        known.worded(move.action)
        for step in move.steps:
            known.voiced(step)
    return replace(found, moves=sorted(found.moves, key=reading_order))


def _order(action: Action) -> tuple:
    return action.priority.order, action.order, action.pk


def _report(brief: Brief) -> dict:
    meeting = brief.meeting
    return {
        "number": brief.number,
        "as_at_on": iso(brief.on),
        "compared_with_on": iso(brief.since),
        "compared_with_number": brief.compared_number,
        "meeting": {"body": meeting.body.name, "held_on": iso(meeting.held_on)} if meeting else None,
        "judgement": brief.judgement,
        "words": brief.words,
        "corrects": brief.corrects,
    }
