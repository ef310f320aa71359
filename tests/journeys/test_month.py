"""An officer's month: five actions in six presses, and nothing typed is ever lost."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from actions.choices import Status
from tests.factories import PASSWORD, make_action, make_update

from .keyboard import tab_to
from .world import TODAY

pytestmark = pytest.mark.browser


@pytest.fixture
def five_actions(world):
    """Each on track, the officer's own, and last spoken of before the round opened."""
    actions = [make_action(world.plan, accountable_user=world.officer) for _ in range(5)]
    for action in actions:
        make_update(action, Status.ON_TRACK, date(2019, 5, 1), by=world.officer)
    return actions


def confirmations(actions) -> list[int]:
    return [action.updates.filter(is_confirmation=True, effective_on=TODAY).count() for action in actions]


def test_an_officer_brings_five_unchanged_actions_up_to_date_in_six_presses(page, visit, world, sign_in, five_actions):
    sign_in(world.officer)
    visit("month-update", world.plan.partnership.slug)

    for action in five_actions:
        page.locator(f"#action-{action.pk}").get_by_label("Still true: on track").click()
    page.get_by_role("button", name="Record these").click()

    expect(page.get_by_role("alert")).to_contain_text("Recorded:")
    assert confirmations(five_actions) == [1, 1, 1, 1, 1]


def test_still_true_is_one_press_a_row(page, visit, world, sign_in, five_actions):
    sign_in(world.officer)
    visit("my-actions", world.plan.partnership.slug)

    page.locator(f"#action-{five_actions[0].pk}").get_by_role("button").click()

    expect(page.get_by_role("alert")).to_contain_text(f"{five_actions[0].ref} confirmed")
    assert confirmations(five_actions) == [1, 0, 0, 0, 0]


def test_an_error_in_one_row_never_loses_the_others(page, visit, world, sign_in, five_actions):
    first, second = five_actions[:2]
    sign_in(world.officer)
    visit("month-update", world.plan.partnership.slug)

    page.locator(f"#action-{first.pk}").get_by_label("Still true: on track").check()
    row = page.locator(f"#action-{second.pk}")
    row.get_by_label("Delayed or at risk").check()
    row.get_by_text("Add words, or say why it is delayed").click()
    row.get_by_label("What has been done?").fill("Two rooms were found.")
    page.get_by_role("button", name="Record these").click()

    expect(page.locator("[data-error-summary]")).to_contain_text(f"{second.ref}: Choose the main reason")
    expect(row.get_by_label("What has been done?")).to_have_value("Two rooms were found.")
    assert (confirmations([first]), second.updates.count()) == ([1], 1)


def test_a_delayed_action_is_brought_up_to_date_by_keyboard_alone(page, visit, world, sign_in, five_actions):
    sign_in(world.officer)
    visit("my-actions", world.plan.partnership.slug)

    tab_to(page, page.locator(f"#action-{five_actions[0].pk}").get_by_role("link", name="Update it"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("On track", exact=True))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_label("Main reason"))
    page.keyboard.type("Funding")
    tab_to(page, page.get_by_label("When will you look at it again?"))
    page.keyboard.type("09092019")
    tab_to(page, page.get_by_role("button", name="Record this update"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_contain_text("Update recorded")
    assert five_actions[0].updates.newest_first().first().status == Status.DELAYED


def say_on_track(page: Page, words: str) -> None:
    page.get_by_label("On track", exact=True).check()
    page.get_by_label("What has been done?").fill(words)


def test_somebody_elses_update_is_shown_beside_what_was_typed_and_both_are_kept(page, visit, world, sign_in):
    sign_in(world.officer)
    visit("action-update", world.waiting.pk)
    say_on_track(page, "Two rooms were found.")
    make_update(world.waiting, Status.DELAYED, TODAY, by=world.officer_of_two, reason="The rent is not agreed.")

    page.get_by_role("button", name="Record this update").click()

    expect(page.get_by_role("alert")).to_contain_text("Rowan of two partnerships updated this action")
    expect(page.get_by_role("alert")).to_contain_text("The rent is not agreed.")
    expect(page.get_by_label("What has been done?")).to_have_value("Two rooms were found.")
    assert world.waiting.updates.count() == 1

    page.get_by_role("button", name="Record this update").click()

    expect(page.get_by_text("Update recorded")).to_be_visible()
    assert [(u.status, u.words) for u in world.waiting.updates.oldest_first()] == [
        (Status.DELAYED, "The rent is not agreed."),
        (Status.ON_TRACK, "Two rooms were found."),
    ]


def test_a_session_that_ends_while_writing_loses_nothing(page, visit, world, sign_in, context, service):
    sign_in(world.officer)
    visit("action-update", world.waiting.pk)
    say_on_track(page, "Two rooms were found.")
    context.clear_cookies(name="sessionid")

    page.get_by_role("button", name="Record this update").click()
    page.get_by_label("Email").fill(world.officer.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_text("Nothing you typed is lost.")).to_be_visible()
    expect(page.get_by_label("What has been done?")).to_have_value("Two rooms were found.")
    page.get_by_role("button", name="Record this update").click()
    expect(page.get_by_text("Update recorded")).to_be_visible()
    assert world.waiting.updates.get().progress == "Two rooms were found."


def test_words_that_speak_of_more_time_ask_for_a_date(page, visit, world, sign_in):
    sign_in(world.officer)
    visit("action-update", world.waiting.pk)
    say_on_track(page, "The contract was extended.")

    page.get_by_role("button", name="Record this update").click()
    expect(page.locator("[data-error-summary]")).to_contain_text("You wrote “extended” but asked for no new date.")
    page.get_by_label("No new date is needed").check()
    page.get_by_role("button", name="Record this update").click()

    expect(page.get_by_text("Update recorded")).to_be_visible()
    assert world.waiting.updates.count() == 1
