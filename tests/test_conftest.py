import urllib.request
from urllib.parse import urljoin

import pytest
from django.templatetags.static import static

from sendtracker.env import BASE_DIR
from tests import conftest
from tests.shares import LONGEST


def test_live_server_serves_static_files(live_server):
    with urllib.request.urlopen(urljoin(live_server.url, static("admin/css/base.css"))) as response:  # noqa: S310
        answer = (response.status, response.headers.get_content_type())

    assert answer == (200, "text/css")


def test_browser_opens_a_file_of_the_live_server(live_server, page):
    response = page.goto(urljoin(live_server.url, static("admin/css/base.css")))

    assert response.status == 200


def test_browser_marks_every_test_that_opens_one(request, page):
    assert request.node.get_closest_marker("browser").name == "browser"


@pytest.fixture
def browser_item(request, monkeypatch):
    """A browser test about to start on a machine without Chromium."""
    monkeypatch.setattr(conftest, "find_chromium", lambda: None)
    request.node.add_marker("browser")
    return request.node


def test_browser_missing_skips_with_a_plain_reason(browser_item, monkeypatch):
    monkeypatch.delenv("BROWSER_TESTS", raising=False)

    with pytest.raises(pytest.skip.Exception, match=r"install one \(apt install chromium\)"):
        conftest.pytest_runtest_setup(browser_item)


def test_browser_missing_where_it_is_required_fails(browser_item, monkeypatch):
    monkeypatch.setenv("BROWSER_TESTS", "required")

    with pytest.raises(pytest.fail.Exception, match=r"install one \(apt install chromium\)"):
        conftest.pytest_runtest_setup(browser_item)


def test_files_that_are_begun_first_are_there():
    assert [file for file in LONGEST if not (BASE_DIR / file).is_file()] == []
