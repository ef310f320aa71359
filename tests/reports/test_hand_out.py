"""A report in two pages for one body: what it tells, and that it is never longer, whatever the report holds."""

import io

import docx
import pikepdf
import pypdf
import pytest

from actions.reports.hand_out import PAGES, Reader, hand_out
from actions.reports.hand_out.room import pages
from actions.reports.hand_out.wrapping import lines
from actions.reports.pdf.hand_out import pdf_hand_out
from actions.reports.word.hand_out import word_hand_out

from .contents import FROZEN, report_told, retyped
from .hand_out_figures import TOLD, figures_in_hand_out_docx, figures_in_hand_out_pdf
from .readers import figures_in_content
from .tagged_pdf import parts, read, rows
from .test_hostile_text import HOSTILE

READER = Reader("Scrutiny committee", "Scrutiny committee", "2019-09-12", "https://example.org/reports/7/")
MANY = 60
LONG = "Families wait, and nobody can say for how long they will. " * 20


def full_report() -> dict:
    """Every list longer than two pages, every text longer than its place."""
    content = retyped(report_told(), lambda text: LONG if text != "Scrutiny committee" else text)
    for kind in content["moved"]:
        kind["moves"] *= MANY
    for key in ("exceptions", "dates_to_agree", "enquiries"):
        content[key] *= MANY
    content["coming_up"]["due"] *= MANY
    content["coming_up"]["starting"] = content["coming_up"]["due"]
    content["report"]["corrects"] = {"number": 6, "reason": LONG}
    return content


def told(content: dict, reader: Reader = READER) -> dict[str, list[str]]:
    """Each part of the Word file: its words, and the rows of its tables."""
    found: dict[str, list[str]] = {"": []}
    for item in docx.Document(io.BytesIO(word_hand_out(content, FROZEN, reader))).iter_inner_content():
        if isinstance(item, docx.table.Table):
            found[next(reversed(found))] += [" | ".join(cell.text for cell in row.cells) for row in item.rows[1:]]
        elif item.style.name == "Heading 1":
            found[item.text] = []
        elif item.text:
            found[next(reversed(found))].append(item.text)
    return found


def test_hand_out_tells_a_body_what_it_needs():
    assert told(report_told()) == {
        "": [
            "Progress report 7 in two pages",
            "Improvement plan, as at 10 July 2019",
            "For the Scrutiny committee, which meets on 12 September 2019.",
            "Area partnership. Compared with report 6, as at 15 May 2019.",
        ],
        "The figures": [
            "10 July 2019 | 1 | 0 | 1 | 1 | 3",
            "Change since report 6, as at 15 May 2019 | +1 | −2 | no change | +1 | no change",
            "Complete and verified by somebody from elsewhere: 1. Complete, not yet verified: 0. "
            "No longer applicable, and left out of these figures: 0.",
            "Actions | \u00a00\u00a0 | \u00a01\u00a0 | \u00a00\u00a0 | \u00a01\u00a0 | \u00a01\u00a0",
        ],
        "The chair’s judgement": ["Slower than planned.", "Families feel it. The full report has the rest."],
        "What moved: 2": [
            "1.2 Promise 1.2 · LCC · Illustrative | \u00a0On track\u00a0 | \u00a0Delayed or at risk\u00a0 | 1 Jul 2019",
            "1.1 Promise 1.1 · LCC | \u00a0On track\u00a0 | \u00a0Complete\u00a0 | 1 Jul 2019",
        ],
        "Late, delayed, at risk or re-dated: 1": [
            "1.2 Promise 1.2\nLCC. Due October 2019, originally July 2019 · Illustrative\n\u00a0Amber\u00a0 | "
            "Nobody applied.\nBeing done: Advertised again. | They wait.",
        ],
        "Dates to agree: 1": [
            "1.10 Promise 1.10\nDue date: from 31 July 2019 · Illustrative\nto December 2019 | More time is needed. | "
            "Letters stay on paper.",
        ],
        "What you asked, and is not yet answered: 1": [
            "When will the website open?\nAsked 15 May 2019 | LCC | 1 Jul 2019\nOverdue"
        ],
        "Coming up: 1": [
            "Before the Partnership Board of 12 September 2019.",
            "1.10 Promise 1.10 · LCC · Illustrative | Due | July 2019",
        ],
        "Where to find the rest": [
            "The full report, with every action and how the figures are made: https://example.org/reports/7/",
            "Frozen on 12 July 2019. Every file of this report is drawn from the same record. "
            "The SHA-256 of its JSON file, which anybody can work out, is:",
            FROZEN["sha256"],
        ],
    }


def test_hand_out_asks_nothing_of_a_body_that_asked_nothing():
    reader = Reader("Cabinet", "Cabinet", None, "https://example.org/")

    handed = told(report_told(), reader)

    assert handed[""][2] == "For the Cabinet."
    assert handed["What you asked, and is not yet answered: 0"] == ["Nothing that you asked awaits an answer."]


def test_hand_out_knows_a_body_by_the_name_that_the_report_knew():
    reader = Reader("Children’s committee", "Scrutiny committee", None, "https://example.org/")

    assert "What you asked, and is not yet answered: 1" in told(report_told(), reader)


def test_hand_out_of_a_first_report_compares_with_nothing():
    content = report_told() | {"moved": []}
    content["report"] |= {"compared_with_on": None, "compared_with_number": None}

    assert told(content)["What moved"] == ["There is no earlier report to compare with."]


@pytest.mark.parametrize("key", ["moved", "exceptions", "dates_to_agree", "enquiries", "coming_up"])
def test_hand_out_leaves_out_a_list_that_an_older_report_does_not_have(key):
    content = report_told()
    del content[key]

    assert len(told(content)) == len(told(report_told())) - 1


def test_hand_out_as_pdf_tells_what_it_tells_in_word():
    document = read(pdf_hand_out(report_told(), FROZEN, READER))

    in_word = told(report_told())
    assert list(parts(document)) == list(in_word)[1:]
    late = next(parts(document)["Late, delayed, at risk or re-dated: 1"].every("Table"))
    assert rows(late)[1:] == [
        [
            "1.2 Promise 1.2 LCC. Due October 2019, originally July 2019 · Illustrative Amber",
            "Nobody applied. Being done: Advertised again.",
            "They wait.",
        ]
    ]


@pytest.mark.parametrize(
    ("draw", "figures"), [(word_hand_out, figures_in_hand_out_docx), (pdf_hand_out, figures_in_hand_out_pdf)]
)
@pytest.mark.parametrize("content", [report_told(), full_report()], ids=["short", "full"])
def test_hand_out_says_the_figures_of_its_report(draw, figures, content):
    figures_told = figures_in_content(content)

    assert figures(draw(content, FROZEN, READER)) == {key: figures_told[key] for key in TOLD}


# ──── never more than two pages


def test_hand_out_of_a_full_report_counts_what_it_has_no_room_for():
    handed = hand_out(full_report(), FROZEN, READER)

    lists = [part for part in handed.parts if part.count]
    assert [part.count for part in lists] == [120, 60, 60, 60, 120]
    for part in lists:
        shown = len(part.blocks[1].rows)
        first = f"The first{f' {shown}' if shown > 1 else ''}, and {part.count - shown} more: see the full report."
        assert (part.blocks[0].text.endswith(first), shown >= 1) == (True, True)


def test_hand_out_of_a_full_report_fills_two_pages_and_no_more():
    handed = hand_out(full_report(), FROZEN, READER)

    assert pages(handed.opening, handed.parts) == PAGES
    assert pages(handed.opening, handed.parts, share=0.8) > PAGES


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
def test_hand_out_has_at_most_two_pages_whatever_is_typed(typed):
    content = retyped(full_report(), lambda text: f"{typed} {LONG}")
    reader = Reader(typed or "Cabinet", typed or "Cabinet", "2019-09-12", READER.address)

    handed = hand_out(content, FROZEN, reader)
    written = pdf_hand_out(content, FROZEN, reader)

    assert pages(handed.opening, handed.parts) <= PAGES
    assert len(pypdf.PdfReader(io.BytesIO(written)).pages) <= PAGES


def test_hand_out_in_word_sets_every_line_as_high_as_was_reckoned():
    """What Word does with a letter of another font would else be anybody's guess."""
    document = docx.Document(io.BytesIO(word_hand_out(full_report(), FROZEN, READER)))

    used = {paragraph.style.name for paragraph in document.paragraphs}
    used |= {paragraph.style.name for cell in _cells(document) for paragraph in cell.paragraphs}
    rules = {name: document.styles[name].element.xpath("w:pPr/w:spacing/@w:lineRule") for name in used}
    assert rules == {name: ["exact"] for name in used}


def _cells(document):
    return [cell for table in document.tables for row in table.rows for cell in row.cells]


# ──── who hears it


def test_hand_out_as_pdf_is_tagged_and_says_what_it_conforms_to():
    with pikepdf.open(io.BytesIO(pdf_hand_out(report_told(), FROZEN, READER))) as document:
        with document.open_metadata() as metadata:
            assert (metadata["pdfuaid:part"], metadata["dc:title"]) == (
                "1",
                "Progress report 7 as at 10 July 2019: Improvement plan",
            )
        assert (document.Root.Lang, document.Root.MarkInfo.Marked) == ("en-GB", True)


def test_hand_out_as_pdf_heads_every_column_and_every_row():
    tables = list(read(pdf_hand_out(report_told(), FROZEN, READER)).every("Table"))

    for table in tables:
        (head,), body = next(table.every("THead")).kids, next(table.every("TBody")).kids
        assert {(cell.kind, cell.scope) for cell in head.kids} == {("TH", "Column")}
        assert {(row.kids[0].kind, row.kids[0].scope) for row in body} == {("TH", "Row")}
    assert len(tables) == 7


def test_hand_out_of_the_same_content_is_the_same_pdf():
    assert pdf_hand_out(report_told(), FROZEN, READER) == pdf_hand_out(report_told(), FROZEN, READER)


# ──── how words fall into lines


@pytest.mark.parametrize(
    ("text", "room", "number"),
    [
        ("", 10, 1),
        ("one two", 10, 1),
        ("one two three four", 5, 2),
        ("W" * 10, 10.2, 1),
        ("W" * 11, 10.2, 2),
        ("w" * 100, 10, 10),
        ("e\u0301" * 10, 5.7, 1),  # an accent takes no room
        ("漢" * 10, 15, 1),  # what is not known is taken for wide
        ("a " + "w" * 20, 10, 3),  # a long word begins on a line of its own
    ],
)
def test_lines_are_never_fewer_than_word_makes(text, room, number):
    assert lines(text, room) == number
