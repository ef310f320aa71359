"""What passes from a frozen report to everybody: each text of a report's content is followed by its place."""

import json

import pytest

from actions.canonical import canonical, fingerprint_of
from actions.publication import Approved, Passage, passages, public_content
from tests.reports.contents import TYPED, report_told

NAMES = {
    "partnership.name",
    "partnership.council_name",
    "report.meeting.body",
    "coming_up.meeting.body",
    "enquiries.body",
    "enquiries.addressed_to",
    *(f"{part}.lead" for part in ["moved.moves", "exceptions", "completed", "not_started.actions", "actions"]),
    "coming_up.due.lead",
}
WORDING = {
    "plan.title",
    "priorities.title",
    "priorities.outcome",
    "findings.findings.text",
    "findings.findings.judgement.judged_by",
    *(f"{part}.title" for part in ["moved.moves", "exceptions", "completed", "not_started.actions", "actions"]),
    "coming_up.due.title",
    "dates_to_agree.title",
}
APPROVED = Approved(
    wording=True,
    words={
        ("report", ""): {"words": "Our own words.", "correction": "A lead was misnamed."},
        ("priorities", "1"): {"words": "Nearer home, but late."},
        ("exceptions", "1.2"): {"reason": "Nobody took the post.", "effect_on_families": "Longer waits."},
    },
)


def _placed(value, place: str = ""):
    """Every text that somebody typed says where it stands."""
    if isinstance(value, dict):
        return {name: _placed(inner, f"{place}.{name}".strip(".")) for name, inner in value.items()}
    if isinstance(value, list):
        return [_placed(inner, place) for inner in value]
    return f"«{place}»" if isinstance(value, str) and place.rpartition(".")[2] in TYPED else value


def _places_in(content: dict) -> set[str]:
    return {part.partition("»")[0] for part in canonical(content).split("«")[1:]}


def placed_report() -> dict:
    told = report_told()
    told["report"]["corrects"] = {"number": 6, "reason": "A lead was misnamed."}
    return _placed(told)


def test_public_content_lets_names_of_organisations_and_bodies_pass_and_no_other_words():
    public = public_content(placed_report(), public_words="Plain words.")

    assert _places_in(public) == NAMES


def test_public_content_lets_the_plans_and_the_inspectors_wording_pass_where_the_chair_lets_it():
    public = public_content(placed_report(), public_words="Plain words.", approved=Approved(wording=True))

    assert _places_in(public) == NAMES | WORDING


def test_public_content_lets_nothing_pass_that_it_does_not_know():
    told = report_told()
    told["gossip"] = [{"words": "Somebody said."}]
    told["exceptions"][0]["whispered"] = "Somebody said."

    public = public_content(told, public_words="", approved=Approved(wording=True))

    assert "Somebody said." not in canonical(public)


def test_public_content_refuses_to_pass_a_whole_where_one_text_was_meant():
    told = report_told()
    told["exceptions"][0]["lead"] = {"name": "LCC", "person": "Somebody"}

    with pytest.raises(TypeError, match="Say what of it may pass"):
        public_content(told, public_words="")


def test_public_content_puts_approved_words_where_the_words_stood_that_they_are_about():
    told = report_told()
    told["report"]["corrects"] = {"number": 6, "reason": "A lead was misnamed, and more."}

    public = public_content(told, public_words="Plain words.", approved=APPROVED)

    late = public["exceptions"][0]
    assert public["public_words"] == "Plain words."
    assert (public["report"]["words"], public["report"]["judgement"]) == ("Our own words.", "")
    assert public["report"]["corrects"] == {"number": 6, "reason": "A lead was misnamed."}
    assert public["priorities"][0]["words"] == "Nearer home, but late."
    assert (late["reason"], late["being_done"], late["effect_on_families"]) == (
        "Nobody took the post.",
        "",
        "Longer waits.",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Delivering part of what was promised: two leads are at fault", "Delivering part of what was promised"),
        ("Delivering what was promised", "Delivering what was promised"),
        ("Two leads are at fault.", ""),
        ("", ""),
    ],
)
def test_public_content_tells_the_chosen_judgement_without_the_line_behind_it(line, expected):
    told = report_told()
    told["report"]["judgement"] = line

    assert public_content(told, public_words="")["report"]["judgement"] == expected


def test_public_content_keeps_every_figure_and_counts_the_evidence():
    told = report_told()

    public = public_content(told, public_words="", approved=APPROVED)

    assert public["headline"] == told["headline"]
    assert [action["status"] for action in public["actions"]] == [action["status"] for action in told["actions"]]
    assert [done["evidence"] for done in public["completed"]] == [2]


def test_public_content_names_its_licence_and_the_report_it_was_made_from():
    told = report_told()

    public = public_content(told, public_words="")

    assert public["licence"]["name"] == "Open Government Licence v3.0"
    assert public["report"]["sha256"] == fingerprint_of(canonical(told))
    assert public["schema"] == "send-tracker-public-report/1"


def test_public_content_of_a_report_from_before_a_part_existed_lacks_the_part():
    told = report_told()
    del told["enquiries"], told["dates_to_agree"]

    public = public_content(told, public_words="")

    assert {"enquiries", "dates_to_agree"} & public.keys() == set()


def test_public_content_is_the_same_from_the_text_that_was_frozen():
    told = report_told()

    assert public_content(told, public_words="") == public_content(json.loads(canonical(told)), public_words="")


def test_passages_are_the_places_whose_words_wait_for_the_chair():
    told = report_told()

    assert passages(told) == [
        Passage(
            "report",
            "",
            "",
            {"judgement": "Slower than planned.", "words": told["report"]["words"], "correction": ""},
        ),
        Passage("priorities", "1", "Access", {"words": "What its lead says."}),
        Passage(
            "exceptions",
            "1.2",
            "Promise 1.2",
            {
                "reason": "Nobody applied.",
                "being_done": "Advertised again.",
                "effect_on_families": "They wait.",
            },
        ),
    ]


def test_passages_leave_the_chair_out_where_the_report_has_no_words_of_its_own():
    told = report_told()
    told["report"] |= {"judgement": "", "words": ""}

    assert [passage.part for passage in passages(told)] == ["priorities", "exceptions"]
