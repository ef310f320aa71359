from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import render
from django.template.loader import render_to_string
from django.test import RequestFactory
from html5lib import HTMLParser

from actions.forms.base import GovukForm

pytestmark = pytest.mark.urls("tests.templatetags.test_components")

PARTNERSHIP = SimpleNamespace(slug="here", council_name="Here Council", get_absolute_url=lambda: "/here/")


class NameForm(GovukForm):
    name = forms.CharField()


def drawn(name: str, **context):
    context = {"user": AnonymousUser(), "request": RequestFactory().get("/")} | context
    markup = render_to_string(name, context)
    return HTMLParser(strict=True, namespaceHTMLElements=False).parse(markup)


def words(element) -> str:
    return " ".join("".join(element.itertext()).split())


def title(tree) -> str:
    return words(next(tree.iter("title")))


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ({}, "Page not found – SEND Tracker"),
        ({"partnership": PARTNERSHIP}, "Page not found – Here Council SEND Tracker"),
        ({"form": NameForm({})}, "Error: Page not found – SEND Tracker"),
        ({"form": NameForm()}, "Page not found – SEND Tracker"),
    ],
)
def test_base_names_the_council_and_an_error_in_the_title(context, expected):
    assert title(drawn("404.html", **context)) == expected


def test_base_starts_with_a_way_past_the_navigation():
    tree = drawn("404.html")

    first = next(tree.iter("a"))

    assert first.get("href") == "#main-content"
    assert [main.get("id") for main in tree.iter("main")] == ["main-content"]


def test_base_brings_the_councils_colour():
    tree = drawn("404.html", partnership=PARTNERSHIP)

    sheets = [link.get("href") for link in tree.iter("link") if link.get("rel") == "stylesheet"]

    assert sheets[-1] == "/partnerships/here/brand.css"


@pytest.mark.parametrize(("demo", "count"), [(True, 1), (False, 0)])
def test_base_says_when_it_is_a_demonstration(demo, count):
    tree = drawn("404.html", demo=demo)

    banners = [section for section in tree.iter("section") if section.get("aria-label") == "Demonstration"]

    assert len(banners) == count


def test_base_offers_signing_out_as_a_form_to_who_is_signed_in():
    person = SimpleNamespace(is_authenticated=True)

    forms_shown = [form.get("action") for form in drawn("404.html", user=person).iter("form")]

    assert forms_shown == ["/accounts/logout/"]
    assert list(drawn("404.html").iter("form")) == []


def test_bad_request_page_gives_the_problem():
    tree = drawn("400.html", problem="“on” must be a day.")

    assert "“on” must be a day." in [words(paragraph) for paragraph in tree.iter("p")]


@pytest.mark.parametrize("name", ["403_csrf.html", "500.html", "503.html"])
def test_plain_pages_ask_nothing_of_the_database(name):
    """No mark lets this test use the database: any query would fail it."""
    request = RequestFactory().get("/")
    request.session = request.user = None

    response = render(request, name)

    assert "Press Back: what you typed is still in the form." in response.content.decode()
