"""Takes the README's pictures from a running demo, always of the same day in its story.

python run.py demo
python -m tests.journeys.pictures --base http://127.0.0.1:8000
"""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from actions.demo.people import COMMITTEE_MEMBER, COUNCIL_OFFICER, DemoPerson
from tests.conftest import find_chromium

from .charts import wait_for_charts

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
MOST_BYTES = 250_000
SCREEN, LOW_SCREEN, PHONE = ({"width": w, "height": h} for w, h in [(1280, 900), (1280, 620), (390, 844)])
DAY = "2019-07-10"  # the committee's meeting on which the story of the 94 actions turns
PLAN = "SEND improvement plan 2019–2020"
ACTION = "electronic case management"
SAID = "Half of the scanned plans are now in the new system, and a second team has begun on the rest."
NEXT = "Move the plans of the north over, and train those who write them."


@contextmanager
def signed_in(browser: Browser, base: str, person: DemoPerson, window: dict) -> Iterator[Page]:
    """The demo's person, at the partnership's page on that day."""
    context = browser.new_context(base_url=base, viewport=window, locale="en-GB", reduced_motion="reduce")
    page = context.new_page()
    page.goto("/accounts/login/")
    page.get_by_role("button", name=person.name).click()
    page.get_by_role("button", name="Sign out").wait_for()
    page.goto(f"{page.url}?on={DAY}")
    yield page
    context.close()


def open_dashboard(page: Page) -> None:
    page.get_by_role("link", name=PLAN, exact=True).click()
    page.locator("[data-chart]").first.wait_for()
    wait_for_charts(page)


def open_charts(page: Page) -> None:
    open_dashboard(page)
    page.get_by_role("heading", name="By priority").evaluate("(heading) => heading.scrollIntoView()")


def fill_in_an_update(page: Page) -> None:
    page.get_by_role("link", name=PLAN, exact=True).click()
    page.get_by_role("link", name="Actions", exact=True).click()
    page.get_by_label("Words or reference").fill(ACTION)
    page.get_by_role("button", name="Show these actions").click()
    page.get_by_role("rowheader").get_by_role("link").click()
    page.get_by_text("Say how it is going").click()
    page.get_by_label("Delayed or at risk", exact=True).check()
    page.get_by_label("What has been done?").fill(SAID)
    page.get_by_label("What happens next?").fill(NEXT)
    page.get_by_role("heading", level=1).click()  # out of the last field


def write_days_as_here(page: Page) -> None:
    """A date box follows the language of the browser, and Debian's Chromium knows only American English."""
    page.locator("input[type=date]").evaluate_all("""(boxes) => boxes.forEach((box) => {
      const day = box.value.split("-").reverse().join("/");
      box.type = "text";
      box.value = day;
    })""")


def take(page: Page, name: str) -> None:
    picture = page.screenshot(animations="disabled", caret="hide")
    if len(picture) > MOST_BYTES:
        sys.exit(f"{name} would have {len(picture):,} bytes. A README's picture has at most {MOST_BYTES:,}.")
    (FOLDER / name).write_bytes(picture)
    sys.stdout.write(f"{FOLDER / name}: {len(picture) // 1000} kB\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="Take the README's pictures from a running demo.")
    parser.add_argument("--base", default="http://127.0.0.1:8000", help="where the demo answers")
    base = parser.parse_args().base
    FOLDER.mkdir(parents=True, exist_ok=True)
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=as_root)
        for name, person, window, prepare in [
            ("dashboard.png", COMMITTEE_MEMBER, SCREEN, open_dashboard),
            ("dashboard-charts.png", COMMITTEE_MEMBER, LOW_SCREEN, open_charts),
            ("dashboard-phone.png", COMMITTEE_MEMBER, PHONE, open_dashboard),
            ("update.png", COUNCIL_OFFICER, SCREEN, fill_in_an_update),
        ]:
            with signed_in(browser, base, person, window) as page:
                prepare(page)
                write_days_as_here(page)
                take(page, name)
        browser.close()


if __name__ == "__main__":
    main()
