"""Nobody is shut out of any page by having a keyboard and no mouse."""

import pytest
from playwright.sync_api import expect

from .charts import wait_for_charts
from .keyboard import walk_by_tab
from .pages import STOPS

pytestmark = pytest.mark.browser

BUTTONS_IN_NAME_ONLY = "[role=button]:not(button)"  # a screen reader says "press Space", and nothing happens


@pytest.fixture(scope="module")
def world(lasting_world):
    return lasting_world


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
