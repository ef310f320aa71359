import csv
import io
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
    make_organisation,
    make_plan,
    make_priority,
    make_update,
)

pytestmark = pytest.mark.django_db

MAY, JULY = date(2019, 5, 15), date(2019, 7, 10)


def page(response):
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def ledger(client, plan, **query):
    return client.get(reverse("movement-ledger", args=[plan.pk]), {"on": "2019-07-10"} | query)


def as_csv(client, plan, **query) -> list[dict]:
    response = client.get(reverse("movement-ledger-csv", args=[plan.pk]), {"on": "2019-07-10"} | query)
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def make_summer() -> tuple:
    """A plan in which, between two meetings, one action worsened, one started and one changed and changed back."""
    plan = make_plan()
    make_meeting(make_body(plan.partnership), held_on=MAY)
    trust = make_organisation(plan.partnership, short_name="The trust")
    nurse = make_member(plan.partnership, role=Role.OFFICER, organisation=trust)
    worsened, started, returned = [make_action(plan, title=title) for title in ["Worsened", "Started", "Returned"]]
    make_update(worsened, Status.ON_TRACK, date(2019, 5, 1), by=nurse)
    make_update(worsened, Status.DELAYED, date(2019, 6, 3), by=nurse, reason="A post is vacant.")
    make_update(started, Status.ON_TRACK, date(2019, 6, 4), by=nurse, progress="A room was found.")
    make_update(returned, Status.ON_TRACK, date(2019, 5, 1), by=nurse)
    make_update(returned, Status.DELAYED, date(2019, 6, 5), by=nurse, reason="Too few places.")
    make_update(returned, Status.ON_TRACK, date(2019, 6, 6), by=nurse, progress="Places were found.")
    return plan, worsened


def test_movement_ledger_says_from_what_to_what_when_by_whom_and_why(client):
    plan, worsened = make_summer()
    client.force_login(make_member(plan.partnership))

    response = ledger(client, plan)

    row = page(response).find(f".//li[@id='action-{worsened.pk}']")
    said = " ".join("".join(row.itertext()).split())
    assert "On track→ became Delayed or at risk 3 Jun 2019, The trust: A post is vacant." in said


def test_movement_ledger_shows_every_step_of_what_changed_and_changed_back(client):
    plan, _ = make_summer()
    client.force_login(make_member(plan.partnership))

    response = ledger(client, plan, kind="returned")

    steps = ["".join(step.itertext()) for step in page(response).findall(".//p[@class='app-rows__step']")]
    assert steps == [
        "5 Jun 2019, The trust, to delayed or at risk: Too few places.",
        "6 Jun 2019, The trust, to on track: Places were found.",
    ]


def test_movement_ledger_shows_how_each_number_came_about(client):
    plan, _ = make_summer()
    client.force_login(make_member(plan.partnership))

    response = ledger(client, plan)

    rows = page(response).find(".//section[@aria-labelledby='sums']").findall(".//tbody/tr")
    shown = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in rows]
    assert shown == [
        ["Complete", "0", "0", "0", "0", "No change"],
        ["On track", "2", "1", "1", "2", "No change"],
        ["Not started", "1", "0", "1", "0", "−1"],
        ["Delayed or at risk", "0", "1", "0", "1", "+1"],
        ["No longer applicable", "0", "0", "0", "0", "No change"],
    ]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({}, ["Worsened", "Started", "Returned"]),
        ({"kind": "worsened"}, ["Worsened"]),
        ({"before": "not_started"}, ["Started"]),
        ({"after": "delayed"}, ["Worsened"]),
        ({"status": "on_track"}, ["Worsened", "Started"]),
        ({"compared_with": "2019-06-05"}, ["Returned"]),
    ],
)
def test_movement_ledger_csv_holds_just_the_rows_of_the_page(client, query, titles):
    plan, _ = make_summer()
    client.force_login(make_member(plan.partnership))

    shown = ledger(client, plan, **query).context["shown"].moves

    assert [move.action.title for move in shown] == titles
    assert [row["Action"] for row in as_csv(client, plan, **query)] == titles


def test_movement_ledger_csv_tells_each_row_in_words(client):
    plan, worsened = make_summer()
    client.force_login(make_member(plan.partnership))

    (row,) = as_csv(client, plan, kind="worsened")

    assert (row["From"], row["To"], row["Counts from"], row["Said by"], row["Words"]) == (
        "On track",
        "Delayed or at risk",
        "2019-06-03",
        "The trust",
        "A post is vacant.",
    )
    assert (row["Ref"], row["Every step"]) == (worsened.ref, "2019-06-03: On track to Delayed or at risk")


def test_movement_ledger_without_a_meeting_tells_all_that_ever_moved(client):
    plan = make_plan()
    make_update(make_action(plan), Status.ON_TRACK, date(2019, 4, 2))
    client.force_login(make_member(plan.partnership))

    response = ledger(client, plan)

    assert [(group.kind.label, len(group.moves)) for group in response.context["shown"].groups] == [
        ("Added to the plan", 1)
    ]


@pytest.mark.parametrize("query", [{"kind": "better"}, {"after": "red"}, {"status": "x"}])
def test_movement_ledger_refuses_a_filter_that_cannot_be(client, query):
    plan, _ = make_summer()
    client.force_login(make_member(plan.partnership))

    response = ledger(client, plan, **query)

    assert response.status_code == 400
    assert "must be one of:" in response.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_movement_ledger_asks_as_many_queries_however_much_moved(client, number, django_assert_num_queries):
    plan = make_plan()
    make_meeting(make_body(plan.partnership), held_on=MAY)
    for _ in range(number):
        make_update(make_action(priority=make_priority(plan)), Status.DELAYED, date(2019, 6, 1), reason="A post.")
    client.force_login(make_member(plan.partnership))

    with django_assert_num_queries(10):
        ledger(client, plan)
