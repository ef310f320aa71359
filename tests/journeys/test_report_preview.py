"""A chair writes, and sees beside the words how the report will read, before anything is saved."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SAVED = "As it was saved."
TYPED = "With what you typed. Nothing of it is saved yet."
SCROLLED = "document.getElementById('preview').scrollTop"


@pytest.fixture
def draft(page, visit, world, sign_in):
    sign_in(world.chair)
    visit("report-edit", world.draft.pk)
    return world.draft


def test_what_a_chair_types_is_shown_beside_it_and_is_not_saved(page, draft):
    preview, words = page.get_by_role("region", name="Preview"), page.get_by_label("Your words to the board")
    expect(preview.get_by_role("status")).to_have_text(SAVED)
    page.evaluate(f"{SCROLLED} = 150")

    words.press_sequentially("Two posts are filled. ")

    expect(preview.get_by_text("Two posts are filled. One action waits for a post to be filled.")).to_be_visible()
    expect(preview.get_by_role("status")).to_have_text(TYPED)
    expect(words).to_be_focused()
    assert page.evaluate(SCROLLED) == 150
    stored = type(draft).objects.get(pk=draft.pk)
    assert (stored.words, stored.edits) == (draft.words, draft.edits)

    page.get_by_label("As at which day?").fill("2019-05-16")

    expect(preview.get_by_text("as at 16 May 2019")).to_be_visible()


def test_a_preview_that_cannot_be_fetched_says_so_and_comes_back_with_the_next_word(page, draft):
    preview, words = page.get_by_role("region", name="Preview"), page.get_by_label("Your words to the board")
    page.route("**/edit/", lambda route: route.abort())

    words.fill("Two posts are filled.")

    expect(preview.get_by_role("status")).to_contain_text("could not be brought up to date")
    page.unroute("**/edit/")
    words.press_sequentially(" Or three.")
    expect(preview.get_by_text("Two posts are filled. Or three.")).to_be_visible()
    expect(preview.get_by_role("status")).to_have_text(TYPED)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_javascript_a_button_shows_what_was_typed_and_saves_nothing(page, draft):
    page.get_by_label("Your words to the board").fill("Two posts are filled.")
    page.get_by_role("button", name="Show it without saving").click()

    preview = page.get_by_role("region", name="Preview")
    expect(preview.get_by_text("Two posts are filled.")).to_be_visible()
    expect(preview.get_by_role("status")).to_have_text(TYPED)
    assert type(draft).objects.get(pk=draft.pk).words == draft.words
