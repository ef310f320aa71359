from datetime import date, timedelta
from itertools import pairwise

from actions.charts.trend import trend_chart
from actions.choices import Status
from actions.periods import month_ends
from actions.summaries.status_ledger import StatusCounts
from actions.summaries.trend import TrendPoint


def points(number: int) -> list[TrendPoint]:
    counts = StatusCounts({Status.COMPLETE: 18, Status.ON_TRACK: 46, Status.NOT_STARTED: 1, Status.DELAYED: 1})
    first = date(2019, 4, 1)
    return [TrendPoint(day, counts) for day in month_ends(first, first + timedelta(days=31 * number))[:number]]


def test_trend_chart_writes_each_number_in_its_part_and_no_zero():
    counts = StatusCounts({Status.COMPLETE: 2})

    figure = trend_chart([TrendPoint(date(2019, 4, 30), counts)])

    assert {trace.name: trace.text for trace in figure.data} == {
        "Complete": ("2",),
        "On track": ("",),
        "Not started": ("",),
        "Delayed or at risk": ("",),
    }


def test_trend_chart_names_the_parts_of_its_last_bar_none_upon_another():
    labels = trend_chart(points(3)).layout.annotations

    places = [label.y for label in labels]
    assert [label.text for label in labels] == [
        "Complete, 18",
        "On track, 46",
        "Not started, 1",
        "Delayed or at risk, 1",
    ]
    assert min(upper - lower for lower, upper in pairwise(places)) > 3.9


def test_trend_chart_on_a_narrow_screen_has_a_legend_instead():
    layout = trend_chart(points(3)).layout

    assert (layout.showlegend, layout.meta["narrow"]["showlegend"]) == (False, True)
    assert layout.meta["narrow"]["annotations"] == []


def test_trend_chart_names_only_as_many_days_as_fit_and_always_the_last():
    axis = trend_chart(points(21)).layout.xaxis

    assert axis.tickvals[-1] == "31 Dec<br>2020"
    assert len(axis.tickvals) == 7


def test_trend_chart_of_nothing_is_empty():
    assert [trace.x for trace in trend_chart([]).data] == [()] * 4
