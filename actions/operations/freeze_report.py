"""Freezing: a progress report gets its number and its figures, and the plan's books close through its day."""

from collections.abc import Callable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from actions.models import ProgressReport, User
from actions.periods import in_full


class FiguresChanged(Exception):
    """Somebody recorded something, or edited the draft, after the preview: look again before it is for ever."""


@transaction.atomic
def freeze_report(
    *,
    report: ProgressReport,
    by: User,
    content: Callable[[ProgressReport], dict],
    seen: str = "",
    clock: Callable[[], datetime] = timezone.now,
) -> ProgressReport:
    """`content` gathers what the report says: `summaries.report_content.content_of`, which this floor may not import.

    It is asked once nobody else can write to any plan of the partnership, and so is the `clock`: whatever
    it counted was recorded by then, and whatever is recorded later has a later moment. `seen` is the
    fingerprint of the preview: FiguresChanged where it would no longer be that. A second press finds
    the frozen report. ValidationError for a day to come or before the last frozen report's.
    """
    report.plan.partnership.bump_revisions()
    report = ProgressReport.objects.select_related("plan__partnership", "meeting__body", "compared_with").get(
        pk=report.pk
    )
    if report.is_frozen:
        return report
    report.begin_freezing(by=by, at=clock())
    if report.as_at_on > report.frozen_on:
        raise ValidationError(
            {"as_at_on": f"Choose {in_full(report.frozen_on)} or earlier: nobody can tell yet how things will stand."}
        )
    report.seal(content(report))
    if seen and seen != report.sha256:
        raise FiguresChanged
    report.full_clean(exclude=["plan", "drafted_by", "edited_by", "frozen_by"])
    report.save()
    return report
