"""What can happen to a promise: a story is the happenings of one action, each so many days after the one before."""

from dataclasses import dataclass

from hypothesis import strategies as st

from actions.choices import PromisedDate, Status, Verdict
from tests.histories import day


@dataclass(frozen=True)
class Says:
    status: Status
    speaks_of_more_time: bool = False
    review_in: int | None = None


@dataclass(frozen=True)
class Confirms:
    pass


@dataclass(frozen=True)
class Asks:
    """`decided_in` days it is agreed or refused; None while it waits."""

    which: PromisedDate
    moves_by: int
    decided_in: int | None
    is_agreed: bool = True


@dataclass(frozen=True)
class Shows:
    pass


@dataclass(frozen=True)
class Reviews:
    """Where a claim stands that nobody has looked at; else nothing."""

    verdict: Verdict
    then: Status


shifts = st.integers(-60, 300).filter(bool)
happenings = st.one_of(
    st.builds(Says, st.sampled_from(Status), st.booleans(), st.none() | st.integers(0, 60)),
    st.just(Says(Status.COMPLETE)),
    st.builds(Confirms),
    st.builds(Asks, st.just(PromisedDate.DUE), shifts, st.none() | st.integers(0, 50), st.booleans()),
    st.builds(Asks, st.just(PromisedDate.START), shifts, st.none() | st.integers(0, 50), st.booleans()),
    st.builds(Shows),
    st.builds(Reviews, st.sampled_from(Verdict), st.sampled_from([Status.ON_TRACK, Status.DELAYED])),
)


@dataclass(frozen=True)
class Story:
    joins: int
    starts: int | None
    due: int | None
    happenings: tuple[tuple[int, object], ...]


def _story(joins: int, starts: int | None, lasts: int | None, told) -> Story:
    return Story(joins, starts, None if lasts is None else (starts or joins) + lasts, tuple(told))


stories = st.lists(
    st.builds(
        _story,
        joins=st.sampled_from([0, 0, 40]),
        starts=st.none() | st.integers(0, 120),
        lasts=st.none() | st.integers(0, 200),
        told=st.lists(st.tuples(st.integers(0, 40), happenings), max_size=9),
    ),
    min_size=1,
    max_size=3,
)
some_days = st.lists(st.integers(-5, 450).map(day), min_size=3, max_size=6)
