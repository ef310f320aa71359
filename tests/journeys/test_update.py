"""An officer says that an action is delayed, and the whole partnership sees it."""

import re

import pytest
from playwright.sync_api import Page, expect

from actions.choices import Status

from .world import TODAY

pytestmark = pytest.mark.browser


def figures(page: Page) -> dict[str, int]:
    names = [*Status, "total"]
    return {name: int(page.locator(f'[data-figure="{name}"]').inner_text()) for name in names}


def test_an_officer_records_a_delay_and_the_figures_of_the_dashboard_move(page, world, visit, sign_in_by_form):
    sign_in_by_form(world.officer)
    visit("plan-dashboard", world.plan.pk)
    before = figures(page)

    page.get_by_role("link", name="Actions", exact=True).click()
    page.get_by_role("link", name=world.waiting.ref, exact=True).click()
    page.get_by_text("Say how it is going").click()
    page.get_by_label("Delayed or at risk", exact=True).check()
    page.get_by_label("What has been done?").fill("Two rooms were found.")
    page.get_by_label("Main reason").select_option(label="Funding not agreed")
    page.get_by_label("The reason, in your own words").fill("The rent is not agreed.")
    page.get_by_label("What does it mean for families?").fill("They travel to the west of the county for longer.")
    page.get_by_label("When will you look at it again?").fill("2019-09-30")
    page.get_by_role("button", name="Record this update").click()
    expect(page.get_by_role("alert")).to_contain_text("Update recorded")

    page.get_by_role("link", name="Dashboard", exact=True).click()
    expect(page).to_have_title(re.compile(world.plan.title))
    assert figures(page) == before | {"delayed": before["delayed"] + 1, "not_started": before["not_started"] - 1}
    update = world.waiting.updates.get()
    assert (update.status, update.effective_on, update.recorded_by) == (Status.DELAYED, TODAY, world.officer)
    assert (update.reason, str(update.review_on)) == ("The rent is not agreed.", "2019-09-30")


def test_each_figure_of_the_dashboard_opens_a_list_of_just_so_many_rows(page, world, visit, sign_in):
    sign_in(world.committee_member)
    visit("plan-dashboard", world.plan.pk, on=str(TODAY))
    counted = figures(page)
    links = {name: page.locator("a", has=page.locator(f'[data-figure="{name}"]')) for name in counted}
    addresses = {name: link.evaluate("(link) => link.href") for name, link in links.items()}

    stated, shown = {}, {}
    for name, address in addresses.items():
        page.goto(address)
        stated[name] = int(page.locator('[data-figure="rows"]').inner_text())
        shown[name] = page.get_by_role("table").get_by_role("rowheader").count()

    assert stated == shown == counted


def test_an_update_with_errors_keeps_what_was_typed_and_leads_to_each_field(page, world, visit, sign_in):
    sign_in(world.officer)
    visit("action-update", world.waiting.pk)
    page.get_by_label("Delayed or at risk", exact=True).check()
    page.get_by_label("What has been done?").fill("Two rooms were found.")

    page.get_by_role("button", name="Record this update").click()

    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    expect(page.get_by_label("What has been done?")).to_have_value("Two rooms were found.")
    expect(page.get_by_label("Delayed or at risk", exact=True)).to_be_checked()
    summary.get_by_role("link", name="Write the day on which you will look at it again.").click()
    expect(page.get_by_label("When will you look at it again?")).to_be_focused()
    assert world.waiting.updates.count() == 0


def test_a_second_press_of_the_button_records_nothing_more(page, world, visit, sign_in):
    sign_in(world.officer)
    visit("action-update", world.waiting.pk)
    page.get_by_label("On track", exact=True).check()

    page.get_by_role("button", name="Record this update").dblclick()

    expect(page.get_by_role("alert")).to_contain_text("Update recorded")
    assert world.waiting.updates.count() == 1
