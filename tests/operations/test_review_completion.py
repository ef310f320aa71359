"""A second person from elsewhere looks at a claim, once, and what they say stands."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from actions.choices import DelayReason, Role, Status, Verdict
from actions.models import Action, Plan, StatusUpdate, Verification
from actions.operations.review_completion import review_completion
from tests.factories import make_action, make_member, make_update, make_user

pytestmark = pytest.mark.django_db

CLAIMED_ON, TODAY = date(2019, 6, 3), date(2019, 7, 10)


def make_claim(action: Action | None = None, **fields) -> StatusUpdate:
    return make_update(action or make_action(), Status.COMPLETE, CLAIMED_ON, **fields)


def review(claim: StatusUpdate, **fields) -> Verification:
    usual = {"by": fields.pop("by", None) or make_user(), "verdict": Verdict.VERIFIED, "on": TODAY}
    return review_completion(claim=claim, **usual | fields)


def statuses(claim: StatusUpdate) -> list[str]:
    return [update.status for update in claim.action.updates.oldest_first()]


def test_verified_claim_is_verified_from_that_day_on():
    claim, verifier = make_claim(), make_user()

    verification = review(claim, by=verifier, reason="The page is there.")

    assert (verification.verified_by, verification.verified_on, verification.reason) == (
        verifier,
        TODAY,
        "The page is there.",
    )
    verified = {on: Action.objects.as_at(on).get().is_verified for on in [date(2019, 7, 9), TODAY]}
    assert verified == {date(2019, 7, 9): False, TODAY: True}
    assert statuses(claim) == [Status.COMPLETE]


def test_sent_back_writes_the_update_with_its_reason():
    claim, verifier = make_claim(), make_user()

    review(claim, by=verifier, verdict=Verdict.SENT_BACK, reason="The page is empty.")

    update = claim.action.latest_update(TODAY)
    assert (update.status, update.status_before, update.effective_on, update.recorded_by) == (
        Status.ON_TRACK,
        Status.COMPLETE,
        TODAY,
        verifier,
    )
    assert (update.progress, update.delay_reason, update.reason, update.review_on) == (
        "Sent back: The page is empty.",
        "",
        "",
        None,
    )


def test_sent_back_as_delayed_says_why_and_when_to_look_again():
    claim = make_claim()

    review(
        claim,
        verdict=Verdict.SENT_BACK,
        reason="The page is empty.",
        then=Status.DELAYED,
        review_on=date(2019, 9, 2),
    )

    update = claim.action.latest_update(TODAY)
    assert (update.status, update.delay_reason, update.reason, update.review_on) == (
        Status.DELAYED,
        DelayReason.OTHER,
        "The page is empty.",
        date(2019, 9, 2),
    )


def test_sent_back_and_claimed_again_may_be_verified():
    claim = make_claim()
    review(claim, verdict=Verdict.SENT_BACK, reason="The page is empty.")
    again = make_update(claim.action, Status.COMPLETE, TODAY)

    review(again)

    assert Action.objects.as_at(TODAY).get().is_verified is True


def test_review_bumps_the_revision_of_the_plan():
    claim = make_claim()
    before = Plan.objects.get().revision

    review(claim)

    assert Plan.objects.get().revision == before + 1


# ──── who may not, and when not


def own_claim(claim: StatusUpdate):
    return {"by": claim.recorded_by}


def own_organisations_action(claim: StatusUpdate):
    action = claim.action
    return {"by": make_member(action.plan.partnership, role=Role.VERIFIER, organisation=action.lead_organisation)}


def programme_manager_of_the_lead(claim: StatusUpdate):
    action = claim.action
    lead = action.lead_organisation
    return {"by": make_member(action.plan.partnership, role=Role.PROGRAMME_MANAGER, organisation=lead)}


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("who", [own_claim, own_organisations_action, programme_manager_of_the_lead])
def test_review_of_ones_own_is_refused_and_writes_nothing(who, verdict):
    claim = make_claim()

    with pytest.raises(ValidationError) as refusal:
        review(claim, verdict=verdict, reason="It is done.", **who(claim))

    assert refusal.value.messages == ["A claim is verified by somebody else, who is not of the lead organisation."]
    assert (Verification.objects.count(), statuses(claim)) == (0, [Status.COMPLETE])


def test_review_for_a_second_time_is_refused():
    claim = make_claim()
    review(claim)

    with pytest.raises(ValidationError, match="somebody has looked at it before"):
        review(claim, verdict=Verdict.SENT_BACK, reason="The page is empty.")

    assert (Verification.objects.get().verdict, statuses(claim)) == (Verdict.VERIFIED, [Status.COMPLETE])


def test_review_of_a_claim_that_no_longer_stands_is_refused():
    claim = make_claim()
    make_update(claim.action, Status.DELAYED, TODAY)

    with pytest.raises(ValidationError, match="This claim no longer stands"):
        review(claim)

    assert Verification.objects.count() == 0


def test_review_of_a_claim_that_was_confirmed_since_still_counts():
    claim = make_claim()
    claim.action.confirm(by=make_user(), effective_on=TODAY)

    review(claim)

    assert Action.objects.as_at(TODAY).get().is_verified is True


def test_review_of_what_nobody_claims_is_refused():
    update = make_update(make_action(), Status.ON_TRACK, CLAIMED_ON)

    with pytest.raises(ValidationError, match="Only a claim that an action is complete"):
        review(update)

    assert Verification.objects.count() == 0


@pytest.mark.parametrize(
    "failing",
    [
        {"verdict": Verdict.SENT_BACK},
        {"verdict": "doubted"},
        {"verdict": Verdict.SENT_BACK, "reason": "The page is empty.", "then": "paused"},
    ],
)
def test_review_that_is_not_valid_leaves_nothing_behind(failing):
    claim = make_claim()

    with pytest.raises(ValidationError):
        review(claim, **failing)

    assert (Verification.objects.count(), statuses(claim)) == (0, [Status.COMPLETE])
