"""How statuses and promises look in a chart. The colours stand in static/css/tokens.css too; a test compares them.

Colour never speaks alone: every status has a pattern of its own, every line its own dash and marker, so a black and
white print still reads. The pattern bears the number that is written over it as well as the colour does.
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
    Status.DELAYED: "#f7b857",
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
    Status.ON_TRACK: {"shape": "/", "fgcolor": "#0b4a33", "size": 8, "solidity": 0.2},
    Status.NOT_STARTED: {"shape": ".", "fgcolor": "#8a9197", "size": 7, "solidity": 0.15},
    Status.DELAYED: {"shape": "x", "fgcolor": "#b5711a", "size": 9, "solidity": 0.15},
    Status.CLOSED: {"shape": "-", "fgcolor": "#8a9197", "size": 8, "solidity": 0.12},
}

# Between two parts of a bar: paper round the dark ones, else the dark edge, so that no two neighbours run together.
STATUS_LINES = STATUS_EDGES | {Status.COMPLETE: PAPER, Status.ON_TRACK: PAPER}

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
        "line": {"color": STATUS_LINES[status], "width": 1.5},
        "pattern": _PATTERNS[status] | {"fillmode": "overlay"},
    }
    for status in Status
}

# What was promised, and what was done of it. First promises are a broad grey band: the dates in force may lie upon it,
# and both are seen. Blue is complete, outlined until somebody else has looked.
BAND = "#8a9197"
ORIGINALLY = {
    "line": {"color": BAND, "dash": "solid", "width": 6},
    "marker": {"color": BAND, "symbol": "circle", "size": 6},
}
NOW = {
    "line": {"color": STATUS_EDGES[Status.DELAYED], "dash": "dash", "width": 2},
    "marker": {"color": STATUS_EDGES[Status.DELAYED], "symbol": "diamond", "size": 8},
}
CLAIMED = {
    "line": {"color": STATUS_EDGES[Status.COMPLETE], "dash": "solid", "width": 2},
    "marker": {"color": STATUS_EDGES[Status.COMPLETE], "symbol": "square-open", "size": 8, "line": {"width": 2}},
}
VERIFIED = {
    "line": {"color": STATUS_EDGES[Status.COMPLETE], "dash": "solid", "width": 4},
    "marker": {"color": STATUS_EDGES[Status.COMPLETE], "symbol": "square", "size": 8},
}
