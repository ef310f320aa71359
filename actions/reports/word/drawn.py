"""From blocks to a file of Word's own."""

import io
from collections.abc import Iterable

from docx.document import Document

from ..blocks import Block, Bullets, StatusBars, Subheading, Table
from .chart import ChartPlace
from .table import table_xml
from .xml import body, paragraph


def block_xml(block: Block, charts: ChartPlace) -> str:
    match block:
        case Table():
            return table_xml(block)
        case StatusBars():
            return charts.drawn(block)
        case Subheading():
            return paragraph(block.text, "Heading2")
        case Bullets():
            return "".join(paragraph(item, "ListBullet") for item in block.items)
    return paragraph(block.text, block.look.capitalize() or "Normal")


def written(document: Document, xml: Iterable[str]) -> bytes:
    document.element.body[:-1] = body(xml)  # all but the last, which holds the size of the page
    file = io.BytesIO()
    document.save(file)
    document.element.body.clear()  # a document's parts point at each other, so all its text would wait to be collected
    return file.getvalue()
