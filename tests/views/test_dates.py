import csv
import io
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import Role
from actions.models import Action, DateDecision
from tests.factories import (
    make_action,
    make_agreed_date,
    make_date_change,
    make_member,
    make_partnership,
    make_plan,
)
from tests.views.test_plans import figures_on

pytestmark = pytest.mark.django_db

JUNE, TODAY = date(2019, 6, 3), date(2019, 7, 10)
ASKED = {
    "which": "due",
    "to_on": "2021-03-01",
    "to_precision": "month",
    "delay_reason": "staffing",
    "reason": "Two posts are vacant.",
    "effect_on_families": "Assessments take longer.",
}
DECIDED = {"is_agreed": "yes", "decided_on": "2019-07-08", "words": "Noted with concern."}


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def action() -> Action:
    return make_action()


def sign_in(client, action: Action, role: Role = Role.OFFICER, *, of_the_lead: bool = False):
    lead = action.lead_organisation if of_the_lead else None
    person = make_member(action.plan.partnership, role=role, organisation=lead)
    client.force_login(person)
    return person


def sign_in_elsewhere(client):
    client.force_login(make_member(make_partnership(), role=Role.PROGRAMME_MANAGER))


# ──── the ledger


def listed(client, plan, name: str = "date-list", **query):
    return client.get(reverse(name, args=[plan.pk]), query)


def refs(response) -> list[str]:
    return [row.record.action.ref for row in response.context["table"].rows]


def make_ledger(plan) -> list[Action]:
    """Moved by a year and brought forward by a month; one asked for, one refused, one never asked."""
    year, earlier, waiting, refused, _silent = (make_action(plan) for _ in range(5))
    make_agreed_date(year, date(2021, 12, 31), JUNE, reason="=1+1")
    make_agreed_date(earlier, date(2020, 11, 30), JUNE)
    make_date_change(waiting, effect_on_families="A longer wait.")
    make_date_change(refused).decide(by=make_member(plan.partnership), is_agreed=False, decided_on=JUNE)
    return [year, waiting, refused, earlier]


def test_date_list_tells_what_slipped_furthest_first(client):
    plan = make_plan()
    ledger = make_ledger(plan)
    sign_in(client, ledger[0])

    response = listed(client, plan)

    assert refs(response) == [action.ref for action in ledger]
    assert figures_on(response)["rows"] == "4"
    assert [slip.in_words for slip in response.context["slippage"].slips] == [
        "moved once, 12 months in all",
        "not moved",
        "not moved",
        "moved once, 1 month earlier in all",
    ]
    assert [change.action for change in response.context["slippage"].waiting] == [ledger[1]]


def test_date_list_as_at_an_earlier_day_knows_nothing_later(client):
    plan = make_plan()
    make_ledger(plan)
    sign_in(client, plan.actions.first())

    shown = {
        on: figures_on(listed(client, plan, on=on)).get("rows") for on in ["2019-04-30", "2019-05-01", "2019-06-03"]
    }

    assert shown == {"2019-04-30": None, "2019-05-01": "2", "2019-06-03": "4"}


@pytest.mark.parametrize(
    ("sort", "order"), [("moves", [1, 2, 0, 3]), ("-agreed", [0, 1, 2, 3]), ("months", [3, 1, 2, 0])]
)
def test_date_list_sorts(client, sort, order):
    plan = make_plan()
    ledger = make_ledger(plan)
    sign_in(client, ledger[0])

    assert refs(listed(client, plan, sort=sort)) == [ledger[number].ref for number in order]


def test_date_list_csv_has_the_rows_of_the_page(client):
    plan = make_plan()
    year, waiting, refused, earlier = make_ledger(plan)
    sign_in(client, year)

    response = listed(client, plan, "date-list-csv")

    heads, *rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    lead = {action.ref: action.lead_organisation.short_name for action in (year, waiting, refused, earlier)}
    assert heads == [
        "Ref", "Action", "Led by", "Original due date", "Due date now", "Moves", "Months in all", "Last reason",
        "For families", "Waiting for a decision",
    ]  # fmt: skip
    vacant = "Not enough staff, or a vacancy"
    expected = [
        (year, "2021-12-31", "1", "12", "'=1+1", "", ""),
        (waiting, "2020-12-31", "0", "0", vacant, "A longer wait.", "2021-06-30"),
        (refused, "2020-12-31", "0", "0", vacant, "", ""),
        (earlier, "2020-11-30", "1", "-1", vacant, "", ""),
    ]
    assert rows == [[action.ref, action.title, lead[action.ref], "2020-12-31", *cells] for action, *cells in expected]


@pytest.mark.parametrize("name", ["date-list", "date-list-csv"])
def test_date_list_hides_another_partnerships_plan(client, name):
    plan = make_plan()
    sign_in_elsewhere(client)

    assert listed(client, plan, name).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_date_list_asks_as_many_queries_whatever_the_plan_holds(client, number, django_assert_num_queries):
    plan = make_plan()
    for _ in range(number):
        make_ledger(plan)
    sign_in(client, plan.actions.first())
    listed(client, plan)

    with django_assert_num_queries(11):
        listed(client, plan)


# ──── asking


def ask(client, action: Action, **typed):
    return client.post(reverse("date-ask", args=[action.pk]), ASKED | typed)


def test_date_ask_asks_for_the_last_day_of_the_promised_range(client, action):
    officer = sign_in(client, action, of_the_lead=True)

    response = ask(client, action)

    assert response.url == action.get_absolute_url()
    change = action.date_changes.get()
    assert (change.from_on, change.to_on, change.to_in_words) == (date(2020, 12, 31), date(2021, 3, 31), "March 2021")
    assert (change.asked_by, change.asked_on, change.reason, change.effect_on_families) == (
        officer,
        TODAY,
        ASKED["reason"],
        ASKED["effect_on_families"],
    )


@pytest.mark.parametrize("role", [Role.OFFICER, Role.VERIFIER, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR])
def test_date_ask_refuses_who_may_not_update(client, action, role):
    sign_in(client, action, role)

    assert (ask(client, action).status_code, action.date_changes.count()) == (403, 0)


def test_date_ask_hides_another_partnerships_action(client, action):
    sign_in_elsewhere(client)

    assert (ask(client, action).status_code, action.date_changes.count()) == (404, 0)


# ──── deciding


def decide(client, change, **typed):
    return client.post(reverse("date-decide", args=[change.pk]), DECIDED | typed)


@pytest.mark.parametrize(("answer", "due_on"), [("yes", date(2021, 6, 30)), ("no", date(2020, 12, 31))])
def test_date_decide_by_the_chair_is_in_force_from_that_day(client, action, answer, due_on):
    change = make_date_change(action)
    chair = sign_in(client, action, Role.BOARD_CHAIR)

    response = decide(client, change, is_agreed=answer)

    decision = DateDecision.objects.get()
    assert response.url == reverse("date-list", args=[action.plan.pk])
    assert (decision.decided_by, decision.decided_on, decision.body, decision.words) == (
        chair,
        date(2019, 7, 8),
        None,
        DECIDED["words"],
    )
    due = {on: Action.objects.as_at(on).get().due_on for on in [date(2019, 7, 7), date(2019, 7, 8)]}
    assert due == {date(2019, 7, 7): action.original_due_on, date(2019, 7, 8): due_on}
