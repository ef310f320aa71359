import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.imports.doubts import DoubtKind
from actions.imports.grid import Cell
from actions.imports.leads.lead import ReadLead, keys, read_lead
from actions.imports.leads.names import KnownOrganisation, Organisations, initials
from actions.imports.leads.reading import NewOrganisation

ORGANISATIONS = [
    KnownOrganisation("council", "Lancashire County Council", "LCC", "council"),
    KnownOrganisation("icb", "NHS Lancashire and South Cumbria ICB", "ICB", "nhs_commissioner"),
    KnownOrganisation("east", "East Lancashire CCG", "East Lancs CCG", "nhs_commissioner", "icb"),
    KnownOrganisation("preston", "Greater Preston CCG", "Preston CCG", "nhs_commissioner", "icb"),
    KnownOrganisation("forum", "Lancashire Parent Carer Forum", "Parent Carer Forum", "parent_carer_forum"),
    KnownOrganisation("powar", "POWAR", "POWAR", "young_people"),
    KnownOrganisation("trust", "East Lancashire Hospitals NHS Trust", "ELHT", "nhs_trust"),
    KnownOrganisation("board", "Health and Wellbeing Board", "HWB", "national"),
]
KNOWN = Organisations(ORGANISATIONS)


def read(text: str, **heading) -> ReadLead:
    return read_lead(Cell(text, text), KNOWN, **heading)


def names(parties) -> list[str]:
    """Keys of those known, names of those proposed."""
    return [party.name if isinstance(party, NewOrganisation) else party.key for party in parties]


def told(text: str, **heading):
    """Lead, contributors and the doubts' kinds."""
    answer = read(text, **heading)
    lead = names([answer.lead])[0] if answer.lead else None
    return lead, names(answer.contributors), [doubt.kind for doubt in answer.doubts]


@pytest.mark.parametrize(
    ("typed", "lead"),
    [
        ("LCC", "council"),
        ("lcc ", "council"),
        ("Lancashire  County Council", "council"),
        ("LA", "council"),
        ("Local Authority", "council"),
        ("the council", "council"),
        ("ICB", "icb"),
        ("Lancashire and South Cumbria ICB", "icb"),
        ("NHS Lancashire & South Cumbria ICB", "icb"),
        ("PCF", "forum"),
        ("Parent/Carer Forum", "forum"),
        ("Lancashire Parent Carer Forum (LPCF)", "forum"),
        ("Health and Wellbeing Board", "board"),
        ("POWAR", "powar"),
    ],
)
def test_read_lead_knows_an_organisation_by_any_of_its_words(typed, lead):
    assert told(typed) == (lead, [], [])


@pytest.mark.parametrize("typed", ["CCG", "CCGs", "East Lancs CCG", "Greater Preston CCG"])
def test_read_lead_gives_the_work_of_a_ccg_to_who_took_over_and_says_so(typed):
    assert told(typed) == ("icb", [], ["lead_succeeded"])


@pytest.mark.parametrize(
    ("typed", "lead", "contributors", "doubts"),
    [
        ("LCC with support from ICB, PCF", "council", ["icb", "forum"], []),
        ("LCC (lead), ICB", "council", ["icb"], []),
        ("ICB; LCC - lead", "council", ["icb"], []),
        ("Lead: LCC, ICB", "council", ["icb"], []),
        ("LCC lead, ICB support", "council", ["icb"], []),
        ("LCC (Education) and ICB", "council", ["icb"], ["lead_two_ways", "lead_several"]),
        ("LCC (tbc)", "council", [], ["lead_unread"]),
        ("LCC?", "council", [], ["lead_unread"]),
        ("LCC/ICB", "council", ["icb"], ["lead_several"]),
        ("LCC and ICB", "council", ["icb"], ["lead_several"]),
        ("LCC & PCF", "council", ["forum"], ["lead_several"]),
        ("ICB LCC", "icb", ["council"], ["lead_several"]),
        ("LCC\nICB\nPOWAR", "council", ["icb", "powar"], ["lead_several"]),
        ("LCC, LCC", "council", [], []),
        ("LCC and Barnardo's", "council", ["Barnardo's"], ["lead_new", "lead_several"]),
        ("Education and Health", "council", ["icb"], ["lead_two_ways", "lead_two_ways", "lead_several"]),
        ("Health", "icb", [], ["lead_two_ways"]),
        ("Children and Family Wellbeing Service", "Children and Family Wellbeing Service", [], ["lead_new"]),
        ("Speech and Language Therapy", "Speech and Language Therapy", [], ["lead_new"]),
        ("SENDIAS", "SENDIAS", [], ["lead_new"]),
        ("TBC", None, [], ["lead_missing"]),
        ("", None, [], ["lead_missing"]),
        ("All partners", None, [], ["lead_unread", "lead_missing"]),
        ("multi-agency group", None, [], ["lead_unread", "lead_missing"]),
    ],
)
def test_read_lead_parts_a_cell_into_one_lead_and_contributors(typed, lead, contributors, doubts):
    assert told(typed) == (lead, contributors, doubts)


@pytest.mark.parametrize(
    ("typed", "lead", "post", "name", "doubts"),
    [
        ("Head of SEND, LCC", "council", "Head of SEND", "", []),
        ("Head of SEND (LCC)", "council", "Head of SEND", "", []),
        ("LCC Head of SEND", "council", "Head of SEND", "", []),
        ("Chair of Lancashire Parent Carer Forum", "forum", "Chair of Lancashire Parent Carer Forum", "", []),
        ("J. Smith (ICB)", "icb", "", "J. Smith", []),
        ("Dr A Brown - ELHT", "trust", "", "Dr A Brown", []),
        ("SEND Lead: Mrs Green, LCC", "council", "SEND Lead", "Mrs Green", []),
        ("Jane Smith, LCC", "council", "", "Jane Smith", ["lead_unread"]),
        ("Jane Smith Head of SEND, LCC", "council", "Jane Smith Head of SEND", "", ["lead_unread"]),
        ("LCC SEND Lead Network", "council", "SEND Lead Network", "", ["lead_unread"]),
        ("Head of the Inclusion Service, LCC", "council", "Head of the Inclusion Service", "", []),
        ("LCC Education", "council", "Education", "", ["lead_unread"]),
        ("JS, LCC", "council", "", "JS", ["lead_unread"]),
        ("Designated Clinical Officer (DCO)", None, "Designated Clinical Officer (DCO)", "", ["lead_missing"]),
        ("SEND Lead", None, "SEND Lead", "", ["lead_missing"]),
    ],
)
def test_read_lead_keeps_posts_and_names_apart_from_organisations(typed, lead, post, name, doubts):
    answer = read(typed)

    assert (told(typed)[0], answer.accountable_post, answer.accountable_name) == (lead, post, name)
    assert [doubt.kind for doubt in answer.doubts] == doubts


@pytest.mark.parametrize(
    ("typed", "name", "doubts"),
    [
        ("Jane Smith", "Jane Smith", ["lead_missing"]),
        ("Jane", "Jane", ["lead_unread", "lead_missing"]),
        ("Siân O'Neill-Jones", "Siân O'Neill-Jones", ["lead_missing"]),
        ("Family Hubs", "", ["lead_new"]),
        ("East Lancashire", "", ["lead_new"]),
    ],
)
def test_read_lead_under_a_heading_for_people_takes_two_capitalised_words_for_a_name(typed, name, doubts):
    answer = read(typed, names_people=True)

    assert (answer.accountable_name, [doubt.kind for doubt in answer.doubts]) == (name, doubts)


def test_read_lead_keeps_every_person_and_asks_who_is_accountable():
    answer = read("Head of SEND / Head of Early Years, LCC")

    assert (answer.accountable_post, answer.others) == ("Head of SEND", ("Head of Early Years",))
    assert [doubt.sentence for doubt in answer.doubts] == [
        "“Head of SEND / Head of Early Years, LCC” names more than one post: Head of SEND and Head of Early Years. "
        "One is accountable."
    ]


def test_read_lead_asks_which_of_two_organisations_a_word_means():
    councils = [KnownOrganisation(name, name, name, "council") for name in ["Upper Council", "Lower Council"]]

    answer = read_lead(Cell("Council", "Council"), Organisations(councils))

    assert [(doubt.kind, doubt.sentence, doubt.proposal) for doubt in answer.doubts] == [
        (DoubtKind.LEAD_TWO_WAYS, "“Council” can mean Upper Council or Lower Council.", "Upper Council")
    ]


def test_read_lead_does_not_go_round_in_circles_of_successors():
    circle = [
        KnownOrganisation(1, "First Trust", "FT", "nhs_trust", 2),
        KnownOrganisation(2, "Second Trust", "ST", "nhs_trust", 1),
    ]

    assert read_lead(Cell("First Trust", "First Trust"), Organisations(circle)).lead in circle


def test_read_lead_of_a_partnership_without_organisations_proposes_new_ones():
    answer = read_lead(Cell("LCC / ICB", "LCC / ICB"), Organisations([]))

    assert (answer.lead, answer.contributors) == (NewOrganisation("LCC"), (NewOrganisation("ICB"),))


def test_read_lead_says_what_is_wrong_with_the_cell():
    (doubt,) = read_lead(Cell("LCC", "LCC", "The formula has no result."), KNOWN).doubts

    assert (doubt.kind, doubt.sentence) == (DoubtKind.CELL_TROUBLE, "The formula has no result.")


def test_read_lead_reads_only_the_beginning_of_a_long_text_and_says_so():
    answer = read("LCC and " * 4000)

    assert (names([answer.lead]), answer.doubts[0].kind) == (["council"], DoubtKind.LEAD_UNREAD)


def test_keys_are_those_of_organisations_that_the_partnership_has():
    answer = read("LCC, Barnardo's, ICB")

    assert keys([answer.lead, *answer.contributors]) == ["council", "icb"]


def test_initials_leave_out_small_words():
    assert initials("NHS Lancashire and South Cumbria ICB") == "NHSLSCICB"


WORDS = ["LCC", "ICB", "CCG", "and", "&", "/", ";", ",", "(", ")", "-", ":", "with support from", "(lead)", "TBC"]
WORDS += ["Head of SEND", "Jane", "Smith", "Health", "Barnardo's"]


@given(words=st.lists(st.sampled_from(WORDS), max_size=9))
def test_read_lead_drops_no_word_of_any_cell(words):
    text = " ".join(words)
    answer = read(text)
    kept = " ".join(
        [
            *(party.name for party in [answer.lead, *answer.contributors] if party),
            *(answer.accountable_post, answer.accountable_name, *answer.others),
            *(doubt.sentence for doubt in answer.doubts),
        ]
    )

    assert all(word in kept for word in words if word in {"Barnardo's", "Jane", "Smith", "Head of SEND"})


@given(text=st.text(max_size=60))
def test_read_lead_never_stumbles(text):
    assert read(text).typed == text.strip()
