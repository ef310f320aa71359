"""Fifty people press at once: what was acknowledged is there exactly once, in order, and nothing else is."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from actions.choices import Status, Verdict
from actions.models import Action, DateDecision, StatusUpdate, Verification
from actions.operations.report_progress import (
    NewDate,
    NewEvidence,
    SomebodyElseUpdated,
    confirm_progress,
    report_progress,
)
from actions.operations.review_completion import review_completion
from actions.operations.save_record import SomebodyElseEdited, last_edit, save_record
from tests.database import only_on
from tests.factories import make_action, make_date_change, make_plan, make_update, make_user

pytestmark = [
    only_on("postgresql", "the tests' SQLite lives in one connection, which lets one writer in at a time"),
    pytest.mark.django_db(transaction=True),
]

CLIENTS, TODAY = 50, date(2019, 7, 10)
SAYS = [Status.ON_TRACK, Status.DELAYED, Status.NOT_STARTED, Status.COMPLETE, Status.CLOSED]


def at_once(press: Callable, presses: Iterable) -> list:
    """Each press in a thread and a connection of its own, let go together."""
    presses = list(presses)
    gate = Barrier(len(presses))

    def run(each):
        try:
            connection.ensure_connection()
            gate.wait(timeout=30)
            return press(each)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(presses)) as pool:
        return list(pool.map(run, presses))


def chain_of(action: Action) -> list[StatusUpdate]:
    """In the order in which they count, checked to be one chain from the first on."""
    chain = list(action.updates.oldest_first())
    befores = [Status.NOT_STARTED, *(update.status for update in chain)]
    assert [update.status_before for update in chain] == befores[: len(chain)]
    assert all(earlier.pk < later.pk for earlier, later in pairwise(chain))
    return chain


def insist(action_id: int, by, status: Status, submission: UUID) -> int:
    """What a person does: look, press, and on a conflict look again and press again."""
    while True:
        action = Action.objects.get(pk=action_id)
        seen = action.latest_update(TODAY)
        said = {"status": status, "effective_on": TODAY, "progress": str(submission)}
        evidence = [NewEvidence("Minutes", link="https://www.example.org/minutes")]
        try:
            return report_progress(
                action=action,
                by=by,
                submission=submission,
                seen_id=seen and seen.pk,
                said=said,
                evidence=evidence,
                today=TODAY,
            ).pk
        except SomebodyElseUpdated:
            continue


def test_clients_updating_the_same_and_different_actions_are_each_recorded_once():
    plan = make_plan()
    actions = [make_action(plan), make_action(plan), make_action()]
    by = make_user()
    presses = [(actions[n % 3].pk, SAYS[n % len(SAYS)], uuid4()) for n in range(CLIENTS)]

    acknowledged = at_once(lambda press: insist(press[0], by, press[1], press[2]), presses)

    found = {update.pk: (update.action_id, update.status, update.submission) for update in StatusUpdate.objects.all()}
    assert found == dict(zip(acknowledged, presses, strict=True))
    assert [len(chain_of(action)) for action in actions] == [17, 17, 16]
    assert [action.evidence.count() for action in actions] == [17, 17, 16]


def test_clients_who_all_saw_the_same_are_told_of_the_one_who_was_first():
    action, by = make_action(), make_user()

    def press(number: int) -> int | None:
        said = {"status": Status.ON_TRACK, "effective_on": TODAY, "progress": str(number)}
        try:
            return report_progress(
                action=Action.objects.get(pk=action.pk),
                by=by,
                submission=uuid4(),
                seen_id=None,
                said=said,
                today=TODAY,
            ).pk
        except SomebodyElseUpdated as newer:
            return -newer.latest.pk

    answers = at_once(press, range(CLIENTS))

    [update] = chain_of(action)
    assert sorted(answers) == [*[-update.pk] * (CLIENTS - 1), update.pk]


@pytest.mark.parametrize("is_confirmation", [True, False])
def test_presses_with_the_same_submission_record_one(is_confirmation):
    action, by, submission = make_action(), make_user(), uuid4()
    new_date = NewDate(date(2021, 6, 30), "staffing")

    def press(_) -> int:
        common = {
            "action": Action.objects.get(pk=action.pk),
            "by": by,
            "submission": submission,
            "seen_id": None,
            "today": TODAY,
        }
        if is_confirmation:
            return confirm_progress(**common).pk
        said = {"status": Status.ON_TRACK, "effective_on": TODAY}
        return report_progress(**common, said=said, new_date=new_date).pk

    answers = at_once(press, range(CLIENTS))

    [update] = chain_of(action)
    assert answers == [update.pk] * CLIENTS
    assert action.date_changes.count() == (0 if is_confirmation else 1)


def is_done(verb: Callable) -> bool:
    try:
        verb()
    except ValidationError:
        return False
    return True


def test_decisions_at_once_record_one():
    change, by = make_date_change(make_action()), make_user()

    def decide(number: int) -> bool:
        return is_done(lambda: type(change).objects.get().decide(by=by, is_agreed=number % 2 == 0, decided_on=TODAY))

    answers = at_once(decide, range(10))

    assert (sum(answers), DateDecision.objects.count()) == (1, 1)


def test_reviews_at_once_record_one():
    claim, by = make_update(make_action(), Status.COMPLETE, TODAY), make_user()

    def review(number: int) -> bool:
        verdict = Verdict.VERIFIED if number % 2 else Verdict.SENT_BACK
        standing = StatusUpdate.objects.get(pk=claim.pk)
        return is_done(lambda: review_completion(claim=standing, by=by, verdict=verdict, on=TODAY, reason="Looked at."))

    answers = at_once(review, range(10))

    sent_back = Verification.objects.get().verdict == Verdict.SENT_BACK
    assert (sum(answers), len(chain_of(claim.action))) == (1, 2 if sent_back else 1)


def test_edits_by_hand_at_once_let_one_through_and_show_it_to_the_others():
    action = make_action(make_plan(), title="As it was")
    seen, writers = last_edit(action), [make_user() for _ in range(10)]

    def press(number: int) -> str | None:
        edited = Action.objects.select_related("plan__partnership").get(pk=action.pk)
        edited.title = f"Title {number}"
        try:
            return save_record(edited, by=writers[number], seen=seen).title
        except SomebodyElseEdited:
            return None

    answers = [title for title in at_once(press, range(10)) if title]

    assert answers == [Action.objects.get().title]
    assert action.history.count() == 2
