from actions.charts.palette import STATUS_MARKS
from actions.charts.status_bars import status_bars
from actions.choices import Status

MAY = {Status.COMPLETE: 11, Status.ON_TRACK: 51, Status.NOT_STARTED: 31, Status.DELAYED: 0}
JULY = {Status.COMPLETE: 18, Status.ON_TRACK: 46, Status.NOT_STARTED: 22, Status.DELAYED: 8}


def test_status_bars_stand_in_the_order_given_with_their_numbers_and_patterns():
    chart = status_bars([("15 May 2019", MAY), ("10 July 2019", JULY)])

    assert [bar.name for bar in chart.data] == [status.label for status in Status.counted()]
    assert [bar.x for bar in chart.data] == [(11, 18), (51, 46), (31, 22), (0, 8)]
    assert chart.data[3].text == ("", "8")
    assert {bar.y for bar in chart.data} == {("15 May 2019", "10 July 2019")}
    assert [bar.marker.pattern.shape for bar in chart.data] == [
        STATUS_MARKS[status]["pattern"]["shape"] for status in Status.counted()
    ]
    assert chart.layout.barmode == "stack"


def test_status_bars_leave_markup_in_a_name_as_words():
    chart = status_bars([("<b>Access</b>", JULY)])

    assert chart.data[0].y == ("&lt;b&gt;Access&lt;/b&gt;",)
