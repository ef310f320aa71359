from datetime import date

import html5lib
import pytest
from django.urls import reverse

from actions.choices import Role, Status
from tests.factories import (
    make_action,
    make_body,
    make_meeting,
    make_member,
    make_plan,
    make_priority,
    make_update,
)

pytestmark = pytest.mark.django_db

MAY, JULY = date(2019, 5, 15), date(2019, 7, 10)


def page(response):
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def figures_on(response) -> dict[str, str]:
    return {
        element.get("data-figure"): "".join(element.itertext()).strip()
        for element in page(response).iter()
        if element.get("data-figure")
    }


def member_of(plan, role=Role.COMMITTEE_MEMBER):
    return make_member(plan.partnership, role=role)


def dashboard(client, plan, **query):
    return client.get(reverse("plan-dashboard", args=[plan.pk]), query)


def test_plan_dashboard_counts_each_status_as_at_the_day(client):
    plan = make_plan()
    done, moving, late, gone, _waiting = [make_action(plan) for _ in range(5)]
    make_update(done, Status.COMPLETE, date(2019, 6, 1))
    make_update(moving, Status.ON_TRACK, date(2019, 6, 1))
    make_update(late, Status.DELAYED, date(2019, 6, 1))
    make_update(gone, Status.CLOSED, date(2019, 6, 1), reason="Now done nationally.")
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    shown = figures_on(response)
    assert {name: shown[name] for name in ["complete", "on_track", "not_started", "delayed", "closed", "total"]} == {
        "complete": "1",
        "on_track": "1",
        "not_started": "1",
        "delayed": "1",
        "closed": "1",
        "total": "4",
    }


def test_plan_dashboard_knows_nothing_of_later_days(client):
    plan = make_plan()
    make_update(make_action(plan), Status.COMPLETE, date(2019, 7, 11))
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    assert (figures_on(response)["complete"], figures_on(response)["not_started"]) == ("0", "1")


def test_plan_dashboard_compares_with_the_scrutiny_committees_last_meeting(client):
    plan = make_plan()
    meeting = make_meeting(make_body(plan.partnership), held_on=MAY)
    make_meeting(meeting.body, held_on=JULY)
    make_update(make_action(plan), Status.ON_TRACK, date(2019, 6, 1))
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on=JULY.isoformat())

    assert response.context["as_at"].compared_with == MAY
    assert {status: change for status, _number, change in response.context["summary"].figures} == {
        Status.COMPLETE: 0,
        Status.ON_TRACK: 1,
        Status.NOT_STARTED: -1,
        Status.DELAYED: 0,
    }


def test_plan_dashboard_compares_with_any_day_asked_for(client):
    plan = make_plan()
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10", compared_with="2019-06-30")

    assert response.context["movement"].since == date(2019, 6, 30)


def test_plan_dashboard_without_an_earlier_meeting_says_so(client):
    plan = make_plan()
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    assert response.context["movement"] is None
    assert "No earlier meeting is recorded to compare with." in response.content.decode()


def test_plan_dashboard_says_who_moved_and_why(client):
    plan = make_plan()
    make_meeting(make_body(plan.partnership), held_on=MAY)
    action = make_action(plan, title="A new local offer website")
    make_update(action, Status.DELAYED, date(2019, 6, 3), reason="The supplier withdrew.")
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    text = " ".join("".join(page(response).find(".//section[@aria-labelledby='moved']").itertext()).split())
    assert f"{action.ref} A new local offer website" in text
    assert f"3 Jun 2019, {action.lead_organisation.short_name}: The supplier withdrew." in text


@pytest.mark.parametrize(
    "query",
    [
        {"on": "yesterday"},
        {"on": "2019-02-30"},
        {"on": "10/07/2019"},
        {"on": "1066-10-14"},
        {"on": "2019-07-10", "compared_with": "2019-07-10"},
        {"on": "2019-07-10", "compared_with": "soon"},
    ],
)
def test_plan_dashboard_refuses_a_day_that_cannot_be(client, query):
    plan = make_plan()
    client.force_login(member_of(plan))

    response = dashboard(client, plan, **query)

    assert response.status_code == 400
    assert "YYYY-MM-DD" in response.content.decode() or "must be a day before" in response.content.decode()


@pytest.mark.parametrize("number", [1, 3, 94])
def test_plan_dashboard_asks_as_many_queries_whatever_the_plan_holds(client, number, django_assert_num_queries):
    plan = make_plan()
    make_meeting(make_body(plan.partnership), held_on=MAY)
    for _ in range(number):
        action = make_action(priority=make_priority(plan))
        make_update(action, Status.DELAYED, date(2019, 6, 1), reason="A post is vacant.")
    client.force_login(member_of(plan))
    dashboard(client, plan, on="2019-07-10")

    with django_assert_num_queries(15):
        response = dashboard(client, plan, on="2019-07-10")

    assert response.status_code == 200
