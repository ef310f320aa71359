"""Paragraphs and runs in Word's own XML. Written as text: a table of 2,000 rows made cell by cell takes minutes.

All that anybody typed passes through `words`, which nothing in it can leave.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsmap
from lxml import etree

from ..blocks import Tag
from ..looks import tag_colours
from ..plain_text import plain, shortened

_SPACES = {prefix: nsmap[prefix] for prefix in ("w", "r", "wp", "a", "c")}
_LONGEST_TOLD = 300
_PAD = "\u00a0"
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())


def words(text: str) -> str:
    """The text of a run; a line end in it is a line end in Word."""
    lines = plain(text).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)


def attribute(text: str) -> str:
    """Words for who does not see a table or a chart: not so many that nobody would hear them out."""
    return quoteattr(shortened(text, _LONGEST_TOLD))


def run(text: str) -> str:
    return f"<w:r>{words(text)}</w:r>"


def tag_run(tag: Tag) -> str:
    """A word on its colour; one too light to stand out from the paper has an edge, which says so in black and white."""
    fill, edge, on = tag_colours(tag.code, is_outlined=tag.is_outlined)
    box = f'<w:bdr w:val="single" w:sz="4" w:space="0" w:color="{edge}"/>' if edge != fill else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    look = f'<w:rPr><w:b/><w:color w:val="{on}"/>{box}{shade}</w:rPr>'
    return f"<w:r>{look}{words(_PAD + tag.word + _PAD)}</w:r>"


def styled(runs: str, style: str = "Normal", *, is_kept: bool = False) -> str:
    """A paragraph; where `is_kept`, on the same page as the next one."""
    kept = "<w:keepNext/>" if is_kept else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>{runs}</w:p>'


def paragraph(text: str, style: str = "Normal", *, is_kept: bool = False) -> str:
    return styled(run(text), style, is_kept=is_kept)


def bookmarked(text: str, *, style: str, name: str, number: int) -> str:
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return styled(f'{start}{run(text)}<w:bookmarkEnd w:id="{number}"/>', style)


def link(before: str, targets: list[tuple[str, str]], style: str) -> str:
    """Links to places in this file, one after the other."""
    links = [
        f'<w:hyperlink w:anchor="{name}"><w:r><w:rPr><w:u w:val="single"/></w:rPr>{words(text)}</w:r></w:hyperlink>'
        for text, name in targets
    ]
    return styled(run(before) + run(" · ").join(links), style)


def body(xml: Iterable[str]) -> list[etree._Element]:
    return list(parse_xml(f"<w:body {NAMESPACES}>{''.join(xml)}</w:body>"))
