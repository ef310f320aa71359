"""A report as PDF: what it tells and how it is tagged. tests/reports/test_pdf_text.py has what people type."""

import io
import re
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdf
import pytest
import typst
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as how

from actions.reports.parts import HEADINGS
from actions.reports.pdf import pdf_report, typesetting
from actions.summaries.report_content import Brief, report_content
from tests.histories import days, enact, histories

from .contents import FROZEN, report_told
from .pdf_figures import figures_in_pdf
from .readers import figures_in_content
from .tagged_pdf import parts, read, rows, runs

pieces = import_module("actions.reports.pdf.pieces")  # the package has a function of this name
LAYOUTS = {path.name: path.read_text() for path in typesetting.FOLDER.glob("*.typ")}


@pytest.fixture(scope="module")
def written() -> bytes:
    return pdf_report(report_told(), FROZEN)


@pytest.fixture
def opened(written):
    with pikepdf.open(io.BytesIO(written)) as document:
        yield document


# ──── what it tells


@pytest.mark.django_db
@how(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=histories, one=days, other=days)
def test_pdf_says_the_figures_of_its_content(history, one, other):
    since, on = sorted([one, other])
    content = report_content(Brief(enact(history), on=on, since=since, number=7))

    assert figures_in_pdf(pdf_report(content, FROZEN)) == figures_in_content(content)


def test_pdf_tells_every_part_in_order(written):
    assert list(parts(read(written))) == list(HEADINGS.values())


def test_pdf_says_how_the_total_changed():
    content = report_told()
    content["headline"]["change"] = 5

    headline = parts(read(pdf_report(content, FROZEN)))[HEADINGS["headline"]]

    assert "3 actions in all, +5 since 15 May 2019." in headline.text


def test_pdf_tells_of_a_late_action_why_and_what_it_means(written):
    table = next(parts(read(written))[HEADINGS["exceptions"]].every("Table"))

    assert rows(table) == [
        ["Ref", "Action, why, and what is being done", "Status and dates"],
        [
            "1.2",
            "Promise 1.2 LCC · Illustrative Why: Nobody applied. Being done: Advertised again. "
            "For families: They wait. "
            "Its due date has moved.",
            "Delayed or at risk Amber Original date: July 2019 Agreed date: October 2019 "
            "It moved once, 3 months in all",
        ],
    ]


def test_pdf_lists_every_action(written):
    table = next(parts(read(written))[HEADINGS["actions"]].every("Table"))

    assert rows(table) == [
        ["Ref", "Action", "Status, last said", "Colour", "Due"],
        ["1.1", "Promise 1.1 LCC", "Complete said 2 July 2019", "Blue", "July 2019"],
        [
            "1.2",
            "Promise 1.2 LCC · Illustrative Complete, no evidence",
            "Delayed or at risk said 2 July 2019",
            "Amber",
            "October 2019 originally July 2019",
        ],
        ["1.10", "Promise 1.10 LCC · Illustrative", "Not started", "Grey", "July 2019"],
    ]


def test_pdf_carries_its_name_and_number_of_pages_on_each_page(written):
    pages = pypdf.PdfReader(io.BytesIO(written)).pages

    texts = [" ".join(page.extract_text().split()) for page in pages]
    foot = "Progress report 7 as at 10 July 2019 Page {} of {}"
    assert [text.endswith(foot.format(n, len(pages))) for n, text in enumerate(texts, start=1)] == [True] * len(pages)


def test_pdf_carries_its_fingerprint(written):
    assert parts(read(written))[HEADINGS["fingerprint"]].kids[-1].text == FROZEN["sha256"]


def test_pdf_of_a_draft_says_so():
    content = report_told()
    content["report"] |= {"number": None, "meeting": None}

    draft = read(pdf_report(content, None))

    assert next(draft.every("Title")).text == "Draft progress report"
    assert "This is a draft: it has no fingerprint, and its figures may still change." in draft.text
    assert HEADINGS["fingerprint"] not in parts(draft)


def test_pdf_of_a_correction_says_what_it_puts_right():
    content = report_told()
    content["report"]["corrects"] = {"number": 6, "reason": "It counted 4.2 as complete."}

    assert "Puts right report 6: It counted 4.2 as complete." in read(pdf_report(content, FROZEN)).text


def test_pdf_of_an_empty_plan_says_so():
    kept = {"key", "how_made"}
    empty = {key: [] for key, part in report_told().items() if isinstance(part, list) and key not in kept}
    content = report_told() | empty
    content["report"] |= {"compared_with_on": None, "compared_with_number": None, "judgement": "", "words": ""}
    content["coming_up"] = {"meeting": None, "starting": [], "due": []}

    told = {heading: part.text for heading, part in parts(read(pdf_report(content, FROZEN))).items()}

    del told[HEADINGS["headline"]], told[HEADINGS["key"]], told[HEADINGS["how_made"]], told[HEADINGS["fingerprint"]]
    assert told == {
        "What moved": "There is no earlier report to compare with.",
        "Priority by priority": "The plan has no priorities.",
        "Late, delayed, at risk or re-dated": "Nothing is late, delayed, at risk or re-dated.",
        "Completed, and what shows it": "No action was completed.",
        "Not started": "Every action has started.",
        "Coming up": "No meeting is recorded yet. Nothing is to start, and nothing falls due.",
        "Dates to agree": "No date change waits for a decision.",
        "What the inspectors found, and what answers it": "No inspection is recorded.",
        "Questions that await an answer": "No question awaits an answer.",
        "Every action": "The plan has no actions yet.",
    }


@pytest.mark.parametrize("part", [key for key in HEADINGS if key in report_told()])
def test_pdf_leaves_out_a_part_that_an_older_report_does_not_have(part):
    content = report_told()
    del content[part]

    assert list(parts(read(pdf_report(content, FROZEN)))) == [name for key, name in HEADINGS.items() if key != part]


def test_pdf_draws_lines_that_say_less_than_they_would_today():
    """A report that was frozen before some key was thought of."""
    content = _bare(report_told())

    assert list(parts(read(pdf_report(content, FROZEN)))) == list(HEADINGS.values())


def _bare(value):
    """Of each line of a list of actions, its reference alone."""
    if isinstance(value, dict):
        is_line = "ref" in value and "outcome" not in value
        return {"ref": value["ref"]} if is_line else {key: _bare(item) for key, item in value.items()}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def test_pdf_of_the_same_content_is_the_same_file(written):
    assert pdf_report(report_told(), FROZEN) == written


# ──── a large report, drawn in pieces


def test_pdf_in_pieces_tells_what_it_tells_in_one(written, monkeypatch):
    monkeypatch.setattr(pieces, "LINES_OF_A_PIECE", 2)

    whole, joined = read(written), read(pdf_report(report_told(), FROZEN))

    assert _told(joined) == _told(whole)


def _told(document) -> list[str]:
    """Each thing once: where a part is continued on the next piece, its headings are said again."""
    heard = []
    for element in document.kids:
        said = [" | ".join(row) for row in rows(element)] if element.kind == "Table" else [element.text]
        heard += [words.removesuffix(", continued") for words in said]
    return list(dict.fromkeys(heard))


def test_pdf_in_pieces_counts_its_pages_and_keeps_its_bookmarks(monkeypatch):
    monkeypatch.setattr(pieces, "LINES_OF_A_PIECE", 2)

    book = pypdf.PdfReader(io.BytesIO(pdf_report(report_told(), FROZEN)))

    feet = [" ".join(page.extract_text().split()).rpartition("Page ")[2] for page in book.pages]
    assert len(feet) > 5
    assert feet == [f"{number} of {len(feet)}" for number in range(1, len(feet) + 1)]
    marks = [mark for mark in book.outline if not isinstance(mark, list)]
    assert list(dict.fromkeys(mark.title.removesuffix(", continued") for mark in marks)) == list(HEADINGS.values())
    for mark in marks:
        assert mark.title in book.pages[book.get_destination_page_number(mark)].extract_text()


def test_pdf_in_pieces_shows_its_number_of_pages_as_an_artifact(monkeypatch):
    monkeypatch.setattr(pieces, "LINES_OF_A_PIECE", 2)

    with pikepdf.open(io.BytesIO(pdf_report(report_told(), FROZEN))) as document:
        drawings = {page.Resources.XObject.Total.objgen: page.Resources.XObject.Total for page in document.pages}
        (drawing,) = drawings.values()
        shown = [(run.text, run.mark) for run in runs(drawing) if run.text.strip()]
        assert shown == [(str(len(document.pages)), "/Artifact")]
        (font,) = drawing.Resources.Font.values()
        assert "+SourceSansPro-Regular" in str(font.BaseFont)


def test_pdf_in_pieces_names_no_tag_twice(monkeypatch):
    monkeypatch.setattr(pieces, "LINES_OF_A_PIECE", 2)

    with pikepdf.open(io.BytesIO(pdf_report(report_told(), FROZEN))) as document:
        tree = document.Root.StructTreeRoot
        keys = list(tree.ParentTree.Nums)[::2]
        assert (keys, int(tree.ParentTreeNextKey)) == (list(range(len(keys))), len(keys))
        assert [int(page.StructParents) for page in document.pages] == keys
        assert "/IDTree" not in tree


# ──── who hears it, and prints it


def test_pdf_has_a_title_a_language_and_says_what_it_conforms_to(opened):
    with opened.open_metadata() as metadata:
        assert (metadata["pdfuaid:part"], metadata["dc:title"]) == (
            "1",
            "Progress report 7 as at 10 July 2019: Improvement plan",
        )
    assert (opened.Root.Lang, opened.Root.MarkInfo.Marked) == ("en-GB", True)
    assert opened.Root.ViewerPreferences.DisplayDocTitle is True


def test_pdf_has_bookmarks(opened):
    with opened.open_outline() as outline:
        marks = {mark.title: [inner.title for inner in mark.children] for mark in outline.root}

    assert list(marks) == list(HEADINGS.values())
    assert marks[HEADINGS["moved"]] == ["Worsened: 1", "Completed: 1"]


def test_pdf_shows_no_words_that_are_not_tagged_or_an_artifact(opened):
    marks = [run.mark for page in opened.pages for run in runs(page)]

    assert {mark for mark in marks if not isinstance(mark, int)} == {"/Artifact"}
    assert len(marks) > 100


def test_pdf_heads_every_column_and_every_row(written):
    tables = list(read(written).every("Table"))

    assert len(tables) > 10
    for table in tables:
        (head,), body = next(table.every("THead")).kids, next(table.every("TBody")).kids
        assert {(cell.kind, cell.scope) for cell in head.kids} == {("TH", "Column")}
        assert {(row.kids[0].kind, row.kids[0].scope) for row in body} == {("TH", "Row")}
        assert {cell.kind for row in body for cell in row.kids[1:]} == {"TD"}


def test_pdf_cells_name_no_header_that_would_hide_the_others(written):
    assert b"/Headers[(" not in written


def test_pdf_tells_its_chart_in_words(written):
    chart = next(read(written).every("Figure"))

    assert chart.alt == (
        "Stacked bars, one for each priority. 1 Access, 3 actions: 1 complete, 0 on track, 1 not started "
        "and 1 delayed or at risk."
    )


def test_pdf_skips_no_level_of_heading(written):
    levels = [int(heading.kind[1]) for heading in read(written).every("H1", "H2", "H3", "H4", "H5", "H6")]

    assert levels[0] == 1
    assert max(after - before for before, after in pairwise(levels)) == 1


def test_pdf_embeds_its_fonts(opened):
    fonts = [font for page in opened.pages for font in page.Resources.Font.values()]

    descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts]
    assert {str(one.FontName).partition("+")[2] for one in descriptors} == {
        "SourceSansPro-Regular",
        "SourceSansPro-Semibold",
    }
    assert all({"/FontFile2", "/FontFile3"} & set(one.keys()) for one in descriptors)


def test_pdf_is_on_a4(opened):
    assert {tuple(round(float(edge)) for edge in page.MediaBox) for page in opened.pages} == {(0, 0, 595, 842)}


@pytest.mark.parametrize("kind", ["status", "rag"])
def test_layouts_have_the_colours_of_the_tokens(kind):
    tokens = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
    named = dict(re.findall(r"#let (\w+) = rgb\(\"(#\w+)\"\)", LAYOUTS["look.typ"])) | {"white": "#ffffff"}

    drawn = re.findall(r"  (\w+): \(fill: (\w+), edge: (\w+), on: (\w+), glyph", LAYOUTS["look.typ"])

    looks = {code: tuple(named[name] for name in names) for code, *names in drawn}
    for code in re.findall(rf"--app-{kind}-(\w+)-edge", tokens):
        ways = (rf"--app-{kind}-{code}", rf"--app-{kind}-{code}-edge", rf"--app-{kind}-{code}-on")
        if code != "none":
            assert looks[code] == tuple(re.search(rf"{way}: (#\w+);", tokens)[1] for way in ways)


# ──── what it may reach


def test_layouts_import_only_each_other():
    imported = {name for layout in LAYOUTS.values() for name in re.findall(r"#import \"(.+?)\"", layout)}

    assert imported == {"chart.typ", "data.typ", "look.typ", "parts.typ", "sheet.typ"}
    assert [name for name, layout in LAYOUTS.items() if re.search(r"\b(read|eval|plugin|include)\b *\(", layout)] == []


def test_layouts_have_no_packages_to_import():
    assert not typesetting.NO_PACKAGES.exists()


def test_typst_reads_no_file_outside_its_folder():
    with pytest.raises(typst.TypstError, match=r"would escape|access denied|outside"):
        typesetting.compiler().compile(b'#read("../parts.py")', format="pdf")
