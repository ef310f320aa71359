"""The dashboard on paper, as a committee's papers hold it: all of its words, nothing to press."""

import re
import shutil
import subprocess
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from actions.choices import Role, Status
from tests.factories import make_action, make_enquiry, make_evidence, make_member, make_plan, make_priority, make_update

from .charts import wait_for_charts

pytestmark = pytest.mark.browser

A4 = (595, 842)  # points


@pytest.fixture(scope="module")
def world(lasting_world):
    return lasting_world


@pytest.fixture
def dashboard(page, world, sign_in, visit):
    sign_in(world.officer)
    visit("plan-dashboard", world.plan.pk)
    wait_for_charts(page)
    return page


def words_of(pdf: bytes) -> str:
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return " ".join(text.decode().split())


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def on_paper(page: Page) -> Page:
    page.emulate_media(media="print")
    return page


def test_dashboard_on_paper_has_nothing_to_press(dashboard):
    page = on_paper(dashboard)

    for gone in [
        page.get_by_role("link", name="Skip to main content", include_hidden=True),
        page.get_by_role("navigation", include_hidden=True),
        page.get_by_role("button", include_hidden=True),
        page.locator("form, summary"),
    ]:
        assert gone.count() > 0
        expect(gone.filter(visible=True)).to_have_count(0)


def test_dashboard_on_paper_keeps_figures_charts_and_key(dashboard):
    page = on_paper(dashboard)

    for kept in [
        *page.locator("[data-figure]").all(),
        *page.locator("[data-chart]").all(),
        page.get_by_role("heading", level=1),
        page.get_by_text("As at 10 July 2019"),
        page.get_by_text("What the colours mean"),
    ]:
        expect(kept).to_be_visible()


def test_table_in_a_closed_fold_is_on_paper(dashboard):
    table = dashboard.get_by_role("table", name="Actions at each month end", include_hidden=True)
    expect(table).to_be_hidden()

    on_paper(dashboard)

    expect(table).to_be_visible()


def test_dashboard_on_paper_is_no_wider_than_the_sheet(dashboard):
    dashboard.set_viewport_size({"width": 680, "height": 1000})  # A4 less its margins, in CSS pixels

    on_paper(dashboard)

    assert dashboard.evaluate("document.documentElement.scrollWidth") == 680


def test_dashboard_as_a_pdf_has_at_most_two_pages_of_a4_and_is_tagged(dashboard):
    pdf = dashboard.pdf(prefer_css_page_size=True, tagged=True)

    boxes = {(round(float(w)), round(float(h))) for w, h in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)}
    assert boxes == {A4}
    assert b"/StructTreeRoot" in pdf
    assert pages_of(pdf) <= 2


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="No pdftotext here: it comes with poppler-utils.")
def test_dashboard_as_a_pdf_holds_the_words_and_no_menu(dashboard, world):
    words = words_of(dashboard.pdf(prefer_css_page_size=True))

    for said in [
        world.plan.title,
        "As at 10 July 2019",
        "compared with 15 May 2019",
        "What the colours mean",
        "Actions at each month end",
        "31 May 2019",
        "Nobody suitable applied.",
    ]:
        assert said in words
    for unsaid in ["Sign out", "Skip to main content", "See another day", "The same figures as a table"]:
        assert unsaid not in words


WORDY = "The post was advertised three times and nobody suitable has applied, so the service now looks elsewhere."


@pytest.fixture
def large_plan(world):
    """Every list of the dashboard is longer than it shows, every title and reason as long as most."""
    partnership = world.plan.partnership
    plan = make_plan(partnership, title="The largest improvement plan of the area")
    priorities = [make_priority(plan, title=f"Joint commissioning {n}") for n in range(6)]
    title = "Shorten the wait for a first therapy appointment"
    by = make_member(partnership, role=Role.PROGRAMME_MANAGER)

    def make_some(start: date | None, *updates: tuple[Status, date]) -> None:
        for number in range(14):
            action = make_action(priority=priorities[number % 6], title=title, planned_start_on=start)
            for status, day in updates:
                words = {"reason": WORDY, "recovery": WORDY, "effect_on_families": WORDY, "progress": WORDY}
                make_update(action, status, day, by=by, **words)
                make_evidence(action, title="Minutes of the board")

    spring, summer = date(2019, 4, 20), date(2019, 6, 20)
    make_some(spring, (Status.ON_TRACK, spring), (Status.DELAYED, summer))
    make_some(spring, (Status.DELAYED, spring), (Status.ON_TRACK, summer))
    make_some(spring, (Status.ON_TRACK, spring), (Status.COMPLETE, summer))
    make_some(spring, (Status.COMPLETE, spring), (Status.ON_TRACK, summer))
    make_some(spring, (Status.ON_TRACK, spring))
    for start in [None, date(2019, 6, 1), date(2019, 9, 1)]:
        make_some(start)
    for _ in range(4):
        make_enquiry(about=[plan.actions.first()], text=WORDY, due_on=date(2019, 6, 12))
    return plan


def test_dashboard_of_a_large_plan_still_prints_on_two_pages(page, world, large_plan, sign_in, visit):
    sign_in(world.officer)
    visit("plan-dashboard", large_plan.pk)
    wait_for_charts(page)

    pdf = page.pdf(prefer_css_page_size=True)

    assert pages_of(pdf) == 2
