"""Whatever somebody typed goes through the PDF as words: heard as it was typed, and none of it beyond the page."""

import io
from dataclasses import dataclass

import pikepdf
import pytest

from actions.reports.parts import HEADINGS
from actions.reports.pdf import pdf_report

from .contents import FROZEN, report_told, retyped
from .tagged_pdf import Element, Run, parts, read, rows, runs
from .test_hostile_text import HOSTILE

MM, SPACE = 72 / 25.4, 3
LEFT, RIGHT, LOWEST, HIGHEST = 18 * MM, 192 * MM, 18 * MM, (297 - 16) * MM

OF_NO_ACCOUNT_HERE = {"excel's markup", "excel's escapes", "plus", "minus", "at", "tab", "array", "number", "long word"}
TYPED = {name: typed for name, typed in HOSTILE.items() if name not in OF_NO_ACCOUNT_HERE} | {
    "typst's markup": '#read("/etc/passwd") $x^2$ *b* _i_ `c` = h #set page(width: 1pt) <l> @l \\ // /* ~ #eval("1")',
    "a heading": "= One\n== Two\n- three\n+ four\n/ five: six",
    "marks heaped up": "e\u0301 a\u0300\u0301\u0302\u0303\u0304\u0305 z" + "\u0301" * 50,
    "other scripts": "漢字 한국어 ไทย Ωμέγα Жук",
    "symbols": "→ ✓ ☐ ½ ™ € £ – — “x” ‘y’",
}
# What cannot be drawn stands in square brackets, by its name or its number; a place to break a word is nothing to hear.
SAID = {
    "control characters": "a[U+0000]b[U+0007]c[U+001B]d[U+007F]e[U+FFFE]f[U+FFFF]",
    "formula behind a control character": "[U+0000]=1+1",
    "turned round": "[U+202E]gnp.exe[U+2066]",
    "emoji": "[woman]\u200d[girl]\u200d[boy][waving black flag]"
    "[U+E0067][U+E0062][U+E0065][U+E006E][U+E0067][U+E007F]\u00e9",
    "half a character": "[U+D83D] and [U+DE00][U+D83D]",
    "marks heaped up": "\u00e9 \u00e0\u0301\u0302\u0303[U+0304][U+0305] \u017a\u0301\u0301\u0301" + "[U+0301]" * 46,
    "other scripts": "[U+6F22][U+5B57] [U+D55C][U+AD6D][U+C5B4] [U+0E44][U+0E17][U+0E22] Ωμέγα Жук",
}
# Each word is heard whole, but of two the left one first.
HEARD_FROM_THE_LEFT = {"right to left": "עולם שלום مرحبا"}


@dataclass(frozen=True)
class Drawn:
    heard: Element
    shown: list[Run]
    standard: str


def drawn(content: dict) -> Drawn:
    written = pdf_report(content, FROZEN)
    with pikepdf.open(io.BytesIO(written)) as document:
        with document.open_metadata() as metadata:
            standard = metadata["pdfuaid:part"]
        return Drawn(read(written), [run for page in document.pages for run in runs(page)], standard)


def table(document: Element, part: str) -> list[list[str]]:
    return rows(next(parts(document)[HEADINGS[part]].every("Table")))


def letters(text: str) -> str:
    """Without its spaces: a word that goes on in the next line is heard with one."""
    return "".join(text.split())


def outside(shown: list[Run]) -> list[Run]:
    """But for the foot of a page, which stands under all words, and for the space that ends a line."""
    words = [run for run in shown if run.mark != "/Artifact" and run.text.strip()]
    return [
        run
        for run in words
        if run.left < LEFT - 1 or run.right > RIGHT + SPACE or not LOWEST - 1 < run.height < HIGHEST + 1
    ]


@pytest.mark.parametrize("name", TYPED)
def test_pdf_says_what_was_typed_tags_it_and_keeps_it_on_the_page(name):
    told = drawn(retyped(report_told(), lambda text: TYPED[name]))

    said = letters(SAID.get(name) or HEARD_FROM_THE_LEFT.get(name) or TYPED[name].replace("\u200b", ""))
    of_the_first_action = table(told.heard, "actions")[1]
    assert letters(of_the_first_action[1]) == said * 2  # its title, and who leads on it
    assert letters(table(told.heard, "findings")[1][1]) == f"{said}Fundamentalfailing"
    assert {str(run.mark) for run in told.shown if not isinstance(run.mark, int)} == {"/Artifact"}
    assert told.standard == "1"
    assert outside(told.shown) == []


def test_pdf_breaks_a_word_of_ten_thousand_letters_and_loses_none():
    content = report_told()
    content["actions"][0]["title"] = content["dates_to_agree"][0]["to"] = "w" * 10_000

    told = drawn(content)

    assert letters(table(told.heard, "actions")[1][1]) == "w" * 10_000 + "LCC"
    assert letters(table(told.heard, "dates_to_agree")[1][3]) == "w" * 10_000
    assert outside(told.shown) == []


def test_pdf_of_a_report_with_nothing_but_white_space_typed_is_made():
    told = drawn(retyped(report_told(), lambda text: " \n\t "))

    assert list(parts(told.heard)) == [heading for key, heading in HEADINGS.items() if key != "judgement"]
