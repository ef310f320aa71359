"""By keyboard alone: past the menu, through the menu, and to an update that is recorded."""

import pytest
from playwright.sync_api import expect

from actions.choices import Status

from .keyboard import tab_to

pytestmark = pytest.mark.browser


def test_skip_link_comes_first_and_leads_past_the_menu(page, world, sign_in, visit):
    sign_in(world.officer)
    visit("plan-dashboard", world.plan.pk)

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to main content")).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()


def test_menu_of_a_narrow_screen_opens_and_closes_by_keyboard(page, world, sign_in, visit):
    page.set_viewport_size({"width": 320, "height": 640})
    sign_in(world.officer)
    visit("plan-dashboard", world.plan.pk)
    menu = page.get_by_role("button", name="Menu")

    tab_to(page, menu)
    expect(page.get_by_role("link", name="Findings")).to_be_hidden()
    page.keyboard.press("Space")
    expect(menu).to_have_attribute("aria-expanded", "true")
    tab_to(page, page.get_by_role("link", name="Findings"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1, name="What the inspectors found")).to_be_visible()


def test_an_update_is_recorded_by_keyboard_alone(page, world, sign_in, visit):
    sign_in(world.officer)
    visit("action-detail", world.waiting.pk)

    tab_to(page, page.get_by_text("Say how it is going"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Complete", exact=True))
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Delayed or at risk", exact=True)).to_be_checked()
    tab_to(page, page.get_by_label("What has been done?"))
    page.keyboard.type("Two rooms were found.")
    tab_to(page, page.get_by_label("Main reason"))
    page.keyboard.type("Funding")
    tab_to(page, page.get_by_label("When will you look at it again?"))
    page.keyboard.type("09092019")  # the ninth of the ninth, in whichever order the browser asks for day and month
    tab_to(page, page.get_by_role("button", name="Record this update"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_contain_text("Update recorded")
    update = world.waiting.updates.get()
    assert (update.status, update.delay_reason, str(update.review_on)) == (Status.DELAYED, "funding", "2019-09-09")
    assert update.progress == "Two rooms were found."
