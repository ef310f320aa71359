"""Movement in words and in flows: every move is told once, and the sums are the two headlines."""

from itertools import product

import pytest
from hypothesis import given, settings

from actions.choices import Status
from actions.models import Action
from actions.summaries.happenings import _PHRASES, happenings
from actions.summaries.movement import Move, movement
from actions.summaries.status_ledger import StatusLedger
from tests.amounts import tries
from tests.database import undone
from tests.histories import days, enact, histories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("before", "after"), list(product([None, *Status], Status)))
def test_every_move_there_can_be_fits_exactly_one_phrase(before, after):
    move = Move(Action(), before, after, ())

    assert sum(phrase.fits(move) for phrase in _PHRASES) == 1


@settings(max_examples=tries(40))
@given(history=histories, one=days, other=days)
def test_happenings_add_up_to_all_that_moved(history, one, other):
    with undone():
        moved = movement(enact(history), since=min(one, other), until=max(one, other))

    assert sum(happening.number for happening in happenings(moved)) == len(moved.moves)


@settings(max_examples=tries(40))
@given(history=histories, one=days, other=days)
def test_flows_lead_from_one_headline_to_the_other(history, one, other):
    since, until = min(one, other), max(one, other)
    with undone():
        plan = enact(history)
        ledger = StatusLedger.of(plan, until=until)
        flows = movement(plan, since=since, until=until).flows(ledger.counts(since))

    then, now = ledger.counts(since), ledger.counts(until)
    assert {flow.status: (flow.then, flow.now, flow.change) for flow in flows} == {
        status: (then[status], now[status], now[status] - then[status]) for status in Status
    }
