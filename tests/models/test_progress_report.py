"""A report before and after it is frozen: what it may say, what it is called, and how it is published."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from actions.canonical import fingerprint_of
from actions.choices import Judgement
from actions.models import PriorityWords, ProgressReport
from tests.database import triggers_set_aside
from tests.factories import (
    make_body,
    make_frozen_report,
    make_meeting,
    make_partnership,
    make_plan,
    make_priority,
    make_report,
    make_user,
)

pytestmark = pytest.mark.django_db

JULY, JUNE, MAY = date(2019, 7, 10), date(2019, 6, 10), date(2019, 5, 15)
NOON = datetime(2019, 7, 10, 12, tzinfo=UTC)


# ──── what may never be untrue: test_constraints.py breaks each once


def insert(**fields) -> ProgressReport:
    """Past the model's own refusals, straight into the table."""
    by = make_user()
    usual = {"plan": fields.pop("plan", None) or make_plan(), "as_at_on": JULY, "drafted_by": by, "edited_by": by}
    [report] = ProgressReport.objects.bulk_create([ProgressReport(**usual | fields)])
    return report


def whole(**fields) -> dict:
    """All that freezing fills in."""
    filled = {"number": 1, "frozen_on": JULY, "frozen_at": NOON, "frozen_by": make_user()}
    return filled | {"content": "{}", "sha256": fingerprint_of("{}")} | fields


def number_two_alike() -> None:
    """The trigger that numbers them in order would refuse first."""
    plan = make_plan()
    with triggers_set_aside():
        for _ in range(2):
            insert(plan=plan, **whole())


def say_twice() -> None:
    report, priority = make_report(), make_priority()
    PriorityWords.objects.bulk_create([PriorityWords(report=report, priority=priority, words="Words") for _ in "ab"])


def say_nothing() -> None:
    PriorityWords.objects.bulk_create([PriorityWords(report=make_report(), priority=make_priority(), words="")])


BREACHES = {
    "progress_report_number_is_unique_in_plan": number_two_alike,
    "progress_report_judgement_is_known": lambda: insert(judgement="splendid"),
    "progress_report_is_frozen_as_a_whole": lambda: insert(content="{}"),
    "progress_report_does_not_tell_of_days_to_come": lambda: insert(**whole(frozen_on=JUNE)),
    "progress_report_is_published_only_when_frozen": lambda: insert(published_at=NOON, published_by=make_user()),
    "progress_report_public_content_is_published_as_a_whole": lambda: insert(public_content="{}"),
    "progress_report_compares_with_one_earlier_day": lambda: insert(compared_on=JULY),
    "progress_report_correction_says_why": lambda: insert(correction_reason="A figure was wrong."),
    "priority_words_are_said_once": say_twice,
    "priority_words_are_words": say_nothing,
}


@pytest.mark.parametrize("missing", ["number", "frozen_on", "frozen_by", "content", "sha256"])
def test_report_is_never_frozen_by_half(missing):
    empty = "" if missing in {"content", "sha256"} else None

    with pytest.raises(ValidationError) as refusal:
        ProgressReport(**whole(**{missing: empty}), as_at_on=JULY).validate_constraints()

    assert "progress_report_is_frozen_as_a_whole" in str(refusal.value)


# ──── what it says of itself


def test_report_is_called_by_its_number_once_it_is_frozen():
    names = [str(make_report()), str(make_frozen_report())]

    assert names == ["Draft progress report, as at 10 July 2019", "Progress report 1, as at 10 July 2019"]


def test_report_of_each_plan_is_numbered_from_one():
    plan = make_plan()
    numbers = [make_frozen_report(each).number for each in (plan, make_plan(), plan)]

    assert (numbers, make_report(plan).next_number) == ([1, 1, 2], 3)


@pytest.mark.parametrize(
    ("judgement", "line", "expected"),
    [
        ("", "", ""),
        (Judgement.IN_PART, "", "Delivering part of what was promised"),
        ("", "Two priorities need the board.", "Two priorities need the board."),
        (Judgement.IN_PART, "two need the board", "Delivering part of what was promised: two need the board"),
    ],
)
def test_report_judgement_reads_as_one_line(judgement, line, expected):
    assert make_report(judgement=judgement, judgement_words=line).judgement_in_words == expected


def test_report_compares_with_the_day_of_an_earlier_report_or_with_any_day():
    plan = make_plan()
    earlier = make_frozen_report(plan, as_at_on=MAY)

    since = [
        make_report(plan, **with_what).since for with_what in ({}, {"compared_with": earlier}, {"compared_on": JUNE})
    ]

    assert since == [None, MAY, JUNE]


def test_newest_report_comes_first_and_a_draft_before_it():
    plan = make_plan()
    one, two = make_frozen_report(plan), make_frozen_report(plan)
    draft = make_report(plan)

    assert list(plan.reports.newest_first()) == [draft, two, one]


# ──── what is refused in words


def problems(plan, **fields) -> dict:
    with pytest.raises(ValidationError) as refusal:
        make_report(plan, **fields)
    return refusal.value.message_dict


def test_report_of_a_day_before_the_last_frozen_one_is_refused():
    plan = make_plan()
    make_frozen_report(plan)

    assert problems(plan, as_at_on=JUNE) == {
        "as_at_on": ["Choose 10 July 2019 or later: report 1 told of that day."],
    }


def test_report_for_another_partnerships_meeting_is_refused():
    elsewhere = make_meeting(make_body(make_partnership()))

    assert list(problems(make_plan(), meeting=elsewhere)) == ["meeting"]


@pytest.mark.parametrize("field", ["compared_with", "corrects"])
@pytest.mark.parametrize("make_other", [make_report, lambda plan: make_frozen_report(make_plan())])
def test_report_rests_only_on_frozen_reports_of_its_plan(field, make_other):
    plan = make_plan()
    other = make_other(plan)

    reason = {"correction_reason": "A figure was wrong."} if field == "corrects" else {}
    assert problems(plan, as_at_on=date(2019, 8, 1), **{field: other}, **reason) == {
        field: ["Choose a frozen report of the same plan."]
    }


def test_report_compares_with_an_earlier_day_only():
    plan = make_plan()
    same_day = make_frozen_report(plan)

    assert problems(plan, compared_with=same_day) == {"compared_with": ["Compare with an earlier day."]}
    assert problems(plan, compared_on=JULY) == {"compared_on": ["Compare with an earlier day."]}


def test_report_compares_with_one_thing():
    plan = make_plan()
    earlier = make_frozen_report(plan, as_at_on=MAY)

    assert list(problems(plan, compared_with=earlier, compared_on=JUNE)) == ["compared_on"]


def test_correction_names_the_report_and_the_reason():
    plan = make_plan()
    wrong = make_frozen_report(plan)

    assert list(problems(plan, corrects=wrong)) == ["correction_reason"]
    assert list(problems(plan, correction_reason="A figure was wrong.")) == ["corrects"]


def test_correction_may_tell_of_the_same_day():
    plan = make_plan()
    wrong = make_frozen_report(plan)

    right = make_frozen_report(plan, corrects=wrong, correction_reason="The lead of 1.2 was misnamed.")

    assert (right.number, right.as_at_on, list(wrong.corrections.all())) == (2, JULY, [right])


# ──── publishing


def test_report_is_published_once_with_the_words_approved_for_the_public():
    report, chair = make_frozen_report(), make_user()

    report.publish(by=chair, at=NOON, public_words="What was promised, and what is done.")

    stored = ProgressReport.objects.get()
    assert (stored.published_by, stored.published_at, stored.public_words) == (
        chair,
        NOON,
        "What was promised, and what is done.",
    )
    assert list(ProgressReport.objects.published()) == [report]
    assert stored.plan.revision == report.plan.revision + 1
    with pytest.raises(ValidationError, match="published already"):
        stored.publish(by=chair, at=NOON, public_words="Other words")


def test_draft_is_not_published():
    with pytest.raises(ValidationError, match="Freeze the report"):
        make_report().publish(by=make_user(), at=NOON, public_words="Too early")
