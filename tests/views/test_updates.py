from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actions.choices import DelayReason, Role, Status
from actions.models import Action
from tests.factories import (
    make_action,
    make_agreed_date,
    make_evidence,
    make_member,
    make_organisation,
    make_partnership,
    make_update,
)
from tests.views.filled import filled, words_on

pytestmark = pytest.mark.django_db

TODAY = date(2019, 7, 10)
UPDATE = {
    "status": "delayed",
    "progress": "The specification is written.",
    "next_steps": "Choose a supplier.",
    "delay_reason": "supplier",
    "reason": "The supplier withdrew.",
    "recovery": "A new tender is out.",
    "effect_on_families": "Parents wait longer for the new website.",
    "review_on": "2019-09-02",
    "effective_on": "2019-07-08",
}
ON_TRACK = {"status": "on_track", "effective_on": "2019-07-10"}
LINK = {"evidence_title": "Minutes", "evidence_link": "https://www.example.org/minutes"}


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def action() -> Action:
    return make_action()


def sign_in_officer(client, action: Action):
    officer = make_member(action.plan.partnership, role=Role.OFFICER, organisation=action.lead_organisation)
    client.force_login(officer)
    return officer


@pytest.fixture
def officer(client, action):
    return sign_in_officer(client, action)


def address(action: Action) -> str:
    return reverse("action-update", args=[action.pk])


def errors(response) -> dict:
    return response.context["form"].errors


def statuses(action: Action) -> list[str]:
    return [update.status for update in action.updates.oldest_first()]


# ──── it works


def test_action_update_records_an_update(client, action, officer):
    response = client.post(address(action), UPDATE)

    assert response.url == action.get_absolute_url()
    update = action.updates.get()
    assert (update.status, update.status_before, update.recorded_by, update.effective_on) == (
        Status.DELAYED,
        Status.NOT_STARTED,
        officer,
        date(2019, 7, 8),
    )
    assert (update.delay_reason, update.review_on) == (DelayReason.SUPPLIER, date(2019, 9, 2))
    words = ["progress", "next_steps", "reason", "recovery", "effect_on_families"]
    assert {name: getattr(update, name) for name in words} == {name: UPDATE[name] for name in words}


def test_action_update_records_evidence_and_a_new_date_in_the_same_go(client, action, officer):
    client.post(address(action), UPDATE | LINK | {"new_due_on": "2021-06-30"})

    update = action.updates.get()
    assert [(e.title, e.link, e.added_by) for e in update.evidence.all()] == [
        (LINK["evidence_title"], LINK["evidence_link"], officer)
    ]
    assert [(c.to_on, c.delay_reason, c.reason, c.asked_on, c.asked_by) for c in update.date_changes.all()] == [
        (date(2021, 6, 30), DelayReason.SUPPLIER, UPDATE["reason"], TODAY, officer)
    ]


def test_action_update_keeps_a_file_under_a_name_that_nobody_can_guess(client, action, officer):
    file = SimpleUploadedFile("Board minutes July.TXT", b"Agreed.")

    client.post(address(action), UPDATE | {"evidence_file": file})

    evidence = action.evidence.get()
    assert (evidence.title, evidence.file_name, evidence.file_size) == (file.name, file.name, 7)
    assert len(evidence.file.name) == len(".txt") + 32
    assert evidence.file.read() == b"Agreed."


def test_action_update_needs_nothing_but_the_status_when_on_track(client, action, officer):
    client.post(address(action), ON_TRACK)

    assert statuses(action) == [Status.ON_TRACK]


def test_action_update_shows_what_was_said_last_and_starts_from_its_status(client, action, officer):
    last = make_update(action, Status.DELAYED, date(2019, 7, 1), reason="A post is vacant.")

    response = client.get(address(action))

    assert (filled(response)["status"], filled(response)["seen"]) == (Status.DELAYED, str(last.pk))
    assert "A post is vacant." in words_on(response)


def test_action_update_is_open_to_a_contributing_organisation(client, action):
    organisation = make_organisation(action.plan.partnership)
    action.contributors.add(organisation)
    client.force_login(make_member(action.plan.partnership, role=Role.OFFICER, organisation=organisation))

    response = client.post(address(action), UPDATE)

    assert (response.status_code, action.updates.count()) == (302, 1)


@pytest.mark.parametrize("evidence", [LINK, {"evidence_file": ("minutes.md", b"# Agreed")}])
def test_action_update_claims_completion_with_evidence(client, action, officer, evidence):
    evidence = {name: SimpleUploadedFile(*it) if isinstance(it, tuple) else it for name, it in evidence.items()}

    client.post(address(action), ON_TRACK | {"status": "complete"} | evidence)

    assert (statuses(action), action.evidence.count()) == ([Status.COMPLETE], 1)


def test_action_update_claims_completion_with_evidence_given_before(client, action, officer):
    make_evidence(action)

    client.post(address(action), ON_TRACK | {"status": "complete"})

    assert statuses(action) == [Status.COMPLETE]


# ──── it refuses, and it hides


@pytest.mark.parametrize("role", [Role.VERIFIER, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR, Role.OBSERVER])
def test_action_update_refuses_who_only_reads(client, action, role):
    client.force_login(make_member(action.plan.partnership, role=role, organisation=action.lead_organisation))

    response = client.post(address(action), UPDATE)

    assert (response.status_code, action.updates.count()) == (403, 0)


def test_action_update_hides_another_partnerships_action(client, action):
    client.force_login(make_member(make_partnership(), role=Role.PROGRAMME_MANAGER))

    response = client.post(address(action), UPDATE)

    assert (response.status_code, action.updates.count()) == (404, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_action_update_asks_as_many_queries_whatever_its_history(
    client, action, officer, number, django_assert_num_queries
):
    for month in range(1, number + 1):
        make_update(action, Status.ON_TRACK, date(2019, 4, month))
        make_agreed_date(action, date(2021, month, 1), date(2019, 5, month))
        make_evidence(action)
    client.get(address(action))

    with django_assert_num_queries(QUERIES):
        client.get(address(action))


QUERIES = 11
