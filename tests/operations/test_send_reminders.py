import re
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from itertools import chain

import html5lib
import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.urls import reverse

from actions.choices import ReminderKind, Role
from actions.models import Reminder
from actions.operations.send_reminders import send_reminders
from actions.summaries.reminders import reminders
from tests.database import only_on
from tests.factories import make_member
from tests.rounds import DUE_SOON_ON, LATE_ON, OPENS_ON, ask_and_decide, make_round

pytestmark = pytest.mark.django_db

SITE = "https://tracker.example.org"


class NoMailServer(EmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError("nobody answers at port 25")


class RefusesTheFirstPerson(EmailBackend):
    """The address that was made first is unknown to it."""

    refused = ""

    def send_messages(self, messages):
        if messages[0].to == [self.refused]:
            raise ConnectionRefusedError("unknown address")
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = SITE


def mailed_to() -> list[str]:
    return [message.to[0] for message in mail.outbox]


def parts() -> tuple[str, str]:
    """The text and the HTML of the one mail that was sent."""
    [message] = mail.outbox
    [(html, kind)] = [(part.content, part.mimetype) for part in message.alternatives]
    assert kind == "text/html"
    return message.body, html


def links_in(html: str) -> dict[str, str]:
    page = html5lib.parse(html, namespaceHTMLElements=False)
    return {"".join(link.itertext()): link.get("href") for link in page.iter("a")}


@pytest.mark.parametrize(
    ("on", "kind"),
    [(OPENS_ON, ReminderKind.OPENING), (DUE_SOON_ON, ReminderKind.DUE_SOON), (LATE_ON, ReminderKind.OVERDUE)],
)
def test_send_reminders_mails_and_remembers_each_kind(on, kind):
    this_round = make_round()

    sending = send_reminders(reminders(on=on))

    assert (sending.sent, sending.failed, mailed_to()) == ([this_round.officer], [], [this_round.officer.email])
    assert list(Reminder.objects.values_list("user", "kind", "subject")) == [
        (this_round.officer.pk, kind, f"meeting {this_round.meeting.pk}")
    ]


def test_send_reminders_run_twice_sends_once():
    make_round()
    send_reminders(reminders(on=OPENS_ON))

    sending = send_reminders(reminders(on=OPENS_ON))

    assert (sending.sent, sending.failed, len(mail.outbox), Reminder.objects.count()) == ([], [], 1, 1)


def test_send_reminders_that_another_run_has_just_sent_are_not_sent_again():
    make_round()
    one_run, other_run = reminders(on=OPENS_ON), reminders(on=OPENS_ON)
    send_reminders(one_run)

    sending = send_reminders(other_run)

    assert (sending.sent, sending.failed, len(mail.outbox), Reminder.objects.count()) == ([], [], 1, 1)


def test_send_reminders_without_a_mail_server_loses_nothing_and_tries_again(settings):
    officer = make_round().officer
    settings.EMAIL_BACKEND = f"{__name__}.NoMailServer"

    sending = send_reminders(reminders(on=OPENS_ON))

    assert (sending.sent, sending.failed) == (
        [],
        [(officer, "ConnectionRefusedError: nobody answers at port 25")],
    )
    assert Reminder.objects.count() == 0

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_reminders(reminders(on=OPENS_ON)).sent == [officer]


def test_send_reminders_that_one_mail_fails_keeps_nobody_elses_from_going(settings, monkeypatch):
    this_round = make_round()
    colleague = make_member(this_round.partnership, role=Role.OFFICER, organisation=this_round.organisation)
    settings.EMAIL_BACKEND = f"{__name__}.RefusesTheFirstPerson"
    monkeypatch.setattr(RefusesTheFirstPerson, "refused", this_round.officer.email)

    sending = send_reminders(reminders(on=OPENS_ON))

    assert (sending.sent, [person for person, _ in sending.failed]) == ([colleague], [this_round.officer])
    assert list(Reminder.objects.values_list("user", flat=True)) == [colleague.pk]


@only_on("postgresql", "the tests' SQLite lives in one connection")
@pytest.mark.django_db(transaction=True)
def test_send_reminders_of_many_runs_at_the_same_moment_sends_once():
    officer = make_round().officer
    runs = [reminders(on=OPENS_ON) for _ in range(8)]

    def run(digests) -> list:
        try:
            return send_reminders(digests).sent
        finally:
            connection.close()

    with ThreadPoolExecutor(len(runs)) as pool:
        sent = list(chain.from_iterable(pool.map(run, runs)))

    assert (sent, mailed_to(), Reminder.objects.count()) == ([officer], [officer.email], 1)


def test_send_reminders_links_straight_to_each_row_in_text_and_html():
    this_round = make_round(number=3)

    send_reminders(reminders(on=OPENS_ON))

    text, html = parts()
    month = SITE + reverse("month-update", args=[this_round.partnership.slug])
    expected = {f"{action.ref} {action.title}": f"{month}#action-{action.pk}" for action in this_round.actions}
    choices = {"Choose which reminders you get": SITE + reverse("reminder-choices")}
    assert links_in(html) == expected | choices
    assert re.findall(r"https?://\S+", text) == [*expected.values(), *choices.values()]
    assert all(f"- {title}\n" in text for title in expected)


def test_send_reminders_says_the_same_in_text_and_html():
    this_round = make_round()
    with time_machine.travel("2019-11-20T09:00:00+00:00", tick=False):
        ask_and_decide(this_round.action, by=this_round.officer, words="Agreed <subject> to & a review.", day=OPENS_ON)
    this_round.action.title = "Better “EHC” plans & drafts"
    this_round.action.save()

    send_reminders(reminders(on=OPENS_ON))

    text, html = parts()
    shown = " ".join("".join(html5lib.parse(html, namespaceHTMLElements=False).find("body").itertext()).split())
    for words in ("Agreed <subject> to & a review.", f"{this_round.action.ref} Better “EHC” plans & drafts"):
        assert (words in text, words in shown) == (True, True)


def test_send_reminders_html_needs_nothing_from_elsewhere():
    make_round()
    send_reminders(reminders(on=OPENS_ON))

    class Tags(HTMLParser):
        seen = []

        def handle_starttag(self, tag, attrs):
            self.seen.append((tag, dict(attrs)))

    Tags().feed(parts()[1])

    assert not {tag for tag, _ in Tags.seen} & {"img", "link", "script", "style", "iframe"}
    assert not [attrs for _, attrs in Tags.seen if "style" in attrs or "src" in attrs]


def test_send_reminders_keep_out_of_offices_from_answering():
    make_round()

    send_reminders(reminders(on=OPENS_ON))

    assert mail.outbox[0].message()["Auto-Submitted"] == "auto-generated"
