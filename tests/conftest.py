"""How the tests run: which browser opens, how the database is emptied, what Hypothesis may do."""

import os
import shutil
from collections.abc import Generator

import pytest
from django.core.cache import caches
from django.db import connections
from django.db.backends.base.creation import BaseDatabaseCreation
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import HealthCheck, settings

from tests.database import drop_with_sessions, flush_with_history
from tests.shares import Shares, longest_first

CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"]

# Playwright keeps an event loop running in the thread of the test, which Django would take for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

settings.register_profile(
    "tests",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("tests")


def find_chromium() -> str | None:
    """`CHROME_BIN` names a browser that is not on the path."""
    return os.environ.get("CHROME_BIN") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """Marked before `-m` chooses, and in order after pytest-django has put the tests in an order of its own."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", []):
            item.add_marker("browser")
    yield
    items.sort(key=longest_first)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log) -> Shares:
    return Shares(config, log)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") is None or find_chromium():
        return
    reason = "No Chromium here: install one (apt install chromium) or name one in CHROME_BIN."
    if os.environ.get("BROWSER_TESTS") == "required":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Whoever asks for the test database gets it.

    pytest-django makes it only where a test of the run is marked or asks for `db`, so tests that reach it
    through a fixture of their module would, run alone, write to the real one.

    A thread of the live server gives its connection back after each request, so none is open when the
    database is dropped.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(connections.databases["default"], "CONN_MAX_AGE", 0)
        patch.setattr(BaseDatabaseCreation, "_destroy_test_db", drop_with_sessions)
        patch.setattr("pytest_django.fixtures._get_databases_for_setup", lambda items: ({"default"}, set()))
        yield


@pytest.fixture(scope="session")
def base_url() -> None:
    """Pages are named by `live_server.url`. The plugin's fixture of this name warns under pytest 9."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return browser_type_launch_args | {
        "executable_path": find_chromium(),
        "args": ["--no-sandbox"] if is_root else [],
    }


@pytest.fixture(scope="session", autouse=True)
def _history_may_be_flushed():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush_with_history)
        yield


@pytest.fixture(autouse=True)
def _pages_are_forgotten() -> None:
    """A test that is rolled back gives its plan's number and revision to the next one."""
    caches["pages"].clear()


@pytest.fixture(autouse=True)
def _database_outlives_the_browser(request) -> None:
    """Opened before the page, so closed after it: a page may still be fetching when its test ends."""
    if {"browser", "transactional_db"} <= set(request.fixturenames):
        request.getfixturevalue("transactional_db")
