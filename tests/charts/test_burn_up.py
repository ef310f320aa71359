from datetime import date
from itertools import pairwise

from actions.charts.burn_up import burn_up_chart
from actions.choices import PlanKind
from actions.models import Plan
from actions.summaries.burn_up import BurnUp, BurnUpPoint
from actions.summaries.forecast import Forecast, Range

ON = date(2026, 11, 22)


def plan(**fields) -> Plan:
    return Plan(kind=PlanKind.PAP, starts_on=date(2025, 4, 1), ends_on=date(2027, 3, 31), **fields)


def burn_up(**fields) -> BurnUp:
    points = [
        BurnUpPoint(date(2025, 4, 30), 1, 1, 0, 0),
        BurnUpPoint(ON, 23, 20, 14, 8),
        BurnUpPoint(date(2027, 3, 31), 35, 35, None, None),
    ]
    return BurnUp(plan(**fields), ON, points, total=39, undated=4, undated_now=4)


def forecast(low: int, high: int, *, by: date = date(2027, 3, 31)) -> Forecast:
    likely = Range(low, (low + high) // 2, high, futures=1000)
    return Forecast(ON, by=by, furthest=None, total=39, complete=14, range=likely)


def words(figure) -> list[str]:
    return [label.text for label in figure.layout.annotations]


def test_burn_up_chart_ends_the_lines_of_what_was_done_on_the_day_shown():
    lines = {trace.name: (trace.x[-1], trace.y[-1]) for trace in burn_up_chart(burn_up()).data}

    assert lines == {
        "Promised originally": ("2027-03-31", 35),
        "Promised now": ("2027-03-31", 35),
        "Claimed complete": ("2026-11-22", 14),
        "Verified": ("2026-11-22", 8),
    }


def test_burn_up_chart_tells_its_lines_apart_without_colour():
    looks = {(trace.line.dash, trace.line.width, trace.marker.symbol) for trace in burn_up_chart(burn_up()).data}

    assert len(looks) == 4


def test_burn_up_chart_marks_the_day_the_inspection_and_the_plans_end():
    figure = burn_up_chart(burn_up(next_inspection_on=date(2026, 8, 1)))

    assert [shape.x0 for shape in figure.layout.shapes] == ["2026-08-01", "2026-11-22", "2027-03-31"]
    assert words(figure)[:3] == [
        "Monitoring inspection expected: August 2026",
        "Day shown: 22 November 2026",
        "Plan ends: 31 March 2027",
    ]


def test_burn_up_chart_names_each_line_where_it_ends_none_upon_another():
    labels = burn_up_chart(burn_up(), forecast(16, 21)).layout.annotations[2:]

    assert [label.text for label in labels] == [
        "Verified, 8",
        "Claimed complete, 14",
        "Forecast, 16 to 21",
        "Promised now, 35",
        "Promised originally, 35",
    ]
    places = [label.y for label in labels]
    assert min(upper - lower for lower, upper in pairwise(places)) > 2.4


def test_burn_up_chart_draws_the_forecast_as_a_range_on_its_day():
    likely = burn_up_chart(burn_up(), forecast(16, 21)).data[-1]

    assert (likely.x, likely.y) == (("2027-03-31",), (18,))
    assert (likely.error_y.arrayminus, likely.error_y.array) == ((2,), (3,))


def test_burn_up_chart_reaches_to_the_day_of_the_forecast():
    assert burn_up_chart(burn_up()).layout.xaxis.range == ("2025-04-01", "2027-04-07")
    assert burn_up_chart(burn_up(), forecast(16, 21, by=date(2028, 7, 14))).layout.xaxis.range[1] == "2028-07-26"


def test_burn_up_chart_says_a_range_of_one_number_as_one():
    assert burn_up_chart(burn_up(), forecast(18, 18)).data[-1].name == "Forecast, 18"


def test_burn_up_chart_on_a_narrow_screen_has_a_legend_and_short_marks():
    narrow = burn_up_chart(burn_up()).layout.meta["narrow"]

    assert narrow["showlegend"] is True
    assert [label["text"] for label in narrow["annotations"]] == ["Day shown", "Plan ends"]
