"""Burn-up: promised first, promised now, claimed and verified, as lines that each are named where they end."""

from datetime import date

import plotly.graph_objects as go

from actions.periods import in_full
from actions.summaries.burn_up import BurnUp
from actions.summaries.forecast import Forecast

from .layout import base_layout, direct_label, spread
from .palette import CLAIMED, NOW, ORIGINALLY, QUIET_TEXT, TEXT, VERIFIED

HEIGHT = 460
TOP = 84  # room for three marks, one above the other
LINE = 22
LABEL_ROOM = 190
NEAR = 0.2  # of the width: labels that begin so near to each other could overlap
LINES = {
    "Promised originally": ("promised_originally", ORIGINALLY),
    "Promised now": ("promised_now", NOW),
    "Claimed complete": ("claimed", CLAIMED),
    "Verified": ("verified", VERIFIED),
}


def burn_up_chart(burn_up: BurnUp, forecast: Forecast | None = None) -> go.Figure:
    """With the range of the forecast on the day it is for, where there is one."""
    figure = go.Figure()
    ends = []
    for name, (field, look) in LINES.items():
        points = [(point.day, number) for point in burn_up.points if (number := getattr(point, field)) is not None]
        days, numbers = [day.isoformat() for day, _ in points], [number for _, number in points]
        figure.add_scatter(name=name, x=days, y=numbers, mode="lines+markers", cliponaxis=False, **look)
        ends.append((*points[-1], f"{name}, {numbers[-1]}"))
    if forecast and forecast.range:
        _add_range(figure, forecast)
        ends.append((forecast.by, forecast.range.middle, _range_name(forecast)))
    layout = base_layout(height=HEIGHT)
    margin = layout["margin"] | {"t": TOP}
    marks = _marks(burn_up)
    return figure.update_layout(
        layout,
        showlegend=False,
        shapes=[_upright(day) for day, *_ in marks],
        annotations=_mark_names(burn_up, marks) + _end_names(burn_up, ends),
        margin=margin | {"r": LABEL_ROOM},
        xaxis=layout["xaxis"] | {"type": "date", "range": _from_to(burn_up, ends)},
        yaxis=layout["yaxis"] | {"range": [0, 1.05 * _highest(burn_up)]},
        meta={
            "narrow": {
                "showlegend": True,
                "annotations": _mark_names(burn_up, marks, with_dates=False),
                "margin": margin,
            }
        },
    )


def _highest(burn_up: BurnUp) -> int:
    """All actions: no line and no forecast goes higher, so what is still missing is seen."""
    return max(1, burn_up.total)


def _range_name(forecast: Forecast) -> str:
    low, high = forecast.range.low, forecast.range.high
    return f"Forecast, {low} to {high}" if low < high else f"Forecast, {low}"


def _add_range(figure: go.Figure, forecast: Forecast) -> None:
    likely = forecast.range
    figure.add_scatter(
        name=_range_name(forecast),
        x=[forecast.by.isoformat()],
        y=[likely.middle],
        mode="markers",
        cliponaxis=False,
        marker={"symbol": "x-thin", "size": 9, "line": {"width": 2, "color": TEXT}},
        error_y={
            "array": [likely.high - likely.middle],
            "arrayminus": [likely.middle - likely.low],
            "color": TEXT,
            "thickness": 2.5,
            "width": 9,
        },
    )


def _from_to(burn_up: BurnUp, ends: list[tuple[date, int, str]]) -> list[str]:
    """The whole plan and on to the day of the forecast, with room for what is drawn on the last day."""
    first, last = burn_up.plan.starts_on, max(day for day, *_ in ends)
    return [first.isoformat(), (last + (last - first) / 100).isoformat()]


def _marks(burn_up: BurnUp) -> list[tuple[date, str, str]]:
    """The days to know, in order: what each is, and its date in words."""
    plan = burn_up.plan
    marks = [(burn_up.on, "Day shown", in_full(burn_up.on)), (plan.ends_on, "Plan ends", in_full(plan.ends_on))]
    if plan.next_inspection_on:
        marks.append(
            (plan.next_inspection_on, f"{plan.next_inspection_label} expected", f"{plan.next_inspection_on:%B %Y}")
        )
    first, last = burn_up.points[0].day, burn_up.points[-1].day
    return sorted(mark for mark in marks if first <= mark[0] <= last)


def _upright(day: date) -> dict:
    line = {"color": QUIET_TEXT, "width": 1.5, "dash": "dot"}
    return {
        "type": "line",
        "x0": day.isoformat(),
        "x1": day.isoformat(),
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": line,
    }


def _mark_names(burn_up: BurnUp, marks: list[tuple[date, str, str]], *, with_dates: bool = True) -> list[dict]:
    """Each on a line of its own above the drawing, turned inwards, so that none meets another or is cut off."""
    first, last = burn_up.points[0].day, burn_up.points[-1].day
    return [
        direct_label(
            f"{words}: {in_words}" if with_dates else words,
            x=day.isoformat(),
            xanchor="left" if day - first < last - day else "right",
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=4 + LINE * row,
        )
        for row, (day, words, in_words) in enumerate(marks)
    ]


def _end_names(burn_up: BurnUp, ends: list[tuple[date, int, str]]) -> list[dict]:
    """Each beside its end, those of done actions just below, where the forecast cannot lie; none upon another."""
    highest = _highest(burn_up)
    line = LINE * highest / (HEIGHT - TOP - LINE)
    labels = []
    for column in _columns(burn_up, ends):
        wanted = sorted((number - line / 2 * (day == burn_up.on), name, day) for day, number, name in column)
        places = spread([place for place, *_ in wanted], gap=line, highest=highest)
        for (_, name, day), place in zip(wanted, places, strict=True):
            labels.append(direct_label(name, x=day.isoformat(), y=place, xshift=10))
    return labels


def _columns(burn_up: BurnUp, ends: list[tuple[date, int, str]]) -> list[list]:
    """Labels that begin near each other."""
    width = burn_up.points[-1].day - burn_up.plan.starts_on
    columns: list[list] = []
    for end in sorted(ends):
        if columns and end[0] - columns[-1][-1][0] < width * NEAR:
            columns[-1].append(end)
        else:
            columns.append([end])
    return columns
