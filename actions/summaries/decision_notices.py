"""What somebody else decided about a thing that a person did."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import F

from actions.choices import ReminderKind, Verdict
from actions.models import DateDecision, Verification
from actions.periods import in_full

from .notices import Notice

NEWS_FOR_DAYS = 14


def sent_back_notices(on: date) -> Iterable[Notice]:
    verifications = (
        Verification.objects.filter(verdict=Verdict.SENT_BACK, recorded_at__date__range=_lately(on))
        .filter(
            claim__recorded_by__is_active=True,
            claim__recorded_by__memberships__partnership=F("claim__action__plan__partnership"),
        )
        .select_related("claim__action__plan__partnership", "claim__recorded_by")
    )
    for verification in verifications:
        claim = verification.claim
        yield Notice(
            user=claim.recorded_by,
            kind=ReminderKind.SENT_BACK,
            subject=f"claim {claim.pk}",
            partnership=claim.action.plan.partnership,
            headline=f"{claim.action.ref} was sent back: it is not yet complete",
            actions=(claim.action,),
            detail=f"You said that it was complete. It was sent back on {in_full(verification.verified_on)}.",
            words=verification.reason,
        )


def date_decided_notices(on: date) -> Iterable[Notice]:
    """Of dates that somebody else decided about."""
    decisions = (
        DateDecision.objects.filter(recorded_at__date__range=_lately(on))
        .filter(
            date_change__asked_by__is_active=True,
            date_change__asked_by__memberships__partnership=F("date_change__action__plan__partnership"),
        )
        .exclude(decided_by=F("date_change__asked_by"))
        .select_related("date_change__action__plan__partnership", "date_change__asked_by", "body")
    )
    for decision in decisions:
        change = decision.date_change
        verdict = "agreed" if decision.is_agreed else "refused"
        yield Notice(
            user=change.asked_by,
            kind=ReminderKind.DATE_DECIDED,
            subject=f"date change {change.pk}",
            partnership=change.action.plan.partnership,
            headline=f"The new {change.get_which_display().lower()} you asked for {change.action.ref} was {verdict}",
            actions=(change.action,),
            detail=_what_was_decided(decision),
            words=decision.words,
        )


def _what_was_decided(decision: DateDecision) -> str:
    change = decision.date_change
    body = f" by {decision.body}" if decision.body else ""
    asked = f"{change.to_in_words} instead of {change.from_in_words}"
    stands = "" if decision.is_agreed else " The date stays as it was."
    return f"You asked for {asked}. Decided{body} on {in_full(decision.decided_on)}.{stands}"


def _lately(on: date) -> tuple[date, date]:
    return on - timedelta(days=NEWS_FOR_DAYS), on
