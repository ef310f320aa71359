from datetime import date

import html5lib
import pytest
from django.urls import reverse

from actions.choices import Role, Status
from tests.factories import (
    make_action,
    make_body,
    make_enquiry,
    make_evidence,
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

    assert response.context["told"]["dashboard"].movement is None
    assert "No earlier meeting is recorded to compare with." in response.content.decode()


def section(response, name: str) -> str:
    return " ".join("".join(page(response).find(f".//section[@aria-labelledby='{name}']").itertext()).split())


def make_two_meetings_and_a_summer(plan) -> None:
    """Between May and July one action was delayed, one recovered, one started and one was completed."""
    make_meeting(make_body(plan.partnership), held_on=MAY)
    slipped = make_action(plan, title="A new local offer website", original_due_on=date(2019, 9, 30))
    make_update(slipped, Status.ON_TRACK, date(2019, 4, 30))
    make_update(
        slipped,
        Status.DELAYED,
        date(2019, 6, 3),
        reason="The supplier withdrew.",
        recovery="A second supplier was asked.",
        effect_on_families="One page in four is out of date.",
    )
    recovered, started, done = [make_action(plan, title=title) for title in ["Recovered", "Started", "Done"]]
    make_update(recovered, Status.DELAYED, date(2019, 5, 1), reason="A post is vacant.")
    make_update(recovered, Status.ON_TRACK, date(2019, 6, 4))
    make_update(started, Status.ON_TRACK, date(2019, 6, 5))
    make_update(done, Status.COMPLETE, date(2019, 6, 6))
    make_evidence(done, title="Minutes of June", added_on=date(2019, 6, 6))


def test_plan_dashboard_says_in_words_what_moved(client):
    plan = make_plan()
    make_two_meetings_and_a_summer(plan)
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    said = section(response, "moved")
    assert (
        "1 became delayed or at risk, 1 recovered, 1 started, 1 was completed. Of those completed, 0 verified." in said
    )


def test_plan_dashboard_says_why_what_is_late_and_what_it_means_for_families(client):
    plan = make_plan()
    make_two_meetings_and_a_summer(plan)
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    said = section(response, "late")
    assert "A new local offer website" in said
    assert (
        "Why The supplier withdrew. For families One page in four is out of date. Being done A second supplier"
    ) in said


def test_plan_dashboard_shows_what_was_completed_with_its_evidence(client):
    plan = make_plan()
    make_two_meetings_and_a_summer(plan)
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    assert "Done 6 Jun 2019" in section(response, "completed")
    assert "Not yet verified. Shown by: Minutes of June." in section(response, "completed")


def test_plan_dashboard_parts_not_started_in_three(client):
    plan = make_plan()
    make_action(plan, title="Should be under way", planned_start_on=date(2019, 6, 1))
    make_action(plan, title="Undated", planned_start_on=None)
    make_action(plan, title="For the autumn", planned_start_on=date(2019, 9, 1))
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    said = section(response, "not-started")
    places = [said.index(words) for words in ["Should have started: 1", "No start date: 1", "Not yet due to start: 1"]]
    names = [said.index(words) for words in ["Should be under way", "Undated", "For the autumn"]]
    assert [place < name for place, name in zip(places, names, strict=True)] == [True, True, True]


def test_plan_dashboard_reads_aloud_in_the_order_a_committee_asks(client):
    plan = make_plan()
    make_two_meetings_and_a_summer(plan)
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    order = [each.get("aria-labelledby") for each in page(response).iter("section") if each.get("aria-labelledby")]
    asked = ["headline", "moved", "late", "not-started", "silent", "completed", "by-priority", "trend"]
    assert [name for name in order if name in asked] == asked


def test_plan_dashboard_is_led_by_the_answers_that_are_overdue(client):
    plan = make_plan()
    make_enquiry(plan.partnership, text="Who answers for the wait?", asked_on=date(2019, 4, 10))
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    first = next(each for each in page(response).iter("section") if each.get("aria-labelledby"))
    assert first.get("aria-labelledby") == "answers-overdue"
    assert "Answers overdue: 1 Who answers for the wait?" in section(response, "answers-overdue")


def test_plan_dashboard_of_a_large_plan_names_the_first_and_counts_the_rest(client):
    plan = make_plan()
    for _ in range(27):
        make_action(plan, planned_start_on=None)
    client.force_login(member_of(plan))

    response = dashboard(client, plan, on="2019-07-10")

    named = page(response).findall(".//section[@aria-labelledby='not-started']//li[@class='app-names__item']")
    assert len(named) == 24
    assert "and 3 more" in section(response, "not-started")


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
        make_update(action, Status.COMPLETE, date(2019, 6, 1))
        make_evidence(action)
    client.force_login(member_of(plan))

    with django_assert_num_queries(16):
        dashboard(client, plan, on="2019-07-10")
    with django_assert_num_queries(6):
        response = dashboard(client, plan, on="2019-07-10")

    assert response.status_code == 200


def test_plan_dashboard_is_kept_for_all_until_somebody_writes(client):
    plan = make_plan()
    action = make_action(plan)
    client.force_login(member_of(plan))
    first = figures_on(dashboard(client, plan, on="2019-07-10"))["delayed"]

    action.record_update(by=member_of(plan, Role.PROGRAMME_MANAGER), status="delayed", effective_on=date(2019, 7, 1))

    assert (first, figures_on(dashboard(client, plan, on="2019-07-10"))["delayed"]) == ("0", "1")


def test_plan_dashboard_kept_for_one_person_names_nobody_to_another(client):
    plan = make_plan()
    client.force_login(make_member(plan.partnership, role=Role.OFFICER, name="Oakley"))
    dashboard(client, plan, on="2019-07-10")
    client.force_login(make_member(plan.partnership, role=Role.COMMITTEE_MEMBER, name="Linden"))

    response = dashboard(client, plan, on="2019-07-10")

    assert "Linden" in response.content.decode()
    assert "Oakley" not in response.content.decode()
