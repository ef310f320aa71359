import re
from itertools import combinations
from pathlib import Path

import pytest
from django.conf import settings

from actions.charts.layout import FAMILY, base_layout, label_in_lines, named_every, spread
from actions.charts.palette import (
    BAND,
    CLAIMED,
    NOW,
    ORIGINALLY,
    PAPER,
    STATUS_COLOURS,
    STATUS_EDGES,
    STATUS_MARKS,
    STATUS_TEXT,
    VERIFIED,
)
from actions.choices import Rag, Status

TOKENS = dict(re.findall(r"--(app-[\w-]+): (.+);", Path(settings.BASE_DIR, "static/css/tokens.css").read_text()))
READABLE, VISIBLE, TELLABLE = 4.5, 3, 1.5  # WCAG 1.4.3, WCAG 1.4.11, and ours for two greys side by side


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_palette_has_the_same_colours_as_the_tokens():
    tokens = {status: tuple(TOKENS[f"app-status-{status}{part}"] for part in ("", "-edge", "-on")) for status in Status}

    palette = {
        status: (STATUS_COLOURS[status], STATUS_EDGES[status], STATUS_TEXT[status]["color"]) for status in Status
    }

    assert palette == tokens


@pytest.mark.parametrize(
    "name",
    [f"app-status-{status.value}" for status in Status]
    + [f"app-rag-{rag.value}" for rag in Rag]
    + ["app-brand-colour"],
)
def test_tokens_are_readable_and_stand_out_from_the_paper(name):
    text = TOKENS[f"{name}-on"] if name != "app-brand-colour" else TOKENS["app-brand-text"]
    edge = TOKENS.get(f"{name}-edge", TOKENS[name])

    assert contrast(text, TOKENS[name]) >= READABLE
    assert contrast(edge, PAPER) >= VISIBLE


@pytest.mark.parametrize("background", ["app-paper", "app-wash"])
def test_quiet_text_is_readable(background):
    assert contrast(TOKENS["app-quiet-text"], TOKENS[background]) >= READABLE


def test_status_marks_each_have_a_pattern_of_their_own():
    patterns = [mark["pattern"]["shape"] for mark in STATUS_MARKS.values()]

    assert len(set(patterns)) == len(Status)


def test_status_marks_draw_the_pattern_over_the_colour():
    assert {mark["pattern"]["fillmode"] for mark in STATUS_MARKS.values()} == {"overlay"}


@pytest.mark.parametrize("status", Status.counted())
def test_status_marks_bear_the_number_written_on_them(status):
    """On the colour, and on the pattern drawn over it."""
    for under in filter(None, [STATUS_COLOURS[status], STATUS_MARKS[status]["pattern"].get("fgcolor")]):
        assert contrast(STATUS_TEXT[status]["color"], under) >= READABLE


@pytest.mark.parametrize("status", [Status.ON_TRACK, Status.NOT_STARTED, Status.DELAYED])
def test_status_patterns_can_be_seen_on_their_colour(status):
    assert contrast(STATUS_MARKS[status]["pattern"]["fgcolor"], STATUS_COLOURS[status]) >= TELLABLE


@pytest.mark.parametrize("status", Status.counted())
def test_status_marks_stand_out_from_the_paper(status):
    mark = STATUS_MARKS[status]

    assert max(contrast(mark["color"], PAPER), contrast(mark["line"]["color"], PAPER)) >= VISIBLE


@pytest.mark.parametrize(("one", "other"), list(combinations(Status.counted(), 2)))
def test_status_marks_that_may_touch_in_a_stack_do_not_run_together(one, other):
    """Where a count is zero any two touch. The line between them is the later one's, drawn over the earlier's."""
    colours, line = (STATUS_COLOURS[one], STATUS_COLOURS[other]), STATUS_MARKS[other]["line"]["color"]

    assert contrast(*colours) >= VISIBLE or min(contrast(line, colour) for colour in colours) >= VISIBLE


@pytest.mark.parametrize(("one", "other"), list(combinations(Status.counted(), 2)))
def test_status_marks_differ_in_grey(one, other):
    assert contrast(STATUS_COLOURS[one], STATUS_COLOURS[other]) >= TELLABLE


def test_lines_of_promises_and_of_what_was_done_stand_out_and_differ_without_colour():
    lines = [ORIGINALLY, NOW, CLAIMED, VERIFIED]

    assert min(contrast(line["line"]["color"], PAPER) for line in lines) >= VISIBLE
    assert len({(line["line"]["dash"], line["marker"]["symbol"], line["line"]["width"]) for line in lines}) == 4


def test_line_of_the_dates_in_force_is_seen_where_it_lies_on_the_first_promises():
    assert contrast(NOW["line"]["color"], BAND) >= TELLABLE


@pytest.mark.parametrize(("one", "other"), list(combinations([Rag.RED, Rag.AMBER, Rag.GREY], 2)))
def test_rag_colours_that_ask_for_attention_differ_in_grey(one, other):
    assert contrast(TOKENS[f"app-rag-{one.value}"], TOKENS[f"app-rag-{other.value}"]) >= TELLABLE


def test_base_layout_lets_nobody_zoom_drag_or_switch_off():
    layout = base_layout()

    assert layout["dragmode"] is False
    assert layout["legend"]["itemclick"] is layout["legend"]["itemdoubleclick"] is False
    assert layout["xaxis"]["fixedrange"] is layout["yaxis"]["fixedrange"] is True


@pytest.mark.parametrize("is_horizontal", [True, False])
def test_base_layout_draws_lines_across_the_axis_of_values_only(is_horizontal):
    layout = base_layout(is_horizontal=is_horizontal)

    assert (layout["xaxis"]["showgrid"], layout["yaxis"]["showgrid"]) == (is_horizontal, not is_horizontal)


def test_base_layout_writes_in_the_font_of_the_page():
    assert TOKENS["app-font"] == FAMILY


def test_spread_moves_labels_apart_in_their_order_and_keeps_them_within_the_chart():
    assert spread([10, 20, 30], gap=4, highest=50) == [10, 20, 30]
    assert spread([10, 10, 30], gap=4, highest=50) == [10, 14, 30]
    assert spread([-3, 48, 49], gap=4, highest=50) == [0, 46, 50]


@pytest.mark.parametrize(("number", "named"), [(0, ""), (3, "abc"), (5, "ace"), (6, "bdf")])
def test_named_every_leaves_out_evenly_and_keeps_the_last(number, named):
    assert named_every(list("abcdef"[:number]), most=3)["tickvals"] == list(named)


def test_label_in_lines_breaks_at_words_and_is_never_markup():
    assert (
        label_in_lines("Identify & assess need early <b>", width=16)
        == "Identify &amp;<br>assess need<br>early &lt;b&gt;"
    )
