"""Nobody is shut out of any page: by a screen reader, a narrow screen, a keyboard or a browser without scripts.

Names: axe-core checks the rules of WCAG 2.2 A and AA that a machine can.
"""

import pytest
from playwright.sync_api import expect

from .axe import violations
from .charts import wait_for_charts
from .keyboard import walk_by_tab
from .pages import STOPS

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 1024}
# A small phone; and just what is left of the wide window at 400 % zoom, as WCAG 1.4.10 counts it.
NARROW = {"width": 320, "height": 256}

WIDTH_OF_THE_PAGE = "document.documentElement.scrollWidth"
PAST_THE_EDGE = """() => [...document.body.querySelectorAll("*")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => `${element.tagName} ${element.className} "${element.textContent.trim().slice(0, 40)}"`)
  .slice(0, 12)"""

# What no reader would see, beyond what may be hidden: charts that cannot be drawn, what waits in a closed <details>,
# and headings of columns, which a narrow screen writes beside each cell instead.
LOST = """() => {
  const MAY_BE_HIDDEN = "script, link, option, [type=hidden], input[hidden], thead *, [data-menu-button], "
    + "[data-chart], [data-chart] *, details:not([open]) *";
  return [...document.querySelectorAll("header *, nav *, main *, footer *")]
    .filter((element) => !element.matches(MAY_BE_HIDDEN) && !element.checkVisibility())
    .map((element) => element.outerHTML.slice(0, 120));
}"""

BUTTONS_IN_NAME_ONLY = "[role=button]:not(button)"  # a screen reader says "press Space", and nothing happens


@pytest.fixture(scope="module")
def world(lasting_world):
    return lasting_world


@pytest.mark.parametrize("name", STOPS)
def test_page_shuts_nobody_out_on_a_narrow_or_a_wide_screen(name, page, stop_at):
    page.set_viewport_size(NARROW)
    response = stop_at(STOPS[name])
    wait_for_charts(page)

    sideways = page.evaluate(WIDTH_OF_THE_PAGE) - NARROW["width"]
    past_the_edge = page.evaluate(PAST_THE_EDGE) if sideways else []
    narrow = violations(page)
    page.set_viewport_size(WIDE)
    wide = violations(page)

    assert (response.status, sideways, past_the_edge) == (STOPS[name].status, 0, [])
    assert (narrow, wide) == ([], [])


def wait_for_the_error_summary(page) -> None:
    """Where there is one, page.js brings the reader to it; a walk that began before would be moved on its way."""
    for summary in page.locator("[data-error-summary]").all():
        expect(summary).to_be_focused()


@pytest.mark.parametrize("name", STOPS)
def test_page_is_walked_by_tab_alone_in_reading_order_and_one_sees_where_one_is(name, page, stop_at):
    stop_at(STOPS[name])
    wait_for_charts(page)
    wait_for_the_error_summary(page)

    walk = walk_by_tab(page)

    assert (walk.reached, walk.unseen) == (walk.to_reach, [])
    assert page.locator(BUTTONS_IN_NAME_ONLY).all_inner_texts() == []


@pytest.mark.parametrize("name", STOPS)
@pytest.mark.browser_context_args(java_script_enabled=False)
def test_page_hides_nothing_from_a_browser_without_javascript(name, page, stop_at):
    stop_at(STOPS[name])

    wide = page.evaluate(LOST)
    page.set_viewport_size(NARROW)
    narrow = page.evaluate(LOST)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert (wide, narrow) == ([], [])
