"""A report is taken away as a file, and the page says how far it has come."""

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser

NAME = "progress-report-01-as-at-2019-07-10"


@pytest.fixture
def world(lasting_world):
    return lasting_world


@pytest.fixture
def report(visit, world, sign_in):
    sign_in(world.officer)
    visit("report-detail", world.published.pk)
    return world.published


@pytest.fixture
def told(page):
    """Everything that the status says from here on, in order."""
    said = []
    page.expose_function("tellOfStatus", lambda words: said.append(words))
    page.evaluate("""() => {
        const status = document.querySelector("[data-download-status]");
        new MutationObserver(() => tellOfStatus(status.textContent)).observe(status, {subtree: true, childList: true});
    }""")
    return said


def test_a_file_is_saved_and_the_page_says_each_step(page, report, told):
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").click()

    status = page.locator("[data-download-status]")
    expect(status).to_have_text(f"Saved: {download.value.suggested_filename}")
    assert (NAME in download.value.suggested_filename, len(PdfReader(download.value.path()).pages) > 0) == (True, True)
    assert told[0] == "Making the PDF file…"
    assert "Downloading the PDF file: 100 %" in told


def test_a_file_that_cannot_be_fetched_says_what_to_do(page, report):
    page.route("**/file/docx/", lambda route: route.abort())

    page.get_by_role("link", name="Word", exact=True).click()

    expect(page.locator("[data-download-status]")).to_contain_text(
        "could not be made or fetched. Try again in a minute"
    )


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_javascript_the_link_is_the_file(page, report):
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()

    assert download.value.suggested_filename.endswith(f"{NAME}.csv")
