"""From freezing, nothing counts on or before the day told of: in kind words first, and then by the database."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from actions.choices import Status
from actions.models import Action, Evidence, Plan
from actions.models.closed_books import Books
from tests.factories import (
    make_action,
    make_body,
    make_date_change,
    make_evidence,
    make_frozen_report,
    make_meeting,
    make_plan,
    make_report,
    make_update,
    make_user,
    make_verification,
)
from tests.models.test_triggers import insert_update, run_sql, set_column
from tests.models.test_triggers_on_decisions import insert_decision, insert_verification

MAY, JUNE, CLOSED, OPEN = date(2019, 5, 1), date(2019, 6, 1), date(2019, 7, 10), date(2019, 7, 11)
LATER = date(2019, 8, 1)

COUNTS_LATER = "the figures through that day are frozen in a progress report: choose a later day"
COUNTED = "a frozen progress report counts this action: it stays, with its dates"
PATIENT = "a report of this plan is frozen: its first day and its tolerances stay"
REFUSAL = "Choose 11 July 2019 or later: the figures through 10 July 2019 were closed by progress report 1."


# ──── what a plan says of its days


def closed_through(day: date, *, meeting=None, at=datetime(2019, 7, 10, 9, 4, tzinfo=UTC)) -> Books:
    return Books(SimpleNamespace(number=7, as_at_on=day, frozen_at=at, meeting=meeting))


def test_books_that_nothing_has_closed_take_a_word_of_any_day():
    books = Books()

    assert (books.closed_through, books.first_open_day(CLOSED), books.notice(CLOSED)) == (None, CLOSED, "")
    assert books.days_to_name(CLOSED) == "Today, or the earlier day on which this became true."


def test_books_closed_today_take_a_word_of_today_for_tomorrow():
    board = SimpleNamespace(body=SimpleNamespace(name="SEND Improvement Board"), held_on=date(2019, 7, 12))
    books = closed_through(CLOSED, meeting=board)

    assert (books.first_open_day(CLOSED), books.counted_from(CLOSED, today=CLOSED)) == (OPEN, OPEN)
    assert (
        books.notice(CLOSED)
        == books.days_to_name(CLOSED)
        == (
            "Counts from tomorrow, 11 July 2019: today’s figures were closed at 10:04 "
            "for the SEND Improvement Board of 12 July 2019."
        )
    )


def test_books_closed_before_today_take_a_word_of_today_for_today():
    books = closed_through(CLOSED)

    assert (books.first_open_day(LATER), books.notice(LATER)) == (LATER, "")
    assert books.days_to_name(LATER) == ("Today, or the earlier day, after 10 July 2019, on which this became true.")


@pytest.mark.parametrize(
    ("today", "named", "counts_from"),
    [(CLOSED, CLOSED, OPEN), (CLOSED, OPEN, OPEN), (LATER, LATER, LATER), (LATER, OPEN, OPEN)],
)
def test_books_take_a_day_that_is_named(today, named, counts_from):
    assert closed_through(CLOSED).day_named(named, today=today) == counts_from


@pytest.mark.parametrize(
    ("today", "named", "refusal"),
    [
        (LATER, CLOSED, REFUSAL.replace("report 1", "report 7")),
        (CLOSED, JUNE, REFUSAL.replace("report 1", "report 7")),
        (CLOSED, LATER, "Choose 11 July 2019."),
        (OPEN, LATER, "Choose today, 11 July 2019, or an earlier day."),
    ],
)
def test_books_refuse_a_day_that_is_closed_or_to_come(today, named, refusal):
    with pytest.raises(ValidationError) as refused:
        closed_through(CLOSED).day_named(named, today=today)

    assert refused.value.messages == [refusal]


@pytest.mark.django_db
def test_books_of_a_plan_are_closed_by_its_last_frozen_report_only():
    plan = make_plan()
    make_frozen_report(plan, as_at_on=MAY)
    make_frozen_report(plan, as_at_on=JUNE, meeting=make_meeting(make_body(plan.partnership)))
    make_report(plan, as_at_on=LATER)
    make_frozen_report(make_plan(plan.partnership), as_at_on=CLOSED)

    assert (plan.closed_through(), plan.first_open_day(JUNE), plan.first_open_day(CLOSED)) == (
        JUNE,
        date(2019, 6, 2),
        CLOSED,
    )


@pytest.mark.django_db
def test_books_of_a_plan_are_one_query_however_many_reports(django_assert_num_queries):
    plan = make_plan()
    make_frozen_report(plan, meeting=make_meeting(make_body(plan.partnership)))
    make_frozen_report(plan)

    with django_assert_num_queries(1):
        plan.books().notice(CLOSED)


# ──── each verb refuses a closed day in words


@pytest.fixture
def action(db) -> Action:
    """On track since May, with a claim and a date asked for before, in books that are closed through 10 July 2019."""
    return make_told_action()


def make_told_action() -> Action:
    action = make_action()
    make_update(action, Status.ON_TRACK, MAY)
    make_date_change(action, asked_on=MAY)
    make_frozen_report(action.plan)
    return action


VERBS = {
    "record_update": lambda action: make_update(action, Status.DELAYED, CLOSED),
    "confirm": lambda action: action.confirm(by=make_user(), effective_on=CLOSED),
    "ask_for_date": lambda action: make_date_change(action, asked_on=CLOSED, to_on=date(2022, 1, 1)),
    "decide": lambda action: action.date_changes.get().decide(by=make_user(), is_agreed=True, decided_on=CLOSED),
    "add_evidence": lambda action: make_evidence(action, added_on=CLOSED),
}


@pytest.mark.parametrize("verb", VERBS)
def test_verb_refuses_a_closed_day_in_words_and_writes_nothing(action, verb):
    revision = Plan.objects.get().revision

    with pytest.raises(ValidationError) as refusal:
        VERBS[verb](action)

    assert refusal.value.messages == [REFUSAL]
    assert (action.updates.count(), action.date_changes.count(), Evidence.objects.count()) == (1, 1, 0)
    assert Plan.objects.get().revision == revision


@pytest.mark.django_db
def test_verb_takes_the_first_open_day(action):
    make_update(action, Status.DELAYED, OPEN)
    make_evidence(action, added_on=OPEN)
    action.date_changes.get().decide(by=make_user(), is_agreed=True, decided_on=OPEN)

    assert Action.objects.as_at(CLOSED).get().status == Status.ON_TRACK
    assert Action.objects.as_at(OPEN).get().status == Status.DELAYED


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["added_on", "planned_start_on", "original_due_on"])
def test_action_told_of_says_in_words_that_its_dates_stay(action, field):
    setattr(action, field, date(2019, 4, 2))

    with pytest.raises(ValidationError) as refusal:
        action.full_clean()

    assert refusal.value.message_dict == {"added_on": [REFUSAL]}


@pytest.mark.django_db
def test_action_that_would_join_under_a_frozen_report_is_refused_in_words(action):
    newcomer = Action(plan=action.plan, priority=action.priority, ref="9", title="Late", added_on=CLOSED)

    with pytest.raises(ValidationError) as refusal:
        newcomer.clean()

    assert refusal.value.message_dict == {"added_on": [REFUSAL]}


@pytest.mark.django_db
def test_plan_told_of_says_in_words_that_its_tolerances_stay(action):
    action.plan.tolerance_days = 10

    with pytest.raises(ValidationError, match="its first day and its tolerances stay"):
        action.plan.full_clean()


# ──── and the database refuses


def write_on_a_closed_day(write: Callable[[Action], object]) -> Callable[[], None]:
    def act() -> None:
        write(make_told_action())

    return act


def show(action: Action) -> None:
    evidence = Evidence(action=action, title="Minutes", link="https://x.org/", added_on=CLOSED, added_by=make_user())
    Evidence.objects.bulk_create([evidence])


def verify() -> None:
    action = make_action()
    claim = make_update(action, Status.COMPLETE, MAY)
    make_frozen_report(action.plan)
    insert_verification(claim, make_user(), verified_on=CLOSED)


def ask(action: Action) -> None:
    change = make_date_change(action, asked_on=OPEN, to_on=date(2022, 1, 1))
    change.pk, change.asked_on = None, CLOSED
    type(change).objects.bulk_create([change])


def change_column(column: str, value, **fields) -> Callable[[], None]:
    def act() -> None:
        action = make_action(make_told_action().plan, **fields) if fields else make_told_action()
        set_column(action, column, value)

    return act


def change_plan(column: str, value) -> Callable[[], None]:
    return write_on_a_closed_day(lambda action: set_column(action.plan, column, value))


def insert_in_its_place(action: Action, **fields) -> None:
    """A newcomer from after the books closed, with its key or its reference: SQLite could delete it for that."""
    newcomer = make_action(make_plan(), added_on=LATER)
    newcomer.plan, newcomer.priority, newcomer.pk = action.plan, action.priority, 987654
    for name, value in fields.items():
        setattr(newcomer, name, value)
    Action.objects.bulk_create([newcomer])


def take_its_reference(action: Action) -> None:
    set_column(make_action(action.plan, added_on=LATER), "ref", action.ref)


def delete(action: Action) -> None:
    joined = make_action(make_plan(action.plan.partnership))
    make_frozen_report(joined.plan)
    run_sql("DELETE FROM actions_action WHERE id = %s", joined.pk)


REFUSED: list[tuple[str, str, Callable[[], None], str]] = [
    (
        "status_update_counts_after_the_closed_books",
        "update",
        write_on_a_closed_day(lambda a: insert_update(a, status_before=Status.ON_TRACK, effective_on=CLOSED)),
        COUNTS_LATER,
    ),
    ("date_change_counts_after_the_closed_books", "date change", write_on_a_closed_day(ask), COUNTS_LATER),
    (
        "date_decision_counts_after_the_closed_books",
        "decision",
        write_on_a_closed_day(lambda action: insert_decision(action.date_changes.get(), CLOSED)),
        COUNTS_LATER,
    ),
    ("evidence_counts_after_the_closed_books", "evidence", write_on_a_closed_day(show), COUNTS_LATER),
    ("verification_counts_after_the_closed_books", "verification", verify, COUNTS_LATER),
    (
        "action_counts_after_the_closed_books",
        "new action",
        write_on_a_closed_day(lambda action: make_action(action.plan, added_on=CLOSED)),
        COUNTS_LATER,
    ),
    (
        "action_told_of_is_not_replaced_on_insert",
        "same key",
        write_on_a_closed_day(lambda action: insert_in_its_place(action, pk=action.pk)),
        COUNTED,
    ),
    (
        "action_told_of_is_not_replaced_on_insert",
        "same reference",
        write_on_a_closed_day(lambda action: insert_in_its_place(action, ref=action.ref)),
        COUNTED,
    ),
    ("action_told_of_is_not_replaced_on_update", "same reference", write_on_a_closed_day(take_its_reference), COUNTED),
    ("action_told_of_keeps_its_dates", "due", change_column("original_due_on", "2020-11-30"), COUNTED),
    ("action_told_of_keeps_its_dates", "no start", change_column("planned_start_on", None), COUNTED),
    ("action_told_of_keeps_its_dates", "precision", change_column("due_precision", "year"), COUNTED),
    ("action_told_of_keeps_its_dates", "joined earlier", change_column("added_on", "2019-03-01"), COUNTED),
    ("action_told_of_keeps_its_dates", "joined later", change_column("added_on", "2019-04-02"), COUNTED),
    (
        "action_told_of_keeps_its_dates",
        "joined under it",
        change_column("added_on", "2019-07-10", added_on=LATER),
        COUNTED,
    ),
    ("action_told_of_stays", "deleted", write_on_a_closed_day(delete), COUNTED),
    ("plan_told_of_keeps_its_patience", "tolerance", change_plan("tolerance_days", 10), PATIENT),
    ("plan_told_of_keeps_its_patience", "silence", change_plan("confirm_within_days", 10), PATIENT),
    ("plan_told_of_keeps_its_patience", "start", change_plan("starts_on", "2019-03-01"), PATIENT),
]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("act", "message"),
    [pytest.param(act, message, id=f"{trigger}-{name}") for trigger, name, act, message in REFUSED],
)
def test_trigger_refuses_and_says_why(act, message):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()

    assert str(refusal.value).splitlines()[0] == message


# ──── what they let through


@pytest.mark.django_db
def test_trigger_lets_another_plan_of_the_partnership_go_on(action):
    other = make_action(make_plan(action.plan.partnership))

    claim = make_update(other, Status.COMPLETE, CLOSED)
    make_verification(claim)
    make_evidence(other, added_on=CLOSED)

    assert other.updates.count() == 1


@pytest.mark.django_db
def test_trigger_lets_a_plan_with_only_drafts_go_on():
    action = make_action()
    make_report(action.plan)

    make_update(action, Status.ON_TRACK, CLOSED)

    assert action.updates.count() == 1


@pytest.mark.django_db
def test_trigger_lets_words_leads_and_later_actions_change_under_a_frozen_report(action):
    newcomer = make_action(action.plan, added_on=OPEN)

    Action.objects.filter(pk=action.pk).update(title="Said more plainly", lead_organisation=newcomer.lead_organisation)
    Action.objects.filter(pk=newcomer.pk).update(original_due_on=date(2020, 6, 30))
    newcomer.delete()
    Plan.objects.filter(pk=action.plan_id).update(title="Said more plainly", ends_on=date(2021, 3, 31))

    assert list(Action.objects.values_list("title", flat=True)) == ["Said more plainly"]
