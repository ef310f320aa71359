"""The forecast's simulation, held against invented plans whose pace is known."""

from datetime import date
from itertools import count, islice, product
from math import inf, sqrt
from statistics import NormalDist, mean

import pytest

from actions.summaries.forecast import COMPLETIONS_NEEDED, range_of
from actions.summaries.simulation import Course, draws_for, simulate, stages_of
from tests.histories import day
from tests.synthetic_plans import PACES, as_known_on, complete_by, dice, lived

PLANS, ACTIONS, SEED = 400, 60, 20190710
SHARE = 0.8
SURE = 0.99  # how sure a test is that it does not fail by bad luck


def course(due: int | None, done: int | None = None, *, joins: int = 0) -> Course:
    return Course(day(joins), None if due is None else day(due), None if done is None else day(done))


def is_held(plan: list[Course], on: date, by: date) -> bool | None:
    """Whether the range drawn on that day holds what was complete by the other; None where it was too early to draw."""
    known = as_known_on(plan, on)
    if sum(course.completed_on is not None for course in known) < COMPLETIONS_NEEDED:
        return None
    likely = range_of(simulate(known, on=on, by=by, draws=150))
    return likely.low <= complete_by(plan, by, joined_by=on) <= likely.high


def test_range_holds_the_true_number_8_times_in_10():
    """No less often and no more often than luck over so many plans explains."""
    random, held = dice(SEED), []
    for pace, (on, by) in product(PACES.values(), [(250, 400), (450, 630)]):
        plans = (lived(pace, actions=ACTIONS, random=random) for _ in count())
        drawn = (is_held(plan, day(on), day(by)) for plan in plans)
        held += islice((answer for answer in drawn if answer is not None), PLANS // 4)

    luck = NormalDist().inv_cdf((1 + SURE) / 2) * sqrt(SHARE * (1 - SHARE) / PLANS)
    assert SHARE - luck <= mean(held) <= SHARE + luck, f"{PLANS} plans from seed {SEED} held {mean(held):.1%}"


def test_range_is_never_lower_for_a_later_day():
    known = as_known_on(lived(PACES["stuck"], actions=ACTIONS, random=dice(SEED)), day(300))

    ranges = [range_of(simulate(known, on=day(300), by=day(by))) for by in (301, 310, 350, 400, 500, 600)]

    for ends in ([r.low for r in ranges], [r.middle for r in ranges], [r.high for r in ranges]):
        assert ends == sorted(ends)
    assert ranges[0].high < ranges[-1].low


def test_simulation_draws_the_same_lots_each_time():
    known = as_known_on(lived(PACES["steady"], actions=ACTIONS, random=dice(SEED)), day(300))

    assert simulate(known, on=day(300), by=day(400)) == simulate(known[::-1], on=day(300), by=day(400))


def test_simulation_leaves_what_is_complete_complete():
    known = [course(30 * number, 30 * number + 5) for number in range(1, 11)]

    assert set(simulate(known, on=day(400), by=day(800))) == {10}


def test_actions_stuck_for_long_are_not_expected_to_finish_like_the_others():
    """Ten were done within a week of their date; ten others are open 300 days after it, as nothing ever was."""
    prompt = [course(30, 30 + number % 7) for number in range(10)]
    late = [course(30) for _ in range(10)]

    likely = range_of(simulate([*prompt, *late], on=day(330), by=day(360)))

    assert (likely.low, likely.high) == (10, 10)


def test_stages_count_completions_and_the_days_of_all_actions_in_them():
    done = [course(100, 100 + late) for late in (-10, -10, -10, -10, 20, 20, 20, 20)]
    still_open = [course(100, joins=50), course(None, joins=50)]

    stages = stages_of([*done, *still_open], on=day(150))

    assert [(stage.after, stage.until, stage.completions, stage.days) for stage in stages] == [
        (-inf, -10, 4, 8 * 90 + 40),
        (-10, 20, 4, 4 * 30 + 30),
        (20, inf, 0, 30),
        (None, None, 0, 100),
    ]


def test_stages_say_in_words_what_they_are():
    done = [course(100, 100 + late) for late in (-10, -10, -10, -10, 0, 0, 0, 0, 1, 1, 1, 1)]

    assert [stage.in_words for stage in stages_of(done, on=day(150))] == [
        "Up to 10 days before",
        "From 9 days before to the day itself",
        "From 1 day after to 1 day after",
        "Later than 1 day after",
        "Promised without a due date",
    ]


def test_stages_of_a_plan_that_finished_nothing_are_two():
    stages = stages_of([course(100), course(None)], on=day(50))

    assert [(stage.in_words, stage.within_a_month) for stage in stages] == [
        ("Any", "0%"),
        ("Promised without a due date", "0%"),
    ]


def test_simulation_of_a_plan_that_finished_nothing_expects_little():
    assert range_of(simulate([course(100), course(None)], on=day(50), by=day(60))).low == 0


@pytest.mark.parametrize(("actions", "draws"), [(0, 1000), (94, 1000), (500, 400), (2000, 200)])
def test_simulation_draws_fewer_futures_the_larger_the_plan(actions, draws):
    assert draws_for(actions) == draws


def test_range_has_a_tenth_of_the_futures_on_either_side():
    likely = range_of(list(range(1, 101)))

    assert (likely.low, likely.middle, likely.high) == (11, 50, 90)


def test_range_of_one_number_is_said_as_one():
    assert range_of([7, 7, 7]).in_words == "7"
    assert range_of([7, 8, 9]).in_words == "between 7 and 9"


def test_dates_of_a_course_are_plain_dates():
    assert course(3, 5) == Course(date(2019, 4, 1), date(2019, 4, 4), date(2019, 4, 6))
