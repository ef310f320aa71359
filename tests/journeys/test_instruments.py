"""The instruments themselves: what hears and finds nothing would pass every page."""

import pytest

from .axe import violations
from .keyboard import walk_by_tab
from .watch import watch

pytestmark = pytest.mark.browser

ORIGIN = "http://tracker.example"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"


@pytest.fixture
def watched(context):
    """A page of an invented service that answers with whatever the test says, and what the watch heard of it."""
    page = context.new_page()

    def answer(body: str, *, policy: str = POLICY) -> list[str]:
        headers = {"Content-Type": "text/html", "Content-Security-Policy": policy}
        page.route(f"{ORIGIN}/", lambda route: route.fulfill(body=body, headers=headers))
        page.route(f"{ORIGIN}/static/**", lambda route: route.fulfill(status=404))
        page.route("http://elsewhere.example/**", lambda route: route.fulfill(status=200))
        problems = watch(page, origin=ORIGIN)
        page.goto(f"{ORIGIN}/")
        page.title()
        return problems

    return answer


def test_watch_has_nothing_to_say_of_a_good_page(watched):
    assert watched("<p>All is well.</p>") == []


def test_watch_hears_what_the_policy_stops(watched):
    problems = watched('<p style="color: red">Red</p>')

    assert any(problem.startswith("policy: style-src-attr stopped inline") for problem in problems)


def test_watch_sees_a_style_sheet_that_is_not_there(watched):
    problems = watched('<link rel="stylesheet" href="/static/css/lost.css">')

    assert problems == [f"answered 404: {ORIGIN}/static/css/lost.css"]


def test_watch_sees_a_call_to_another_server(watched):
    problems = watched('<img src="http://elsewhere.example/pixel.png" alt="">', policy="img-src *")

    assert "asked another server: http://elsewhere.example/pixel.png" in problems


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("console.error('It broke.')", "console: It broke."),
        ("throw new TypeError('It broke.')", "script: It broke."),
    ],
)
def test_watch_hears_errors_in_scripts(watched, script, problem):
    problems = watched(f"<script>{script}</script>", policy="script-src 'unsafe-inline'")

    assert problems == [problem]


@pytest.fixture
def bad_page(context):
    """Faint words, a small target, a link that hides its focus and a button that Tab passes by."""
    page = context.new_page()
    page.set_content("""<!DOCTYPE html><html lang="en"><title>A bad page</title>
        <p style="color: #bbb">Faint</p>
        <p><a href="#" style="outline: none">Unseen</a> and <button tabindex="-1">Unreached</button></p>
        <button>Well</button><br>
        <button style="font-size: 5px; padding: 0; border: 0; color: black; background: white">x</button
        ><button style="font-size: 5px; padding: 0; border: 0; color: black; background: white">y</button>""")
    return page


def test_axe_finds_faint_words_and_small_targets(bad_page):
    assert {violation.split(":")[0] for violation in violations(bad_page)} == {"color-contrast", "target-size"}


def test_walk_by_tab_tells_what_is_not_reached_and_what_is_not_seen(bad_page):
    walk = walk_by_tab(bad_page)

    assert set(walk.to_reach) - set(walk.reached) == {"button Unreached"}
    assert walk.unseen == ["a Unseen"]
