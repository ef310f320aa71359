import pytest

from actions.imports.columns.fields import Certainty, Field
from actions.imports.columns.guesses import guess_columns
from actions.imports.grid import Cell
from actions.imports.sheets.table import Heading, Row, Table


def table_of(*headings: str, rows: list[tuple]) -> Table:
    cells = [{column: Cell(text, text) for column, text in enumerate(row) if text} for row in rows]
    found = [Row(number, row) for number, row in enumerate(cells, 2)]
    return Table("Plan", [Heading(column, *_parts(text)) for column, text in enumerate(headings)], found)


def _parts(heading: str) -> tuple[str, str]:
    group, _, text = heading.rpartition("/")
    return text, group


def fields_of(table: Table) -> list[Field]:
    return [guess.field for guess in guess_columns(table)]


ACTIONS = ["Agree a vision with families", "Publish the local offer", "Train all school staff"]


def test_column_gives_its_reason_in_a_sentence():
    table = table_of("Action", "Lead", rows=[(ACTIONS[0], "LCC"), (ACTIONS[1], "Head of SEND"), (ACTIONS[2], "")])

    lead = guess_columns(table)[1]

    assert (lead.certainty, lead.reason) == (
        Certainty.SURE,
        "The heading says “Lead” and all 2 cells hold short names.",
    )


def test_column_whose_cells_contradict_its_heading_is_doubted():
    said = "once the board has agreed how it is to be paid for and by whom, and staff are found"
    table = table_of("Action", "Due date", rows=[(title, said) for title in ACTIONS])

    due = guess_columns(table)[1]

    doubt = "The heading says “Due date”, but all 3 cells hold long texts."
    assert (due.field, due.certainty, due.doubts) == (Field.DUE, Certainty.GUESS, (doubt,))


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Status", ["Amber", "G", "Red"], Field.RAG),
        ("RAG", ["On track", "Complete", "Delayed"], Field.STATUS),
        ("Progress", ["50%", "100% ", "0%"], Field.PERCENT),
        ("Status", ["The first of three meetings has been held, and all partners came to it."] * 3, Field.PROGRESS),
        ("Timescale", ["Sept 19 – Dec 19", "Jan 20 to Mar 20", "Apr 19 / Jul 19"], Field.START_AND_DUE),
        ("Priority", ["High", "Medium", "Low"], Field.IGNORE),
        ("Completed?", ["12/03/2020", "Dec-19", "4 January 2020"], Field.COMPLETED_ON),
        ("Jul-19", ["G", "A", "R"], Field.RAG),
        ("Jul-19", ["On track", "Complete", "Delayed"], Field.STATUS),
        ("", ["Dec-19", "31/03/2020", "TBC"], Field.DUE),
    ],
)
def test_column_is_what_its_cells_hold_and_never_surely_otherwise(heading, cells, field):
    table = table_of("Action", heading, rows=list(zip(ACTIONS, cells, strict=True)))

    guess = guess_columns(table)[1]

    assert (guess.field, guess.certainty != Certainty.SURE) == (field, True)


def test_column_keeps_the_moment_that_its_heading_names():
    table = table_of("Action", "May 2019 status", "Jul RAG", "RAG/Sep 19", "Update (July 2019)", rows=[
        (title, "On track", "G", "A", "Met twice.") for title in ACTIONS
    ])  # fmt: skip

    guesses = guess_columns(table)[1:]

    assert [(guess.field, guess.as_at) for guess in guesses] == [
        (Field.STATUS, "May 2019"),
        (Field.RAG, "Jul"),
        (Field.RAG, "Sep 19"),
        (Field.PROGRESS, "July 2019"),
    ]


def test_two_columns_that_say_the_same_are_both_doubted():
    table = table_of("Action", "Target date", "Deadline", rows=[(title, "Dec-19", "Mar-20") for title in ACTIONS])

    _, target, deadline = guess_columns(table)

    assert {target.field, deadline.field} == {Field.DUE, Field.IGNORE}
    assert (len(target.doubts), len(deadline.doubts)) == (1, 1)


def test_lead_agency_leads_and_its_officer_is_accountable():
    table = table_of(
        "Action", "Lead officer", "Lead agency", rows=[(title, "Head of SEND", "LCC") for title in ACTIONS]
    )

    assert fields_of(table) == [Field.TITLE, Field.ACCOUNTABLE, Field.LEAD]


def test_timescale_over_two_columns_is_start_and_end():
    table = table_of("Action", "Timescale", "Timescale", rows=[(title, "Apr-19", "Dec-19") for title in ACTIONS])

    assert fields_of(table) == [Field.TITLE, Field.START, Field.DUE]


def test_objective_is_the_priority_unless_one_stands_beside_it():
    alone = table_of("Objective", "Action", rows=[("Access", title) for title in ACTIONS])
    beside = table_of("Priority area", "Objective", "Action", rows=[("1", "Access", title) for title in ACTIONS])

    assert (fields_of(alone)[0], fields_of(beside)[:2]) == (Field.PRIORITY, [Field.PRIORITY, Field.OBJECTIVE])


def test_references_within_the_action_are_noted():
    table = table_of("Action", "Lead", rows=[(f"7.00{place} {title}", "LCC") for place, title in enumerate(ACTIONS, 1)])

    assert guess_columns(table)[0].notes == ("3 of 3 texts begin with a reference, such as “7.001”.",)


def test_colours_that_are_only_painted_are_asked_about():
    table = table_of("Action", "RAG", rows=[(title, "") for title in ACTIONS])

    (doubt,) = guess_columns(table)[1].doubts
    assert doubt == "The cells under “RAG” hold no words. A colour that is only painted cannot be read."


def test_table_without_a_heading_for_the_action_asks():
    table = table_of("Ref", "Wibble", "Lead", rows=[(str(place), title, "LCC") for place, title in enumerate(ACTIONS)])

    wibble = guess_columns(table)[1]

    assert (wibble.field, wibble.certainty) == (Field.TITLE, Certainty.GUESS)
    assert wibble.doubts == ("No heading names the action, so “Wibble” (column B) was taken for it.",)
