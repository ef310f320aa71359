"""Printed in black and white, each status and each colour is still told from every other."""

import pytest
from playwright.sync_api import Page

from actions.charts.palette import STATUS_MARKS
from actions.choices import Rag, Status

from .charts import wait_for_charts
from .greyscale import alike, greys_of, spread_evenly

pytestmark = pytest.mark.browser

HIDE_NUMBERS = "(texts) => texts.forEach((text) => (text.style.visibility = 'hidden'))"
WITHOUT_SHAPES = """() => ["tick", "onward", "attention", "dash", "diamond", "triangle", "disc", "ring"]
  .forEach((name) => document.documentElement.style.setProperty(`--app-glyph-${name}`, "none"))"""


@pytest.fixture(scope="module")
def world(lasting_world):
    return lasting_world


@pytest.fixture
def reader(context) -> Page:
    return context.new_page()


@pytest.fixture
def bars_of_the_trend(page, reader, world, sign_in, visit):
    """The last bar's parts, without the numbers in them, which tell them apart as well."""

    def look() -> dict[Status, list[float]]:
        sign_in(world.committee_member)
        visit("plan-trend", world.plan.pk)
        wait_for_charts(page)
        page.locator("#trend-chart .bartext").evaluate_all(HIDE_NUMBERS)
        parts = page.locator("#trend-chart .barlayer .trace")
        last = {s: parts.nth(number).locator(".point path").last for number, s in enumerate(Status.counted())}
        return {status: spread_evenly(greys) for status, greys in greys_of(last, reader, less=3).items()}

    return look


@pytest.fixture
def list_of_actions(page, world, sign_in, visit) -> Page:
    sign_in(world.committee_member)
    visit("action-list", world.plan.pk)
    return page


def marks_of(page: Page, reader: Page) -> dict[str, list[float]]:
    tags = {status: page.locator(f".app-status--{status} .app-mark").first for status in Status}
    return greys_of(tags, reader)


def shapes_of(page: Page, reader: Page) -> dict[str, list[float]]:
    tags = {rag: page.locator(f".app-key .app-rag--{rag} .app-rag__shape") for rag in Rag.shown()}
    return greys_of(tags, reader)


def test_statuses_in_a_chart_differ_in_black_and_white(bars_of_the_trend):
    assert alike(bars_of_the_trend()) == []


def test_statuses_in_a_chart_that_look_alike_are_noticed(bars_of_the_trend, monkeypatch):
    monkeypatch.setitem(STATUS_MARKS, Status.ON_TRACK, STATUS_MARKS[Status.COMPLETE])

    assert alike(bars_of_the_trend()) == [(Status.COMPLETE, Status.ON_TRACK)]


def test_marks_of_statuses_and_colours_differ_in_black_and_white(list_of_actions, reader):
    assert alike(marks_of(list_of_actions, reader)) == []
    assert alike(shapes_of(list_of_actions, reader)) == []


def test_marks_without_their_shapes_are_noticed(list_of_actions, reader):
    """What is drawn on the mark then fills it: white on blue, on green and on red alike."""
    list_of_actions.evaluate(WITHOUT_SHAPES)

    assert (Status.ON_TRACK, Status.COMPLETE) in alike(marks_of(list_of_actions, reader))
    assert (Rag.GREEN, Rag.RED) in alike(shapes_of(list_of_actions, reader))


def test_every_mark_stands_beside_its_word(list_of_actions):
    statuses = list_of_actions.locator(".app-status").all_inner_texts()
    colours = list_of_actions.locator(".app-rag").all_inner_texts()

    assert {words.strip() for words in statuses} == set(Status.labels)
    assert {words.partition(",")[0].strip() for words in colours} == set(Rag.labels)
