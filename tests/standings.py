"""Plain standings, as rag.py and flags.py take them: no database in sight."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from actions.choices import Status

ON = date(2020, 6, 15)
YESTERDAY, TOMORROW = ON - timedelta(days=1), ON + timedelta(days=1)
LONG_AGO, FAR_AHEAD = date(2019, 4, 1), date(2020, 12, 31)


@dataclass(frozen=True)
class Standing:
    """On track, begun, due far ahead and confirmed yesterday: nothing to notice."""

    status: Status = Status.ON_TRACK
    added_on: date = LONG_AGO
    start_on: date | None = LONG_AGO
    original_due_on: date | None = FAR_AHEAD
    agreed_due_on: date | None = None
    due_move_count: int = 0
    confirmed_on: date | None = YESTERDAY
    review_on: date | None = None
    says_extended: bool = False
    has_evidence: bool = True
    is_verified: bool = True

    @property
    def due_on(self) -> date | None:
        return self.agreed_due_on or self.original_due_on


@dataclass(frozen=True)
class Patience:
    tolerance_days: int = 92
    confirm_within_days: int = 35


LAST_TOLERATED = ON - timedelta(days=92)


standings = st.builds(
    Standing,
    status=st.sampled_from(Status),
    added_on=st.just(LONG_AGO),
    start_on=st.none() | st.dates(LONG_AGO, FAR_AHEAD),
    original_due_on=st.none() | st.dates(LONG_AGO, FAR_AHEAD),
    confirmed_on=st.none() | st.dates(LONG_AGO, ON),
    review_on=st.none() | st.dates(LONG_AGO, FAR_AHEAD),
    says_extended=st.booleans(),
    has_evidence=st.booleans(),
    is_verified=st.booleans(),
)
moved_standings = st.builds(
    replace, standings, agreed_due_on=st.dates(LONG_AGO, date(2022, 12, 31)), due_move_count=st.integers(1, 5)
)
