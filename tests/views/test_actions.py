import csv
import io
from datetime import date

import openpyxl
import pytest
import time_machine
from django.urls import reverse

from actions.choices import Rag, Role, Status
from tests.factories import (
    make_action,
    make_answer,
    make_enquiry,
    make_finding,
    make_inspection,
    make_member,
    make_organisation,
    make_plan,
    make_priority,
    make_update,
)
from tests.views.filled import words_on
from tests.views.test_plans import figures_on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


def listed(client, plan, **query):
    return client.get(reverse("action-list", args=[plan.pk]), query)


def refs(response) -> list[str]:
    return [action.ref for action in response.context["table"].actions_on_page]


def detail(client, action, **query):
    return client.get(reverse("action-detail", args=[action.pk]), query)


def officer_for(action):
    return make_member(action.plan.partnership, role=Role.OFFICER, organisation=action.lead_organisation)


# ──── the list


def test_action_list_shows_the_plan_as_at_the_day(client):
    plan = make_plan()
    first, _later = make_action(plan), make_action(plan, added_on=date(2019, 7, 11))
    client.force_login(officer_for(first))

    response = listed(client, plan, on="2019-07-10")

    assert refs(response) == [first.ref]
    assert figures_on(response)["rows"] == "1"


def test_action_list_keeps_what_fits_each_filter(client):
    plan = make_plan()
    late = make_action(plan, title="Write the local offer", planned_start_on=None, original_due_on=date(2019, 6, 30))
    other = make_action(plan, success_criteria="Families say so", planned_start_on=date(2019, 9, 1))
    make_update(late, Status.DELAYED, date(2019, 6, 1), review_on=date(2019, 6, 20))
    other.contributors.add(late.lead_organisation)
    inspection = make_inspection(plan.partnership)
    finding, unanswered = make_finding(inspection), make_finding(inspection)
    other.findings.add(finding)
    client.force_login(officer_for(late))
    fits = {
        "q": [("local offer", [late.ref]), ("FAMILIES", [other.ref]), ("nowhere", [])],
        "status": [
            ("delayed", [late.ref]),
            ("not_started", [other.ref]),
            ("open", [late.ref, other.ref]),
            ("counted", [late.ref, other.ref]),
            ("closed", []),
        ],
        "rag": [("amber", [late.ref]), ("grey", [other.ref]), ("red", [])],
        "flag": [
            ("overdue", [late.ref]),
            ("review_passed", [late.ref]),
            ("not_confirmed", [late.ref, other.ref]),
        ],
        "priority": [(late.priority_id, [late.ref])],
        "lead": [(late.lead_organisation_id, [late.ref])],
        "organisation": [(late.lead_organisation_id, [late.ref, other.ref])],
        "finding": [(finding.pk, [other.ref]), (unanswered.pk, [])],
        "due_from": [("2019-07-01", [other.ref])],
        "due_to": [("2019-06-30", [late.ref])],
    }

    shown = {
        name: [(value, refs(listed(client, plan, **{name: value}))) for value, _ in cases]
        for name, cases in fits.items()
    }

    assert shown == fits


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("ref", [0, 1, 2]),
        ("-ref", [2, 1, 0]),
        ("title", [2, 1, 0]),
        ("status", [1, 0, 2]),
        ("rag", [1, 2, 0]),
        ("due_on", [1, 2, 0]),
        ("confirmed_on", [0, 2, 1]),
        ("-confirmed_on", [1, 2, 0]),
    ],
)
def test_action_list_sorts_by_the_vocabularys_own_order(client, sort, order):
    plan = make_plan()
    titles = ["C", "B", "A"]
    actions = [
        make_action(priority=make_priority(plan, order=n), title=titles[n], planned_start_on=None) for n in range(3)
    ]
    for action, due in zip(actions, [date(2020, 9, 1), date(2020, 1, 1), date(2020, 6, 1)], strict=True):
        type(action).objects.filter(pk=action.pk).update(original_due_on=due)
    make_update(actions[1], Status.DELAYED, date(2019, 6, 2))
    make_update(actions[2], Status.ON_TRACK, date(2019, 6, 1))
    client.force_login(officer_for(actions[0]))

    response = listed(client, plan, sort=sort)

    assert refs(response) == [actions[n].ref for n in order]


@pytest.mark.parametrize(
    "query",
    [
        {"status": "finished"},
        {"rag": "purple"},
        {"flag": "odd"},
        {"priority": "x"},
        {"lead": "987654"},
        {"due_from": "soon"},
        {"on": "never"},
    ],
)
def test_action_list_refuses_a_filter_that_cannot_be_and_names_what_can(client, query):
    action = make_action()
    client.force_login(officer_for(action))

    response = listed(client, action.plan, **query)

    assert response.status_code == 400
    assert f"“{next(iter(query))}” must be" in response.content.decode()


def test_action_list_refuses_a_priority_of_another_plan(client):
    action = make_action()
    client.force_login(officer_for(action))

    response = listed(client, action.plan, priority=make_priority().pk)

    assert response.status_code == 400


def test_action_list_refuses_a_finding_of_another_partnership(client):
    action = make_action()
    client.force_login(officer_for(action))

    response = listed(client, action.plan, finding=make_finding().pk)

    assert response.status_code == 400


@pytest.mark.parametrize("number", [1, 3, 60])
def test_action_list_asks_as_many_queries_whatever_the_plan_holds(client, number, django_assert_num_queries):
    plan = make_plan()
    for _ in range(number):
        make_update(make_action(priority=make_priority(plan)), Status.ON_TRACK, date(2019, 6, 1))
    client.force_login(make_member(plan.partnership, role=Role.COMMITTEE_MEMBER))
    listed(client, plan)

    with django_assert_num_queries(12):
        listed(client, plan)


def test_action_sheet_has_the_rows_of_the_list_with_the_last_word_on_each(client):
    plan = make_plan()
    spoken_of = make_action(plan, ref="1.10", title="=HYPERLINK(1)")
    make_action(plan)
    update = make_update(spoken_of, Status.ON_TRACK, date(2019, 6, 1), progress="The first panel met.")
    client.force_login(officer_for(spoken_of))

    response = client.get(reverse("action-sheet", args=[plan.pk]), {"status": "on_track"})

    sheet = openpyxl.load_workbook(io.BytesIO(response.content))["Actions"]
    [headings, row] = [dict(enumerate(row)) for row in sheet.iter_rows(values_only=True)]
    told = {heading: row[place] for place, heading in headings.items() if row[place]}
    assert told == {
        "Key (leave as it is)": f"{spoken_of.pk}/{update.pk}",
        "Ref": "1.10",
        "Action": "=HYPERLINK(1)",
        "Priority": str(spoken_of.priority),
        "Led by": spoken_of.lead_organisation.short_name,
        "Due": "Due 31 December 2020",
        "What was said last": "1 Jun 2019: The first panel met.",
        "How is it going?": "On track",
    }


def test_action_list_csv_has_the_rows_of_the_list_in_plain_words(client):
    plan = make_plan()
    action = make_action(
        priority=make_priority(plan, ref="1", title="Strategy"),
        title="=HYPERLINK(1)",
        planned_start_on=date(2019, 5, 1),
        original_due_on=date(2019, 6, 30),
        due_precision="month",
    )
    make_action(plan, planned_start_on=None)
    make_update(action, Status.ON_TRACK, date(2019, 6, 1))
    client.force_login(officer_for(action))

    response = client.get(reverse("action-list-csv", args=[plan.pk]), {"status": "on_track"})

    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows == [
        [
            "Ref",
            "Action",
            "Status",
            "Colour",
            "Priority",
            "Led by",
            "Start",
            "Due",
            "Due, in words",
            "Originally due",
            "Times moved",
            "Last confirmed",
            "To notice",
        ],
        [
            action.ref,
            "'=HYPERLINK(1)",
            Status.ON_TRACK.label,
            Rag.AMBER.label,
            "1. Strategy",
            action.lead_organisation.short_name,
            "2019-05-01",
            "2019-06-30",
            "June 2019",
            "2019-06-30",
            "0",
            "2019-06-01",
            "Past its due date; Said on track but past its date; Not confirmed lately",
        ],
    ]


# ──── one action


def test_action_detail_tells_everything_newest_first(client):
    action = make_action()
    officer = officer_for(action)
    make_update(action, Status.ON_TRACK, date(2019, 5, 1), progress="A group has met.")
    make_update(action, Status.ON_TRACK, date(2019, 6, 1), is_confirmation=True)
    action.title = "A better title"
    action.save()
    client.force_login(officer)

    response = client.get(reverse("action-detail", args=[action.pk]))

    assert [(event.kind, event.day) for event in response.context["timeline"]] == [
        ("edit", date(2019, 7, 10)),
        ("update", date(2019, 6, 1)),
        ("update", date(2019, 5, 1)),
        ("joined", date(2019, 4, 1)),
    ]


def test_action_detail_as_at_an_earlier_day_knows_nothing_later(client):
    action = make_action()
    make_update(action, Status.COMPLETE, date(2019, 6, 1))
    client.force_login(officer_for(action))

    response = client.get(reverse("action-detail", args=[action.pk]), {"on": "2019-05-31"})

    assert response.context["action"].status == Status.NOT_STARTED
    assert [event.kind for event in response.context["timeline"]] == ["joined"]


def test_action_detail_leads_to_the_findings_of_reports_that_were_out(client):
    action = make_action()
    later = make_inspection(action.plan.partnership, inspected_on=date(2019, 6, 1), published_on=date(2019, 7, 1))
    known, unknown = make_finding(make_inspection(action.plan.partnership)), make_finding(later)
    action.findings.add(known, unknown)
    client.force_login(officer_for(action))

    markup = client.get(reverse("action-detail", args=[action.pk]), {"on": "2019-06-30"}).content.decode()

    addresses = [f'"{finding.get_absolute_url()}?on=2019-06-30"' for finding in (known, unknown)]
    assert [address in markup for address in addresses] == [True, False]


def test_action_detail_before_the_action_joined_is_not_found(client):
    action = make_action(added_on=date(2019, 6, 1))
    client.force_login(officer_for(action))

    response = client.get(reverse("action-detail", args=[action.pk]), {"on": "2019-05-31"})

    assert response.status_code == 404


def test_action_detail_shows_what_was_asked_about_it_by_then(client):
    action = make_action()
    make_enquiry(about=[action], text="When does it open?")
    make_enquiry(about=[make_action(action.plan)], text="And the other?")
    client.force_login(officer_for(action))

    shown = {
        on: [text in words_on(detail(client, action, on=on)) for text in ("When does it open?", "And the other?")]
        for on in ("2019-05-14", "2019-05-15")
    }

    assert shown == {"2019-05-14": [False, False], "2019-05-15": [True, False]}


@pytest.mark.parametrize(
    ("role", "offered"), [(Role.COMMITTEE_MEMBER, True), (Role.BOARD_CHAIR, True), (Role.OFFICER, False)]
)
def test_action_detail_offers_to_ask_about_it_to_those_who_may(client, role, offered):
    action = make_action()
    client.force_login(make_member(action.plan.partnership, role=role))
    address = reverse("enquiry-add", args=[action.plan.partnership.slug]) + f"?action={action.pk}"

    assert (f'href="{address}"' in detail(client, action).content.decode()) is offered


@pytest.mark.parametrize("number", [1, 3])
def test_action_detail_asks_as_many_queries_whatever_its_history(client, number, django_assert_num_queries):
    action = make_action()
    for month in range(1, number + 1):
        make_update(action, Status.ON_TRACK, date(2019, 4, month), by=officer_for(action))
        action.contributors.add(make_organisation(action.plan.partnership))
        action.description = f"In {month} steps."
        action.save()
        make_answer(make_enquiry(about=[action]))
    client.force_login(officer_for(action))
    address = reverse("action-detail", args=[action.pk])
    client.get(address)

    with django_assert_num_queries(DETAIL_QUERIES):
        client.get(address)


DETAIL_QUERIES = 27
