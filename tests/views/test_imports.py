"""Bringing in files: beginning, looking back, undoing, throwing away."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actions.choices import Role, Status
from actions.models import PlanImport, StatusUpdate
from actions.operations.bring_in import bring_in
from actions.operations.brought import Brought, BroughtAction, BroughtUpdate
from tests.factories import make_action, make_import, make_member, make_organisation, make_partnership, make_plan
from tests.imports.sheets import sent_back, taken_away

pytestmark = pytest.mark.django_db

TODAY = date(2019, 7, 10)


@pytest.fixture
def plan():
    return make_action(make_plan(), ref="1.1").plan


@pytest.fixture
def manager(client, plan):
    manager = make_member(plan.partnership, role=Role.PROGRAMME_MANAGER)
    client.force_login(manager)
    return manager


def upload(client, partnership, content: bytes, name: str = "tracker.xlsx"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("import-begin", args=[partnership.slug]), {"file": file})


def applied(plan, by) -> PlanImport:
    update = BroughtUpdate(Status.ON_TRACK, TODAY)
    row = BroughtAction("Plan, row 4", {}, action_id=plan.actions.get().pk, updates=(update,))
    return bring_in(plan_import=make_import(plan=plan, begun_by=by), brought=Brought([row]), by=by)


# ──── beginning


def test_import_begin_knows_a_sheet_of_ours_that_came_back(client, plan, manager):
    response = upload(client, plan.partnership, sent_back(taken_away(plan, TODAY)))

    begun = PlanImport.objects.get()
    assert response.url == reverse("import-filled-in", args=[begun.pk])
    assert (begun.plan, begun.begun_by, begun.is_applied) == (plan, manager, False)


def test_import_begin_takes_anybodys_tracker_to_its_sheets(client, plan, manager):
    book = openpyxl.Workbook()
    book.active.append(["Ref", "Action", "Lead", "Due"])

    response = upload(client, plan.partnership, sent_back(book))

    assert response.url == reverse("import-sheets", args=[PlanImport.objects.get().pk])


def test_import_begin_says_what_is_wrong_with_a_file_and_keeps_nothing(client, plan, manager):
    response = upload(client, plan.partnership, b"%PDF-1.7 something", "tracker.pdf")

    [problem] = response.context["form"].errors["file"]
    assert (problem.endswith("."), PlanImport.objects.count()) == (True, 0)


def test_import_begin_refuses_a_sheet_of_another_partnerships_plan(client, plan, manager):
    elsewhere = make_action(make_plan()).plan

    response = upload(client, plan.partnership, sent_back(taken_away(elsewhere, TODAY)))

    assert response.context["form"].errors["file"] == [
        "This sheet of actions was made for a plan that is not of this partnership."
    ]


def test_import_begin_without_a_file_asks_for_one(client, plan, manager):
    response = client.post(reverse("import-begin", args=[plan.partnership.slug]))

    assert response.context["form"].errors["file"] == ["Choose the file that holds the tracker."]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PROGRAMME_MANAGER])
def test_import_begin_refuses_everybody_but_the_programme_manager(client, plan, role):
    client.force_login(make_member(plan.partnership, role=role))

    assert upload(client, plan.partnership, b"").status_code == 403


def test_import_begin_of_another_partnership_is_not_found(client, manager):
    assert upload(client, make_partnership(), b"").status_code == 404


def test_import_template_can_be_filled_in_and_names_who_does_the_work_today(client, plan, manager):
    today = make_organisation(plan.partnership, name="NHS Integrated Care Board")
    make_organisation(plan.partnership, name="The CCG before it", succeeded_by=today)

    response = client.get(reverse("import-template", args=[plan.partnership.slug]))

    names = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(response.content))["Lists"]["A"]]
    assert ("NHS Integrated Care Board" in names, "The CCG before it" in names) == (True, False)


def test_import_template_is_refused_to_an_officer(client, plan):
    client.force_login(make_member(plan.partnership, role=Role.OFFICER))

    assert client.get(reverse("import-template", args=[plan.partnership.slug])).status_code == 403


def test_import_template_of_another_partnership_is_not_found(client, manager):
    assert client.get(reverse("import-template", args=[make_partnership().slug])).status_code == 404


# ──── looking back


def test_import_list_names_what_is_half_done_and_what_was_brought_in(client, plan, manager):
    mine, brought = make_import(plan=plan, begun_by=manager), applied(plan, manager)
    make_import(plan=plan)

    response = client.get(reverse("import-list", args=[plan.partnership.slug]))

    assert (response.context["half_done"], response.context["applied"]) == ([mine], [brought])


def test_import_list_asks_as_many_queries_for_three_as_for_one(client, plan, manager, django_assert_num_queries):
    address = reverse("import-list", args=[plan.partnership.slug])
    make_import(plan=plan, begun_by=manager)
    client.get(address)

    with django_assert_num_queries(6):
        client.get(address)
    applied(plan, manager)
    make_import(plan=plan, begun_by=manager)

    with django_assert_num_queries(6):
        client.get(address)


def test_import_detail_tells_what_an_import_brought(client, plan, manager):
    brought = applied(plan, manager)

    response = client.get(reverse("import-detail", args=[brought.pk]))

    assert response.context["plan_import"].outcome["updates"] == 1
    assert response.context["resting"] == []


def test_import_detail_of_somebody_elses_half_done_import_is_not_found(client, plan, manager):
    assert client.get(reverse("import-detail", args=[make_import(plan=plan).pk])).status_code == 404


# ──── taking back, throwing away


def test_import_undo_takes_back_what_was_brought(client, plan, manager):
    brought = applied(plan, manager)

    client.post(reverse("import-undo", args=[brought.pk]))

    assert (PlanImport.objects.get().undone_by, StatusUpdate.objects.count()) == (manager, 0)


def test_import_undo_says_what_rests_on_it(client, plan, manager):
    brought = applied(plan, manager)
    plan.actions.get().record_update(by=manager, status=Status.COMPLETE, effective_on=TODAY)

    response = client.post(reverse("import-undo", args=[brought.pk]), follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "Not taken back: Somebody said how it is going since then: 1.1."
    ]
    assert StatusUpdate.objects.count() == 2


def test_import_undo_is_refused_to_a_chair(client, plan):
    brought = applied(plan, make_member(plan.partnership, role=Role.PROGRAMME_MANAGER))
    client.force_login(make_member(plan.partnership, role=Role.BOARD_CHAIR))

    assert client.post(reverse("import-undo", args=[brought.pk])).status_code == 403
    assert StatusUpdate.objects.count() == 1


def test_import_discard_throws_a_half_done_import_away(client, plan, manager):
    half_done = make_import(plan=plan, begun_by=manager)

    client.post(reverse("import-discard", args=[half_done.pk]))

    assert PlanImport.objects.count() == 0


def test_import_discard_keeps_what_was_brought_in(client, plan, manager):
    brought = applied(plan, manager)

    response = client.post(reverse("import-discard", args=[brought.pk]))

    assert (response.url, PlanImport.objects.count()) == (reverse("import-detail", args=[brought.pk]), 1)
