"""Charts draw under the strict policy, say what their tables say, and send nothing anywhere."""

import json
import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from .charts import wait_for_charts

pytestmark = pytest.mark.browser

CHARTS = ["priority-chart", "trend-chart"]
ALL = "All"  # the tables' own last column, which no chart draws

HOW_MANY_WITH_AN_AREA = """(bars) => bars
  .map((bar) => bar.getBBox())
  .filter(({width, height}) => width > 0 && height > 0).length"""

TABLE_UNDER = """(chart) => {
  const table = chart.closest("section").querySelector("table");
  const words = (cells) => [...cells].map((cell) => cell.textContent.trim());
  return {head: words(table.tHead.rows[0].cells), rows: [...table.tBodies[0].rows].map((row) => words(row.cells))};
}"""


@pytest.fixture(scope="module")
def world(lasting_world):
    return lasting_world


@pytest.fixture
def dashboard(page, world, sign_in, visit):
    """The answer of the server, with the charts drawn."""
    sign_in(world.committee_member)
    response = visit("plan-dashboard", world.plan.pk)
    wait_for_charts(page)
    return response


def numbers_drawn(page: Page, chart: str) -> dict[str, dict[str, int]]:
    """By bar, then by status: from the figure itself, whichever way its bars lie."""
    figure = json.loads(page.locator(f"#{chart}-data").text_content())
    drawn = {}
    for trace in figure["data"]:
        names, counts = (trace["y"], trace["x"]) if trace.get("orientation") == "h" else (trace["x"], trace["y"])
        for name, count in zip(names, counts, strict=True):
            drawn.setdefault(name.replace("<br>", " "), {})[trace["name"]] = count
    return drawn


def numbers_in_table(page: Page, chart: str) -> dict[str, dict[str, int]]:
    table = page.locator(f"#{chart}").evaluate(TABLE_UNDER)
    columns = table["head"][1:]
    rows = {name: dict(zip(columns, map(int, counts), strict=True)) for name, *counts in table["rows"]}
    return {name: {column: n for column, n in row.items() if column != ALL} for name, row in rows.items()}


def test_charts_draw_a_bar_for_each_number_under_the_strict_policy(page, dashboard):
    bars = {chart: page.locator(f"#{chart} svg .barlayer .point path") for chart in CHARTS}

    drawn = {chart: bars[chart].evaluate_all(HOW_MANY_WITH_AN_AREA) for chart in CHARTS}

    numbers = {chart: [n for row in numbers_drawn(page, chart).values() for n in row.values()] for chart in CHARTS}
    assert drawn == {chart: sum(number > 0 for number in numbers[chart]) for chart in CHARTS}
    assert min(drawn.values()) > 0


def test_policy_of_the_dashboard_allows_nothing_inline(dashboard):
    policy = dashboard.headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_charts_say_what_the_tables_under_them_say(page, dashboard):
    drawn = {chart: numbers_drawn(page, chart) for chart in CHARTS}

    assert drawn == {chart: numbers_in_table(page, chart) for chart in CHARTS}


def test_charts_of_the_public_page_say_what_the_tables_under_them_say(page, world, visit):
    charts = ["public-mix-chart", "public-priority-chart"]
    visit("public-report", world.plan.partnership.slug, world.published.pk)
    wait_for_charts(page)

    drawn = {chart: numbers_drawn(page, chart) for chart in charts}

    assert drawn == {chart: numbers_in_table(page, chart) for chart in charts}
    assert [len(bars) for bars in drawn.values()] == [2, 1]


def test_charts_have_no_tool_bar_and_so_no_button_that_sends_them_away(page, dashboard):
    for chart in CHARTS:
        page.locator(f"#{chart}").hover()

    assert page.locator(".modebar, .modebar-btn, [data-title*=Share]").count() == 0
    assert page.locator("[data-chart] :is(a, button, form)").count() == 0


def test_charts_are_one_picture_each_with_a_sentence_and_nothing_to_tab_to(page, dashboard):
    for chart in CHARTS:
        expect(page.locator(f"#{chart}")).to_have_role("img")
        expect(page.locator(f"#{chart}")).to_have_accessible_name(re.compile("The table below gives the numbers"))

    assert page.locator("[data-chart] [tabindex]").count() == 0


def test_charts_still_fit_their_place_when_the_window_narrows(page, dashboard):
    """Turning a phone and zooming to 400 % do that: the chart must neither be cut off nor lie over its table."""
    places = {chart: page.locator(f"#{chart}") for chart in CHARTS}
    before = {chart: place.bounding_box()["height"] for chart, place in places.items()}

    page.set_viewport_size({"width": 320, "height": 640})

    for chart, place in places.items():
        drawing = place.locator("svg.main-svg").first
        expect(drawing).to_have_attribute("width", str(place.evaluate("(place) => place.clientWidth")))
        room, drawn = place.bounding_box(), drawing.bounding_box()
        assert (drawn["width"], drawn["height"]) == (room["width"], room["height"])
        assert room["height"] >= before[chart]


def test_charts_that_cannot_be_drawn_leave_no_hole_and_their_tables(context, service, world, sign_in):
    """On a page without a watch, because charts.js tells the console why."""
    page = context.new_page()
    page.route("**/plotly-basic.min.js", lambda route: route.abort())
    sign_in(world.committee_member)

    page.goto(service + reverse("plan-dashboard", args=[world.plan.pk]))

    for chart in CHARTS:
        expect(page.locator(f"#{chart}")).to_be_hidden()
    expect(page.get_by_role("table", name="Actions by priority")).to_be_visible()
