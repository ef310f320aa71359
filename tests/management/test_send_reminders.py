from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command

from actions.models import Reminder
from tests.rounds import make_round

pytestmark = pytest.mark.django_db


def run(**options) -> str:
    out = StringIO()
    call_command("send_reminders", stdout=out, **options)
    return out.getvalue()


def test_send_reminders_command_mails_what_is_due_today():
    make_round()

    with time_machine.travel("2019-11-20T06:00:00+00:00", tick=False):
        said = run()

    assert (said, len(mail.outbox)) == ("Reminders of 20 November 2019: 1 person mailed.\n", 1)


def test_send_reminders_command_run_twice_a_day_mails_once():
    make_round()

    with time_machine.travel("2019-11-20T06:00:00+00:00", tick=False):
        said = [run(), run()]

    assert said == [
        "Reminders of 20 November 2019: 1 person mailed.\n",
        "Reminders of 20 November 2019: nobody mailed.\n",
    ]


def test_send_reminders_command_takes_a_day():
    make_round()
    out = StringIO()

    call_command("send_reminders", "--on", "2019-12-05", stdout=out)

    assert out.getvalue() == "Reminders of 5 December 2019: 1 person mailed.\n"


def test_send_reminders_command_refuses_a_day_that_cannot_be():
    with pytest.raises(CommandError, match=r"“2019-02-30” is no day. Write it as YYYY-MM-DD, such as 2019-07-10."):
        call_command("send_reminders", "--on", "2019-02-30")


def test_send_reminders_command_fails_when_a_mail_does_and_says_whose(settings):
    officer = make_round().officer
    settings.EMAIL_BACKEND = "tests.operations.test_send_reminders.NoMailServer"

    with (
        time_machine.travel("2019-11-20T06:00:00+00:00", tick=False),
        pytest.raises(CommandError) as raised,
    ):
        run()

    assert raised.value.returncode == 1
    assert str(raised.value) == (
        "1 person could not be mailed, and the next run tries them again:\n"
        f"  {officer.email}: ConnectionRefusedError: nobody answers at port 25"
    )
    assert Reminder.objects.count() == 0
