"""Many people at once: the history of an action stays one chain. SQLite lets one writer in at a time anyway."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise

import pytest
from django.db import connection

from actions.choices import Status
from actions.models import Action, Plan
from tests.database import only_on
from tests.factories import make_action, make_user

PEOPLE, UPDATES_EACH = 8, 5
DAY = date(2019, 6, 3)
TOLD = [Status.ON_TRACK, Status.DELAYED, Status.COMPLETE, Status.NOT_STARTED, Status.ON_TRACK]


@only_on("postgresql", "the tests' SQLite lives in one connection")
@pytest.mark.django_db(transaction=True)
def test_updates_of_many_people_at_once_stay_one_chain():
    action_id, person = make_action().pk, make_user()

    def tell(_) -> None:
        try:
            for status in TOLD:
                Action.objects.get(pk=action_id).record_update(by=person, status=status, effective_on=DAY)
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(tell, range(PEOPLE)))

    chain = list(Action.objects.get().updates.oldest_first())
    assert len(chain) == PEOPLE * UPDATES_EACH == Plan.objects.get().revision
    assert chain[0].status_before == Status.NOT_STARTED
    assert all(after.status_before == before.status for before, after in pairwise(chain))
