"""Original against agreed dates: one line an action, from the first promise to the one in force."""

import plotly.graph_objects as go

from actions.summaries.slippage import Slip

from .layout import base_layout
from .palette import NOW, QUIET_TEXT

ROW_HEIGHT = 26
MOST = 30


def slippage_chart(slips: list[Slip]) -> go.Figure:
    """The furthest moved on top, at most thirty: the table has them all."""
    shown = slips[:MOST]
    refs = [slip.action.ref for slip in shown]
    originals = [slip.action.original_due_on.isoformat() for slip in shown]
    agreed = [slip.action.due_on.isoformat() for slip in shown]
    figure = go.Figure()
    for ref, first, last in zip(refs, originals, agreed, strict=True):
        figure.add_scatter(
            x=[first, last],
            y=[ref, ref],
            mode="lines",
            line={"color": QUIET_TEXT, "width": 2},
            showlegend=False,
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=originals,
        y=refs,
        mode="markers",
        name="Original due date",
        marker={"symbol": "circle-open", "size": 12, "color": QUIET_TEXT, "line": {"width": 2}},
    )
    figure.add_scatter(
        x=agreed,
        y=refs,
        mode="markers",
        name="Due date agreed since",
        marker=NOW["marker"] | {"size": 12},
    )
    return figure.update_layout(
        base_layout(height=160 + ROW_HEIGHT * len(shown)),
        yaxis={"autorange": "reversed", "type": "category", "automargin": True},
        xaxis={"type": "date"},
    )
