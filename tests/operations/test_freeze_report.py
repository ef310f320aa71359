"""Freezing: once, in order, with just the figures that were seen, and from then for ever."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from actions.canonical import canonical, fingerprint_of
from actions.choices import Status
from actions.models import Plan, ProgressReport
from actions.operations.draft_report import edit_report
from actions.operations.freeze_report import FiguresChanged, freeze_report
from actions.summaries.report_content import content_of
from tests.database import only_on
from tests.factories import make_action, make_frozen_report, make_plan, make_report, make_update, make_user
from tests.operations.test_concurrency import at_once, is_done

JULY = date(2019, 7, 10)
EVENING = datetime(2019, 7, 10, 22, 59, tzinfo=UTC)  # a minute before midnight in London


def freeze(report: ProgressReport, **fields) -> ProgressReport:
    return freeze_report(report=report, **{"by": make_user(), "content": content_of} | fields)


def fingerprint_of_preview(report: ProgressReport) -> str:
    return fingerprint_of(canonical(content_of(report)))


@pytest.mark.django_db
def test_freeze_report_keeps_the_very_text_that_it_hashed():
    chair, draft = make_user(), make_report(words="Ünïcode “words” 👪\u202e")

    report = freeze(draft, by=chair, clock=lambda: EVENING)

    stored = ProgressReport.objects.get()
    assert stored == report
    assert (stored.number, stored.frozen_by, stored.frozen_at, stored.frozen_on) == (1, chair, EVENING, JULY)
    assert stored.content == canonical(content_of(stored))
    assert stored.sha256 == fingerprint_of(stored.content)
    assert stored.told["report"]["words"] == "Ünïcode “words” 👪\u202e"


@pytest.mark.django_db
def test_freeze_report_says_the_same_as_its_preview():
    draft = make_report()
    seen = fingerprint_of_preview(draft)

    assert freeze(draft, seen=seen).sha256 == seen


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["figures", "words"])
def test_freeze_report_after_the_preview_no_longer_holds_asks_to_look_again(what):
    action = make_action()
    draft = make_report(action.plan)
    seen = fingerprint_of_preview(draft)
    if what == "figures":
        make_update(action, Status.COMPLETE, JULY)
    else:
        edit_report(report=draft, by=make_user(), seen=0, words="Other words")

    with pytest.raises(FiguresChanged):
        freeze(draft, seen=seen)

    assert (ProgressReport.objects.get().is_frozen, action.plan.closed_through()) == (False, None)


@pytest.mark.django_db
def test_freeze_report_pressed_twice_finds_the_frozen_one():
    draft = make_report()
    first = freeze(draft)

    second = freeze(draft)

    assert (second, second.number, second.sha256, second.frozen_by) == (first, 1, first.sha256, first.frozen_by)


@pytest.mark.django_db
def test_freeze_report_of_a_day_to_come_is_refused_in_words():
    draft = make_report(as_at_on=date(2019, 7, 11))

    with pytest.raises(ValidationError) as refusal:
        freeze(draft, clock=lambda: EVENING)

    assert refusal.value.message_dict == {
        "as_at_on": ["Choose 10 July 2019 or earlier: nobody can tell yet how things will stand."]
    }
    assert not ProgressReport.objects.get().is_frozen


@pytest.mark.django_db
def test_freeze_report_of_a_day_that_was_overtaken_is_refused_in_words():
    plan = make_plan()
    draft = make_report(plan)
    make_frozen_report(plan, as_at_on=date(2019, 8, 1))

    with pytest.raises(ValidationError) as refusal:
        freeze(draft)

    assert refusal.value.message_dict == {"as_at_on": ["Choose 1 August 2019 or later: report 1 told of that day."]}


@pytest.mark.django_db
def test_freeze_report_marks_every_plan_of_the_partnership_as_changed():
    plan = make_plan()
    sister, stranger = make_plan(plan.partnership), make_plan()

    freeze(make_report(plan))

    revisions = [Plan.objects.get(pk=each.pk).revision for each in (plan, sister, stranger)]
    assert revisions == [2, 1, 0]


@only_on("postgresql", "the tests' SQLite lives in one connection, which lets one writer in at a time")
@pytest.mark.django_db(transaction=True)
def test_reports_frozen_at_once_are_numbered_in_order():
    plan = make_plan()
    drafts = [make_report(plan).pk for _ in range(8)]

    numbers = at_once(lambda key: freeze(ProgressReport.objects.get(pk=key), by=make_user()).number, drafts)

    assert sorted(numbers) == list(range(1, 9))


@only_on("postgresql", "the tests' SQLite lives in one connection, which lets one writer in at a time")
@pytest.mark.django_db(transaction=True)
def test_update_at_the_moment_of_freezing_is_either_told_or_counts_later():
    """A committee never reads of one complete action while the record says two."""
    plan = make_plan()
    actions = [make_action(plan).pk for _ in range(12)]
    draft, by = make_report(plan), make_user()

    def press(action_id: int | None) -> bool:
        if action_id is None:
            return bool(freeze(ProgressReport.objects.get(pk=draft.pk), by=by))
        action = plan.actions.get(pk=action_id)
        return is_done(lambda: action.record_update(by=by, status=Status.COMPLETE, effective_on=JULY))

    answers = at_once(press, [*actions[:6], None, *actions[6:]])

    report = ProgressReport.objects.get()
    told = [entry["number"] for entry in report.told["headline"]["statuses"] if entry["status"] == "complete"]
    assert told == [sum(answers) - 1]
