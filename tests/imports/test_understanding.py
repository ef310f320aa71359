"""What a file comes to against what the tracker knows."""

from datetime import date

import pytest

from actions.choices import OrganisationKind, Status
from actions.imports.answers import Answers
from actions.imports.columns.fields import Field
from actions.imports.columns.mapping import Mapping
from actions.imports.doubts import DoubtKind
from actions.imports.known_plan import known_plan
from actions.models import Action, DateChange, StatusUpdate
from tests.factories import make_frozen_report, make_organisation, make_partnership
from tests.imports.trackers import (
    ALL_PROPOSALS,
    FIRST,
    HEADINGS,
    JULY,
    SECOND,
    SEPTEMBER,
    asked,
    bring_again,
    changed,
    held_against,
    kinds,
    make_tracked_plan,
    said,
    tracker,
    understood,
    with_kind_left,
)

BOTH = tracker(FIRST, SECOND)


def written() -> tuple[int, int, int]:
    return Action.history.count(), StatusUpdate.objects.count(), DateChange.objects.count()


# ──── a first file, and the same again


@pytest.mark.django_db
def test_file_becomes_a_plan():
    plan = make_tracked_plan(BOTH)

    assert [
        (a.ref, a.title, a.priority.title, a.lead_organisation.name, a.original_due_on, a.due_as_typed)
        for a in plan.actions.all()
    ] == [
        ("1.1", "Publish a new local offer website", "Access", "County Council", date(2019, 12, 31), "31/12/2019"),
        ("1.2", "Train staff in each school", "Access", "County Council", date(2020, 3, 31), "31/03/2020"),
    ]
    assert said(plan, "1.1") == [(JULY, Status.ON_TRACK, "Begun.")]
    assert said(plan, "1.2") == []


@pytest.mark.django_db
@pytest.mark.parametrize("told_on", [JULY, SEPTEMBER])
def test_same_file_again_changes_nothing(told_on):
    plan = make_tracked_plan(BOTH)
    before = written()

    understanding = held_against(plan, BOTH, told_on=told_on)
    bring_again(plan, BOTH, told_on=told_on)

    assert (kinds(understanding), asked(understanding)) == ([("1.1", "unchanged"), ("1.2", "unchanged")], [])
    assert written() == before


@pytest.mark.django_db
def test_known_plan_asks_the_database_as_often_for_many_actions(django_assert_num_queries):
    many = [(f"2.{number}", *SECOND[1:]) for number in range(1, 9)]
    for plan in (make_tracked_plan(BOTH), make_tracked_plan(tracker(FIRST, SECOND, *many))):
        with django_assert_num_queries(9):
            known_plan(plan.partnership, plan)


# ──── the next quarter's file


@pytest.mark.django_db
def test_next_file_becomes_updates_as_at_its_day():
    plan = make_tracked_plan(BOTH)
    next_file = tracker(
        changed(FIRST, Status="Delayed", Progress_update="Supplier late."), changed(SECOND, Status="On track")
    )

    bring_again(plan, next_file, told_on=SEPTEMBER)

    assert said(plan, "1.1") == [(JULY, Status.ON_TRACK, "Begun."), (SEPTEMBER, Status.DELAYED, "Supplier late.")]
    assert said(plan, "1.2") == [(SEPTEMBER, Status.ON_TRACK, "")]


@pytest.mark.django_db
def test_new_words_without_another_status_are_an_update():
    plan = make_tracked_plan(BOTH)

    understanding = held_against(plan, tracker(changed(FIRST, Progress_update="Half built."), SECOND))

    assert understanding.rows[0].changes == [("What has been done", "", "Half built.")]
    assert kinds(understanding) == [("1.1", "changed"), ("1.2", "unchanged")]


@pytest.mark.django_db
def test_older_file_is_asked_about_and_left_out():
    plan = make_tracked_plan(BOTH)
    may = tracker(changed(FIRST, Status="Delayed", Progress_update="Waiting."), SECOND)

    understanding = held_against(plan, may, told_on=date(2019, 5, 31), decided_kinds=ALL_PROPOSALS)

    assert asked(understanding) == [(2, "update_too_early")]
    assert understanding.brought().actions == []


@pytest.mark.django_db
def test_file_of_a_closed_day_is_asked_about_and_left_out():
    plan = make_tracked_plan(BOTH)
    make_frozen_report(plan, as_at_on=SEPTEMBER)

    understanding = held_against(plan, tracker(changed(FIRST, Status="Delayed"), SECOND), decided_kinds=ALL_PROPOSALS)

    assert asked(understanding) == [(2, "update_closed")]
    assert understanding.brought().actions == []


@pytest.mark.django_db
def test_action_that_vanished_stays_unless_a_reason_is_given():
    plan = make_tracked_plan(BOTH)
    only_first = tracker(FIRST)

    (gone,) = held_against(plan, only_first).vanished
    bring_again(plan, only_first, told_on=SEPTEMBER)
    kept = said(plan, "1.2")
    bring_again(plan, only_first, told_on=SEPTEMBER, decisions={gone.key: "=Now part of 1.1"})

    closing = plan.actions.get(ref="1.2").updates.get()
    assert (gone.action.ref, kept) == ("1.2", [])
    assert (closing.status, closing.reason, closing.effective_on) == (Status.CLOSED, "Now part of 1.1", SEPTEMBER)


# ──── the same reference, worded otherwise


REWORDED = "Publish the new website of the local offer"
ANOTHER = "Recruit four educational psychologists"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "kind", "proposal"),
    [
        ("Publish a new Local Offer website.", "changed", None),
        (REWORDED, "another", "The same action, reworded"),
        (ANOTHER, "another", "Another action: 1.1 (2)"),
    ],
)
def test_reference_worded_otherwise_asks_whether_it_is_another_action(title, kind, proposal):
    plan = make_tracked_plan(BOTH)

    understanding = held_against(plan, tracker(changed(FIRST, Action=title), SECOND))

    assert kinds(understanding)[0] == ("1.1", kind)
    assert [each.doubt.proposal for each in understanding.asked] == ([proposal] if proposal else [])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "decision", "actions"),
    [
        (REWORDED, "proposal", [("1.1", REWORDED), ("1.2", SECOND[2])]),
        (ANOTHER, "proposal", [("1.1", FIRST[2]), ("1.2", SECOND[2]), ("1.1 (2)", ANOTHER)]),
        (ANOTHER, "=1.9", [("1.1", FIRST[2]), ("1.2", SECOND[2]), ("1.9", ANOTHER)]),
        (ANOTHER, "=same", [("1.1", ANOTHER), ("1.2", SECOND[2])]),
        (ANOTHER, "leave", [("1.1", FIRST[2]), ("1.2", SECOND[2])]),
    ],
)
def test_reference_of_another_action_is_decided(title, decision, actions):
    plan = make_tracked_plan(BOTH)
    next_file = tracker(changed(FIRST, Action=title), SECOND)

    bring_again(plan, next_file, told_on=SEPTEMBER, decisions={"Plan!2:ref:another_action": decision})

    assert sorted(plan.actions.values_list("ref", "title")) == sorted(actions)


# ──── dates of a plan in force


@pytest.mark.django_db
def test_other_date_of_an_adopted_plan_is_asked_for():
    plan = make_tracked_plan(BOTH)
    later = tracker(changed(FIRST, Due_date="Mar-20"), SECOND)

    understanding = held_against(plan, later)
    bring_again(plan, later, told_on=SEPTEMBER)

    change = DateChange.objects.get()
    assert asked(understanding) == [(2, "date_other")]
    assert plan.actions.get(ref="1.1").original_due_on == date(2019, 12, 31)
    assert (change.to_on, change.to_precision, change.asked_on) == (date(2020, 3, 31), "month", SEPTEMBER)
    assert kinds(held_against(plan, later)) == [("1.1", "unchanged"), ("1.2", "unchanged")]


@pytest.mark.django_db
def test_other_date_of_a_plan_not_adopted_is_its_date():
    plan = make_tracked_plan(BOTH, is_adopted=False)

    bring_again(plan, tracker(changed(FIRST, Due_date="Mar-20"), SECOND), told_on=SEPTEMBER)

    action = plan.actions.get(ref="1.1")
    assert (action.original_due_on, action.due_precision, action.due_as_typed) == (date(2020, 3, 31), "month", "Mar-20")
    assert DateChange.objects.count() == 0


@pytest.mark.django_db
def test_other_date_can_be_left():
    plan = make_tracked_plan(BOTH)
    later = tracker(changed(FIRST, Due_date="Mar-20"), SECOND)

    bring_again(plan, later, told_on=SEPTEMBER, decided_kinds=with_kind_left(DoubtKind.DATE_OTHER))

    assert DateChange.objects.count() == 0


@pytest.mark.django_db
def test_revised_date_is_asked_for_and_the_original_kept():
    headings = ("Ref", "Action", "Lead", "Original agreed date", "Revised date", "Status")
    row = ("1", "Refresh the needs assessment", "County Council", "30/09/2019", "31/01/2020", "On track")
    plan = make_tracked_plan(tracker(row, headings=headings))

    (change,) = DateChange.objects.all()
    assert plan.actions.get().original_due_on == date(2019, 9, 30)
    assert (change.to_on, change.reason) == (date(2020, 1, 31), "As typed in the file: 31/01/2020")


# ──── what is said of a status


MONTHS = ("Ref", "Action", "Lead", "May 2019 status", "July 2019 status", "Update (July 2019)")


@pytest.mark.django_db
def test_status_columns_by_date_become_updates_in_order():
    row = ("1", "Create local partnerships", "County Council", "On track", "Delayed", "Met.")
    book = tracker(row, headings=MONTHS)

    plan = make_tracked_plan(book, told_on=date(2019, 7, 31))

    assert said(plan, "1") == [
        (date(2019, 5, 31), Status.ON_TRACK, ""),
        (date(2019, 7, 31), Status.DELAYED, "Met."),
    ]
    assert kinds(held_against(plan, book, told_on=date(2019, 7, 31))) == [("1", "unchanged")]


def test_blank_status_is_asked_and_proposed_as_not_started():
    understanding = understood(tracker(changed(FIRST, Status=""), SECOND))

    (doubt,) = [each.doubt for each in understanding.asked if each.doubt.kind == DoubtKind.STATUS_BLANK]
    assert doubt.proposal == "Not started"
    assert understanding.rows[0].data["status"] is None


@pytest.mark.django_db
def test_blank_status_of_a_known_action_changes_nothing():
    plan = make_tracked_plan(BOTH)
    blank = tracker(changed(FIRST, Status="", Progress_update=""), SECOND)

    understanding = held_against(plan, blank)
    bring_again(plan, blank, told_on=SEPTEMBER)

    assert [each.doubt.proposal for each in understanding.asked] == ["No change: on track"]
    assert said(plan, "1.1") == [(JULY, Status.ON_TRACK, "Begun.")]


COLOURS = ("Ref", "Action", "Lead", "Due date", "RAG")


def test_amber_means_on_track_where_the_files_own_key_says_so():
    key = (("Key", "Amber = on track", "Green = late"),)
    book = tracker(("1", "Open a hub", "County Council", "Dec-19", "Amber"), headings=COLOURS, above=key)

    understanding = understood(book)

    assert (understanding.rows[0].data["status"], understanding.words[0].chosen) == ("on_track", Status.ON_TRACK)


def test_amber_means_what_the_mapping_says():
    mapping = Mapping(statuses={"amber": Status.ON_TRACK})

    understanding = understood(
        tracker(("1", "Open a hub", "County Council", "Dec-19", "Amber"), headings=COLOURS), mapping=mapping
    )

    assert understanding.rows[0].data["status"] == "on_track"
    assert [kind for _, kind in asked(understanding) if kind.startswith("status")] == []


def test_amber_without_a_key_awaits_a_decision():
    book = tracker(("1", "Open a hub", "County Council", "Dec-19", "Amber"), headings=COLOURS)
    key = "Plan!2:rag:status_colour"

    open_row, proposed, decided = (
        understood(book, decisions=decisions).rows[0].data for decisions in ({}, {key: "proposal"}, {key: "=On track"})
    )

    assert (open_row["status"], open_row["status_proposed"]) == (None, "delayed")
    assert (proposed["status"], decided["status"]) == ("delayed", "on_track")


def test_percent_complete_is_a_doubt_and_no_status():
    headings = ("Ref", "Action", "Lead", "Due date", "% complete")
    book = tracker(("1", "Open a hub", "County Council", "Dec-19", "100% "), headings=headings)

    understanding = understood(book)

    assert (understanding.rows[0].data["status"], understanding.rows[0].data["percent_as_typed"]) == (None, "100% ")
    assert (2, "status_percent") in asked(understanding)


def test_percent_without_a_day_goes_with_the_last_dated_status():
    headings = (*MONTHS[:5], "% complete")
    row = ("1", "Open a hub", "County Council", "On track", "Complete", "50%")

    understanding = understood(tracker(row, headings=headings), told_on=date(2019, 7, 31))

    assert [each.key for each in understanding.asked if each.row and "status" in each.key] == [
        "Plan!2:percent July 2019:status_percent"
    ]


# ──── people, references, dates


@pytest.mark.django_db
def test_ccg_is_led_by_the_icb_that_took_over():
    partnership = make_partnership()
    icb = make_organisation(partnership, name="Anyshire ICB", short_name="ICB", kind=OrganisationKind.NHS_COMMISSIONER)
    make_organisation(
        partnership, name="East CCG", short_name="CCG", kind=OrganisationKind.NHS_COMMISSIONER, succeeded_by=icb
    )

    understanding = understood(tracker(changed(FIRST, Lead="CCG")), known=known_plan(partnership))

    assert understanding.rows[0].data["lead"] == "Anyshire ICB"
    assert (2, "lead_succeeded") in asked(understanding)


def test_references_1_1_and_1_10_stay_two():
    rows = [(f"1.{number}", *FIRST[1:]) for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)]

    understanding = understood(tracker(*rows))

    assert [row.ref for row in understanding.rows] == [f"1.{number}" for number in range(1, 11)]


@pytest.mark.parametrize(
    ("second", "decision", "refs"),
    [
        ("Train staff in each nursery", "proposal", ["1.1", "1.1 (2)"]),
        ("Train staff in each nursery", "=1.7", ["1.1", "1.7"]),
        ("Train staff in each nursery", "leave", ["1.1"]),
        (FIRST[2], "proposal", ["1.1"]),
    ],
)
def test_reference_used_twice_is_decided(second, decision, refs):
    book = tracker(FIRST, changed(SECOND, Ref="1.1", Action=second))

    understanding = understood(book, decided_kinds=ALL_PROPOSALS, decisions={"Plan!3:ref:ref_repeated": decision})

    assert [row.fields["ref"] for row in understanding.brought().actions] == refs


def test_lead_given_once_for_a_block_is_taken_from_above_and_asked():
    book = tracker(FIRST, changed(SECOND, Lead=""), changed(SECOND, Ref="1.3", Lead=""))

    proposed, left = (
        [row.data["lead"] for row in understood(book, decided_kinds=kinds).rows]
        for kinds in ({}, {"typed_once": "leave"})
    )

    assert (None, "typed_once") in asked(understood(book))
    assert (proposed, left) == (["County Council"] * 3, ["County Council", "Lead not named yet", "Lead not named yet"])


SENTENCE = "After the board has agreed it in March 2020, subject to funding"


@pytest.mark.parametrize(
    ("decision", "due"),
    [
        ("", ("2020-03-31", "month")),
        ("proposal", ("2020-03-31", "month")),
        ("leave", (None, "none")),
        ("=30/06/2020", ("2020-06-30", "day")),
        ("=Ongoing", (None, "ongoing")),
    ],
)
def test_sentence_with_a_date_in_it_is_decided(decision, due):
    book = tracker(changed(FIRST, Due_date=SENTENCE), SECOND)
    (key,) = [each.key for each in understood(book).asked if each.row == 2 and each.field == "due"]

    row = understood(book, decisions={key: decision} if decision else {}).rows[0]

    assert (row.data["due_on"], row.data["due_precision"]) == due
    assert row.data["due_as_typed"] == SENTENCE


def test_what_is_written_instead_and_cannot_be_read_is_asked_again():
    book = tracker(changed(FIRST, Due_date=SENTENCE), SECOND)
    (key,) = [each.key for each in understood(book).asked if each.row == 2 and each.field == "due"]

    understanding = understood(book, decisions={key: "=when it suits"})

    (again,) = [each for each in understanding.undecided if each.key == key]
    assert again.doubt.sentence == "No date can be read from “when it suits”."


def test_words_of_more_time_are_pointed_out():
    understanding = understood(tracker(changed(FIRST, Progress_update="Extended to March."), SECOND))

    assert understanding.notices == [
        "Plan, row 2: its words say “Extended”, and no change of its date is on record. "
        "If it was agreed, ask for the new date on the action's page."
    ]


def test_no_words_are_dropped():
    headings = (*HEADINGS, "Evidence", "Impact", "Risks", "Comments", "Success measure", "Benchmarking", "Outcome")
    words = ("Minutes", "Fewer complaints", "Few staff", "See board", "All trained", "60 % in 2018", "Better plans")

    row = understood(tracker((*FIRST, *words), headings=headings), decided_kinds=ALL_PROPOSALS).rows[0]

    (update,) = row.brings.updates
    assert update.words["progress"] == (
        "Begun.\n\nComments: See board\n\nEvidence: Minutes\n\nImpact: Fewer complaints\n\nRisks: Few staff"
    )
    assert row.brings.fields["success_criteria"] == "All trained\n\nBenchmarking: 60 % in 2018"
    assert row.brings.fields["description"] == "Outcome: Better plans"


# ──── deciding


def test_brought_refuses_while_something_is_undecided():
    with pytest.raises(ValueError, match="not decided yet"):
        understood(tracker(changed(FIRST, Status="Amber"))).brought()


def test_column_can_be_decided_by_a_word():
    book = tracker(("1", "Open a hub", "County Council", "Dec-19", "Because"), headings=(*COLOURS[:4], "Wibble"))
    key = "Plan!:E:column"

    decided = understood(book, decisions={key: "=evidence"})

    assert decided.columns[0].guesses[4].field == Field.EVIDENCE


def test_answers_come_back_from_json_as_they_were():
    answers = Answers(
        sheets=("Plan",),
        mapping=Mapping({"*": {"wibble": Field.EVIDENCE}}, {"amber": Status.ON_TRACK}),
        told_on=JULY,
        plan={"title": "The plan", "starts_on": JULY},
        decisions={"Plan!2:due:date_far": "leave"},
        decided_kinds={"lead_new": "proposal"},
    )

    assert Answers.from_data(answers.as_data()) == answers
