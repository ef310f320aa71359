"""Junk at every GET parameter of every page: a plain answer, never a 500."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.amounts import tries
from tests.views.test_every_url import PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_what_a_browser_gets")]

PARAMETERS = [
    "on", "compared_with", "q", "status", "rag", "flag", "priority", "lead", "organisation", "due_from", "due_to",
    "sort", "page", "per_page", "next", "state", "kind", "body", "plan", "action", "show", "sheet",
]  # fmt: skip
TEMPTING = [
    "",
    "0",
    "-1",
    "99999999999999999999",
    "1e9",
    "NaN",
    "2019-02-30",
    "0001-01-01",
    "9999-12-31",
    "\x00",
    "' OR 1=1 --",
]


def is_allauths(name: str) -> bool:
    return name.startswith("account_")


junk = st.sampled_from(TEMPTING) | st.text(max_size=30)


@pytest.mark.parametrize("name", [name for name, it in PAGES.items() if it.member != 405 and not is_allauths(name)])
@settings(
    max_examples=tries(60),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(query=st.dictionaries(st.sampled_from(PARAMETERS), junk, min_size=1, max_size=3))
def test_every_page_answers_junk_plainly(name, query, client, shared_world):
    response = client.get(reverse(name, args=PAGES[name].args(shared_world)), query)

    assert response.status_code in {200, 302, 400, 403, 404, 405}


@pytest.fixture
def shared_world(client, lasting_world):
    """Signed in once for all examples."""
    client.force_login(lasting_world.people["programme_manager"])
    return lasting_world


@pytest.mark.parametrize("query", [{"per_page": "-1"}, {"page": "-3"}, {"page": "x"}, {"sort": "."}, {"sort": "--ref"}])
@pytest.mark.parametrize(
    "name", ["action-list", "action-list-csv", "action-sheet", "date-list", "date-list-csv", "enquiry-list-csv"]
)
def test_order_or_page_that_cannot_be_is_left_aside(name, query, client, shared_world):
    response = client.get(reverse(name, args=PAGES[name].args(shared_world)), query)

    assert response.status_code == 200
