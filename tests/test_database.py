from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.core.management import call_command
from django.db import IntegrityError, connection

from actions.choices import Status
from actions.models import StatusUpdate
from tests.database import triggers
from tests.factories import make_action, make_update


@pytest.mark.django_db(transaction=True)
def test_flush_empties_history_too():
    make_update(make_action(), Status.ON_TRACK, date(2019, 5, 1))

    call_command("flush", interactive=False, verbosity=0)

    assert StatusUpdate.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_flush_puts_every_trigger_back_exactly():
    before = triggers()

    call_command("flush", interactive=False, verbosity=0)

    assert triggers() == before != {}


@pytest.mark.django_db(transaction=True)
def test_flush_leaves_history_permanent():
    call_command("flush", interactive=False, verbosity=0)
    make_update(make_action(), Status.ON_TRACK, date(2019, 5, 1))

    with pytest.raises(IntegrityError, match="only ever added"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM actions_statusupdate")

    assert StatusUpdate.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_flush_makes_permissions_anew():
    before = Permission.objects.count()

    call_command("flush", interactive=False, verbosity=0)

    assert Permission.objects.count() == before > 0


@pytest.mark.django_db(transaction=True)
def test_flush_empties_the_cache():
    cache.set("sign-in-attempts", 4)

    call_command("flush", interactive=False, verbosity=0)

    assert cache.get("sign-in-attempts") is None
