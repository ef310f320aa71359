"""Each priority's status mix, one bar a priority."""

import plotly.graph_objects as go

from actions.choices import Status
from actions.summaries.plan_summary import Group

from .layout import base_layout, label_in_lines, numbers_in_bars
from .palette import STATUS_MARKS


def priority_bars(groups: list[Group]) -> go.Figure:
    """Top to bottom in the plan's own order, with the number written in each part."""
    figure = go.Figure()
    names = [label_in_lines(str(group.record)) for group in groups]
    for status in Status.counted():
        counts = [group.counts[status] for group in groups]
        figure.add_bar(
            name=status.label,
            orientation="h",
            y=names,
            x=counts,
            marker=STATUS_MARKS[status],
            **numbers_in_bars(counts, status),
        )
    figure.update_layout(base_layout(height=120 + 56 * len(groups), is_horizontal=True), barmode="stack")
    return figure.update_yaxes(autorange="reversed")
