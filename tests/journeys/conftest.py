"""A visitor's browser: watched, on a fixed day, and signed in without typing where typing is not the point."""

import threading
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page, Response
from pytest_django.live_server_helper import LiveServer

from actions.models import User
from tests.factories import PASSWORD

from .pages import Stop
from .watch import watch
from .world import World, it_is_today, make_world


@pytest.fixture(scope="session")
def service(django_db_setup) -> Iterator[str]:
    """The address of the service. Unlike pytest-django's `live_server` it lets a world outlive one test."""
    server = LiveServer("localhost")
    yield server.url
    _let_requests_end()
    server.stop()


def _let_requests_end() -> None:
    """A thread that still answers a browser that has left must not find its database taken away."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)


@pytest.fixture(autouse=True)
def _today(settings) -> Iterator[None]:
    """For the service it is TODAY. For the browser it is not: no cookie may name the day on which it ends."""
    settings.CSRF_COOKIE_AGE = None
    with it_is_today():
        yield


@pytest.fixture
def world(transactional_db) -> World:
    """New for each test. A module whose tests only read says `world = lasting_world` in a fixture of its own."""
    return make_world()


@pytest.fixture(scope="module")
def lasting_world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """One world for all tests of a module, which leave it as they find it. Saves a minute on PostgreSQL."""
    with django_db_blocker.unblock():
        with it_is_today():
            world = make_world()
        yield world
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return browser_context_args | {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"}


@pytest.fixture
def page(page: Page, service) -> Iterator[Page]:
    page.set_default_timeout(10_000)
    problems = watch(page, origin=service)
    yield page
    page.title()  # whatever the page still had to tell has been told once it answers
    assert problems == []


@pytest.fixture
def sign_in(context, client, service, world) -> Callable[[User], None]:
    """Gives the browser a session that Django's test client opened."""

    def sign_in(person: User) -> None:
        client.force_login(person)
        name = django_settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": service}])

    return sign_in


@pytest.fixture
def sign_in_by_form(page: Page, service, world) -> Callable[[User], None]:
    """As people do it."""

    def sign_in(person: User) -> None:
        page.goto(service + reverse("account_login"))
        page.get_by_label("Email").fill(person.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("button", name="Sign out").wait_for()

    return sign_in


@pytest.fixture
def visit(page: Page, service) -> Callable[..., Response]:
    """Opens one of our pages by the name of its url: `visit("plan-dashboard", plan.pk, on="2019-05-15")`."""

    def visit(name: str, *args, **query) -> Response:
        return page.goto(service + reverse(name, args=args, query=query or None))

    return visit


@pytest.fixture
def stop_at(page: Page, world: World, sign_in, service) -> Callable[[Stop], Response]:
    """Goes to one page of the walk as the person who would, and does there what they would do."""

    def stop_at(stop: Stop) -> Response:
        if stop.visitor:
            sign_in(getattr(world, stop.visitor))
        response = page.goto(service + stop.address(world))
        stop.then(page)
        return response

    return stop_at
