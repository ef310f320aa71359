"""A browser that runs no script can read the figures, narrow the list and record an update."""

import re

import pytest
from playwright.sync_api import expect

from actions.choices import Status

from .screens import NARROW

pytestmark = [pytest.mark.browser, pytest.mark.browser_context_args(java_script_enabled=False)]

CHARTS = "[data-chart]"


def test_dashboard_shows_tables_and_no_empty_charts_without_javascript(page, world, sign_in, visit):
    sign_in(world.committee_member)

    visit("plan-dashboard", world.plan.pk)

    assert page.locator(CHARTS).count() == 2
    expect(page.locator(CHARTS).filter(visible=True)).to_have_count(0)
    expect(page.get_by_role("table", name="Actions by priority")).to_be_visible()
    page.get_by_text("The same figures as a table").click()
    expect(page.get_by_role("table", name="Actions at each month end")).to_be_visible()


def test_table_in_a_closed_fold_is_on_paper_without_javascript(page, world, sign_in, visit):
    sign_in(world.committee_member)
    visit("plan-dashboard", world.plan.pk)

    page.emulate_media(media="print")

    expect(page.get_by_role("table", name="Actions at each month end")).to_be_visible()


def test_an_update_is_recorded_without_javascript(page, world, sign_in_by_form, visit):
    sign_in_by_form(world.officer)
    visit("action-update", world.waiting.pk)
    page.get_by_label("Delayed or at risk", exact=True).check()
    page.get_by_label("Main reason").select_option(label="Funding not agreed")
    page.get_by_label("When will you look at it again?").fill("2019-09-30")

    page.get_by_role("button", name="Record this update").click()

    expect(page.get_by_role("alert")).to_contain_text("Update recorded")
    assert world.waiting.updates.get().status == Status.DELAYED


def test_list_is_narrowed_and_sorted_without_javascript(page, world, sign_in, visit):
    sign_in(world.committee_member)
    visit("action-list", world.plan.pk)

    page.get_by_label("Status").select_option(label="Not started")
    page.get_by_role("button", name="Show these actions").click()
    page.get_by_role("columnheader", name="Action").get_by_role("link").click()

    titles = page.get_by_role("table").get_by_role("cell", name=re.compile("^(Open|Review|Train)")).all_inner_texts()
    assert [title.split()[0] for title in titles] == ["Open", "Review", "Train"]


def test_another_day_is_chosen_without_javascript(page, world, sign_in, visit):
    sign_in(world.committee_member)
    visit("plan-dashboard", world.plan.pk)

    page.get_by_label("See another day").fill("2019-05-15")
    page.get_by_role("button", name="Show", exact=True).click()

    expect(page.get_by_text("As at 15 May 2019")).to_be_visible()
    assert page.locator('[data-figure="complete"]').inner_text() == "1"


def test_words_are_found_from_any_page_without_javascript(page, world, sign_in, visit):
    page.set_viewport_size(NARROW)
    sign_in(world.committee_member)
    visit("plan-dashboard", world.plan.pk)

    page.get_by_label("Search for words or a reference").fill("suitable applied")
    page.get_by_role("search").get_by_role("button", name="Search").click()
    page.get_by_role("link", name=str(world.delayed)).click()

    expect(page.get_by_role("heading", level=1, name=world.delayed.title)).to_be_visible()
    expect(page.get_by_text("Nobody suitable applied.")).to_be_in_viewport()
