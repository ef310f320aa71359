"""The status mix at each month end, as stacked bars."""

import plotly.graph_objects as go

from actions.choices import Status
from actions.periods import in_short
from actions.summaries.trend import MonthEnd

from .layout import base_layout
from .palette import STATUS_MARKS


def trend_chart(months: list[MonthEnd]) -> go.Figure:
    figure = go.Figure()
    days = [in_short(month.day) for month in months]
    for status in Status.counted():
        counts = [month.counts[status] for month in months]
        figure.add_bar(name=status.label, x=days, y=counts, marker=STATUS_MARKS[status])
    figure.update_layout(base_layout(), barmode="stack")
    return figure.update_xaxes(type="category")
