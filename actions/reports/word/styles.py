"""How the words of a report look: named styles, so that whoever edits the file changes each in one place."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ..looks import QUIET_TEXT, RULE, TEXT, WASH

LANGUAGE = "en-GB"
FONT = "Arial"


@dataclass(frozen=True)
class Look:
    """Sizes and spaces in points."""

    name: str
    size: float
    before: float = 0
    after: float = 0
    is_bold: bool = False
    is_right: bool = False
    colour: str = TEXT
    more: str = ""
    """Further properties of the paragraph, in Word's own XML and order."""
    line: float = 0
    """Each line exactly so high, whatever letters stand in it; 0 is as high as its letters need."""


_KEEP = "<w:keepNext/><w:keepLines/>"
_BESIDE = f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="{TEXT}"/></w:pBdr>'
_FOOT = (
    f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
    '<w:tabs><w:tab w:val="clear" w:pos="4680"/><w:tab w:val="clear" w:pos="9360"/>'
    '<w:tab w:val="right" w:pos="9638"/></w:tabs>'
)

LOOKS = [
    Look("Normal", 10.5, after=6),
    Look("Title", 24, after=2, is_bold=True),
    Look("Subtitle", 14, after=8, colour=QUIET_TEXT),
    Look("Heading 1", 15, before=18, after=6, is_bold=True, more=_KEEP),
    Look("Heading 2", 11.5, before=10, after=4, is_bold=True, more=_KEEP),
    Look("List Bullet", 10.5, after=3),
    Look("Footer", 8.5, colour=QUIET_TEXT, more=_FOOT),
    Look("Lead", 12.5, after=6, is_bold=True),
    Look("Intro", 9.5, after=4, colour=QUIET_TEXT, more=_KEEP),
    Look("Quiet", 9.5, after=4, colour=QUIET_TEXT),
    Look("Notice", 10.5, before=4, after=8, is_bold=True, more=_BESIDE),
    Look("Table Text", 9, after=1),
    Look("Table Strong", 9, after=1, is_bold=True),
    Look("Table Quiet", 8.5, after=1, colour=QUIET_TEXT),
    Look("Table Heading", 9, is_bold=True, more=_KEEP),
    Look("Table Figure", 20, is_bold=True),
    Look("Table Text Number", 9, after=1, is_right=True),
    Look("Table Strong Number", 9, after=1, is_bold=True, is_right=True),
    Look("Table Quiet Number", 8.5, after=1, is_right=True, colour=QUIET_TEXT),
    Look("Table Heading Number", 9, is_bold=True, is_right=True, more=_KEEP),
    Look("Table Figure Number", 20, is_bold=True, is_right=True),
    Look("Table End", 4),
]

_EDGE = f'w:val="single" w:sz="8" w:space="0" w:color="{TEXT}"'
_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">
<w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders><w:top {_EDGE}/><w:bottom {_EDGE}/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders>
<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>
<w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {_EDGE}/></w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>"""


def set_styles(document: Document, looks: list[Look]) -> None:
    known = {style.name for style in document.styles}
    for look in looks:
        if look.name not in known:
            document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        _set(document.styles[look.name].element, look)
    document.styles.element.append(parse_xml(_TABLE))
    defaults = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    defaults.getparent().replace(defaults, parse_xml(_run_xml(10.5, is_bold=False, colour=TEXT, language=True)))


def _set(style, look: Look) -> None:
    """In place of whatever the template says, except that a bullet stays one."""
    numbering = style.xpath("w:pPr/w:numPr")
    for old in style.xpath("w:pPr | w:rPr"):
        style.remove(old)
    paragraph = parse_xml(_paragraph_xml(look))
    if numbering and look.name == "List Bullet":
        paragraph.insert(0, numbering[0])
    outline = {"Heading 1": "0", "Heading 2": "1"}.get(look.name)
    if outline:
        paragraph.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{outline}"/>'))
    style.extend([paragraph, parse_xml(_run_xml(look.size, is_bold=look.is_bold, colour=look.colour))])


def _paragraph_xml(look: Look) -> str:
    right = '<w:jc w:val="right"/>' if look.is_right else ""
    line = f'w:line="{look.line * 20:.0f}" w:lineRule="exact"' if look.line else 'w:line="252" w:lineRule="auto"'
    return (
        f"<w:pPr {nsdecls('w')}>{look.more}"
        f'<w:spacing w:before="{look.before * 20:.0f}" w:after="{look.after * 20:.0f}" {line}/>'
        f"{right}</w:pPr>"
    )


def _run_xml(size: float, *, is_bold: bool, colour: str, language: bool = False) -> str:
    half_points = round(size * 2)
    spoken = f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>' if language else ""
    return (
        f'<w:rPr {nsdecls("w")}><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f"{'<w:b/><w:bCs/>' if is_bold else ''}"
        f'<w:color w:val="{colour}"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>{spoken}</w:rPr>'
    )
