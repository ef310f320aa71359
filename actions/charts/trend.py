"""The status mix at each month end or meeting, as stacked bars."""

import plotly.graph_objects as go

from actions.choices import Status
from actions.periods import in_short
from actions.summaries.trend import TrendPoint

from .layout import base_layout, direct_label, named_every, numbers_in_bars, spread
from .palette import STATUS_MARKS

HEIGHT = 400
LINE = 24  # pixels from one label to the next
LABEL_ROOM = 170
MOST_DAYS, MOST_DAYS_ON_A_PHONE = 9, 4


def trend_chart(points: list[TrendPoint]) -> go.Figure:
    """Each part of the last bar is named beside it. On a narrow screen there is no room for that, but for a legend."""
    figure = go.Figure()
    days = ["<br>".join(in_short(point.day).rsplit(" ", 1)) for point in points]
    for status in Status.counted():
        counts = [point.counts[status] for point in points]
        figure.add_bar(
            name=status.label, x=days, y=counts, marker=STATUS_MARKS[status], **numbers_in_bars(counts, status)
        )
    layout = base_layout(height=HEIGHT)
    axis = layout["xaxis"] | {"type": "category"}
    return figure.update_layout(
        layout,
        barmode="stack",
        showlegend=False,
        annotations=_names(points[-1]) if points else [],
        margin=layout["margin"] | {"r": LABEL_ROOM},
        xaxis=axis | named_every(days, most=MOST_DAYS),
        meta={
            "narrow": {
                "showlegend": True,
                "annotations": [],
                "margin": layout["margin"],
                "xaxis": axis | named_every(days, most=MOST_DAYS_ON_A_PHONE),
            }
        },
    )


def _names(last: TrendPoint) -> list[dict]:
    """At the middle of each part, or as near to it as they can all be read."""
    shown = [(status, number) for status, number in last.counts.counted if number]
    middles, height = [], 0
    for _, number in shown:
        middles.append(height + number / 2)
        height += number
    places = spread(middles, gap=LINE * height / HEIGHT, highest=height)
    return [
        direct_label(f"{status.label}, {number}", x=1, xref="paper", y=place)
        for (status, number), place in zip(shown, places, strict=True)
    ]
