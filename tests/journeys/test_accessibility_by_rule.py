"""Nobody is shut out of any page by a narrow screen, or by what axe-core finds against WCAG 2.2 A and AA."""

import pytest

from .axe import violations
from .charts import wait_for_charts
from .pages import STOPS
from .screens import NARROW, WIDE

pytestmark = pytest.mark.browser

WIDTH_OF_THE_PAGE = "document.documentElement.scrollWidth"
PAST_THE_EDGE = """() => [...document.body.querySelectorAll("*")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => `${element.tagName} ${element.className} "${element.textContent.trim().slice(0, 40)}"`)
  .slice(0, 12)"""


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
