"""Where things are in an .xlsx: its sheets, its texts, its number formats."""

import posixpath
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from actions.imports.grid import Cell, UnreadableFile
from actions.imports.reading.bounds import MAX_CHARACTERS
from actions.imports.reading.markup import attributes, elements, local_name
from actions.imports.reading.numbers import GENERAL
from actions.imports.reading.package import Package
from actions.imports.reading.sentences import DAMAGED, HOLDS_TOO_MUCH
from actions.imports.reading.texts import clean, unescaped

BUILT_IN = {
    **dict(enumerate([GENERAL, "0", "0.00", "#,##0", "#,##0.00"])),
    **dict.fromkeys([5, 6], "£#,##0;-£#,##0"),
    **dict.fromkeys([7, 8], "£#,##0.00;-£#,##0.00"),
    **dict(enumerate(["0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??", "dd/mm/yyyy", "d-mmm-yy", "d-mmm", "mmm-yy"], 9)),
    **dict(enumerate(["h:mm AM/PM", "h:mm:ss AM/PM", "h:mm", "h:mm:ss", "dd/mm/yyyy h:mm"], 18)),
    **dict.fromkeys([*range(27, 37), *range(50, 59)], "dd/mm/yyyy"),
    **dict.fromkeys([37, 38], "#,##0;-#,##0"),
    **dict.fromkeys([39, 40], "#,##0.00;-#,##0.00"),
    41: '#,##0;-#,##0;"-"',
    42: '£#,##0;-£#,##0;£"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '£#,##0.00;-£#,##0.00;£"-"',
    **dict(enumerate(["mm:ss", "[h]:mm:ss", "mm:ss.0", "##0.0E+0", "@"], 45)),
}
"""The formats that a file names by number alone, as Excel shows them in Britain."""
MAX_FORMATS = 70_000


@dataclass(frozen=True)
class SheetPart:
    name: str
    path: str
    kind: str
    is_hidden: bool


@dataclass(frozen=True)
class Relation:
    kind: str
    """worksheet, chartsheet, sharedStrings, styles, externalLink…"""
    path: str


def relations(package: Package, part: str) -> dict[str, Relation]:
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    found = {}
    if source in package:
        with package.open(source) as stream:
            for _, element in elements(stream, "Relationship"):
                said = attributes(element)
                if said.get("TargetMode") != "External":
                    path = posixpath.normpath(posixpath.join("/", folder, said.get("Target", ""))).lstrip("/")
                    found[said.get("Id", "")] = Relation(posixpath.basename(said.get("Type", "")), path)
    return found


def workbook_path(package: Package) -> str:
    found = (relation.path for relation in relations(package, "").values() if relation.kind == "officeDocument")
    return next(found, "xl/workbook.xml")


def workbook(package: Package, path: str) -> tuple[list[SheetPart], bool]:
    """The sheets in their order, and whether days are counted from 1904."""
    related, sheets, from_1904 = relations(package, path), [], False
    with package.open(path) as stream:
        for name, element in elements(stream, "workbookPr", "sheet"):
            said = attributes(element)
            if name == "workbookPr":
                from_1904 = said.get("date1904") in {"1", "true"}
            elif relation := related.get(said.get("id", "")):
                is_hidden = said.get("state", "visible") != "visible"
                sheets.append(SheetPart(clean(said.get("name", "")), relation.path, relation.kind, is_hidden))
    return sheets, from_1904


def shared_texts(package: Package, path: str) -> list[Cell]:
    texts, left = [], MAX_CHARACTERS
    with package.open(path) as stream:
        for _, element in elements(stream, "si"):
            text = text_of(element)
            texts.append(Cell(text, text))
            left -= len(text) + 1
            if left < 0:
                raise UnreadableFile(HOLDS_TOO_MUCH)
    return texts


def text_of(element: etree._Element) -> str:
    """The runs of a text that looks different in parts are one text; how to pronounce it is left out."""
    runs = (run for child in element.iterchildren("{*}t", "{*}r") for run in _runs(child))
    return clean(unescaped("".join(run.text or "" for run in runs)))


def _runs(child: etree._Element) -> list[etree._Element]:
    return [child] if local_name(child.tag) == "t" else list(child.iterchildren("{*}t"))


def number_formats(package: Package, path: str) -> list[str]:
    """The code for each style that a cell may name by its place."""
    codes, styles = dict(BUILT_IN), []
    with package.open(path) as stream:
        for name, element in elements(stream, "numFmt", "cellXfs"):
            if name == "numFmt" and element.getparent().tag.endswith("}numFmts"):
                codes[number_in(element.get("numFmtId", ""))] = element.get("formatCode", GENERAL)
            elif name == "cellXfs":
                found = islice(element.iterchildren("{*}xf"), MAX_FORMATS)
                styles = [number_in(style.get("numFmtId", "0")) for style in found]
    return [codes.get(style, GENERAL) for style in styles]


def number_in(text: str) -> int:
    """From nought: a place counted from the end would be taken for one."""
    if not text.isascii() or not text.isdigit():
        raise UnreadableFile(DAMAGED)
    return int(text)
