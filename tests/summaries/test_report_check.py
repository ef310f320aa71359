"""What a board was told follows from the record for ever, whatever happens later; and tampering is named."""

from datetime import date
from random import Random

import pytest
from django.db import connection
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from actions.canonical import canonical, fingerprint_of
from actions.choices import Status
from actions.models import ProgressReport
from actions.summaries.report_check import check_report, recompute
from tests.afterwards import ACTS, World, make_afterwards_world, play, report
from tests.amounts import tries
from tests.database import triggers_set_aside, undone
from tests.factories import (
    make_action,
    make_agreed_date,
    make_evidence,
    make_frozen_report,
    make_plan,
    make_update,
    make_verification,
)
from tests.models.test_triggers import run_sql

pytestmark = pytest.mark.django_db

an_act = st.tuples(st.sampled_from(ACTS), st.integers(0, 10**9))


def sentences_of_all(world: World) -> dict[int, list[str]]:
    checks = [check_report(each) for each in ProgressReport.objects.frozen().order_by("pk")]
    return {check.report.pk: check.sentences for check in checks}


@settings(max_examples=tries(20), phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(before=st.lists(an_act, min_size=10, max_size=10), after=st.lists(an_act, min_size=40, max_size=40))
def test_frozen_report_recomputes_identical_whatever_happens_later(before, after):
    with undone():
        world = make_afterwards_world()
        play(world, before)
        told = report(world, Random(len(before)))

        play(world, after)

        assert recompute(told) == told.told
        assert sentences_of_all(world) == {told.pk: []}


def test_frozen_reports_recompute_identical_however_much_happens_later():
    """Eleven reports, so that the first outlives ten further freezings, and in a thorough run two thousand acts."""
    world, chance = make_afterwards_world(), Random(2019)
    acts = [(chance.choice(ACTS), chance.randrange(10**9)) for _ in range(tries(2200))]

    play(world, acts, report_every=tries(200))

    assert sentences_of_all(world) == {key: [] for key in world.frozen}
    assert dict(ProgressReport.objects.values_list("pk", "content")) == world.frozen
    assert (len(world.frozen), {act.__name__ for act in ACTS} - world.acts.keys()) == (11, set())


# ──── what was changed under a frozen report is named


def make_told() -> ProgressReport:
    """Three actions: one delayed with a new date, one complete and verified, one of which nobody has spoken."""
    plan = make_plan()
    delayed, complete, _silent = (make_action(plan, ref=ref, title=f"Action {ref}") for ref in ("1.1", "1.2", "1.3"))
    make_update(delayed, Status.DELAYED, date(2019, 5, 1), reason="A post is vacant.")
    make_agreed_date(delayed, date(2021, 3, 31), date(2019, 6, 1))
    make_evidence(complete, title="Minutes")
    make_verification(make_update(complete, Status.COMPLETE, date(2019, 6, 3)))
    return make_frozen_report(plan, compared_on=date(2019, 5, 15), words="Half of it is done.")


def tampered(report: ProgressReport, sql: str, *params) -> list[str]:
    with triggers_set_aside():
        run_sql(sql, *params)
    return check_report(ProgressReport.objects.get(pk=report.pk)).sentences


SEAL = "The stored text is not the one that was frozen: its fingerprint is another."


def test_text_that_everybody_may_read_is_held_against_its_fingerprint():
    told = make_told()
    told.publish(by=told.frozen_by, at=told.frozen_at, public_words="Half of it is done.")
    public = told.public_content.replace("Half of it", "All of it")

    assert check_report(told).sentences == []
    assert tampered(told, "UPDATE actions_progressreport SET public_content = %s", public) == [
        "What everybody may read is not the text that was published: its fingerprint is another."
    ]


def test_report_that_nobody_touched_is_equal():
    check = check_report(make_told())

    assert (check.is_equal, check.sentences) == (True, [])


def test_stored_text_that_was_changed_is_named_with_what_was_changed():
    report = make_told()
    other = report.content.replace("Half of it is done.", "All of it is done.")

    found = tampered(report, "UPDATE actions_progressreport SET content = %s", other)

    assert found == [SEAL, "Report, words: “All of it is done.” in the report, “Half of it is done.” by the record."]


def test_stored_text_that_was_changed_with_its_fingerprint_is_named_all_the_same():
    report = make_told()
    told = report.told
    told["headline"]["statuses"][0]["number"] = 2
    text = canonical(told)

    found = tampered(report, "UPDATE actions_progressreport SET content = %s, sha256 = %s", text, fingerprint_of(text))

    assert found == ["Headline, statuses, complete, number: 2 in the report, 1 by the record."]


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "null"])
def test_stored_text_that_is_no_report_is_named(text):
    with triggers_set_aside(), connection.constraint_checks_disabled():
        report = make_told()
        run_sql("UPDATE actions_progressreport SET content = %s", text or " ")

    found = check_report(ProgressReport.objects.get(pk=report.pk)).sentences

    assert found == [SEAL, "The stored text: no report that can be read in the report, one by the record."]


def test_stored_text_with_the_same_facts_in_another_order_is_no_longer_the_one_that_was_frozen():
    report = make_told()

    found = tampered(report, "UPDATE actions_progressreport SET content = %s", report.content.replace(",", ", ", 1))

    assert found == [SEAL]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "UPDATE actions_statusupdate SET status = 'on_track' WHERE status = 'delayed'",
            "Headline, statuses, delayed, number: 1 in the report, 0 by the record.",
        ),
        (
            "UPDATE actions_statusupdate SET reason = 'Other words' WHERE status = 'delayed'",
            "Exceptions, 1.1, reason: “A post is vacant.” in the report, “Other words” by the record.",
        ),
        (
            "UPDATE actions_action SET original_due_on = '2020-11-30' WHERE ref = '1.3'",
            "Actions, 1.3, due on: “2020-12-31” in the report, “2020-11-30” by the record.",
        ),
        (
            "UPDATE actions_datedecision SET is_agreed = false",
            "Actions, 1.1, moves: 1 in the report, 0 by the record.",
        ),
        (
            "DELETE FROM actions_evidence",
            "Completed, 1.2, evidence, number 1: “Minutes” in the report, nothing by the record.",
        ),
        (
            "DELETE FROM actions_verification",
            "Headline, verified: 1 in the report, 0 by the record.",
        ),
        (
            "UPDATE actions_plan SET tolerance_days = 1000",
            None,  # its history still says what it was
        ),
        (
            "UPDATE actions_historicalaction SET title = 'Other words' WHERE ref = '1.3'",
            "Actions, 1.3, title: “Action 1.3” in the report, “Other words” by the record.",
        ),
        (
            "UPDATE actions_progressreport SET words = 'Other words'",
            "Report, words: “Half of it is done.” in the report, “Other words” by the record.",
        ),
        (
            "UPDATE actions_progressreport SET as_at_on = '2019-07-09'",
            "Report, as at on: “2019-07-10” in the report, “2019-07-09” by the record.",
        ),
    ],
)
def test_record_that_was_changed_under_a_frozen_report_is_named(sql, expected):
    found = tampered(make_told(), sql)

    assert (expected in found) if expected else found == []
