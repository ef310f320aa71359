import pytest
from django.urls import reverse

from actions.choices import Role
from actions.models import Membership, User
from tests.factories import make_member, make_organisation, make_partnership, make_user
from tests.views.building import MANAGER_AND_ADMINISTRATOR, REFUSED_AND_HIDDEN, errors, sent_by_others, sign_in
from tests.views.filled import filled, words_on

pytestmark = pytest.mark.django_db

TYPED = {"email": "new.person@example.org", "name": "Bramble", "role": "observer", "organisation": ""}
ABOVE_A_MANAGER = [Role.BOARD_CHAIR, Role.ADMINISTRATOR]


@pytest.fixture
def partnership():
    return make_partnership()


def list_page(partnership) -> str:
    return reverse("member-list", args=[partnership.slug])


def add_page(partnership) -> str:
    return reverse("member-add", args=[partnership.slug])


def page_of(name: str, person: User) -> str:
    return reverse(name, args=[person.memberships.get().pk])


# ──── who belongs


def test_member_list_names_everybody_and_leads_to_those_whom_the_reader_may_edit(client, partnership):
    for role in Role:
        make_member(partnership, role=role, name=role.label)
    sign_in(client, partnership, name="Reader")
    body = client.get(list_page(partnership)).content.decode()

    edited = {
        membership.user.name
        for membership in partnership.memberships.all()
        if reverse("member-edit", args=[membership.pk]) in body
    }

    assert edited == {role.label for role in Role} - {role.label for role in ABOVE_A_MANAGER}


def test_member_list_tells_who_was_added_changed_and_ended(client, partnership):
    sign_in(client, partnership, Role.ADMINISTRATOR, name="Maple")
    person = make_member(partnership, role=Role.OBSERVER, name="Rowan")
    client.post(page_of("member-edit", person), filled(client.get(page_of("member-edit", person)), role="board_chair"))
    client.post(page_of("member-end", person))

    words = words_on(client.get(list_page(partnership)))

    assert "Rowan: changed by Maple Role: “National observer” became “Board chair”." in words
    assert "Rowan: removed by Maple" in words


def test_member_list_asks_as_often_for_one_as_for_three(client, partnership, django_assert_num_queries):
    sign_in(client, partnership)
    for _ in range(3):
        make_member(partnership)
        with django_assert_num_queries(8):
            client.get(list_page(partnership))


# ──── add


def test_member_add_makes_an_account_that_gets_its_password_by_mail(client, partnership, mailoutbox):
    council = make_organisation(partnership)
    manager = sign_in(client, partnership)

    response = client.post(add_page(partnership), TYPED | {"role": "officer", "organisation": council.pk})
    client.logout()
    client.post(reverse("account_reset_password"), {"email": TYPED["email"]})

    added = Membership.objects.get(user__email=TYPED["email"])
    assert (response.url, added.user.name, added.role, added.organisation) == (
        list_page(partnership),
        "Bramble",
        Role.OFFICER,
        council,
    )
    assert (added.user.has_usable_password(), added.history.get().history_user) == (False, manager)
    assert [mail.to for mail in mailoutbox] == [[TYPED["email"]]]


def test_member_add_finds_the_account_that_has_the_address_in_whatever_case(client, partnership):
    person = make_user(email="New.Person@example.org", name="As on the account")
    make_member(make_partnership())
    sign_in(client, partnership)

    client.post(add_page(partnership), TYPED)

    assert (Membership.objects.get(user=person).partnership, person.name) == (partnership, "As on the account")


def test_member_add_takes_the_account_that_another_partnership_made_meanwhile(client, partnership, monkeypatch):
    person = make_user(email=TYPED["email"])
    monkeypatch.setattr("actions.operations.add_member._account_of", lambda email: None)
    sign_in(client, partnership)

    client.post(add_page(partnership), TYPED)

    assert Membership.objects.get(user=person).partnership == partnership


def test_member_add_refuses_and_hides(client, partnership):
    answers = sent_by_others(client, partnership, add_page(partnership), MANAGER_AND_ADMINISTRATOR, TYPED)

    assert (answers, User.objects.filter(email=TYPED["email"]).count()) == (REFUSED_AND_HIDDEN, 0)


@pytest.mark.parametrize("role", sorted(ABOVE_A_MANAGER))
def test_member_add_lets_an_administrator_but_no_programme_manager_name_the_chair(client, partnership, role):
    answers = {}
    for adding in MANAGER_AND_ADMINISTRATOR:
        sign_in(client, partnership, adding)
        answers[adding] = client.post(add_page(partnership), TYPED | {"role": role}).status_code

    assert answers == {Role.PROGRAMME_MANAGER: 200, Role.ADMINISTRATOR: 302}


def test_member_add_refuses_who_is_one_already_whose_account_is_closed_and_who_acts_for_nobody(client, partnership):
    make_member(partnership, email="member@example.org", name="Rowan")
    make_user(email="closed@example.org", is_active=False)
    sign_in(client, partnership)

    typed = [{"email": "member@example.org"}, {"email": "closed@example.org"}, {"role": "officer"}, {"email": "nobody"}]
    found = [errors(client.post(add_page(partnership), TYPED | each)) for each in typed]

    assert found == [
        {"email": ["Rowan is a member already: look in the list."]},
        {"email": ["This account was closed. Ask who runs the service to open it again."]},
        {"organisation": ["Choose the organisation that this person acts for."]},
        {"email": ["Write an address such as a@council.gov.uk"]},
    ]
    assert not User.objects.filter(email=TYPED["email"]).exists()


# ──── change


def test_member_edit_changes_role_and_organisation(client, partnership):
    council = make_organisation(partnership)
    person = make_member(partnership, role=Role.OBSERVER)
    manager = sign_in(client, partnership)
    opened = client.get(page_of("member-edit", person))

    response = client.post(
        page_of("member-edit", person), filled(opened, role="verifier", organisation=str(council.pk))
    )

    membership = person.memberships.get()
    assert (response.url, membership.role, membership.organisation) == (
        list_page(partnership),
        Role.VERIFIER,
        council,
    )
    assert membership.history.first().history_user == manager


def test_member_edit_refuses_and_hides(client, partnership):
    person = make_member(partnership, role=Role.OBSERVER)
    typed = {"role": "committee_member", "organisation": ""}

    answers = sent_by_others(client, partnership, page_of("member-edit", person), MANAGER_AND_ADMINISTRATOR, typed)

    assert (answers, person.memberships.get().role) == (REFUSED_AND_HIDDEN, Role.OBSERVER)


@pytest.mark.parametrize("name", ["member-edit", "member-end"])
@pytest.mark.parametrize("role", sorted(MANAGER_AND_ADMINISTRATOR))
def test_member_edit_is_never_of_oneself(client, partnership, role, name):
    person = sign_in(client, partnership, role)

    response = client.post(page_of(name, person), {"role": "administrator", "organisation": ""})

    assert (response.status_code, person.memberships.get().role) == (403, role)


@pytest.mark.parametrize("name", ["member-edit", "member-end"])
@pytest.mark.parametrize("role", sorted(ABOVE_A_MANAGER))
def test_member_edit_of_chair_and_administrator_is_no_programme_managers(client, partnership, role, name):
    person = make_member(partnership, role=role)
    sign_in(client, partnership)

    response = client.post(page_of(name, person), {"role": "observer", "organisation": ""})

    assert (response.status_code, person.memberships.get().role) == (403, role)


def test_member_edit_lets_no_programme_manager_raise_anybody_above_them(client, partnership):
    person = make_member(partnership, role=Role.OBSERVER)
    sign_in(client, partnership)

    found = [
        errors(client.post(page_of("member-edit", person), {"role": role, "organisation": ""}))
        for role in ABOVE_A_MANAGER
    ]

    assert found == [{"role": ["Choose one from the list."]}] * 2
    assert person.memberships.get().role == Role.OBSERVER


# ──── end


def test_member_end_takes_the_partnership_out_of_their_sight_and_leaves_the_account(client, partnership):
    person = make_member(partnership)
    sign_in(client, partnership)

    response = client.post(page_of("member-end", person))
    client.force_login(person)

    assert response.url == list_page(partnership)
    assert client.get(partnership.get_absolute_url()).status_code == 404
    assert User.objects.filter(pk=person.pk, is_active=True).exists()


def test_member_end_refuses_and_hides(client, partnership):
    person = make_member(partnership, role=Role.OBSERVER)

    answers = sent_by_others(client, partnership, page_of("member-end", person), MANAGER_AND_ADMINISTRATOR)

    assert (answers, person.memberships.count()) == (REFUSED_AND_HIDDEN, 1)
