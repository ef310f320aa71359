"""What each person should be told by e-mail on a day, and was not told before."""

from datetime import date

from actions.models import Partnership, Plan

from .decision_notices import date_decided_notices, sent_back_notices
from .notices import Digest, digests_of, switched_off
from .round_notices import round_notices


def reminders(*, on: date) -> list[Digest]:
    """Six queries, and at most six more for each partnership whose plan runs on that day."""
    off = switched_off()
    running = Partnership.objects.filter(plans__in=Plan.objects.running_on(on)).distinct()
    rounds = [notice for partnership in running for notice in round_notices(partnership, on, off)]
    return digests_of([*rounds, *sent_back_notices(on), *date_decided_notices(on)])
