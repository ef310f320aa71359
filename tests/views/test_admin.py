"""The service administration: what happened cannot be changed there, and a change reaches every page."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from actions.models import Action
from tests.factories import make_action, make_evidence, make_frozen_report, make_plan, make_user
from tests.models.permanent import MAKERS, WORDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


@pytest.fixture(params=MAKERS, ids=lambda record: record.__name__)
def row(request):
    """One row, which stands there unchanged whatever is pressed."""
    row = MAKERS[request.param]()
    yield row
    assert list(request.param.objects.values_list("pk", WORDS[request.param])) == [(row.pk, "First words")]


def page_of(row, verb: str, *args: int) -> str:
    return reverse(f"admin:actions_{row._meta.model_name}_{verb}", args=args)


def test_admin_shows_what_happened_but_neither_changes_nor_deletes_nor_adds_it(administrator, row):
    listed = administrator.get(page_of(row, "changelist")).status_code
    shown = administrator.get(page_of(row, "change", row.pk)).status_code
    changed = administrator.post(page_of(row, "change", row.pk), {WORDS[type(row)]: "Other words"}).status_code
    deleted = administrator.post(page_of(row, "delete", row.pk), {"post": "yes"}).status_code
    added = administrator.get(page_of(row, "add")).status_code

    assert (listed, shown, changed, deleted, added) == (200, 200, 403, 403, 403)


def test_admin_cannot_delete_what_happened_in_bulk(administrator, row):
    administrator.post(
        page_of(row, "changelist"),
        {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"},
    )

    assert type(row).objects.count() == 1


def test_admin_shows_evidence_that_is_a_file(administrator):
    """The file has no address to link to: it leaves by its own page, to those who may see the action."""
    evidence = make_evidence(make_action(), link="", file=ContentFile(b"Agreed.", "a.txt"), file_name="minutes.txt")

    response = administrator.get(page_of(evidence, "change", evidence.pk))

    assert (response.status_code, evidence.file.name in response.content.decode()) == (200, False)


def test_admin_bumps_the_revision_of_a_plan_that_it_edits(administrator):
    plan = make_plan()
    address = reverse("admin:actions_plan_change", args=[plan.pk])
    fields = administrator.get(address).context["adminform"].form.initial
    sent = {name: "" if value is None else value for name, value in fields.items()}

    administrator.post(address, sent | {"title": "A better title"})

    plan.refresh_from_db()
    assert (plan.title, plan.revision) == ("A better title", 1)


def test_admin_keeps_the_original_dates_whatever_is_sent(administrator):
    action = make_action(make_plan(adopted_on=date(2019, 4, 1)))
    address = reverse("admin:actions_action_change", args=[action.pk])
    fields = administrator.get(address).context["adminform"].form.initial

    sent = {name: "" if value is None else value for name, value in fields.items()} | {"title": "A better title"}
    administrator.post(address, sent | {"original_due_on": "2022-12-31", "planned_start_on": "2022-01-01"})

    kept = (action.title, action.original_due_on, action.planned_start_on)
    action.refresh_from_db()
    assert (action.title, action.original_due_on, action.planned_start_on) == ("A better title", *kept[1:])


def test_admin_bumps_the_revision_of_the_plans_whose_pages_may_change(administrator):
    plan, other = make_plan(), make_plan()
    priority = make_action(plan).priority

    administrator.post(
        reverse("admin:actions_priority_change", args=[priority.pk]),
        {"plan": plan.pk, "ref": priority.ref, "title": "A better title", "order": 0, "intended_outcome": ""},
    )

    plan.refresh_from_db()
    other.refresh_from_db()
    priority.refresh_from_db()
    assert (priority.title, plan.revision, other.revision) == ("A better title", 1, 0)


def test_admin_keeps_the_original_dates_of_an_adopted_plan(administrator):
    action = make_action(make_plan(adopted_on=date(2019, 4, 1)))

    form = administrator.get(reverse("admin:actions_action_change", args=[action.pk])).context["adminform"]

    assert {"original_due_on", "planned_start_on", "added_on"} <= set(form.readonly_fields)


def test_admin_says_in_words_what_a_frozen_report_forbids(administrator):
    action = make_action()
    make_frozen_report(action.plan)
    changes = {
        reverse("admin:actions_action_change", args=[action.pk]): {"original_due_on": "2021-12-31"},
        reverse("admin:actions_plan_change", args=[action.plan_id]): {"tolerance_days": "10"},
        reverse("admin:actions_action_add"): {"added_on": "2019-07-10", "ref": "9", "title": "Late"},
    }

    for address, typed in changes.items():
        fields = administrator.get(address).context["adminform"].form.initial
        sent = {name: "" if value is None else value for name, value in fields.items()} | typed
        sent |= {"plan": action.plan_id, "priority": action.priority_id} if "add" in address else {}
        response = administrator.post(address, sent | {"lead_organisation": action.lead_organisation_id})
        assert response.status_code == 200
        assert "report" in " ".join(map(str, response.context["errors"]))
    deleted = administrator.post(reverse("admin:actions_action_delete", args=[action.pk]), {"post": "yes"})

    assert (deleted.status_code, Action.objects.count()) == (403, 1)
