"""A page that would read the same is confirmed with 304; anything it depends on makes it another page."""

from datetime import date

import pytest
from django.urls import reverse

from actions.choices import Role, Status
from actions.models import Membership
from tests.factories import make_action, make_answer, make_enquiry, make_member, make_plan

pytestmark = pytest.mark.django_db

PAGES = ["plan-dashboard", "plan-trend", "movement-ledger", "action-list", "date-list", "what-became"]


def address(name: str, plan) -> str:
    return reverse(name, args=[plan.pk]) + "?on=2019-07-10"


def tag_of(client, url: str) -> str:
    client.get(url)  # the first answer also sets the cookie against forged forms
    return client.get(url)["ETag"]


def asked_again(client, url: str, tag: str):
    return client.get(url, headers={"If-None-Match": tag})


@pytest.mark.parametrize("name", PAGES)
def test_page_that_has_not_changed_is_not_sent_again(client, name):
    plan = make_plan()
    client.force_login(make_member(plan.partnership))
    tag = tag_of(client, address(name, plan))

    response = asked_again(client, address(name, plan), tag)

    assert (response.status_code, response.content) == (304, b"")
    assert response["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("name", PAGES)
def test_page_is_sent_again_after_any_write_to_its_plan(client, name):
    plan = make_plan()
    action, manager = make_action(plan), make_member(plan.partnership, role=Role.PROGRAMME_MANAGER)
    client.force_login(manager)
    tag = tag_of(client, address(name, plan))

    action.record_update(by=manager, status=Status.DELAYED, effective_on=date(2019, 7, 1))

    assert asked_again(client, address(name, plan), tag).status_code == 200


@pytest.mark.parametrize("name", ["action-detail", "what-became"])
def test_page_of_a_promise_is_sent_again_after_a_write_to_another_plan_of_the_partnership(client, name):
    plan = make_plan()
    action, manager = make_action(plan), make_member(plan.partnership, role=Role.PROGRAMME_MANAGER)
    later = make_action(make_plan(plan.partnership, title="The next plan"))
    client.force_login(manager)
    url = reverse(name, args=[plan.pk if name == "what-became" else action.pk]) + "?on=2019-07-10"
    tag = tag_of(client, url)

    later.record_update(by=manager, status=Status.DELAYED, effective_on=date(2019, 7, 1))

    assert asked_again(client, url, tag).status_code == 200


@pytest.mark.parametrize("name", ["enquiry-list", "enquiry-detail"])
def test_register_is_confirmed_until_a_question_is_answered(client, name):
    plan = make_plan()
    enquiry = make_enquiry(plan.partnership)
    client.force_login(make_member(plan.partnership))
    url = reverse(name, args=[enquiry.pk if name == "enquiry-detail" else plan.partnership.slug]) + "?on=2019-07-10"
    tag = tag_of(client, url)

    before = asked_again(client, url, tag).status_code
    make_answer(enquiry)
    after = asked_again(client, url, tag).status_code

    assert (before, after) == (304, 200)


def test_page_of_one_person_is_never_confirmed_to_another(client):
    plan = make_plan()
    client.force_login(make_member(plan.partnership))
    tag = tag_of(client, address("plan-dashboard", plan))

    client.force_login(make_member(plan.partnership))

    assert asked_again(client, address("plan-dashboard", plan), tag).status_code == 200


def test_page_is_sent_again_to_who_has_another_role_now(client):
    plan = make_plan()
    person = make_member(plan.partnership, role=Role.COMMITTEE_MEMBER)
    client.force_login(person)
    tag = tag_of(client, address("plan-dashboard", plan))

    Membership.objects.filter(user=person).update(role=Role.BOARD_CHAIR)

    assert asked_again(client, address("plan-dashboard", plan), tag).status_code == 200


def test_page_is_hidden_again_from_who_has_left_the_partnership(client):
    plan = make_plan()
    person = make_member(plan.partnership)
    client.force_login(person)
    tag = tag_of(client, address("plan-dashboard", plan))

    Membership.objects.filter(user=person).delete()

    assert asked_again(client, address("plan-dashboard", plan), tag).status_code == 404


def test_page_without_a_day_in_its_address_is_sent_again_tomorrow(client, time_machine):
    plan = make_plan()
    client.force_login(make_member(plan.partnership))
    url = reverse("plan-dashboard", args=[plan.pk])
    time_machine.move_to("2019-07-10T12:00:00+01:00")
    tag = tag_of(client, url)

    time_machine.move_to("2019-07-11T12:00:00+01:00")

    assert asked_again(client, url, tag).status_code == 200


def test_page_with_a_message_to_show_is_sent_and_not_kept(client):
    plan = make_plan()
    manager = make_member(plan.partnership, role=Role.PROGRAMME_MANAGER)
    action = make_action(plan)
    client.force_login(manager)
    url = reverse("action-detail", args=[action.pk])
    tag_of(client, url)

    said = {"status": "on_track", "effective_on": "2026-11-20"}
    client.post(reverse("action-update", args=[action.pk]), said)
    response = client.get(url)

    assert "ETag" not in response
    assert "Update recorded" in response.content.decode()


def test_page_sent_by_other_code_is_sent_again(client, settings):
    plan = make_plan()
    client.force_login(make_member(plan.partnership))
    tag = tag_of(client, address("plan-dashboard", plan))

    settings.RELEASE = "another"

    assert asked_again(client, address("plan-dashboard", plan), tag).status_code == 200
