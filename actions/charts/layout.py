"""What all our charts share: quiet, still and readable."""

import textwrap
from html import escape
from math import ceil

from actions.choices import Status

from .palette import PAPER, QUIET_TEXT, RULE, STATUS_TEXT, TEXT

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
        "uniformtext": {"minsize": 11, "mode": "hide"},  # a number that does not fit is in the table
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


def numbers_in_bars(counts: list[int], status: Status) -> dict:
    """The number of each part, written in it."""
    return {
        "text": [str(count) if count else "" for count in counts],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": STATUS_TEXT[status],
    }


def direct_label(text: str, **place) -> dict:
    """Words beside what they name, to the right of it."""
    look = {"showarrow": False, "xanchor": "left", "align": "left", "font": FONT, "bgcolor": PAPER, "borderpad": 1}
    return {"text": escape(text, quote=False), **look, **place}


def named_every(labels: list[str], *, most: int) -> dict:
    """The words of an axis: evenly spaced, upright, no more than there is room for, and always the last."""
    step = ceil(len(labels) / most) or 1
    return {"tickmode": "array", "tickvals": labels[::-1][::step][::-1], "tickangle": 0}


def spread(places: list[float], *, gap: float, highest: float) -> list[float]:
    """The same places in the same order, moved apart until labels there do not overlap. Lowest first, from nought."""
    apart: list[float] = []
    for place in places:
        apart.append(max(place, apart[-1] + gap if apart else 0))
    for number in reversed(range(len(apart))):
        limit = apart[number + 1] - gap if number + 1 < len(apart) else highest
        apart[number] = min(apart[number], limit)
    return apart


def label_in_lines(text: str, *, width: int = 26) -> str:
    """A long label over several lines. Plotly reads labels as markup, so the text is escaped."""
    return "<br>".join(escape(line, quote=False) for line in textwrap.wrap(text, width))
