"""Writing a report before it is frozen: nobody's words are lost, and nothing else is touched."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from actions.models import ProgressReport
from actions.operations.draft_report import SomebodyElseEdited, discard_report, draft_report, edit_report
from tests.factories import make_plan, make_priority, make_report, make_user

pytestmark = pytest.mark.django_db

JULY, AUGUST = date(2019, 7, 10), date(2019, 8, 10)


def test_draft_report_keeps_who_began_it_and_marks_the_plan_as_changed():
    plan, by = make_plan(), make_user()

    report = draft_report(plan=plan, by=by, as_at_on=JULY, words="Half of it is done.")

    stored = ProgressReport.objects.get()
    assert (stored, stored.drafted_by, stored.edited_by, stored.words, stored.plan.revision) == (
        report,
        by,
        by,
        "Half of it is done.",
        1,
    )
    assert list(ProgressReport.objects.drafts()) == [report]


def test_edit_report_changes_just_what_is_given():
    report, other = make_report(words="First words", judgement="in_part"), make_user()

    edit_report(report=report, by=other, seen=0, words="Other words", as_at_on=AUGUST)

    stored = ProgressReport.objects.get()
    assert (stored.words, stored.judgement, stored.as_at_on) == ("Other words", "in_part", AUGUST)
    assert (stored.edited_by, stored.edits, stored.plan.revision) == (other, 1, 2)


def test_edit_report_says_something_of_a_priority_and_takes_it_back():
    report = make_report()
    one, other = make_priority(report.plan), make_priority(report.plan)
    by = make_user()

    report = edit_report(report=report, by=by, seen=0, words_by_priority={one.pk: "On its way.", other.pk: "Late."})
    edit_report(report=report, by=by, seen=1, words_by_priority={one.pk: "Nearly there.", other.pk: ""})

    assert list(report.priority_words.values_list("priority", "words")) == [(one.pk, "Nearly there.")]


def test_edit_report_after_somebody_elses_edit_tells_of_it_and_writes_nothing():
    report, other = make_report(words="First words"), make_user()
    edit_report(report=report, by=other, seen=0, words="Other words")

    with pytest.raises(SomebodyElseEdited) as conflict:
        edit_report(report=report, by=make_user(), seen=0, words="My words")

    assert (conflict.value.report.words, conflict.value.report.edited_by) == ("Other words", other)
    assert ProgressReport.objects.get().words == "Other words"


def test_edit_report_refuses_words_on_another_plans_priority_and_keeps_the_rest_as_it_was():
    report, elsewhere = make_report(words="First words"), make_priority()

    with pytest.raises(ValidationError, match="priority of the same plan"):
        edit_report(
            report=report, by=make_user(), seen=0, words="Other words", words_by_priority={elsewhere.pk: "Words"}
        )

    assert (ProgressReport.objects.get().words, report.priority_words.count()) == ("First words", 0)


def test_edit_report_edits_nothing_that_only_freezing_may_fill_in():
    report = make_report()

    with pytest.raises(TypeError, match="Nobody edits content"):
        edit_report(report=report, by=make_user(), seen=0, content="{}")


def test_discard_report_leaves_nothing_of_a_draft():
    report = make_report()
    edit_report(report=report, by=make_user(), seen=0, words_by_priority={make_priority(report.plan).pk: "Words"})

    discard_report(report=report)

    assert not ProgressReport.objects.exists()
