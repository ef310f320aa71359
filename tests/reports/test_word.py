import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from actions.reports.word import word_report
from tests.reports.contents import FROZEN, report_told


@pytest.fixture
def document():
    return docx.Document(io.BytesIO(word_report(report_told(), FROZEN)))


def xml_of(content: dict, name: str, fingerprint: dict | None = FROZEN) -> str:
    with zipfile.ZipFile(io.BytesIO(word_report(content, fingerprint))) as package:
        return package.read(name).decode("utf-8")


def words_of(xml: str) -> str:
    return "".join(re.findall(r"<w:t[ >][^<]*", xml)).replace('<w:t xml:space="preserve">', "").replace("<w:t>", "")


def test_word_report_says_its_title_language_and_subject(document):
    properties = document.core_properties

    assert (properties.title, properties.subject, properties.language, properties.author) == (
        "Progress report 7 as at 10 July 2019: Improvement plan",
        "How Area partnership keeps the promises of its plan, as at 10 July 2019",
        "en-GB",
        "Area partnership",
    )
    languages = document.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    assert languages == ["en-GB"]


def test_word_report_has_one_title_and_headings_that_skip_no_level(document):
    levels = [p.style.name for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]

    assert (levels[0], levels[1], set(levels[1:])) == ("Title", "Heading 1", {"Heading 1", "Heading 2"})


def test_word_report_is_a4(document):
    section = document.sections[0]

    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)


def test_word_report_tables_repeat_their_header_split_no_row_and_are_described(document):
    for table in document.tables:
        rows = table._tbl.tr_lst
        assert [bool(row.xpath("w:trPr/w:tblHeader")) for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)
        assert all(table._tbl.xpath(f"w:tblPr/w:{name}/@w:val")[0] for name in ("tblCaption", "tblDescription"))


def test_word_report_tables_are_as_wide_as_the_page(document):
    wide = {
        (*table._tbl.xpath("w:tblPr/w:tblW/@w:w"), sum(map(int, table._tbl.xpath("w:tblGrid/w:gridCol/@w:w"))))
        for table in document.tables
    }

    assert wide == {("9638", 9638)}  # 17 cm, in twentieths of a point


def test_word_report_chart_has_words_for_who_does_not_see_it_and_numbers_to_edit():
    package = zipfile.ZipFile(io.BytesIO(word_report(report_told(), FROZEN)))
    document = package.read("word/document.xml").decode("utf-8")

    assert re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', document) == [
        "A stacked bar for each priority: how many of its actions have each status. "
        "The table that follows gives the same numbers."
    ]
    assert "word/embeddings/Microsoft_Excel_Sheet1.xlsx" in package.namelist()


def test_word_report_footer_says_which_report_and_which_page():
    footer = xml_of(report_told(), "word/footer1.xml")

    assert words_of(footer) == "Progress report 7 as at 10 July 2019 · Area partnershipPage 1 of 1"
    assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]


def test_word_report_says_who_when_and_with_what_it_compares(document):
    opening = [paragraph.text for paragraph in document.paragraphs[:5]]

    assert opening == [
        "Progress report 7",
        "Improvement plan, as at 10 July 2019",
        "Area partnership. Area Council.",
        "For the Partnership Board of 12 July 2019.",
        "Compared with report 6, as at 15 May 2019.",
    ]


def test_word_report_puts_the_judgement_before_the_words(document):
    told = [paragraph.text for paragraph in document.paragraphs]
    start = told.index("The chair’s judgement")

    assert told[start + 1 : start + 4] == ["Slower than planned.", "Families feel it.", "We ask for a new date."]


def test_word_report_of_a_draft_says_so_on_its_first_page_on_each_and_at_its_end():
    draft = report_told()
    draft["report"] |= {"number": None, "compared_with_on": None, "compared_with_number": None, "meeting": None}
    draft["moved"] = []

    document = docx.Document(io.BytesIO(word_report(draft, None)))

    told = [paragraph.text for paragraph in document.paragraphs]
    assert told[0] == "Draft progress report"
    assert told[3] == "Draft: not yet frozen, and its figures may still change."
    assert told[-1] == "This is a draft: it has no fingerprint, and its figures may still change."
    assert words_of(xml_of(draft, "word/footer1.xml", None)).startswith("Draft progress report as at 10 July 2019")


def test_word_report_shows_what_it_puts_right():
    content = report_told()
    content["report"]["corrects"] = {"number": 6, "reason": "One action was counted twice."}

    document = docx.Document(io.BytesIO(word_report(content, FROZEN)))

    assert document.paragraphs[5].text == "Puts right report 6: One action was counted twice."


def test_word_report_leads_to_each_part(document):
    links = document.element.body.xpath("//w:hyperlink/@w:anchor")
    marks = document.element.body.xpath("//w:bookmarkStart/@w:name")

    assert links == marks
    assert len(set(document.element.body.xpath("//w:bookmarkStart/@w:id"))) == len(marks)


def test_word_report_gives_the_fingerprint(document):
    assert document.paragraphs[-1].text == FROZEN["sha256"]


def test_word_report_tags_say_the_word_and_outline_what_nobody_has_verified():
    content = report_told()
    done = content["actions"][0]
    content["actions"] = [done, done | {"ref": "1.3", "is_verified": False}]

    document = docx.Document(io.BytesIO(word_report(content, FROZEN)))

    rows = document.tables[-2]._tbl.tr_lst[1:]  # the last but the key
    shades = [row.xpath("w:tc[2]//w:shd/@w:fill") for row in rows]
    told = ["".join(text.text or "" for text in row.tc_lst[1].iter(qn("w:t"))) for row in rows]
    assert (shades, told) == (
        [["12436d"], ["ffffff"]],
        ["\u00a0Complete\u00a0verified", "\u00a0Complete\u00a0not yet verified"],
    )


def test_word_report_leaves_a_chart_of_many_bars_to_the_table():
    content = report_told()
    content["priorities"] = [content["priorities"][0] | {"ref": str(number)} for number in range(21)]

    assert "<w:drawing>" not in xml_of(content, "word/document.xml")


def test_word_report_carries_nothing_of_the_template_along():
    with zipfile.ZipFile(io.BytesIO(word_report(report_told(), FROZEN))) as package:
        assert "docProps/thumbnail.jpeg" not in package.namelist()
        assert "python-docx" not in package.read("docProps/core.xml").decode("utf-8")


def test_word_report_says_how_the_total_changed():
    content = report_told()
    content["headline"]["change"] = 5

    document = docx.Document(io.BytesIO(word_report(content, FROZEN)))

    assert [cell.text for cell in document.tables[0].rows[2].cells] == [
        "Change since report 6, as at 15 May 2019", "+1", "−2", "no change", "+1", "+5",
    ]  # fmt: skip
