"""The empty document: A4, British English, its properties, its footer. How its words look is in styles.py."""

from datetime import datetime

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Cm

from ..phrases import as_at, report_name, subject, title
from ..plain_text import shortened
from .styles import LANGUAGE, LOOKS, Look, set_styles
from .xml import NAMESPACES, run, words

MARGIN = Cm(2)
PAGE_WIDTH = Cm(17).twips
LONGEST_PROPERTY = 255


def new_document(content: dict, *, is_draft: bool, looks: list[Look] = LOOKS) -> Document:
    document = docx.Document()
    _set_size(document)
    set_styles(document, looks)
    _set_properties(document, content)
    _set_footer(document, content, is_draft=is_draft)
    _forget_the_template(document)
    return document


def _set_size(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def _set_properties(document: Document, content: dict) -> None:
    """The day of the report stands for the moment of making, which would tell nothing."""
    properties = document.core_properties
    properties.title = shortened(title(content), LONGEST_PROPERTY)
    properties.subject = shortened(subject(content), LONGEST_PROPERTY)
    whose = shortened(content["partnership"]["name"], LONGEST_PROPERTY)
    properties.author = properties.last_modified_by = whose
    properties.created = properties.modified = datetime.fromisoformat(content["report"]["as_at_on"])
    properties.language, properties.comments, properties.keywords = LANGUAGE, "", "SEND, progress report"


def _set_footer(document: Document, content: dict, *, is_draft: bool) -> None:
    """Which report this page belongs to, and which page it is."""
    whose = content["partnership"]["name"]
    which = f"{report_name(content)} {as_at(content)}"
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    line = f"{which} · {whose}{' · DRAFT' if is_draft else ''}"
    page = f"{run('Page ')}{_field('PAGE')}{run(' of ')}{_field('NUMPAGES')}"
    xml = f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{run(line)}<w:r><w:tab/></w:r>{page}</w:p>'
    footer._element.replace(footer.paragraphs[0]._element, parse_xml(xml))


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r>{words("1")}</w:r></w:fldSimple>'


def _forget_the_template(document: Document) -> None:
    """Its picture of an empty page, its mode for older versions of Word, its American English."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]
    settings = document.settings.element
    for mode in settings.xpath('.//w:compatSetting[@w:name="compatibilityMode"]'):
        mode.set(f"{{{settings.nsmap['w']}}}val", "15")
    for language in settings.xpath(".//w:themeFontLang"):
        language.set(f"{{{settings.nsmap['w']}}}val", LANGUAGE)
