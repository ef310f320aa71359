"""Tell people by e-mail, and each thing once."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string

from actions.models import Reminder, User

log = logging.getLogger(__name__)


class Notice(Protocol):
    """What is remembered: this person was told this."""

    kind: str
    subject: str


class Digest(Protocol):
    """All that one person is told in one e-mail: see summaries/notices.py."""

    user: User
    subject: str
    notices: Sequence[Notice]


class MailNotSent(Exception):
    """The mail server, or whatever stands for it, refused or did not answer."""


@dataclass(frozen=True)
class Sending:
    """Who was told, and who could not be, with what the mail server said."""

    sent: list[User]
    failed: list[tuple[User, str]]


def send_reminders(digests: Iterable[Digest]) -> Sending:
    """A mail that fails leaves no trace, so the next run tries again, and keeps nobody else's from going."""
    sending = Sending([], [])
    for digest in digests:
        try:
            _send(digest)
            sending.sent.append(digest.user)
        except IntegrityError:
            log.info("Another run has just told person %s the same.", digest.user.pk)
        except MailNotSent as problem:
            log.warning("The reminder for person %s could not be sent: %s", digest.user.pk, problem)
            sending.failed.append((digest.user, str(problem)))
    return sending


@transaction.atomic
def _send(digest: Digest) -> None:
    """First the rows, then the mail: of two runs at once the second waits here for the first, and is refused."""
    for notice in digest.notices:
        Reminder.objects.create(user=digest.user, kind=notice.kind, subject=notice.subject)
    message = _message(digest)
    try:
        message.send()
    except Exception as error:  # each mail backend fails in ways of its own: smtplib's, a socket's, a provider's
        raise MailNotSent(f"{type(error).__name__}: {error}") from error


def _message(digest: Digest) -> EmailMultiAlternatives:
    context = {"digest": digest, "site_url": settings.SITE_URL}
    message = EmailMultiAlternatives(
        subject=" ".join(digest.subject.split()),
        body=render_to_string("emails/reminder.txt", context),
        to=[digest.user.email],
        headers={"Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string("emails/reminder.html", context), "text/html")
    return message
