import pytest

from actions.choices import Status
from actions.imports.doubts import DoubtKind
from actions.imports.grid import Cell
from actions.imports.statuses.columns import ReadStatus, propose_pairs, read_status, together
from actions.imports.statuses.proposals import ColumnKind

DECIDED = {
    ColumnKind.STATUS: {"on track": Status.ON_TRACK, "": Status.NOT_STARTED, "not yet updated": None},
    ColumnKind.STAGE: {
        "not started": Status.NOT_STARTED,
        "in progress": Status.ON_TRACK,
        "complete": Status.COMPLETE,
        "": Status.NOT_STARTED,
    },
    ColumnKind.COLOUR: {"red": Status.DELAYED, "green": Status.ON_TRACK, "blue": Status.COMPLETE},
}


def read(**columns: str) -> tuple[Status | None, list[DoubtKind]]:
    answer = read_status({ColumnKind(kind): Cell(text, text) for kind, text in columns.items()}, DECIDED)
    return answer.status, [doubt.kind for doubt in answer.doubts]


@pytest.mark.parametrize(
    ("columns", "status", "doubts"),
    [
        ({"status": "On-track "}, Status.ON_TRACK, []),
        ({"status": ""}, Status.NOT_STARTED, []),
        ({"status": "not yet updated"}, None, ["status_words"]),
        ({"status": "Nearly there"}, None, ["status_words"]),
        ({"status": "100% "}, None, ["status_percent"]),
        ({"colour": "A"}, None, ["status_colour"]),
        ({"colour": ""}, None, ["status_blank"]),
        ({"stage": "In progress", "colour": "Red"}, Status.DELAYED, []),
        ({"stage": "In progress", "colour": "Green"}, Status.ON_TRACK, []),
        ({"stage": "Complete", "colour": "Green"}, Status.COMPLETE, []),
        ({"stage": "Complete", "colour": "Blue"}, Status.COMPLETE, []),
        ({"stage": "Not started", "colour": "Green"}, Status.NOT_STARTED, []),
        ({"stage": "Complete", "colour": ""}, Status.COMPLETE, []),
        ({"stage": "Complete", "colour": "Red"}, Status.DELAYED, ["status_clash"]),
        ({"stage": "Not started", "colour": "Red"}, Status.DELAYED, ["status_clash"]),
        ({"stage": "In progress", "colour": "Blue"}, Status.ON_TRACK, ["status_clash"]),
        ({"stage": "", "colour": "Green"}, Status.ON_TRACK, ["status_blank"]),
        ({"stage": "", "colour": ""}, Status.NOT_STARTED, []),
        ({"percent": "100%"}, None, ["status_percent"]),
        ({"stage": "Complete", "percent": "100% "}, Status.COMPLETE, []),
        ({"stage": "Complete", "percent": "80%"}, Status.COMPLETE, ["status_percent"]),
        ({"stage": "In progress", "percent": "100"}, Status.ON_TRACK, ["status_percent"]),
        ({"stage": "Not started", "percent": "10%"}, Status.NOT_STARTED, ["status_percent"]),
        ({"stage": "Not started", "percent": "0%"}, Status.NOT_STARTED, []),
        ({"stage": "In progress", "percent": "most"}, Status.ON_TRACK, ["status_percent"]),
    ],
)
def test_read_status_goes_by_what_was_decided_and_asks_about_the_rest(columns, status, doubts):
    assert read(**columns) == (status, doubts)


def test_read_status_says_what_is_wrong_with_a_cell():
    answer = read_status({ColumnKind.STATUS: Cell("on track", "on track", "The formula has no result.")}, DECIDED)

    assert [(doubt.kind, doubt.sentence) for doubt in answer.doubts] == [
        (DoubtKind.CELL_TROUBLE, "The formula has no result.")
    ]


def test_read_status_of_no_column_says_nothing():
    assert read_status({}, DECIDED) == ReadStatus(None)


@pytest.mark.parametrize("stage", Status)
@pytest.mark.parametrize("colour", Status)
def test_together_is_never_better_than_the_stage_in_silence(stage, colour):
    both = together(stage, colour)

    assert both.status in {stage, colour}
    assert both.is_sure is False or both.status == stage or both.status.is_worse_than(stage)


def test_propose_pairs_shows_how_often_each_stage_stands_beside_each_colour():
    rows = [("Complete", "Red"), ("In progress", "Red"), ("In progress", "red"), ("Complete", ""), ("?", "Red")]

    pairs = propose_pairs([(Cell(stage, stage), Cell(colour, colour)) for stage, colour in rows], DECIDED)

    assert [(pair.stage, pair.colour, pair.count, pair.together.status, pair.together.is_sure) for pair in pairs] == [
        ("in progress", "red", 2, Status.DELAYED, True),
        ("complete", "red", 1, Status.DELAYED, False),
    ]
