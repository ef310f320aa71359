"""Each priority's status mix, one bar a priority."""

import plotly.graph_objects as go

from actions.summaries.plan_summary import Group

from .status_bars import status_bars


def priority_bars(groups: list[Group]) -> go.Figure:
    """Top to bottom in the plan's own order."""
    return status_bars([(str(group.record), group.counts) for group in groups])
