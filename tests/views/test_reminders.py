import pytest
from django.urls import reverse

from actions.choices import ReminderKind
from actions.models import Membership, ReminderOff
from tests.factories import make_member, make_partnership, make_user
from tests.views.test_plans import page

pytestmark = pytest.mark.django_db


def ticked(response) -> list[str]:
    boxes = [element for element in page(response).iter("input") if element.get("type") == "checkbox"]
    return [box.get("value") for box in boxes if box.get("checked") is not None]


def test_reminder_choices_ticks_what_a_person_gets(client):
    user = make_user()
    ReminderOff.objects.choose(by=user, wanted=[ReminderKind.OVERDUE, ReminderKind.SENT_BACK])
    client.force_login(user)

    response = client.get(reverse("reminder-choices"))

    assert ticked(response) == [ReminderKind.OVERDUE, ReminderKind.SENT_BACK]


def test_reminder_choices_says_when_each_comes(client):
    client.force_login(make_user())

    response = client.get(reverse("reminder-choices"))

    shown = "".join(page(response).itertext())
    assert all(kind.label in shown and kind.help in shown for kind in ReminderKind)


@pytest.mark.parametrize("wanted", [[], ["opening"], list(ReminderKind.values)])
def test_reminder_choices_keeps_what_was_ticked(client, wanted):
    user, other = make_user(), make_user()
    client.force_login(user)

    response = client.post(reverse("reminder-choices"), {"wanted": wanted})

    assert response.url == reverse("reminder-choices")
    assert ReminderOff.objects.wanted_by(user) == wanted
    assert ReminderOff.objects.wanted_by(other) == list(ReminderKind)


def test_reminder_choices_refuses_a_kind_that_is_not_there(client):
    user = make_user()
    client.force_login(user)

    response = client.post(reverse("reminder-choices"), {"wanted": ["birthday"]})

    assert "Choose from the reminders on this page." in response.content.decode()
    assert ReminderOff.objects.count() == 0


def test_reminder_choices_asks_who_it_is(client):
    response = client.get(reverse("reminder-choices"))

    assert response.url == f"{reverse('account_login')}?next=/reminders/"


def test_reminder_choices_stands_under_the_only_partnership_of_a_person(client):
    first, second = make_partnership(), make_partnership()
    person = make_member(first)
    client.force_login(person)

    one = client.get(reverse("reminder-choices")).context["partnership"]
    Membership.objects.create(user=person, partnership=second, role="observer")
    two = client.get(reverse("reminder-choices")).context["partnership"]

    assert (one, two) == (first, None)
