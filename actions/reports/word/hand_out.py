"""A hand-out as a Word file of two pages, to be put among a committee's papers as it is or edited."""

from ..hand_out import Reader, hand_out
from ..plain_text import shortened
from .chart import ChartPlace
from .drawn import block_xml, written
from .hand_out_styles import HAND_OUT_LOOKS
from .page import new_document
from .xml import paragraph

LONGEST_FOOT = 40


def word_hand_out(content: dict, fingerprint: dict, reader: Reader) -> bytes:
    document = new_document(_with_a_short_name(content), is_draft=False, looks=HAND_OUT_LOOKS)
    charts, told = ChartPlace(document), hand_out(content, fingerprint, reader)
    xml = [block_xml(block, charts) for block in told.opening]
    for part in told.parts:
        xml.append(paragraph(part.title, "Heading1"))
        xml += (block_xml(block, charts) for block in part.blocks)
    return written(document, xml)


def _with_a_short_name(content: dict) -> dict:
    """The foot of a page is one line."""
    name = shortened(content["partnership"]["name"], LONGEST_FOOT)
    return content | {"partnership": content["partnership"] | {"name": name}}
