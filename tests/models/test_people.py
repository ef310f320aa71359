import pytest
from django.core.exceptions import ValidationError

from actions.choices import Role
from actions.models import Membership, User
from tests.factories import PASSWORD, make_member, make_organisation, make_partnership, make_user

pytestmark = pytest.mark.django_db


def test_create_user_keeps_the_password_secret():
    person = User.objects.create_user("someone@example.org", PASSWORD, name="Some One")

    assert person.password != PASSWORD
    assert person.check_password(PASSWORD)


def test_create_user_without_a_password_cannot_sign_in_by_one():
    person = User.objects.create_user("someone@example.org", name="Some One")

    assert not person.has_usable_password()


def test_create_user_gives_no_power():
    person = make_user()

    assert (person.is_active, person.is_staff, person.is_superuser) == (True, False, False)


def test_create_superuser_may_open_the_administration():
    person = User.objects.create_superuser("someone@example.org", PASSWORD, name="Some One")

    assert (person.is_staff, person.is_superuser) == (True, True)


@pytest.mark.parametrize("typed", ["someone@example.org", "SomeOne@Example.org"])
def test_get_by_natural_key_does_not_mind_the_case(typed):
    person = make_user(email="someone@example.org")

    assert User.objects.get_by_natural_key(typed) == person


@pytest.mark.parametrize(("name", "shown"), [("Some One", "Some One"), ("", "someone@example.org")])
def test_user_is_called_by_name_or_else_by_email(name, shown):
    person = make_user(email="someone@example.org", name=name)

    assert {str(person), person.get_full_name(), person.get_short_name()} == {shown}


def test_membership_names_person_and_role():
    member = make_member(make_partnership(), role=Role.BOARD_CHAIR, name="Some One")

    assert str(member.memberships.get()) == "Some One, board chair"


def test_membership_clean_refuses_an_organisation_of_another_partnership():
    membership = Membership(
        user=make_user(), partnership=make_partnership(), role=Role.OFFICER, organisation=make_organisation()
    )

    with pytest.raises(ValidationError, match="Choose an organisation of the same partnership"):
        membership.clean()


def test_membership_clean_accepts_an_organisation_of_its_own_partnership():
    partnership = make_partnership()
    membership = Membership(
        user=make_user(),
        partnership=partnership,
        role=Role.OFFICER,
        organisation=make_organisation(partnership),
    )

    membership.full_clean()

    assert membership.organisation.partnership == partnership


def test_membership_keeps_its_history():
    member = make_member(make_partnership(), role=Role.COMMITTEE_MEMBER)
    membership = member.memberships.get()

    membership.role = Role.BOARD_CHAIR
    membership.save()

    assert [entry.role for entry in membership.history.all()] == [Role.BOARD_CHAIR, Role.COMMITTEE_MEMBER]
