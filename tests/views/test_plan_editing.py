from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import PlanKind, Status
from actions.models import Action, Plan, ProgressReport
from actions.operations.save_record import last_edit, save_record
from actions.summaries.report_check import check_report
from tests.factories import (
    PASSWORD,
    PLAN_STARTS_ON,
    make_action,
    make_frozen_report,
    make_member,
    make_partnership,
    make_plan,
    make_priority,
    make_update,
    make_user,
)
from tests.views.building import MANAGER_ONLY, REFUSED_AND_HIDDEN, errors, sent_by_others, sign_in
from tests.views.filled import filled, words_on

pytestmark = pytest.mark.django_db

TODAY = date(2019, 7, 10)
PLAN = {
    "kind": "pap",
    "title": "Priority action plan",
    "starts_on": "2019-09-01",
    "ends_on": "2021-08-31",
    "tolerance_days": "92",
    "confirm_within_days": "35",
}
ADOPTED = {"adopted_on": "2019-04-01", "dates_are_right": "on"}


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def plan() -> Plan:
    return make_plan(title="Improvement plan")


def page_of(name: str, plan: Plan) -> str:
    return reverse(name, args=[plan.pk])


# ──── start a plan


def test_plan_add_begins_a_plan_and_leads_to_its_outline(client):
    partnership = make_partnership()
    person = sign_in(client, partnership)

    response = client.post(reverse("plan-add", args=[partnership.slug]), PLAN)

    plan = Plan.objects.get()
    assert response.url == page_of("plan-outline", plan)
    assert (plan.kind, plan.title, plan.starts_on, plan.ends_on) == (
        PlanKind.PAP,
        "Priority action plan",
        date(2019, 9, 1),
        date(2021, 8, 31),
    )
    assert (plan.partnership, plan.history.get().history_user) == (partnership, person)


def test_plan_add_refuses_and_hides(client):
    partnership = make_partnership()

    answers = sent_by_others(client, partnership, reverse("plan-add", args=[partnership.slug]), MANAGER_ONLY, PLAN)

    assert (answers, Plan.objects.count()) == (REFUSED_AND_HIDDEN, 0)


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({"title": ""}, {"title": ["Write the title."]}),
        ({"kind": "dream"}, {"kind": ["Choose one from the list."]}),
        (
            {"title": "Improvement plan"},
            {"title": ["Another plan of this partnership has this title: choose another."]},
        ),
        ({"ends_on": "2019-08-31"}, {"ends_on": ["Choose 1 September 2019 or later: the plan begins then."]}),
        ({"ends_on": "9999-12-31"}, {"ends_on": ["Look at the year: it must be between 2000 and 2099."]}),
        (
            {"starts_on": "soon"},
            {"starts_on": ["Write the day as year, month and day, such as 2019-07-10."]},
        ),
    ],
)
def test_plan_add_says_what_is_wrong_beside_its_field_and_keeps_what_was_typed(client, plan, typed, problems):
    sign_in(client, plan.partnership)

    response = client.post(reverse("plan-add", args=[plan.partnership.slug]), PLAN | typed)

    assert (errors(response), Plan.objects.count()) == (problems, 1)
    assert filled(response)["tolerance_days"] == "92"


# ──── its outline


def test_plan_outline_shows_every_priority_with_its_actions_and_who_changed_its_details(client, plan):
    sign_in(client, plan.partnership, name="Hazel")
    action = make_action(priority=make_priority(plan, ref="1", title="Access"), ref="1.1", title="Open a clinic")
    client.post(page_of("plan-edit", plan), filled(client.get(page_of("plan-edit", plan)), title="Better plan"))

    response = client.get(page_of("plan-outline", plan))

    words = words_on(response)
    assert [list(priority.actions.all()) for priority in response.context["priorities"]] == [[action]]
    assert "changed by Hazel Title: “Improvement plan” became “Better plan”." in words
    assert "1.1 Open a clinic Due 31 December 2020" in words


def test_plan_outline_asks_as_often_for_one_priority_as_for_three(client, plan, django_assert_num_queries):
    sign_in(client, plan.partnership)
    for _ in range(3):
        make_action(plan)
        with django_assert_num_queries(8):
            client.get(page_of("plan-outline", plan))


# ──── edit its details


def test_plan_edit_changes_the_details_and_says_who_did(client, plan):
    person = sign_in(client, plan.partnership)
    opened = client.get(page_of("plan-edit", plan))

    response = client.post(page_of("plan-edit", plan), filled(opened, ends_on="2021-03-31"))

    plan.refresh_from_db()
    assert (response.url, plan.ends_on, plan.revision) == (page_of("plan-outline", plan), date(2021, 3, 31), 1)
    assert plan.history.first().history_user == person


def test_plan_edit_refuses_and_hides(client, plan):
    answers = sent_by_others(client, plan.partnership, page_of("plan-edit", plan), MANAGER_ONLY, PLAN)

    assert (answers, Plan.objects.get().title) == (REFUSED_AND_HIDDEN, "Improvement plan")


def test_plan_edit_keeps_what_a_frozen_report_rests_on(client, plan):
    make_frozen_report(plan)
    sign_in(client, plan.partnership)
    opened = client.get(page_of("plan-edit", plan))

    client.post(page_of("plan-edit", plan), filled(opened, title="Better plan", tolerance_days="999"))

    plan.refresh_from_db()
    assert (plan.title, plan.tolerance_days, plan.starts_on) == ("Better plan", 92, PLAN_STARTS_ON)
    assert "A report of this plan is frozen" in words_on(opened)


def test_plan_edit_shows_what_somebody_else_saved_and_loses_neither(client, plan):
    sign_in(client, plan.partnership)
    opened = client.get(page_of("plan-edit", plan))
    theirs = Plan.objects.get()
    theirs.title = "Their title"
    save_record(theirs, by=make_user(name="Oakley"), seen=last_edit(theirs))

    conflict = client.post(page_of("plan-edit", plan), filled(opened, title="Our title"))
    shown = words_on(conflict)
    saved = client.post(page_of("plan-edit", plan), filled(conflict))

    assert "changed by Oakley Title: “Improvement plan” became “Their title”." in shown
    assert (filled(conflict)["title"], saved.status_code, Plan.objects.get().title) == ("Our title", 302, "Our title")


def test_plan_edit_gives_back_what_was_typed_when_the_session_ended(client, plan):
    person = sign_in(client, plan.partnership)
    typed = filled(client.get(page_of("plan-edit", plan)), title="Typed at length")
    client.logout()

    client.post(page_of("plan-edit", plan), typed)
    client.login(email=person.email, password=PASSWORD)
    response = client.get(page_of("plan-edit", plan))

    assert (filled(response)["title"], Plan.objects.get().title) == ("Typed at length", "Improvement plan")
    assert "Nothing you typed is lost." in words_on(response)


# ──── adopt it


def test_plan_adopt_makes_the_original_dates_stand(client, plan):
    action = make_action(plan)
    person = sign_in(client, plan.partnership)

    response = client.post(page_of("plan-adopt", plan), ADOPTED)
    edited = client.get(reverse("action-edit", args=[action.pk]))
    client.post(
        reverse("action-edit", args=[action.pk]),
        filled(edited, title="Said more plainly", due="2029", planned_start_on="2019-01-01", added_on="2019-01-01"),
    )

    plan.refresh_from_db()
    stored = Action.objects.get()
    assert (response.url, plan.adopted_on) == (page_of("plan-outline", plan), date(2019, 4, 1))
    assert (plan.history.first().history_user, stored.title) == (person, "Said more plainly")
    assert (stored.original_due_on, stored.planned_start_on, stored.added_on) == (
        action.original_due_on,
        action.planned_start_on,
        action.added_on,
    )


def test_plan_adopt_refuses_and_hides(client, plan):
    answers = sent_by_others(client, plan.partnership, page_of("plan-adopt", plan), MANAGER_ONLY, ADOPTED)

    assert (answers, Plan.objects.get().adopted_on) == (REFUSED_AND_HIDDEN, None)


def test_plan_adopt_wants_the_dates_looked_over_and_a_day_that_has_been(client, plan):
    sign_in(client, plan.partnership)

    response = client.post(page_of("plan-adopt", plan), {"adopted_on": "2019-07-11"})

    assert errors(response) == {
        "adopted_on": ["Choose today, 10 July 2019, or an earlier day since 2000."],
        "dates_are_right": ["Look the dates over first, then tick that they are those that were promised."],
    }


def test_plan_adopt_happens_once(client):
    plan = make_plan(adopted_on=PLAN_STARTS_ON)
    sign_in(client, plan.partnership)

    response = client.post(page_of("plan-adopt", plan), ADOPTED | {"adopted_on": "2019-05-01"})

    assert (response.url, Plan.objects.get().adopted_on) == (page_of("plan-outline", plan), PLAN_STARTS_ON)


def test_plan_adopt_says_how_many_actions_have_no_due_date(client, plan):
    make_action(plan)
    make_action(plan, original_due_on=None, due_precision="none")
    sign_in(client, plan.partnership)

    words = words_on(client.get(page_of("plan-adopt", plan)))

    assert "the original dates of its actions (2) never change" in words
    assert "1 action has no due date." in words


# ──── from nothing to a dashboard


def test_plan_add_and_the_pages_after_it_build_what_the_dashboard_counts(client):
    """A partnership with nothing but its programme manager: council, inspection, finding, plan, priority and action."""
    partnership = make_partnership()
    sign_in(client, partnership)

    def press(page: str, *args, **typed) -> None:
        address = reverse(page, args=args)
        answer = client.post(address, filled(client.get(address), **typed))
        assert answer.status_code == 302, errors(answer)

    press("organisation-add", partnership.slug, name="Council", short_name="Council", kind="council")
    press(
        "inspection-add",
        partnership.slug,
        kind="inspection",
        inspected_on="2019-01-14",
        published_on="2019-03-01",
        outcome="systemic_failings",
    )
    press("finding-add", partnership.inspections.get().pk, ref="P1", kind="priority_action", text="Waits are long.")
    press("plan-add", partnership.slug, **PLAN | {"starts_on": "2019-04-01"})
    plan = partnership.plans.get()
    press("priority-add", plan.pk, ref="1", title="Access")
    choices = {"priority": plan.priorities.get().pk, "lead_organisation": partnership.organisations.get().pk}
    findings = {"findings": partnership.inspections.get().findings.get().pk}
    press("action-add", plan.pk, ref="1.1", title="Open a clinic", due="July 2019", **choices | findings)
    press("plan-adopt", plan.pk, **ADOPTED)

    action = plan.actions.get()
    assert "1.1 Open a clinic" in words_on(client.get(reverse("action-list", args=[plan.pk])))
    assert (action.original_due_on, action.added_on, action.findings.get().ref) == (
        date(2019, 7, 31),
        date(2019, 4, 1),
        "P1",
    )


def test_plan_edit_and_its_like_leave_a_frozen_report_as_it_was_told(client, plan):
    action = make_action(plan, title="As it was told")
    officer = make_member(plan.partnership, organisation=action.lead_organisation)
    make_update(action, Status.ON_TRACK, date(2019, 5, 1), by=officer)
    report = make_frozen_report(plan)
    edits = [
        ("plan-edit", plan, {"title": "Another title"}),
        ("priority-edit", action.priority, {"title": "Another priority"}),
        ("action-edit", action, {"title": "Said otherwise"}),
        ("organisation-edit", action.lead_organisation, {"name": "Renamed", "short_name": "New"}),
        ("member-end", officer.memberships.get(), {}),
    ]

    with time_machine.travel("2019-07-10T10:00:00+01:00", tick=False):
        sign_in(client, plan.partnership)
        for name, record, typed in edits:
            address = reverse(name, args=[record.pk])
            sent = filled(client.get(address), **typed) if typed else {}
            assert client.post(address, sent).status_code == 302

    assert check_report(ProgressReport.objects.get(pk=report.pk)).sentences == []
