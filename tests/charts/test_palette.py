import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from django.conf import settings

from actions.charts.layout import FAMILY, base_layout, label_in_lines
from actions.charts.palette import PAPER, STATUS_COLOURS, STATUS_EDGES, STATUS_MARKS, STATUS_TEXT
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


@pytest.mark.parametrize(("one", "other"), list(pairwise(Status.counted())))
def test_status_marks_that_touch_in_a_stack_differ_in_grey(one, other):
    assert contrast(STATUS_COLOURS[one], STATUS_COLOURS[other]) >= TELLABLE


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


def test_label_in_lines_breaks_at_words_and_is_never_markup():
    assert (
        label_in_lines("Identify & assess need early <b>", width=16)
        == "Identify &amp;<br>assess need<br>early &lt;b&gt;"
    )
