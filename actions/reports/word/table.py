"""Tables: widths that hold, a header row on every page, no row cut in two, and words for who does not see them."""

from ..blocks import Cell, Column, Line, Table, Tag
from .page import PAGE_WIDTH
from .xml import attribute, paragraph, run, styled, tag_run

_STYLES = {"": "TableText", "strong": "TableStrong", "quiet": "TableQuiet", "big": "TableFigure"}


def table_xml(table: Table) -> str:
    """Followed by an empty line, as Word would otherwise join two tables that touch."""
    widths = _widths(table.columns)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    header = "".join(
        _cell(paragraph(column.heading, "TableHeadingNumber" if column.is_number else "TableHeading"), width)
        for column, width in zip(table.columns, widths, strict=True)
    )
    last = len(table.rows) - 1
    rows = "".join(
        _row(row, table.columns, widths, is_kept=table.is_kept_whole and place < last)
        for place, row in enumerate(table.rows)
    )
    return (
        f"<w:tbl>{_properties(table, sum(widths))}<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>{rows}</w:tbl>{styled('', 'TableEnd')}"
    )


def _widths(columns: list[Column]) -> list[int]:
    """In twentieths of a point, together exactly the page's width."""
    whole = sum(column.width for column in columns)
    widths = [int(PAGE_WIDTH * column.width / whole) for column in columns]
    return [*widths[:-1], PAGE_WIDTH - sum(widths[:-1])]


def _properties(table: Table, width: int) -> str:
    return (
        f'<w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
        f'w:noVBand="1"/><w:tblCaption w:val={attribute(table.name)}/>'
        f"<w:tblDescription w:val={attribute(_described(table))}/></w:tblPr>"
    )


def _described(table: Table) -> str:
    number = len(table.rows)
    headings = "; ".join(column.heading for column in table.columns)
    return f"{table.name}. {number} {'row' if number == 1 else 'rows'}. Columns: {headings}."


def _row(row: list[Cell], columns: list[Column], widths: list[int], *, is_kept: bool) -> str:
    middle = any(isinstance(cell, Line) and cell.look == "big" for cell in row)
    cells = "".join(
        _cell(_content(cell, column, is_kept), width, is_middle=middle)
        for cell, column, width in zip(row, columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(content: str, width: int, *, is_middle: bool = False) -> str:
    place = '<w:vAlign w:val="center"/>' if is_middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{place}</w:tcPr>{content}</w:tc>'


def _content(cell: Cell, column: Column, is_kept: bool) -> str:
    lines = (cell if isinstance(cell, list) else [cell]) or [""]
    return "".join(styled(_runs(line), _style(line, column), is_kept=is_kept) for line in lines)


def _runs(line: Cell) -> str:
    if isinstance(line, list):
        return run(" ").join(map(tag_run, line))
    if isinstance(line, Tag):
        return tag_run(line)
    return run(line.text if isinstance(line, Line) else str(line))


def _style(line: Cell, column: Column) -> str:
    name = _STYLES[line.look] if isinstance(line, Line) else "TableText"
    return f"{name}Number" if column.is_number else name
