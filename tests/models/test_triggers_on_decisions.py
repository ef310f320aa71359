"""What the database keeps against plain SQL about dates and completion: each rule refuses, and says why."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from actions.choices import Role, Status
from actions.models import Action, DateChange, DateDecision, StatusUpdate, User, Verification
from tests.factories import (
    make_action,
    make_date_change,
    make_evidence,
    make_member,
    make_organisation,
    make_update,
    make_user,
    make_verification,
)
from tests.models.test_triggers import PERMANENT, set_column

pytestmark = pytest.mark.django_db

DAY, DAY_BEFORE = date(2019, 6, 3), date(2019, 6, 2)

ASKED_FIRST = "a date change is not decided before it is asked for"
A_CLAIM = "only a claim that an action is complete can be verified, from its day on"
SOMEBODY_ELSE = "a claim is verified by somebody else, who is not of the lead organisation"


def claim_of(action: Action, **fields) -> StatusUpdate:
    return make_update(action, Status.COMPLETE, DAY, **fields)


def insert_verification(claim: StatusUpdate, by: User, **fields) -> None:
    """Past the model's own refusals, straight into the table."""
    usual = {"verdict": "verified", "verified_on": DAY}
    Verification.objects.bulk_create([Verification(claim=claim, verified_by=by, **usual | fields)])


def insert_decision(change: DateChange, decided_on: date) -> None:
    DateDecision.objects.bulk_create(
        [DateDecision(date_change=change, is_agreed=True, decided_on=decided_on, decided_by=make_user())]
    )


# ──── what each trigger refuses


def change_a_date_change() -> None:
    set_column(make_date_change(make_action()), "to_on", "2022-12-31")


def change_a_decision() -> None:
    decision = make_date_change(make_action()).decide(by=make_user(), is_agreed=False, decided_on=DAY)
    set_column(decision, "is_agreed", True)


def change_a_piece_of_evidence() -> None:
    set_column(make_evidence(make_action()), "link", "https://www.example.org/other")


def change_a_verification() -> None:
    set_column(make_verification(claim_of(make_action())), "verified_by_id", make_user().pk)


def decide_before_it_is_asked() -> None:
    insert_decision(make_date_change(make_action(), asked_on=DAY), DAY_BEFORE)


def verify_what_is_not_said_to_be_complete() -> None:
    insert_verification(make_update(make_action(), Status.ON_TRACK, DAY), make_user())


def verify_before_the_claim_counts() -> None:
    insert_verification(claim_of(make_action()), make_user(), verified_on=DAY_BEFORE)


def verify_ones_own_claim() -> None:
    claim = claim_of(make_action())
    insert_verification(claim, claim.recorded_by)


def verify_ones_own_organisations_action() -> None:
    action = make_action()
    colleague = make_member(action.plan.partnership, role=Role.VERIFIER, organisation=action.lead_organisation)
    insert_verification(claim_of(action), colleague)


def send_ones_own_claim_back() -> None:
    claim = claim_of(make_action())
    insert_verification(claim, claim.recorded_by, verdict="sent_back", reason="It is not done.")


REFUSED: list[tuple[str, Callable[[], None], str]] = [
    ("actions_datechange_is_append_only", change_a_date_change, PERMANENT),
    ("actions_datedecision_is_append_only", change_a_decision, PERMANENT),
    ("actions_evidence_is_append_only", change_a_piece_of_evidence, PERMANENT),
    ("actions_verification_is_append_only", change_a_verification, PERMANENT),
    ("date_decision_comes_after_the_asking", decide_before_it_is_asked, ASKED_FIRST),
    ("verification_is_of_a_claim", verify_what_is_not_said_to_be_complete, A_CLAIM),
    ("verification_is_of_a_claim", verify_before_the_claim_counts, A_CLAIM),
    ("verification_is_by_somebody_else", verify_ones_own_claim, SOMEBODY_ELSE),
    ("verification_is_by_somebody_else", verify_ones_own_organisations_action, SOMEBODY_ELSE),
    ("verification_is_by_somebody_else", send_ones_own_claim_back, SOMEBODY_ELSE),
]


@pytest.mark.parametrize(
    ("act", "message"),
    [pytest.param(act, message, id=f"{trigger}-{act.__name__}") for trigger, act, message in REFUSED],
)
def test_trigger_refuses_and_says_why(act, message):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()

    assert str(refusal.value).splitlines()[0] == message


def test_database_keeps_one_decision_for_each_date_change():
    change = make_date_change(make_action(), asked_on=DAY)
    insert_decision(change, DAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_decision(change, DAY)

    assert DateDecision.objects.count() == 1


def test_database_keeps_one_verification_for_each_claim():
    claim = claim_of(make_action())
    insert_verification(claim, make_user())

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_verification(claim, make_user())

    assert Verification.objects.count() == 1


# ──── what they let through


def test_trigger_lets_a_date_be_decided_on_the_day_it_was_asked_for():
    insert_decision(make_date_change(make_action(), asked_on=DAY), DAY)

    assert DateDecision.objects.get().decided_on == DAY


def test_trigger_lets_a_contributing_organisation_verify():
    action = make_action()
    organisation = make_organisation(action.plan.partnership)
    action.contributors.add(organisation)
    verifier = make_member(action.plan.partnership, role=Role.VERIFIER, organisation=organisation)

    insert_verification(claim_of(action), verifier)

    assert Verification.objects.get().verified_by == verifier
