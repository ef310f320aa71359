"""Bars as a chart of Word's own: sharp at any size, editable, with its numbers in a workbook inside the file."""

import io
import zipfile

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as FilePart
from docx.oxml.ns import nsmap
from docx.shared import Cm
from xlsxwriter import Workbook

from ..blocks import StatusBars
from ..excel_text import AS_WORDS, as_cell
from ..plain_text import shortened
from ..status_chart import status_chart
from .xml import attribute, styled

_SHEET = "Priorities"
_LONGEST_LABEL = 60
_WIDTH = Cm(17)
_MOST_BARS = 20
_SHOW_NUMBER = '<c:showVal val="1"/>'
# LibreOffice takes what is not mentioned for a yes.
_SHOW_ONLY_NUMBER = (
    f'<c:showLegendKey val="0"/>{_SHOW_NUMBER}<c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


class ChartPlace:
    """Where a document's charts go. Each takes two further files in the package: the drawing and its numbers."""

    def __init__(self, document: Document):
        self._part = document.part
        self._count = 0

    def drawn(self, bars: StatusBars) -> str:
        """More bars than fit on a page are left to the table."""
        if len(bars.bars) > _MOST_BARS:
            return ""
        self._count += 1
        numbers = _workbook(bars)
        key = self._part.relate_to(self._chart_part(numbers), RELATIONSHIP_TYPE.CHART)
        height = Cm(2 + 0.9 * len(bars.bars))
        return styled(
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{_WIDTH}" cy="{height}"/>'
            f'<wp:docPr id="{self._count}" name="Chart {self._count}" descr={attribute(bars.name)}/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{nsmap["c"]}">'
            f'<c:chart r:id="{key}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )

    def _chart_part(self, numbers: bytes) -> FilePart:
        package = self._part.package
        book = FilePart(
            PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{self._count}.xlsx"),
            CONTENT_TYPE.SML_SHEET,
            numbers,
            package,
        )
        part = FilePart(PackURI(f"/word/charts/chart{self._count}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
        key = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        part._blob = _chart_xml(numbers, key)
        return part


def _workbook(bars: StatusBars) -> bytes:
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True} | AS_WORDS)
    sheet = book.add_worksheet(_SHEET)
    for column, heading in enumerate(["Priority", *(status.word for status in bars.statuses)]):
        sheet.write_string(0, column, as_cell(heading))
    for row, (name, numbers) in enumerate(bars.bars, start=1):
        sheet.write_string(row, 0, as_cell(shortened(name, _LONGEST_LABEL)))
        sheet.write_row(row, 1, numbers)
    codes = [status.code for status in bars.statuses]
    sheet.insert_chart("G2", status_chart(book, sheet=_SHEET, codes=codes, first_column=1, rows=len(bars.bars)))
    book.close()
    return written.getvalue()


def _chart_xml(numbers: bytes, key: str) -> bytes:
    """As XlsxWriter draws it in a workbook, with a pointer to that workbook."""
    with zipfile.ZipFile(io.BytesIO(numbers)) as book:
        xml = book.read("xl/charts/chart1.xml").decode("utf-8")
    xml = xml.replace(_SHOW_NUMBER, _SHOW_ONLY_NUMBER)
    pointer = f'<c:externalData r:id="{key}"><c:autoUpdate val="0"/></c:externalData>'
    xml = xml.replace("<c:printSettings>", f"{pointer}<c:printSettings>", 1)
    return xml.replace("en-US", "en-GB", 1).encode("utf-8")
