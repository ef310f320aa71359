import pytest
from django.urls import reverse

from actions.choices import Role
from actions.models import Organisation
from tests.factories import make_action, make_organisation, make_partnership, make_plan
from tests.views.building import MANAGER_AND_ADMINISTRATOR, REFUSED_AND_HIDDEN, errors, sent_by_others, sign_in
from tests.views.filled import filled, words_on

pytestmark = pytest.mark.django_db

TYPED = {"name": "Parent carer forum", "short_name": "PCF", "kind": "parent_carer_forum", "succeeded_by": ""}


@pytest.fixture
def partnership():
    return make_partnership()


def list_page(partnership) -> str:
    return reverse("organisation-list", args=[partnership.slug])


def add_page(partnership) -> str:
    return reverse("organisation-add", args=[partnership.slug])


def edit_page(organisation) -> str:
    return reverse("organisation-edit", args=[organisation.pk])


def test_organisation_list_says_what_each_carries_and_who_took_over(client, partnership):
    board = make_organisation(partnership, name="Board", short_name="ICB")
    group = make_organisation(partnership, name="Group", short_name="CCG", succeeded_by=board)
    make_action(make_plan(partnership), lead_organisation=group).contributors.add(board)
    sign_in(client, partnership, organisation=board)

    response = client.get(list_page(partnership))

    rows = [(row.record.name, row.record.led_count, row.record.shared_count, row.record.member_count)
            for row in response.context["table"].rows]  # fmt: skip
    assert rows == [("Board", 0, 1, 1), ("Group", 1, 0, 0)]
    assert "Group CCGIts work is now done by ICB" in words_on(response)


def test_organisation_list_asks_as_often_for_one_as_for_three(client, partnership, django_assert_num_queries):
    sign_in(client, partnership)
    for _ in range(3):
        make_organisation(partnership, succeeded_by=make_organisation(partnership))
        with django_assert_num_queries(6):
            client.get(list_page(partnership))


@pytest.mark.parametrize("role", sorted(MANAGER_AND_ADMINISTRATOR))
def test_organisation_add_makes_it_part_of_the_partnership(client, partnership, role):
    person = sign_in(client, partnership, role)

    response = client.post(add_page(partnership), TYPED)

    added = Organisation.objects.get()
    assert (response.url, added.partnership, added.short_name) == (list_page(partnership), partnership, "PCF")
    assert added.history.get().history_user == person


def test_organisation_add_refuses_and_hides(client, partnership):
    answers = sent_by_others(client, partnership, add_page(partnership), MANAGER_AND_ADMINISTRATOR, TYPED)

    assert (answers, Organisation.objects.filter(short_name="PCF").count()) == (REFUSED_AND_HIDDEN, 0)


def test_organisation_add_refuses_a_name_twice(client, partnership):
    make_organisation(partnership, name="Parent carer forum")
    sign_in(client, partnership)

    response = client.post(add_page(partnership), TYPED)

    assert errors(response) == {"name": ["Another organisation of this partnership has this name: look in the list."]}


def test_organisation_edit_says_who_took_over_its_work(client, partnership):
    board, group = make_organisation(partnership, name="Board"), make_organisation(partnership, name="Group")
    sign_in(client, partnership, name="Hazel")
    opened = client.get(edit_page(group))

    response = client.post(edit_page(group), filled(opened, succeeded_by=str(board.pk)))

    group.refresh_from_db()
    assert (response.url, group.succeeded_by) == (list_page(partnership), board)
    assert "changed by Hazel Work taken over by: “empty” became “Board”." in words_on(client.get(edit_page(group)))


def test_organisation_edit_refuses_and_hides(client, partnership):
    organisation = make_organisation(partnership, name="As it was")

    answers = sent_by_others(client, partnership, edit_page(organisation), MANAGER_AND_ADMINISTRATOR, TYPED)

    organisation.refresh_from_db()
    assert (answers, organisation.name) == (REFUSED_AND_HIDDEN, "As it was")


def test_organisation_edit_lets_no_work_be_taken_over_in_a_circle(client, partnership):
    first = make_organisation(partnership)
    second = make_organisation(partnership, succeeded_by=first)
    third = make_organisation(partnership, succeeded_by=second)
    elsewhere = make_organisation()
    sign_in(client, partnership, Role.ADMINISTRATOR)
    opened = client.get(edit_page(first))

    circle = client.post(edit_page(first), filled(opened, succeeded_by=str(third.pk)))
    itself = client.post(edit_page(first), filled(opened, succeeded_by=str(first.pk)))
    foreign = client.post(edit_page(first), filled(opened, succeeded_by=str(elsewhere.pk)))

    assert [errors(response) for response in (circle, itself, foreign)] == [
        {"succeeded_by": ["Choose another: that one’s work was taken over by this one."]},
        {"succeeded_by": ["Choose one from the list."]},
        {"succeeded_by": ["Choose one from the list."]},
    ]
