import json
from collections import Counter
from datetime import date

import pytest
from django.urls import reverse

from actions.choices import BodyKind, Role, Status
from tests.factories import (
    make_action,
    make_agreed_date,
    make_body,
    make_meeting,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_update,
    make_verification,
)
from tests.histories import day
from tests.views.test_plans import page

pytestmark = pytest.mark.django_db

ON = date(2020, 3, 31)


@pytest.fixture
def shown(client):
    """The page of a plan as a member sees it."""

    def shown(plan, **query):
        client.force_login(make_member(plan.partnership, role=Role.COMMITTEE_MEMBER))
        return client.get(reverse("plan-trend", args=[plan.pk]), {"on": ON.isoformat()} | query)

    return shown


def make_history(plan) -> None:
    """Ten actions done in time, one verified; one re-dated, one without a date, one delayed."""
    priority, lead = make_priority(plan), make_organisation(plan.partnership)
    for number in range(10):
        action = make_action(priority=priority, lead_organisation=lead, original_due_on=day(30 * (number + 1)))
        claim = make_update(action, Status.COMPLETE, day(30 * (number + 1)))
    make_verification(claim)
    make_agreed_date(make_action(priority=priority, original_due_on=date(2020, 2, 29)), date(2021, 1, 31), ON)
    make_action(priority=priority, original_due_on=None, due_precision="ongoing")
    make_update(make_action(priority=priority), Status.DELAYED, date(2019, 9, 1))


def section(response, name: str):
    return page(response).find(f".//section[@aria-labelledby='{name}']")


def words_of(element) -> str:
    return " ".join("".join(element.itertext()).split())


def table_in(element) -> list[list[str]]:
    return [[words_of(cell) for cell in row] for row in element.findall(".//table//tr")]


def drawn(response, chart: str) -> dict:
    script = page(response).find(f".//script[@id='{chart}-data']")
    return {trace["name"]: trace for trace in json.loads(script.text)["data"]}


def test_plan_trend_draws_what_its_tables_say(shown):
    plan = make_plan()
    make_history(plan)

    response = shown(plan)

    mix, burn_up = drawn(response, "trend-chart"), drawn(response, "burn-up-chart")
    heads, *rows = table_in(section(response, "status-mix"))
    for column, name in enumerate(heads[1:5], start=1):
        assert mix[name]["y"] == [int(row[column]) for row in rows]
    assert [day.replace("<br>", " ") for day in mix["Complete"]["x"]] == [row[0] for row in rows]
    heads, *rows = table_in(section(response, "burn-up"))
    for column, name in enumerate(heads[1:], start=1):
        assert burn_up[name]["y"] == [int(row[column]) for row in rows if row[column] != "to come"]


def test_plan_trend_tells_the_main_facts_to_who_cannot_see_the_charts(shown):
    plan = make_plan()
    make_history(plan)

    labels = [chart.get("aria-label") for chart in page(shown(plan)).findall(".//div[@role='img']")]

    assert labels == [
        "Stacked bars of the actions by status. From 30 April 2019 to 31 March 2020, complete rose from 0 to 10, "
        "on track stayed at 0, not started fell from 13 to 2 and delayed or at risk rose from 0 to 1. "
        "The table below gives the numbers.",
        "Four rising lines. By 31 March 2020, 11 of 13 actions should have been complete as first promised, and 10 by "
        "the dates agreed since. 10 are claimed to be, 1 of them verified. The table below gives the numbers.",
    ]


def test_plan_trend_counts_at_the_scrutiny_committees_meetings_or_another_bodys(shown):
    plan = make_plan()
    board = make_meeting(make_body(plan.partnership, kind=BodyKind.BOARD, name="A board"), held_on=date(2019, 6, 20))
    make_meeting(make_body(plan.partnership), held_on=date(2019, 7, 10))

    scrutiny = shown(plan, by="meeting").context["points"]
    of_the_board = shown(plan, by="meeting", body=board.body.pk).context["points"]

    assert [point.day for point in scrutiny] == [date(2019, 7, 10), ON]
    assert [point.day for point in of_the_board] == [date(2019, 6, 20), ON]


@pytest.mark.parametrize(
    ("query", "allowed"),
    [
        ({"by": "week"}, "“by” must be one of: month, meeting."),
        ({"by": "meeting", "body": "0"}, "“body” must be one of: "),
        ({"by": "meeting", "body": "x"}, "“body” must be one of: "),
        ({"by_day": "soon"}, "YYYY-MM-DD"),
        ({"on": "never"}, "YYYY-MM-DD"),
    ],
)
def test_plan_trend_refuses_what_cannot_be_and_says_what_can(shown, query, allowed):
    plan = make_plan()
    make_body(plan.partnership)

    response = shown(plan, **query)

    assert response.status_code == 400
    assert allowed in response.content.decode()


def test_plan_trend_without_any_body_has_no_meetings_to_count_at(shown):
    response = shown(make_plan(), by="meeting")

    assert response.status_code == 400
    assert "none, as no body is recorded" in response.content.decode()


def test_plan_trend_does_not_know_the_bodies_of_others(shown):
    response = shown(make_plan(), by="meeting", body=make_body(make_partnership()).pk)

    assert response.status_code == 400


def test_plan_trend_forecasts_for_the_day_asked_for(shown):
    plan = make_plan(next_inspection_on=date(2020, 8, 1))
    make_history(plan)

    response = shown(plan, by_day="2020-06-30")

    likely = response.context["forecast"].range
    assert words_of(section(response, "forecast")).startswith(
        f"Where this is heading By 30 June 2020: {likely.in_words} of 13 actions complete, most likely about "
        f"{likely.middle}. In at least 8 of 10 simulated futures the number lies in that range. 10 are complete on "
        "the day shown."
    )
    assert drawn(response, "burn-up-chart").keys() >= {f"Forecast, {likely.low} to {likely.high}"}


def test_plan_trend_says_what_the_forecast_assumes_and_how_it_was_made(shown):
    plan = make_plan(next_inspection_on=date(2020, 8, 1))
    make_history(plan)

    said = words_of(section(shown(plan), "forecast"))

    assert "when the next inspection is expected" in said
    assert "In each of 1000 simulated futures" in said
    assert "draws the same lots each time (number 2019)" in said


def test_plan_trend_says_why_there_is_no_forecast(shown):
    response = shown(make_plan(), on="2019-07-10")

    assert "No forecast for 31 December 2020. The plan has no action yet." in words_of(section(response, "forecast"))
    assert response.context["forecast"].range is None


def test_plan_trend_keeps_what_was_asked_for_when_another_forecast_is(shown):
    plan = make_plan()
    make_body(plan.partnership)

    response = shown(plan, by="meeting", by_day="2020-06-30")

    hidden = section(response, "forecast").findall(".//form/input[@type='hidden']")
    assert [(field.get("name"), field.get("value")) for field in hidden] == [("on", ON.isoformat()), ("by", "meeting")]


def test_plan_trend_shows_the_worst_first_by_priority_and_by_lead(shown):
    plan = make_plan()
    good, bad = make_priority(plan, title="Good", order=1), make_priority(plan, title="Bad", order=2)
    council, trust = [make_organisation(plan.partnership, name=name) for name in ("Council", "Trust")]
    make_action(priority=good, lead_organisation=council)
    make_action(priority=bad, lead_organisation=trust, original_due_on=date(2019, 5, 1))

    mix = shown(plan).context["mix"]

    assert [group.record for group in mix.by_priority.groups] == [bad, good]
    assert [group.record for group in mix.by_organisation.groups] == [trust, council]
    assert mix.in_words == (
        f"1 of 2 actions is red and 1 amber. The most red stand under “{bad}” (1), and are led by Trust (1)."
    )


def test_plan_trend_leads_from_a_colours_number_and_the_undated_to_just_so_many_rows(shown, client):
    """Its other figures are followed by tests/views/test_every_figure.py too, but there every action has a date."""
    plan = make_plan()
    make_history(plan)

    links = [
        (figure.get("data-figure"), int(figure.text), link.get("href"))
        for link in page(shown(plan)).iter("a")
        for figure in link.iter()
        if figure.get("data-figure") in {"undated", "colour", "colours"}
    ]
    assert [(name, number) for name, number, _ in links] == [
        (name, client.get(url).context["row_count"]) for name, _, url in links
    ]
    assert Counter(name for name, *_ in links) == {"undated": 1, "colour": 7, "colours": 5}


def test_plan_trend_before_the_plan_began_says_so(shown):
    response = shown(make_plan(), on="2019-03-01")

    assert (response.context["points"], response.context["burn_up"]) == ([], None)
    assert "so there is no trend to show" in words_of(section(response, "status-mix"))


def test_plan_trend_of_another_partnership_is_not_found(client):
    client.force_login(make_member(make_partnership()))

    assert client.get(reverse("plan-trend", args=[make_plan().pk])).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_plan_trend_asks_as_many_queries_whatever_the_plan_holds(shown, client, number, django_assert_num_queries):
    plan = make_plan()
    for _ in range(number):
        make_meeting(make_body(plan.partnership), held_on=date(2019, 7, 10))
        make_update(make_action(plan), Status.COMPLETE, date(2019, 6, 1))
    shown(plan, by="meeting")

    with django_assert_num_queries(13):
        client.get(reverse("plan-trend", args=[plan.pk]), {"on": ON.isoformat(), "by": "meeting"})
