import pytest
from django.db import IntegrityError, transaction

from actions.choices import ReminderKind
from actions.models import Reminder, ReminderOff
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def add(model, **fields) -> None:
    model.objects.bulk_create([model(**fields)])


def twice(model, **fields) -> None:
    add(model, **fields)
    add(model, **fields)


def off_kinds(user) -> list[str]:
    return sorted(user.reminders_off.values_list("kind", flat=True))


BREAKS = {
    "reminder_is_one_per_person_kind_and_subject": lambda user: twice(
        Reminder, user=user, kind=ReminderKind.OPENING, subject="meeting 1"
    ),
    "reminder_kind_is_known": lambda user: add(Reminder, user=user, kind="birthday", subject="meeting 1"),
    "reminder_has_a_subject": lambda user: add(Reminder, user=user, kind=ReminderKind.OPENING, subject=""),
    "reminder_off_is_one_per_person_and_kind": lambda user: twice(ReminderOff, user=user, kind=ReminderKind.OPENING),
    "reminder_off_kind_is_known": lambda user: add(ReminderOff, user=user, kind="birthday"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_reminder_refuses_what_may_never_be(name):
    with pytest.raises(IntegrityError), transaction.atomic():
        BREAKS[name](make_user())


def test_reminder_breaks_every_constraint_once():
    constraints = [*Reminder._meta.constraints, *ReminderOff._meta.constraints]

    assert {constraint.name for constraint in constraints} == set(BREAKS)


def test_reminder_may_be_about_the_same_for_another_person_kind_or_subject():
    one, other = make_user(), make_user()

    add(Reminder, user=one, kind=ReminderKind.OPENING, subject="meeting 1")
    add(Reminder, user=other, kind=ReminderKind.OPENING, subject="meeting 1")
    add(Reminder, user=one, kind=ReminderKind.OVERDUE, subject="meeting 1")
    add(Reminder, user=one, kind=ReminderKind.OPENING, subject="meeting 2")

    assert Reminder.objects.count() == 4


def test_reminder_off_wants_everything_until_told():
    assert ReminderOff.objects.wanted_by(make_user()) == list(ReminderKind)


def test_reminder_off_choose_keeps_what_is_wanted_and_nothing_else():
    user, other = make_user(), make_user()
    ReminderOff.objects.choose(by=other, wanted=[])
    ReminderOff.objects.choose(by=user, wanted=[ReminderKind.OPENING, ReminderKind.OVERDUE])

    ReminderOff.objects.choose(by=user, wanted=[ReminderKind.OVERDUE, ReminderKind.SENT_BACK])

    assert ReminderOff.objects.wanted_by(user) == [ReminderKind.OVERDUE, ReminderKind.SENT_BACK]
    assert off_kinds(other) == sorted(ReminderKind.values)


def test_reminder_kinds_each_say_when_they_come_and_have_a_place_in_the_mail():
    assert all(kind.help.endswith(".") for kind in ReminderKind)
    assert set(ReminderKind.most_urgent_first()) == set(ReminderKind)
