"""What all our charts share: quiet, still and readable."""

import textwrap
from html import escape

from .palette import PAPER, QUIET_TEXT, RULE, TEXT

FAMILY = '"Segoe UI", system-ui, -apple-system, roboto, "Helvetica Neue", arial, sans-serif'
FONT = {"family": FAMILY, "size": 14, "color": TEXT}
CLEAR = "rgba(0,0,0,0)"


def base_layout(*, height: int = 360, is_horizontal: bool = False) -> dict:
    """Nothing zooms, drags or can be switched off: what a reader sees is what the table under it says.

    The lines to read a value by run across its axis: the upright one, or with horizontal bars the other.
    """
    return {
        "template": {"layout": {"xaxis": _TITLE, "yaxis": _TITLE}},
        "height": height,
        "autosize": True,
        "dragmode": False,
        "hovermode": "closest",
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": FONT,
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": TEXT, "font": FONT},
        "margin": {"l": 0, "r": 8, "t": 8, "b": 0},
        "bargap": 0.25,
        "legend": _LEGEND,
        "xaxis": _AXIS | {"showgrid": is_horizontal},
        "yaxis": _AXIS | {"showgrid": not is_horizontal},
    }


_TITLE = {"title": {"standoff": 12, "font": FONT}}
_AXIS = {"automargin": True, "fixedrange": True, "gridcolor": RULE, "linecolor": QUIET_TEXT, "zeroline": False}
_LEGEND = {
    "orientation": "h",
    "x": 0,
    "xanchor": "left",
    "y": 1.02,
    "yanchor": "bottom",
    "traceorder": "normal",
    "itemclick": False,
    "itemdoubleclick": False,
}


def label_in_lines(text: str, *, width: int = 26) -> str:
    """A long label over several lines. Plotly reads labels as markup, so the text is escaped."""
    return "<br>".join(escape(line, quote=False) for line in textwrap.wrap(text, width))
