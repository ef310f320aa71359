from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import Role, Status
from actions.models import Action, Plan
from actions.operations.save_record import last_edit, save_record
from tests.factories import (
    PLAN_STARTS_ON,
    make_action,
    make_finding,
    make_frozen_report,
    make_inspection,
    make_member,
    make_organisation,
    make_plan,
    make_priority,
    make_update,
    make_user,
)
from tests.views.building import MANAGER_ONLY, REFUSED_AND_HIDDEN, errors, sent_by_others, sign_in
from tests.views.filled import filled, words_on

pytestmark = pytest.mark.django_db

KEPT = ["added_on", "planned_start_on", "original_due_on", "due_precision", "due_as_typed"]


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def plan() -> Plan:
    return make_plan(title="Improvement plan")


def page_of(name: str, record) -> str:
    return reverse(name, args=[record.pk])


def promise(plan: Plan, **typed) -> dict:
    """What a programme manager types of a new action."""
    priority = plan.priorities.first() or make_priority(plan)
    lead = plan.partnership.organisations.first() or make_organisation(plan.partnership)
    return {
        "priority": priority.pk,
        "ref": "1.1",
        "title": "Open a second clinic",
        "lead_organisation": lead.pk,
        "planned_start_on": "2019-04-01",
        "due": "end of Autumn term 2019",
        "added_on": "2019-04-01",
    } | typed


# ──── add


def test_action_add_keeps_all_of_a_promise_and_what_was_typed_of_its_date(client, plan):
    person = sign_in(client, plan.partnership)
    officer = make_member(plan.partnership, role=Role.OBSERVER)
    other = make_organisation(plan.partnership)
    finding = make_finding(make_inspection(plan.partnership))
    typed = promise(
        plan,
        description="In the east.",
        success_criteria="Nobody waits.",
        accountable_post="Head of therapies",
        accountable_name="Sorrel",
        accountable_user=officer.pk,
        localities="East",
        contributors=[other.pk],
        findings=[finding.pk],
    )

    response = client.post(page_of("action-add", plan), typed)

    action = Action.objects.get()
    assert response.url == page_of("plan-outline", plan)
    assert [getattr(action, name) for name in KEPT] == [
        date(2019, 4, 1),
        date(2019, 4, 1),
        date(2019, 12, 31),
        "term",
        "end of Autumn term 2019",
    ]
    words = {name: typed[name] for name in ("description", "success_criteria", "accountable_post", "localities")}
    assert {name: getattr(action, name) for name in words} == words
    assert (action.accountable_user, list(action.contributors.all()), list(action.findings.all())) == (
        officer,
        [other],
        [finding],
    )
    assert (action.history.get().history_user, plan.actions.get()) == (person, action)


def test_action_add_refuses_and_hides(client, plan):
    answers = sent_by_others(client, plan.partnership, page_of("action-add", plan), MANAGER_ONLY, promise(plan))

    assert (answers, Action.objects.count()) == (REFUSED_AND_HIDDEN, 0)


def test_action_add_opens_under_the_priority_from_which_it_was_asked_for(client, plan):
    make_priority(plan)
    second = make_priority(plan)
    sign_in(client, plan.partnership)

    opened = client.get(page_of("action-add", plan), {"priority": second.pk})

    assert filled(opened)["priority"] == str(second.pk)


@pytest.mark.parametrize(
    ("plan_fields", "joins_on"),
    [
        ({}, "2019-04-01"),
        ({"adopted_on": PLAN_STARTS_ON}, "2019-07-10"),
        ({"adopted_on": PLAN_STARTS_ON, "starts_on": date(2019, 9, 1)}, "2019-09-01"),
    ],
)
def test_action_add_proposes_from_which_day_it_is_part_of_the_plan(client, plan_fields, joins_on):
    plan = make_plan(**plan_fields)
    sign_in(client, plan.partnership)

    assert filled(client.get(page_of("action-add", plan)))["added_on"] == joins_on


def test_action_add_never_joins_under_a_frozen_report(client, plan):
    make_frozen_report(plan)
    sign_in(client, plan.partnership)

    proposed = filled(client.get(page_of("action-add", plan)))["added_on"]
    refused = client.post(page_of("action-add", plan), promise(plan, added_on="2019-07-10"))

    assert (proposed, Action.objects.count(), list(errors(refused))) == ("2019-07-11", 0, ["added_on"])


@pytest.mark.parametrize(
    ("typed", "field", "problem"),
    [
        ({"ref": ""}, "ref", "Write the reference."),
        ({"priority": ""}, "priority", "Choose the priority."),
        ({"lead_organisation": ""}, "lead_organisation", "Choose the lead organisation."),
        ({"planned_start_on": "2020-01-01"}, "planned_start_on", "Choose 31 December 2019 or earlier: it is due then."),
        (
            {"description": "x" * 20_001},
            "description",
            "Ensure this value has at most 20000 characters (it has 20001).",
        ),
        ({"due": "31/03/9999"}, "due", "Look at the year: it must be between 2000 and 2099."),
    ],
)
def test_action_add_says_what_is_wrong_beside_its_field_and_keeps_what_was_typed(client, plan, typed, field, problem):
    sign_in(client, plan.partnership)

    response = client.post(page_of("action-add", plan), promise(plan, **typed))

    assert (errors(response), filled(response)["title"]) == ({field: [problem]}, "Open a second clinic")


def test_action_add_asks_again_for_a_date_that_it_does_not_understand(client, plan):
    sign_in(client, plan.partnership)

    response = client.post(page_of("action-add", plan), promise(plan, due="when we can"))

    assert (list(errors(response)), filled(response)["due"]) == (["due"], "when we can")
    assert errors(response)["due"][0].startswith(
        "“when we can” cannot be read as a due date. Write a day (31/03/2020), a month (March 2020)"
    )


def test_action_add_refuses_a_reference_twice(client, plan):
    make_action(plan, ref="1.1")
    sign_in(client, plan.partnership)

    response = client.post(page_of("action-add", plan), promise(plan))

    assert errors(response) == {"ref": ["Another action of this plan has this reference: choose another."]}


def test_action_add_takes_nothing_of_another_partnership(client, plan):
    sign_in(client, plan.partnership)
    make_organisation(plan.partnership)
    make_finding(make_inspection(plan.partnership))
    elsewhere = make_action(accountable_user=make_user())
    foreign = {
        "priority": elsewhere.priority_id,
        "lead_organisation": elsewhere.lead_organisation_id,
        "contributors": [elsewhere.lead_organisation_id],
        "accountable_user": elsewhere.accountable_user_id,
        "findings": [make_finding().pk],
    }

    response = client.post(page_of("action-add", plan), promise(plan) | foreign)

    assert sorted(errors(response)) == sorted(foreign)


# ──── edit


def test_action_edit_changes_it_and_tells_who_did(client, plan):
    action = make_action(plan, title="Open a clinic")
    sign_in(client, plan.partnership, name="Hazel")

    response = client.post(
        page_of("action-edit", action), filled(client.get(page_of("action-edit", action)), due="March 2020")
    )

    action.refresh_from_db()
    assert response.url == page_of("plan-outline", plan)
    assert (action.original_due_on, action.due_precision, action.due_as_typed) == (
        date(2020, 3, 31),
        "month",
        "March 2020",
    )
    assert (
        "changed by Hazel Due, as typed: “empty” became “March 2020”."
        "Late after: “31 December 2020” became “31 March 2020”."
    ) in words_on(client.get(page_of("action-edit", action)))


def test_action_edit_refuses_and_hides(client, plan):
    action = make_action(plan, title="As it was")

    answers = sent_by_others(client, plan.partnership, page_of("action-edit", action), MANAGER_ONLY, promise(plan))

    assert (answers, Action.objects.get().title) == (REFUSED_AND_HIDDEN, "As it was")


@pytest.mark.parametrize(
    "dates",
    [
        {"original_due_on": date(2020, 4, 12), "due_precision": "term"},
        {"original_due_on": date(2020, 4, 30), "due_precision": "month", "due_as_typed": "sometime before May"},
        {"original_due_on": None, "due_precision": "ongoing"},
        {"original_due_on": None, "due_precision": "ongoing", "due_as_typed": "termly"},
        {"original_due_on": None, "due_precision": "none"},
    ],
)
def test_action_edit_leaves_a_date_that_was_not_touched_as_it_was_taken(client, plan, dates):
    action = make_action(plan, **dates)
    before = [getattr(action, name) for name in KEPT]
    sign_in(client, plan.partnership)

    client.post(page_of("action-edit", action), filled(client.get(page_of("action-edit", action)), title="Plainer"))

    action.refresh_from_db()
    assert (action.title, [getattr(action, name) for name in KEPT]) == ("Plainer", before)


def test_action_edit_shows_the_dates_of_an_adopted_plan_and_leads_to_asking_for_another(client):
    action = make_action(make_plan(adopted_on=PLAN_STARTS_ON), due_as_typed="end of 2020")
    sign_in(client, action.plan.partnership)

    response = client.get(page_of("action-edit", action))

    assert [name for name in ("due", "added_on", "planned_start_on") if name in response.context["form"].fields] == []
    assert "The plan was adopted on 1 April 2019: its original dates stand." in words_on(response)
    assert reverse("date-ask", args=[action.pk]) in response.content.decode()


def test_action_edit_keeps_the_dates_that_a_frozen_report_told_of(client, plan):
    action = make_action(plan)
    make_frozen_report(plan)
    sign_in(client, plan.partnership)

    response = client.get(page_of("action-edit", action))

    assert "A frozen report has told of these dates: its original dates stand." in words_on(response)


def test_action_edit_says_what_the_record_refuses_beside_its_field(client, plan):
    action = make_action(plan)
    make_update(action, Status.ON_TRACK, date(2019, 5, 1))
    sign_in(client, plan.partnership)
    opened = client.get(page_of("action-edit", action))

    response = client.post(page_of("action-edit", action), filled(opened, added_on="2019-05-02"))

    assert errors(response) == {"__all__": ["An action joins its plan before anything is said of it."]}


def test_action_edit_shows_what_somebody_else_saved_and_loses_neither(client, plan):
    action = make_action(plan, title="As it was")
    sign_in(client, plan.partnership)
    opened = client.get(page_of("action-edit", action))
    theirs = Action.objects.get()
    theirs.title = "Their title"
    save_record(theirs, by=make_user(name="Oakley"), seen=last_edit(theirs))

    conflict = client.post(page_of("action-edit", action), filled(opened, title="Our title"))

    assert "changed by Oakley Title: “As it was” became “Their title”." in words_on(conflict)
    assert (filled(conflict)["title"], Action.objects.get().title) == ("Our title", "Their title")


# ──── remove


def test_action_remove_takes_back_what_was_added_by_mistake(client, plan):
    action = make_action(plan)
    person = sign_in(client, plan.partnership)

    response = client.post(page_of("action-remove", action))

    assert (response.url, Action.objects.count()) == (page_of("plan-outline", plan), 0)
    assert Action.history.filter(history_type="-").get().history_user == person


def test_action_remove_says_why_one_stays_and_so_does_its_page(client, plan):
    action = make_action(plan)
    make_update(action, Status.ON_TRACK, date(2019, 5, 1))
    sign_in(client, plan.partnership)

    page = words_on(client.get(page_of("action-edit", action)))
    response = client.post(page_of("action-remove", action), follow=True)

    assert "This action cannot be removed, because somebody has said how it is going." in page
    assert [str(message) for message in response.context["messages"]] == [
        "It stays, because somebody has said how it is going."
    ]
    assert Action.objects.count() == 1


def test_action_remove_refuses_and_hides(client, plan):
    action = make_action(plan)

    answers = sent_by_others(client, plan.partnership, page_of("action-remove", action), MANAGER_ONLY)

    assert (answers, Action.objects.count()) == (REFUSED_AND_HIDDEN, 1)
