"""A progress report as a Word file: real headings, real tables, editable, drawn from its content alone."""

from ..blocks import Part
from ..parts import parts
from ..phrases import as_at, compared_with, corrects, made_for, report_name
from .chart import ChartPlace
from .drawn import block_xml, written
from .page import new_document
from .xml import bookmarked, link, paragraph


def word_report(content: dict, fingerprint: dict | None) -> bytes:
    document = new_document(content, is_draft=fingerprint is None)
    told = parts(content, fingerprint)
    xml = [*_opening(content, told, is_draft=fingerprint is None)]
    charts = ChartPlace(document)
    for number, part in enumerate(told):
        xml.append(bookmarked(part.title, style="Heading1", name=f"part_{part.key}", number=number))
        xml += (block_xml(block, charts) for block in part.blocks)
    return written(document, xml)


def _opening(content: dict, told: list[Part], *, is_draft: bool):
    """Who speaks, of what, on which day, for whom; and where to find what."""
    yield paragraph(report_name(content), "Title")
    yield paragraph(f"{content['plan']['title']}, {as_at(content)}", "Subtitle")
    yield paragraph(f"{content['partnership']['name']}. {content['partnership']['council_name']}.")
    if made_for(content):
        yield paragraph(f"{made_for(content)}.")
    if compared_with(content):
        yield paragraph(f"Compared with {compared_with(content)}.")
    yield from (paragraph(words, "Notice") for words in corrects(content))
    if is_draft:
        yield paragraph("Draft: not yet frozen, and its figures may still change.", "Notice")
    yield link("In this report: ", [(part.title, f"part_{part.key}") for part in told], "Quiet")
