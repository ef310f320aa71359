from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actions.choices import Role, Status
from actions.models import PlanImport, StatusUpdate
from tests.factories import make_action, make_import, make_member, make_plan, make_update
from tests.imports.sheets import fill_in, sent_back, taken_away

pytestmark = pytest.mark.django_db

TODAY = date(2019, 7, 10)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T09:00:00+01:00"):
        yield


@pytest.fixture
def plan():
    return make_action(make_plan(), ref="1.1").plan


@pytest.fixture
def manager(client, plan):
    manager = make_member(plan.partnership, role=Role.PROGRAMME_MANAGER)
    client.force_login(manager)
    return manager


@pytest.fixture
def address(client, plan, manager):
    """Of a sheet that says that the one action is complete."""
    book = taken_away(plan, TODAY)
    fill_in(book, 2, status="Complete", progress="Every school has it.")
    file = SimpleUploadedFile("back.xlsx", sent_back(book))
    return client.post(reverse("import-begin", args=[plan.partnership.slug]), {"file": file}).url


def seen(plan) -> int:
    plan.refresh_from_db()
    return plan.revision


def test_import_filled_in_shows_what_would_be_recorded_and_writes_nothing(client, address):
    preview = client.get(address).context["preview"]

    assert [(line.action.ref, line.status) for line in preview.to_record] == [("1.1", Status.COMPLETE)]
    assert StatusUpdate.objects.count() == 0


def test_import_filled_in_records_what_the_sheet_says(client, plan, address, manager):
    response = client.post(address, {"seen": seen(plan)})

    update = StatusUpdate.objects.get()
    assert (update.status, update.effective_on, update.recorded_by) == (Status.COMPLETE, TODAY, manager)
    assert response.url == reverse("import-detail", args=[PlanImport.objects.get().pk])


def test_import_filled_in_pressed_twice_records_once(client, plan, address):
    client.post(address, {"seen": seen(plan)})

    client.post(address, {"seen": seen(plan)})

    assert StatusUpdate.objects.count() == 1


def test_import_filled_in_records_nothing_over_what_was_said_since_it_was_shown(client, plan, address):
    before = seen(plan)
    make_update(plan.actions.get(), Status.DELAYED, TODAY)

    response = client.post(address, {"seen": before, "take": "2"})

    assert [line.action.ref for line in response.context["preview"].conflicts] == ["1.1"]
    assert (response.context["taken"], StatusUpdate.objects.count()) == ({2}, 1)


def test_import_filled_in_records_a_conflict_only_where_it_is_ticked(client, plan, address):
    make_update(plan.actions.get(), Status.DELAYED, TODAY)

    client.post(address, {"seen": seen(plan), "take": "2"})

    assert list(StatusUpdate.objects.order_by("pk").values_list("status", flat=True)) == [
        Status.DELAYED,
        Status.COMPLETE,
    ]


def test_import_filled_in_is_refused_to_an_officer(client, plan, manager):
    officer = make_member(plan.partnership, role=Role.OFFICER)
    begun = make_import(plan=plan, begun_by=officer, choices={"is_filled_in": True})
    client.force_login(officer)

    assert client.get(reverse("import-filled-in", args=[begun.pk])).status_code == 403


def test_import_filled_in_of_somebody_else_is_not_found(client, plan, manager):
    begun = make_import(plan=plan, choices={"is_filled_in": True})

    assert client.get(reverse("import-filled-in", args=[begun.pk])).status_code == 404
