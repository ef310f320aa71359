"""What a second person said of a claim that an action is complete."""

from actions.choices import Verdict
from actions.models import Verification

from .histories import Reporting, Said
from .rhythm import recorded_at, review_day


def record_reviews(histories: list[list[Said]], reporting: Reporting) -> int:
    """Every word on a claim, oldest first. How many there were."""
    said = [said for history in histories for said in history]
    reviews = [_verified(one, reporting) for one in said if one.telling and one.telling.verified_in]
    reviews += [_sent_back(one) for one in said if one.claim]
    reviews.sort(key=lambda review: (review.verified_on, review.recorded_at))
    Verification.objects.bulk_create(reviews)
    return len(reviews)


def _verified(said: Said, reporting: Reporting) -> Verification:
    day = review_day(said.telling.verified_in)
    return Verification(
        claim=said.update,
        verdict=Verdict.VERIFIED,
        verified_on=day,
        verified_by=reporting.reviewer_of(said.update),
        recorded_at=recorded_at(day, said.number),
    )


def _sent_back(said: Said) -> Verification:
    return Verification(
        claim=said.claim,
        verdict=Verdict.SENT_BACK,
        reason=said.telling.words["reason"],
        verified_on=said.update.effective_on,
        verified_by=said.update.recorded_by,
        recorded_at=said.update.recorded_at,
    )
