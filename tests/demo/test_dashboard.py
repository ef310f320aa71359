"""What members saw in July 2019, and what they could not: the names behind −9 and +7."""

from datetime import date
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.urls import reverse

from actions.choices import Status
from actions.demo.people import COMMITTEE_MEMBER
from actions.models import User
from tests.demo.plans import improvement_plan
from tests.demo.test_load import statuses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

MAY, JULY = date(2019, 5, 15), date(2019, 7, 10)


@pytest.fixture
def dashboard(client) -> Element:
    """As at the July meeting, which compares with the committee's meeting of May by itself."""
    client.force_login(User.objects.get(email=COMMITTEE_MEMBER.email))
    response = client.get(reverse("plan-dashboard", args=[improvement_plan().pk]), {"on": JULY.isoformat()})
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_july_2019_dashboard_gives_the_published_figures_and_what_changed_since_may(dashboard):
    boxes = dashboard.findall(".//div[@class='app-figures']/div")

    assert [words(box) for box in boxes] == [
        "18 Complete +7 since 15 May 2019",
        "46 On track −5 since 15 May 2019",
        "22 Not started −9 since 15 May 2019",
        "8 Delayed or at risk +7 since 15 May 2019",
    ]
    assert dashboard.find(".//span[@data-figure='total']").text == "94"


def test_july_2019_dashboard_names_all_that_left_not_started_and_all_that_became_delayed(dashboard):
    plan = improvement_plan()
    before, after = statuses(plan, MAY), statuses(plan, JULY)
    started = {ref for ref in before if before[ref] == Status.NOT_STARTED != after[ref]}
    delayed = {ref for ref in before if before[ref] != Status.DELAYED == after[ref]}

    moved = dashboard.find(".//section[@aria-labelledby='moved']")

    named = {words(link).split()[0] for link in moved.findall(".//li/a")}
    assert (len(started), len(delayed)) == (10, 8)
    assert started | delayed <= named
