"""A second person from elsewhere looks at a claim of completion: verified, or sent back with a reason."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from actions.choices import DelayReason, Status, Verdict
from actions.models import StatusUpdate, User, Verification


@transaction.atomic
def review_completion(
    *,
    claim: StatusUpdate,
    by: User,
    verdict: Verdict,
    on: date,
    reason: str = "",
    then: Status = Status.ON_TRACK,
    review_on: date | None = None,
) -> Verification:
    """Sent back, the action is on track or delayed again, by an update that gives the reason.

    `on` is today; where a frozen report has closed it, the word counts from tomorrow.
    ValidationError for one's own claim or one's own organisation's action, and where the claim no
    longer stands or was looked at before.
    """
    action = claim.action
    action.plan.bump_revision()
    if action.last_movement() != claim or Verification.objects.filter(claim=claim).exists():
        raise ValidationError("This claim no longer stands, or somebody has looked at it before. Look at the action.")
    on = action.plan.first_open_day(on)
    verification = Verification(claim=claim, verdict=verdict, reason=reason, verified_on=on, verified_by=by)
    verification.full_clean(exclude=["claim", "verified_by"])
    verification.save()
    if verdict == Verdict.SENT_BACK:
        _reopen(claim, by=by, on=on, reason=reason, then=then, review_on=review_on)
    return verification


def _reopen(claim: StatusUpdate, *, by: User, on: date, reason: str, then: Status, review_on: date | None) -> None:
    is_delayed = then == Status.DELAYED
    claim.action.record_update(
        by=by,
        status=then,
        effective_on=on,
        progress=f"Sent back: {reason}",
        delay_reason=DelayReason.OTHER if is_delayed else "",
        reason=reason if is_delayed else "",
        review_on=review_on if is_delayed else None,
    )
