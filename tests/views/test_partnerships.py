from datetime import date

import pytest
from django.urls import reverse

from actions.choices import Role, Status
from actions.models import Membership
from tests.factories import (
    make_action,
    make_body,
    make_inspection,
    make_meeting,
    make_member,
    make_partnership,
    make_plan,
    make_update,
    make_user,
)
from tests.views.test_plans import figures_on

pytestmark = pytest.mark.django_db


def test_home_of_someone_with_one_partnership_is_that_partnership(client):
    partnership = make_partnership()
    client.force_login(make_member(partnership, role=Role.COMMITTEE_MEMBER))

    response = client.get(reverse("home"))

    assert response.url == reverse("partnership-home", args=[partnership.slug])


def test_home_of_someone_with_two_partnerships_lists_both(client):
    first, second = make_partnership(), make_partnership()
    person = make_member(first, role=Role.OBSERVER)
    Membership.objects.create(user=person, partnership=second, role=Role.OBSERVER)
    client.force_login(person)

    response = client.get(reverse("home"))

    assert response.context["partnerships"] == [first, second]


def test_home_of_someone_with_none_says_whom_to_ask(client):
    client.force_login(make_user())

    response = client.get(reverse("home"))

    assert "Ask your partnership" in response.content.decode()


def test_partnership_home_counts_each_plan_as_at_the_day(client):
    partnership = make_partnership()
    plan = make_plan(partnership)
    make_plan(partnership, starts_on=date(2019, 8, 1))
    make_update(make_action(plan), Status.ON_TRACK, date(2019, 6, 1))
    client.force_login(make_member(partnership, role=Role.COMMITTEE_MEMBER))

    response = client.get(reverse("partnership-home", args=[partnership.slug]), {"on": "2019-07-10"})

    assert [headline.plan for headline in response.context["plans"]] == [plan]
    assert figures_on(response)["on_track"] == "1"


@pytest.mark.parametrize("number", [1, 3])
def test_partnership_home_asks_as_many_queries_however_much_there_is(client, number, django_assert_num_queries):
    partnership = make_partnership()
    body = make_body(partnership)
    for year in range(number):
        make_action(make_plan(partnership))
        make_meeting(body, held_on=date(2018 + year, 1, 10))
        make_meeting(body, held_on=date(2098 - year, 1, 10))
        make_inspection(partnership, inspected_on=date(2015 + year, 1, 1))
    client.force_login(make_member(partnership, role=Role.COMMITTEE_MEMBER))
    address = reverse("partnership-home", args=[partnership.slug])
    client.get(address)

    with django_assert_num_queries(12):
        client.get(address)


def test_partnership_brand_is_the_councils_own_colour(client):
    partnership = make_partnership(brand_colour="#aa1122")
    client.force_login(make_member(partnership, role=Role.COMMITTEE_MEMBER))

    response = client.get(reverse("partnership-brand", args=[partnership.slug]))

    assert response["Content-Type"] == "text/css"
    assert "--app-brand-colour: #aa1122;" in response.content.decode()


def test_partnership_home_leads_those_who_may_to_what_they_build(client):
    partnership = make_partnership()
    plan = make_plan(partnership)
    ways = {name: reverse(name, args=[partnership.slug]) for name in ["plan-add", "organisation-list", "member-list"]}
    ways["plan-outline"] = reverse("plan-outline", args=[plan.pk])
    found = {}
    for role in Role:
        client.force_login(make_member(partnership, role=role))
        body = client.get(partnership.get_absolute_url()).content.decode()
        found[role] = {name for name, address in ways.items() if f'href="{address}"' in body}

    assert found == {role: set() for role in Role} | {
        Role.PROGRAMME_MANAGER: set(ways),
        Role.ADMINISTRATOR: {"organisation-list", "member-list"},
    }
