"""Status mixes as stacked bars, one below the other."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from actions.choices import Status

from .layout import base_layout, label_in_lines, numbers_in_bars
from .palette import STATUS_MARKS


def status_bars(bars: Sequence[tuple[str, Mapping[Status, int]]]) -> go.Figure:
    """Top to bottom in the order given, with the number written in each part."""
    figure = go.Figure()
    names = [label_in_lines(name) for name, _ in bars]
    for status in Status.counted():
        numbers = [counts[status] for _, counts in bars]
        figure.add_bar(
            name=status.label,
            orientation="h",
            y=names,
            x=numbers,
            marker=STATUS_MARKS[status],
            **numbers_in_bars(numbers, status),
        )
    figure.update_layout(base_layout(height=120 + 56 * len(bars), is_horizontal=True), barmode="stack")
    return figure.update_yaxes(autorange="reversed")
