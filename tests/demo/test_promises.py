"""Dates that moved, what shows that something was done, and who looked: as a real plan would have them."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from actions.choices import DelayReason, Flag, Role, Status, Verdict
from actions.demo.evidence import FILES
from actions.demo.people import BOARD_CHAIR, COUNCIL_OFFICER, NHS_OFFICER, PROGRAMME_MANAGER, VERIFIER
from actions.flags import flags_of
from actions.forms.evidence import is_what_it_says
from actions.models import Action, DateChange, DateDecision, Evidence, Meeting, StatusUpdate, User, Verification
from actions.operations.review_completion import review_completion
from actions.permissions import can_ask_for_date, can_decide_dates, can_verify
from actions.summaries.reporting_round import reporting_round
from actions.wording import word_for_more_time
from tests.demo.plans import TODAY, improvement_plan, priority_action_plan
from tests.factories import make_action, make_member, make_partnership, make_plan, make_update

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def outcomes(plan) -> Counter:
    """How often dates were agreed (True), refused (False) and are waiting (None)."""
    changes = DateChange.objects.filter(action__plan=plan)
    return Counter(changes.values_list("decision__is_agreed", flat=True))


def moves(plan, on: date) -> dict[str, int]:
    return {action.ref: action.due_move_count for action in plan.actions.as_at(on) if action.due_move_count}


# ──── date changes


def test_dates_of_2019_were_mostly_agreed():
    plan = improvement_plan()

    assert outcomes(plan) == {True: 21, False: 3}
    assert moves(plan, date(2020, 12, 31)) == {
        "1.1": 3,
        "1.3": 2,
        "1.6": 1,
        "1.8": 2,
        "1.20": 1,
        "2.13": 1,
        "3.2": 1,
        "3.16": 1,
        "4.2": 4,
        "4.11": 1,
        "5.1": 2,
        "5.2": 1,
        "5.17": 1,
    }


def test_no_date_had_moved_when_the_committee_met_in_july_2019():
    plan = improvement_plan()

    assert moves(plan, date(2019, 7, 31)) == {}
    assert [change.action.ref for change in DateChange.objects.waiting_on(date(2019, 7, 10))] == ["5.1", "4.2"]


def test_one_date_came_forward():
    forward = [change for change in DateChange.objects.all() if change.from_on and change.to_on < change.from_on]

    assert [change.action.ref for change in forward] == ["5.2"]


def test_the_pandemic_moved_many_dates():
    pandemic = DateChange.objects.filter(reason__contains="pandemic")

    assert {change.asked_on.year for change in pandemic} == {2020}
    assert pandemic.count() == 9


def test_dates_of_2025_are_agreed_refused_and_waiting():
    plan = priority_action_plan()

    assert outcomes(plan) == {True: 4, False: 1, None: 3}
    assert moves(plan, TODAY) == {"P1.3": 1, "P2.6": 2, "P3.1": 1}
    waiting = DateChange.objects.filter(action__plan=plan).waiting_on(TODAY)
    assert sorted(change.action.ref for change in waiting) == ["P2.2", "P2.4", "P3.1"]


def test_each_new_date_says_why_and_what_it_means_for_families():
    for change in DateChange.objects.all():
        assert change.reason, change.action
        assert change.effect_on_families, change.action
    assert len(set(DateChange.objects.values_list("delay_reason", flat=True))) >= len(DelayReason) - 2


def test_a_new_date_is_asked_for_with_an_update_by_whoever_typed_it():
    for change in DateChange.objects.all():
        update = change.status_update
        assert (change.action, change.asked_on, change.asked_by) == (
            update.action,
            update.effective_on,
            update.recorded_by,
        )


def test_whoever_asked_in_2025_may_do_so():
    for change in DateChange.objects.filter(action__plan=priority_action_plan()):
        assert can_ask_for_date(change.asked_by, change.action), change.action


def test_each_new_date_starts_from_the_one_in_force():
    for change in DateChange.objects.all():
        assert change.from_on == change.action.date_in_force(change.which, change.asked_on), change.action


def test_nobody_asks_again_before_the_last_request_is_decided():
    for action in Action.objects.exclude(date_changes=None):
        changes = list(action.date_changes.order_by("asked_on"))
        for earlier, later in pairwise(changes):
            assert earlier.decision.decided_on <= later.asked_on, action


def test_the_chair_decides_at_the_board_and_other_bodies_are_recorded():
    boards = {"Partnership Board", "SEND Improvement Board"}
    decisions = DateDecision.objects.select_related("body", "decided_by", "date_change__action__plan__partnership")

    for decision in decisions:
        assert decision.decided_on >= decision.date_change.asked_on
        assert Meeting.objects.filter(body=decision.body, held_on=decision.decided_on).exists()
        decider = BOARD_CHAIR if decision.body.name in boards else PROGRAMME_MANAGER
        assert decision.decided_by.email == decider.email
        assert can_decide_dates(decision.decided_by, decision.date_change.action.plan.partnership)
    assert Counter(decision.body.name for decision in decisions) == {
        "Partnership Board": 22,
        "SEND Improvement Board": 4,
        "Health and Wellbeing Board": 1,
        "Cabinet": 1,
        "ICB Quality Committee": 1,
    }


# ──── evidence


def test_most_complete_actions_show_something_and_a_few_do_not():
    complete = {
        plan.pk: [action for action in plan.actions.as_at(on) if action.status == Status.COMPLETE]
        for plan, on in [(improvement_plan(), date(2020, 12, 31)), (priority_action_plan(), TODAY)]
    }

    bare = [[action.ref for action in actions if not action.has_evidence] for actions in complete.values()]

    assert bare == [["1.14", "2.6", "2.18", "3.15", "3.19", "4.8", "4.13", "5.14"], ["P2.7", "I1.5"]]
    assert [len(actions) for actions in complete.values()] == [75, 14]


def test_evidence_is_given_with_a_claim():
    for piece in Evidence.objects.select_related("status_update"):
        assert piece.status_update.status == Status.COMPLETE
        assert piece.status_update.action_id == piece.action_id
        assert (piece.added_on, piece.added_by_id) == (
            piece.status_update.effective_on,
            piece.status_update.recorded_by_id,
        )


def test_addresses_lead_nowhere():
    links = Evidence.objects.exclude(link="").values_list("link", flat=True)

    assert [link for link in links if not link.startswith("https://www.example.org/")] == []
    assert len(set(links)) == len(links)


def test_files_are_small_texts_that_say_they_are_made_up():
    files = Evidence.objects.exclude(file="")

    assert sorted(piece.file_name for piece in files) == sorted(path.name for path in FILES.iterdir())
    for piece in files:
        with piece.file.open("rb") as file:
            assert is_what_it_says(file)
            content = file.read()
        assert content == (FILES / piece.file_name).read_bytes()
        assert len(content) == piece.file_size < 1000
        assert content.startswith(b"Made up for the demonstration of SEND Tracker.")
        assert piece.file_name.removesuffix(".txt") not in piece.file.name


# ──── verifications


def verdicts(plan) -> Counter:
    claims = Verification.objects.filter(claim__action__plan=plan)
    return Counter(claims.values_list("verdict", flat=True))


def test_claims_are_looked_at_from_autumn_2019_on():
    assert verdicts(improvement_plan()) == {Verdict.VERIFIED: 56, Verdict.SENT_BACK: 5}
    assert verdicts(priority_action_plan()) == {Verdict.VERIFIED: 8, Verdict.SENT_BACK: 3}
    assert Verification.objects.earliest("verified_on").verified_on == date(2019, 10, 8)


def test_some_complete_actions_of_2025_wait_for_the_verifier():
    verifier = User.objects.get(email=VERIFIER.email)
    complete = [action for action in priority_action_plan().actions.as_at(TODAY) if action.status == Status.COMPLETE]

    waiting = [action for action in complete if not action.is_verified]

    assert [action.ref for action in waiting] == ["P1.6", "P2.7", "P3.4", "I1.1", "I1.2", "I1.5"]
    assert all(can_verify(verifier, action, action.last_movement()) for action in waiting)


def test_nobody_looks_at_their_own_claim_or_their_own_organisations_action():
    for verification in Verification.objects.select_related("claim__action", "verified_by"):
        claim = verification.claim
        assert verification.verified_by_id != claim.recorded_by_id, claim.action
        assert can_verify(verification.verified_by, claim.action, claim), claim.action
        assert verification.verified_on > claim.effective_on, claim.action


def test_the_forum_looks_at_all_but_its_own():
    others = Verification.objects.exclude(verified_by__email=VERIFIER.email)

    assert {(v.claim.action.lead_organisation.short_name, v.verified_by.email) for v in others} == {
        ("PCF", BOARD_CHAIR.email)
    }
    assert others.count() == 5


def test_what_is_sent_back_goes_on_as_if_it_had_been_typed():
    """The same words as operations/review_completion.py writes."""
    partnership = make_partnership()
    plan, reviewer = make_plan(partnership), make_member(partnership, role=Role.VERIFIER)
    for verification in Verification.objects.filter(verdict=Verdict.SENT_BACK).select_related("claim__action"):
        after = verification.claim.action.updates.get(effective_on=verification.verified_on)
        claim = make_update(make_action(plan), Status.COMPLETE, verification.claim.effective_on)

        review_completion(
            claim=claim,
            by=reviewer,
            verdict=Verdict.SENT_BACK,
            on=verification.verified_on,
            reason=verification.reason,
            then=Status(after.status),
            review_on=after.review_on,
        )

        assert told(after) == told(claim.action.latest_update(TODAY))
        assert after.recorded_by == verification.verified_by
    assert Verification.objects.filter(verdict=Verdict.SENT_BACK).count() > 8


def told(update: StatusUpdate) -> list:
    words = [update.progress, update.delay_reason, update.reason, update.recovery, update.effect_on_families]
    return [update.status, update.status_before, *words, update.review_on, update.is_confirmation]


# ──── words that speak of more time


def test_words_that_speak_of_more_time_are_noticed():
    for update in StatusUpdate.objects.all():
        assert update.mentions_new_date == bool(word_for_more_time(update.all_words)), update.action


def test_only_words_meant_to_do_so_speak_of_more_time():
    said = StatusUpdate.objects.with_words().filter(mentions_new_date=True)

    assert sorted(said.values_list("action__ref", flat=True)) == ["2.11", "P1.7", "P2.8"]


def test_two_actions_of_2025_say_extended_and_asked_for_no_date():
    plan = priority_action_plan()

    flagged = [
        action.ref
        for action in plan.actions.as_at(TODAY)
        if Flag.SAYS_EXTENDED in {raised.flag for raised in flags_of(action, on=TODAY, plan=plan)}
    ]

    assert flagged == ["P1.7", "P2.8"]


# ──── the round of the next meeting


@pytest.mark.parametrize(
    ("person", "awaiting", "reported"),
    [
        (COUNCIL_OFFICER, ["P2.2", "P2.4", "P2.5", "P2.8", "P2.10"], ["P2.1", "P2.3", "I1.4"]),
        (NHS_OFFICER, ["P1.3", "P1.7", "P2.6", "P3.2", "P3.5", "P3.7", "I1.3"], ["P3.1", "P3.3"]),
    ],
    ids=lambda value: getattr(value, "email", None),
)
def test_each_officer_owes_some_words_before_the_next_papers(person, awaiting, reported):
    plan = priority_action_plan()
    this_round = reporting_round(plan.partnership, on=TODAY)
    theirs = plan.actions.as_at(TODAY).filter(accountable_user__email=person.email, status__in=Status.open())

    owed = {action.ref: this_round.awaits(action, plan) for action in theirs}

    assert this_round.papers_due_on == date(2026, 12, 4)
    assert [ref for ref, awaits in owed.items() if awaits] == awaiting
    assert [ref for ref, awaits in owed.items() if not awaits] == reported
