import pytest
from django.urls import reverse

from actions.demo.people import DEMO_PEOPLE
from tests.factories import PASSWORD, make_member, make_partnership, make_user

pytestmark = pytest.mark.django_db


def test_account_login_lets_a_person_in_by_email_and_password(client):
    person = make_member(make_partnership(), email="officer@example.org")

    response = client.post(reverse("account_login"), {"login": "Officer@Example.org", "password": PASSWORD})

    assert response.url == reverse("home")
    assert client.session["_auth_user_id"] == str(person.pk)


def test_account_login_with_a_wrong_password_says_so_and_keeps_the_email(client):
    make_member(make_partnership(), email="officer@example.org")

    response = client.post(reverse("account_login"), {"login": "officer@example.org", "password": "wrong"})

    assert response.status_code == 200
    assert 'value="officer@example.org"' in response.content.decode()


def test_account_signup_is_closed_because_people_are_invited(client):
    response = client.post(
        reverse("account_signup"), {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    )

    assert "_auth_user_id" not in client.session
    assert "account/signup_closed.html" in [template.name for template in response.templates]


def test_demo_sign_in_does_not_exist_outside_demo_mode(client):
    make_user(email=DEMO_PEOPLE[0].email)

    response = client.post(reverse("demo-sign-in"), {"email": DEMO_PEOPLE[0].email})

    assert (response.status_code, "_auth_user_id" in client.session) == (404, False)


def test_demo_sign_in_lets_each_demo_person_in_with_one_press(client, settings):
    settings.DEMO = True
    for person in DEMO_PEOPLE:
        make_user(email=person.email)

    answers = [client.post(reverse("demo-sign-in"), {"email": person.email}).status_code for person in DEMO_PEOPLE]

    assert answers == [302] * len(DEMO_PEOPLE)


def test_demo_sign_in_lets_in_nobody_else(client, settings):
    settings.DEMO = True
    make_member(make_partnership(), email="officer@example.org")

    response = client.post(reverse("demo-sign-in"), {"email": "officer@example.org"})

    assert (response.status_code, "_auth_user_id" in client.session) == (404, False)
