import pytest
from django.urls import reverse

from actions.choices import Role
from tests.factories import make_finding, make_inspection, make_partnership, make_plan
from tests.views.building import sign_in
from tests.views.filled import words_on

pytestmark = pytest.mark.django_db


def opened(client, partnership):
    return client.get(reverse("set-up", args=[partnership.slug]))


def test_set_up_leads_a_programme_manager_to_every_plan_also_one_to_come(client):
    partnership = make_partnership()
    to_come = make_plan(partnership, title="Strategy", starts_on="2030-01-01", ends_on="2031-01-01")
    now = make_plan(partnership, title="Improvement plan")
    sign_in(client, partnership)

    response = opened(client, partnership)

    assert list(response.context["plans"]) == [to_come, now]
    assert "Edit the Strategy Being written: not adopted yet" in words_on(response)


def test_set_up_shows_an_administrator_only_what_is_theirs(client):
    partnership = make_partnership()
    make_plan(partnership, title="Improvement plan")
    sign_in(client, partnership, Role.ADMINISTRATOR)

    words = words_on(opened(client, partnership))

    assert ("Organisations" in words, "Members" in words, "Improvement plan" in words) == (True, True, False)


def test_set_up_asks_as_often_for_one_plan_and_finding_as_for_three(client, django_assert_num_queries):
    partnership = make_partnership()
    sign_in(client, partnership)
    inspection = make_inspection(partnership)
    for _ in range(3):
        make_plan(partnership)
        make_finding(inspection)
        with django_assert_num_queries(10):
            opened(client, partnership)
