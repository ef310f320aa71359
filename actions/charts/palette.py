"""How each status looks in a chart. The same colours stand in static/css/tokens.css; a test compares them.

Colour never speaks alone: every status has its own pattern too, so a black and white print still reads.
"""

from actions.choices import Status

TEXT = "#0b0c0c"
QUIET_TEXT = "#484949"
RULE = "#cecece"
PAPER = "#ffffff"

STATUS_COLOURS = {
    Status.COMPLETE: "#12436d",
    Status.ON_TRACK: "#28795a",
    Status.NOT_STARTED: "#f1f2f3",
    Status.DELAYED: "#f2a33a",
    Status.CLOSED: "#ffffff",
}
STATUS_EDGES = {
    Status.COMPLETE: "#12436d",
    Status.ON_TRACK: "#28795a",
    Status.NOT_STARTED: "#595f64",
    Status.DELAYED: "#9a5b00",
    Status.CLOSED: "#595f64",
}
_PATTERNS = {
    Status.COMPLETE: {"shape": ""},
    Status.ON_TRACK: {"shape": "/", "fgcolor": "#8fc4ad", "size": 8, "solidity": 0.15},
    Status.NOT_STARTED: {"shape": ".", "fgcolor": "#595f64", "size": 7, "solidity": 0.12},
    Status.DELAYED: {"shape": "x", "fgcolor": "#9a5b00", "size": 9, "solidity": 0.12},
    Status.CLOSED: {"shape": "-", "fgcolor": "#595f64", "size": 8, "solidity": 0.12},
}

# A number written inside a bar. Plotly would choose white on amber by itself, which is too faint.
STATUS_TEXT = {
    Status.COMPLETE: {"color": "#ffffff"},
    Status.ON_TRACK: {"color": "#ffffff"},
    Status.NOT_STARTED: {"color": "#0b0c0c"},
    Status.DELAYED: {"color": "#0b0c0c"},
    Status.CLOSED: {"color": "#0b0c0c"},
}

# Plotly's own words for a bar. "overlay" draws the pattern over the colour: without it the bar would vanish.
STATUS_MARKS = {
    status: {
        "color": STATUS_COLOURS[status],
        "line": {"color": STATUS_EDGES[status], "width": 1},
        "pattern": _PATTERNS[status] | {"fillmode": "overlay"},
    }
    for status in Status
}
