import json

import pytest

from actions.choices import Status
from actions.imports.columns.fields import Certainty, Field
from actions.imports.columns.guesses import guess_columns
from actions.imports.columns.mapping import Mapping, UnreadableMapping, heading_keys
from actions.imports.sheets.table import Heading, Table

HEADINGS = ["Ref", "Action", "Lead agency", "Due by", "Update (July 2019)", "RAG"]
CHOSEN = [Field.REF, Field.TITLE, Field.CONTRIBUTORS, Field.DUE, Field.PROGRESS, Field.IGNORE]


def table_of(headings: list[str], sheet: str = "Plan") -> Table:
    return Table(sheet, [Heading(column, text) for column, text in enumerate(headings)], rows=[])


def remembered() -> Mapping:
    return Mapping().with_columns(table_of(HEADINGS), dict(enumerate(CHOSEN)))


def test_mapping_is_plain_data_and_comes_back():
    mapping = remembered().with_status("Amber", Status.ON_TRACK)

    assert Mapping.from_data(json.loads(json.dumps(mapping.as_data()))) == mapping


def test_mapping_is_found_again_by_heading_and_not_by_place():
    applied = remembered().applied_to(
        table_of(["RAG", "Update (September 2019)", "ACTION:", "Ref.", "Due by", "Lead\nagency"])
    )

    fields = [Field.IGNORE, Field.PROGRESS, Field.TITLE, Field.REF, Field.DUE, Field.CONTRIBUTORS]
    assert (applied.fields, applied.new, applied.missing, applied.drifted) == (dict(enumerate(fields)), [], [], [])


def test_mapping_tells_what_is_new_missing_and_drifted():
    table = table_of(["Ref", "Action", "Lead agencies", "Deadline", "Budget holder"])

    applied = remembered().applied_to(table)

    assert [heading.text for heading in applied.new] == ["Budget holder"]
    assert applied.missing == ["update at a time", "rag"]
    assert [(heading.text, was) for heading, was in applied.drifted] == [
        ("Lead agencies", "lead agency"),
        ("Deadline", "due by"),
    ]
    assert applied.fields[3] == Field.DUE


def test_mapping_asks_about_what_drifted_and_not_about_what_was_chosen():
    table = table_of(["Ref", "Action", "Lead agency", "Deadline"])

    guesses = remembered().applied_to(table).to(guess_columns(table))

    assert [(guess.field, guess.certainty, len(guess.doubts)) for guess in guesses] == [
        (Field.REF, Certainty.SURE, 0),
        (Field.TITLE, Certainty.SURE, 0),
        (Field.CONTRIBUTORS, Certainty.SURE, 0),
        (Field.DUE, Certainty.PROBABLE, 1),
    ]


def test_mapping_of_one_sheet_serves_another_unless_that_has_its_own():
    health = table_of(["Action", "Lead agency"], "Health")
    mapping = remembered().with_columns(health, {0: Field.DESCRIPTION})

    other = mapping.applied_to(table_of(["Action", "Lead agency"], "Third"))
    own = mapping.applied_to(health)

    assert (other.fields, own.fields) == (
        {0: Field.TITLE, 1: Field.CONTRIBUTORS},
        {0: Field.DESCRIPTION, 1: Field.CONTRIBUTORS},
    )
    assert mapping.applied_to(table_of(["Action"])).fields == {0: Field.TITLE}


def test_mapping_keeps_headings_that_say_the_same_apart():
    headings = [
        Heading(0, "Timescale"),
        Heading(1, "Timescale"),
        Heading(2, "RAG"),
        Heading(3, "May RAG"),
        Heading(4, "Jul RAG"),
    ]

    assert list(heading_keys(headings).values()) == [
        "timescale",
        "timescale #2",
        "rag",
        "rag at a time",
        "rag at a time",
    ]


def test_mapping_knows_a_word_however_it_is_typed():
    mapping = Mapping().with_status("On-track ", Status.ON_TRACK)

    assert (mapping.status_of("ON TRACK"), mapping.status_of("Off track")) == (Status.ON_TRACK, None)


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"columns": []},
        {"columns": {"*": {"ref": "nonsense"}}},
        {"columns": {"*": 1}},
        {"statuses": {"A": "amber"}},
        {"statuses": 3},
    ],
)
def test_mapping_refuses_what_is_none_in_a_sentence(data):
    with pytest.raises(UnreadableMapping, match=r"\.$"):
        Mapping.from_data(data)
