import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.choices import Status
from actions.imports.grid import Cell
from actions.imports.statuses.proposals import ColumnKind, StatusProposal, propose_statuses

RAG_KEY = {
    "Green": "Completed",
    "Amber": "On track to be completed",
    "R": "Not started or delayed",
    "Blue": "See notes",
}


def propose(*words: str, kind=ColumnKind.STATUS, key=None) -> dict[str, StatusProposal]:
    cells = [Cell(word, word) for word in words]
    return {proposal.key: proposal for proposal in propose_statuses(cells, kind=kind, key=key)}


def meaning(*words: str, **source) -> dict[str, tuple[Status | None, bool]]:
    return {key: (proposal.status, proposal.is_sure) for key, proposal in propose(*words, **source).items()}


# ──── words


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("Completed", Status.COMPLETE),
        ("Complete ", Status.COMPLETE),
        ("Action is now complete.", Status.COMPLETE),
        ("Blue - complete", Status.COMPLETE),
        ("Green (completed)", Status.COMPLETE),
        ("On-track", Status.ON_TRACK),
        ("on target", Status.ON_TRACK),
        ("Status: On Track", Status.ON_TRACK),
        ("ongoing and on track", Status.ON_TRACK),
        ("Amber – on track", Status.ON_TRACK),
        ("On track to be completed by deadline", Status.ON_TRACK),
        ("On track for completion", Status.ON_TRACK),
        ("Not started", Status.NOT_STARTED),
        ("not yet started", Status.NOT_STARTED),
        ("Overdue", Status.DELAYED),
        ("off target", Status.DELAYED),
        ("Not on track", Status.DELAYED),
        ("No longer on track", Status.DELAYED),
        ("delayed / at risk", Status.DELAYED),
        ("Delayed or at risk", Status.DELAYED),
        ("no longer applicable", Status.CLOSED),
        ("Superseded", Status.CLOSED),
    ],
)
def test_propose_statuses_is_sure_of_plain_words(typed, status):
    (proposal,) = propose(typed).values()

    assert (proposal.status, proposal.is_sure) == (status, True)


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("", Status.NOT_STARTED),
        ("In progress", Status.ON_TRACK),
        ("Started", Status.ON_TRACK),
        ("Ongoing", Status.ON_TRACK),
        ("partially complete", Status.ON_TRACK),
        ("Not due", Status.NOT_STARTED),
        ("Paused", Status.DELAYED),
        ("Closed", Status.COMPLETE),
        ("Merged with 3.2", Status.CLOSED),
        ("N/A", Status.CLOSED),
        ("Complete?", Status.COMPLETE),
        ("Complete*", Status.COMPLETE),
        ("Completed June 2019", Status.COMPLETE),
        ("Completed late", Status.DELAYED),
        ("No delays", None),
        ("Will not be completed", None),
        ("Never started", None),
        ("To be closed", None),
        ("#N/A", None),
        ("Y", None),
        ("Red – complete", Status.COMPLETE),
        ("Green – delayed", Status.DELAYED),
        ("not yet updated", None),
        ("incomplete", None),
        ("not complete", None),
        ("100% ", None),
        ("80% complete", None),
        ("?", None),
        ("See notes", None),
        ("complete " * 4000, None),
        ("A/R", Status.DELAYED),
        ("Amber to Green", Status.DELAYED),
    ],
)
def test_propose_statuses_asks_about_everything_else(typed, status):
    (proposal,) = propose(typed).values()

    assert (proposal.status, proposal.is_sure) == (status, False)


def test_propose_statuses_groups_spellings_and_counts_them():
    proposals = propose_statuses(
        [Cell(word, word) for word in ["On track", "On-track ", "ON TRACK", "On track", "Overdue"]],
        kind=ColumnKind.STATUS,
    )

    assert proposals == [
        StatusProposal("on track", "On track", 4, Status.ON_TRACK, "“on track” says so.", is_sure=True),
        StatusProposal("overdue", "Overdue", 1, Status.DELAYED, "“overdue” says so.", is_sure=True),
    ]


def test_propose_statuses_takes_no_percentage_for_a_status():
    assert meaning("50%", "1", "", kind=ColumnKind.PERCENT) == {
        "50%": (None, False),
        "1": (None, False),
        "": (Status.NOT_STARTED, False),
    }


# ──── colours


@pytest.mark.parametrize(
    ("typed", "key"),
    [("G", "g"), ("green", "green"), ("BRAG: Blue", "blue"), ("RAG - Red", "red"), ("Rag rating: A", "a")],
)
def test_propose_statuses_knows_a_colour_however_it_is_called(typed, key):
    assert list(propose(typed)) == [key]


def test_propose_statuses_is_never_sure_of_a_colour_without_a_key():
    found = meaning("Blue", "Green", "Amber", "Red", "Grey")

    assert found == {
        "blue": (Status.COMPLETE, False),
        "green": (Status.ON_TRACK, False),
        "amber": (Status.DELAYED, False),
        "red": (Status.DELAYED, False),
        "grey": (Status.NOT_STARTED, False),
    }


@pytest.mark.parametrize(
    ("others", "why"),
    [
        (["Blue"], "Something else in this column means complete, so green is likely on track."),
        (["Complete"], "Something else in this column means complete, so green is likely on track."),
        (["Amber", "Red"], "Nothing else in this column means complete, so green may be on track or complete."),
    ],
)
def test_propose_statuses_says_by_its_neighbours_what_green_may_be(others, why):
    green = propose("Green", *others)["green"]

    assert (green.status, green.reason) == (Status.ON_TRACK, f"{why} The file has no key that says so.")


def test_propose_statuses_goes_by_the_key_of_the_file():
    found = meaning("Green", "Amber", "A", "Red", "Blue", key=RAG_KEY)

    assert found == {
        "green": (Status.COMPLETE, True),
        "amber": (Status.ON_TRACK, True),
        "a": (Status.ON_TRACK, True),
        "red": (Status.DELAYED, False),
        "blue": (None, False),
    }


def test_propose_statuses_asks_where_words_beside_a_colour_go_against_the_key():
    found = meaning("Green (on track)", "Green (completed)", key=RAG_KEY)

    assert found == {"green (on track)": (Status.ON_TRACK, False), "green (completed)": (Status.COMPLETE, True)}


def test_propose_statuses_learns_a_colour_from_words_beside_it():
    found = meaning("Amber – on track", "Amber", "Red – complete", "Red")

    assert (found["amber"], found["red"]) == ((Status.ON_TRACK, False), (Status.DELAYED, False))


@given(words=st.lists(st.text(max_size=20), max_size=6), kind=st.sampled_from(ColumnKind))
def test_propose_statuses_counts_every_cell_once_and_never_stumbles(words, kind):
    proposals = propose_statuses([Cell(word, word) for word in words], kind=kind)

    assert sum(proposal.count for proposal in proposals) == len(words)
