"""Each rule of the colours and flags stands beside its twin for the database: over rows of every make they agree."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.choices import Flag, Status
from actions.flags import flags_of
from actions.models import Action, DateChange, DateDecision, Evidence, Plan, StatusUpdate, Verification
from actions.rag import is_late, is_not_yet_due_to_start, late, not_yet_due_to_start, rag_of
from tests.amounts import tries
from tests.database import undone
from tests.factories import make_organisation, make_plan, make_priority, make_user

pytestmark = pytest.mark.django_db

JOINED, FIRST, LAST = date(2020, 1, 1), date(2020, 1, 1), date(2020, 3, 31)

days = st.dates(FIRST, LAST)


@st.composite
def told(draw) -> dict:
    """An action's planned start and due day, those agreed since, and the one update it had, if any."""
    start, due = draw(st.none() | days), draw(st.none() | days)
    if start and due:
        start, due = sorted([start, due])
    return {
        "dates": {"planned_start_on": start, "original_due_on": due, "due_precision": "day" if due else "none"},
        "agreed": draw(st.dictionaries(st.sampled_from(["due", "start"]), days)),
        "update": draw(st.none() | updates),
        "has_evidence": draw(st.booleans()),
        "is_verified": draw(st.booleans()),
    }


updates = st.fixed_dictionaries(
    {
        "status": st.sampled_from(Status),
        "effective_on": days,
        "review_on": st.none() | days,
        "mentions_new_date": st.booleans(),
    }
)


def enact(plan: Plan, stories: list[dict]) -> None:
    priority, lead, by = make_priority(plan), make_organisation(plan.partnership), make_user()
    common = {"plan": plan, "priority": priority, "lead_organisation": lead, "title": "An action", "added_on": JOINED}
    made = Action.objects.bulk_create(
        Action(ref=str(number), **common, **story["dates"]) for number, story in enumerate(stories)
    )
    rows = list(zip(made, stories, strict=True))
    updates = StatusUpdate.objects.bulk_create(
        StatusUpdate(action=row, status_before=Status.NOT_STARTED, recorded_by=by, **story["update"])
        for row, story in rows
        if story["update"]
    )
    _agree(rows, by)
    Evidence.objects.bulk_create(
        Evidence(action=row, title="Minutes", link="https://www.example.org", added_on=FIRST, added_by=by)
        for row, story in rows
        if story["has_evidence"]
    )
    verified = {row.pk for row, story in rows if story["is_verified"]}
    reviewer = make_user()
    Verification.objects.bulk_create(
        Verification(claim=claim, verdict="verified", verified_on=claim.effective_on, verified_by=reviewer)
        for claim in updates
        if claim.action_id in verified and claim.status == Status.COMPLETE
    )


def _agree(rows: list[tuple[Action, dict]], by) -> None:
    changes = DateChange.objects.bulk_create(
        DateChange(action=row, which=which, to_on=to_on, delay_reason="staffing", asked_on=FIRST, asked_by=by)
        for row, story in rows
        for which, to_on in story["agreed"].items()
    )
    DateDecision.objects.bulk_create(
        DateDecision(date_change=change, is_agreed=True, decided_on=FIRST, decided_by=by) for change in changes
    )


@settings(max_examples=tries(60))
@given(
    stories=st.lists(told(), min_size=1, max_size=20),
    on=days,
    tolerance=st.integers(0, 60),
    patience=st.integers(0, 60),
)
def test_twins_agree_on_colour_flags_and_groups(stories, on, tolerance, patience):
    with undone():
        plan = make_plan(starts_on=FIRST, ends_on=LAST, tolerance_days=tolerance, confirm_within_days=patience)
        enact(plan, stories)
        then = Action.objects.as_at(on)

        standing = {action.pk: action for action in then}
        colours = dict(then.with_rag(on=on, plan=plan).values_list("pk", "rag"))
        grouped = {
            "late": set(then.filter(late(on)).values_list("pk", flat=True)),
            "not yet due to start": set(then.filter(not_yet_due_to_start(on)).values_list("pk", flat=True)),
        }
        flagged = {flag: set(then.flagged(flag, on=on, plan=plan).values_list("pk", flat=True)) for flag in Flag}

    raised = {pk: {each.flag for each in flags_of(action, on=on, plan=plan)} for pk, action in standing.items()}
    assert colours == {pk: rag_of(action, on=on, plan=plan) for pk, action in standing.items()}
    assert flagged == {flag: {pk for pk, flags in raised.items() if flag in flags} for flag in Flag}
    assert grouped == {
        "late": {pk for pk, action in standing.items() if is_late(action, on)},
        "not yet due to start": {pk for pk, action in standing.items() if is_not_yet_due_to_start(action, on, plan)},
    }
