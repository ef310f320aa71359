"""Nobody is shut out of any page by a browser that runs no script."""

import pytest
from playwright.sync_api import expect

from .pages import STOPS
from .screens import NARROW

pytestmark = [pytest.mark.browser, pytest.mark.browser_context_args(java_script_enabled=False)]

# What no reader would see, beyond what may be hidden: charts that cannot be drawn, what waits in a closed <details>,
# and headings of columns, which a narrow screen writes beside each cell instead.
LOST = """() => {
  const MAY_BE_HIDDEN = "script, link, option, optgroup, [type=hidden], input[hidden], thead *, [data-menu-button], "
    + "[data-chart], [data-chart] *, details:not([open]) *";
  return [...document.querySelectorAll("header *, nav *, main *, footer *")]
    .filter((element) => !element.matches(MAY_BE_HIDDEN) && !element.checkVisibility())
    .map((element) => element.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="module")
def world(lasting_world):
    return lasting_world


@pytest.mark.parametrize("name", STOPS)
def test_page_hides_nothing_from_a_browser_without_javascript(name, page, stop_at):
    stop_at(STOPS[name])

    wide = page.evaluate(LOST)
    page.set_viewport_size(NARROW)
    narrow = page.evaluate(LOST)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert (wide, narrow) == ([], [])
