"""Our own sheet: away to officers without an account, filled in, and back."""

from datetime import date

import openpyxl
import pytest

from actions.choices import DelayReason, Status
from actions.choices.offline import SHEET
from actions.imports.files import read_file
from actions.imports.filled_in.preview import offline_preview
from actions.imports.filled_in.sheet import plan_of
from actions.imports.grid import UnreadableFile
from actions.models import StatusUpdate
from actions.operations.bring_in import bring_in
from tests.factories import make_action, make_import, make_plan, make_update, make_user

from .sheets import fill_in, sent_back, taken_away

pytestmark = pytest.mark.django_db

TAKEN_ON, BACK_ON = date(2019, 7, 1), date(2019, 7, 10)


@pytest.fixture
def plan():
    plan = make_plan()
    first, second = make_action(plan, ref="1.1"), make_action(plan, ref="1.10")
    make_update(first, Status.ON_TRACK, date(2019, 5, 1), progress="The first panel met.")
    make_action(make_plan(), ref="9.9")
    assert second.order == first.order
    return plan


def brought_back(book: openpyxl.Workbook):
    return read_file(sent_back(book), "back.xlsx")


def record(plan, book: openpyxl.Workbook, **choice) -> list[tuple]:
    """What comes to be said by it, oldest first."""
    before = set(StatusUpdate.objects.values_list("pk", flat=True))
    preview = offline_preview(brought_back(book), plan, on=BACK_ON)
    bring_in(plan_import=make_import(plan=plan), brought=preview.brought(**choice), by=make_user())
    said = StatusUpdate.objects.exclude(pk__in=before).order_by("pk")
    return [(update.action.ref, update.status, update.words, update.effective_on) for update in said]


def test_offline_sheet_that_comes_back_untouched_says_nothing(plan):
    preview = offline_preview(brought_back(taken_away(plan, TAKEN_ON)), plan, on=BACK_ON)

    assert (preview.lines, preview.untouched, preview.brought().actions) == ([], 2, [])


def test_offline_sheet_is_known_again_and_another_file_is_not(plan):
    other = openpyxl.Workbook()
    other.active.append(["Ref", "Action"])

    assert (plan_of(brought_back(taken_away(plan, TAKEN_ON))), plan_of(brought_back(other))) == (plan.pk, None)


def test_offline_sheet_becomes_updates_of_the_day_it_comes_back(plan):
    book = taken_away(plan, TAKEN_ON)
    fill_in(book, 2, status="Complete", progress="Every school has it.")
    fill_in(book, 3, still_true="Yes")

    assert record(plan, book) == [
        ("1.1", Status.COMPLETE, "Every school has it.", BACK_ON),
        ("1.10", Status.NOT_STARTED, "", BACK_ON),
    ]


def test_offline_sheet_takes_words_with_the_status_as_it_was(plan):
    book = taken_away(plan, TAKEN_ON)
    fill_in(book, 2, next_steps="A second panel in autumn.")

    assert record(plan, book) == [("1.1", Status.ON_TRACK, "A second panel in autumn.", BACK_ON)]


def test_offline_sheet_says_a_delay_with_its_reason_and_review_day(plan):
    book = taken_away(plan, TAKEN_ON)
    typed = {"delay_reason": "Funding not agreed", "review_on": date(2019, 9, 30), "effect_on_families": "They wait."}
    fill_in(book, 2, status="Delayed or at risk", **typed)

    record(plan, book)

    update = StatusUpdate.objects.latest("pk")
    assert (update.delay_reason, update.review_on, update.effect_on_families) == (
        DelayReason.FUNDING,
        date(2019, 9, 30),
        "They wait.",
    )


def test_offline_sheet_may_be_sorted_and_its_columns_moved(plan):
    book = taken_away(plan, TAKEN_ON)
    fill_in(book, 3, progress="Said of 1.10.")
    sheet = book[SHEET]
    rows = list(sheet.iter_rows(values_only=True))
    for number, row in enumerate([rows[0], rows[2], rows[1]], start=1):
        for place, value in enumerate(reversed(row), start=1):
            sheet.cell(number, place).value = value

    assert record(plan, book) == [("1.10", Status.NOT_STARTED, "Said of 1.10.", BACK_ON)]


def test_offline_sheet_shows_what_somebody_said_since_and_records_neither_in_silence(plan):
    book = taken_away(plan, TAKEN_ON)
    fill_in(book, 2, status="Complete")
    theirs = make_update(plan.actions.get(ref="1.1"), Status.DELAYED, date(2019, 7, 5), reason="A lease fell through.")

    preview = offline_preview(brought_back(book), plan, on=BACK_ON)

    assert [(line.action.ref, line.theirs, line.status) for line in preview.conflicts] == [
        ("1.1", theirs, Status.COMPLETE)
    ]
    assert preview.brought().actions == []


def test_offline_sheet_records_a_conflict_that_somebody_chose_to_take(plan):
    book = taken_away(plan, TAKEN_ON)
    fill_in(book, 2, status="Complete")
    make_update(plan.actions.get(ref="1.1"), Status.DELAYED, date(2019, 7, 5))

    assert record(plan, book, take={2}) == [("1.1", Status.COMPLETE, "", BACK_ON)]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"status": "Nearly"}, "“Nearly” is none of the answers to “How is it going?”: choose one from the list."),
        ({"key": "²/1"}, "The hidden key of this row is gone, so nobody can tell which action it is about."),
        (
            {"key": f"{10**30}/0"},
            "The hidden key of this row is gone, so nobody can tell which action it is about.",
        ),
        ({"review_on": "Sept 2019"}, "“Sept 2019” is no day: write it as 30 Sep 2019."),
        ({"key": "?"}, "The hidden key of this row is gone, so nobody can tell which action it is about."),
        ({"key": "999999/0", "progress": "x"}, "This row is about an action that is not in this plan."),
        ({"still_true": "Perhaps"}, "“Perhaps” is no answer to “Still true?”: write Yes or leave it empty."),
        ({"review_on": "in autumn"}, "“in autumn” is no day: write it as 30 Sep 2019."),
        (
            {"status": "Complete", "still_true": "Yes"},
            "“Still true” is ticked, and the answer to “How is it going?” is another: leave one of them.",
        ),
        ({"status": "No longer applicable"}, "It no longer applies: say why."),
        (
            {"status": "Delayed or at risk", "review_on": date(2019, 9, 30)},
            "It is delayed or at risk: choose the main reason.",
        ),
    ],
)
def test_offline_row_that_cannot_be_recorded_says_why(plan, typed, problem):
    book = taken_away(plan, TAKEN_ON)
    fill_in(book, 2, **typed)

    preview = offline_preview(brought_back(book), plan, on=BACK_ON)

    assert ([line.problems for line in preview.lines], preview.brought().actions) == ([[problem]], [])


def test_offline_sheet_without_its_columns_says_what_to_do(plan):
    book = taken_away(plan, TAKEN_ON)
    book[SHEET].cell(1, 1).value = "Something else"

    with pytest.raises(UnreadableFile) as refusal:
        offline_preview(brought_back(book), plan, on=BACK_ON)

    assert str(refusal.value) == (
        "The column “Key (leave as it is)” is gone from this file. Fill in a fresh copy and try again."
    )
