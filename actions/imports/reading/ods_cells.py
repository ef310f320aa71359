"""One cell of an .ods: its value, and the text that the program which wrote it showed."""

import re
from datetime import date, datetime, time

from lxml import etree

from actions.imports.grid import BLANK, Cell, Value
from actions.imports.reading.markup import local_name
from actions.imports.reading.numbers import general, plain_number
from actions.imports.reading.sentences import ERROR_SHOWN, NO_RESULT
from actions.imports.reading.texts import clean

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NUMBERS = {"float", "percentage", "currency"}
UNSEEN = {"annotation", "note", "frame", "custom-shape"}
MOST_SPACES = 100
ERROR = re.compile(r"#(REF|N/A|VALUE|DIV/0|NAME|NUM|NULL)[!?]?|Err:\d+")
CLOCK = re.compile(r"PT(\d{1,9})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")


def cell_of(element: etree._Element) -> Cell:
    shown = clean("\n".join(_text(line) for line in element.iterchildren(f"{TEXT}p")))
    kind = element.get(f"{OFFICE}value-type", "")
    is_formula = f"{TABLE}formula" in element.attrib
    if is_formula and ERROR.fullmatch(shown):
        return Cell(None, shown, ERROR_SHOWN.format(error=shown))
    if is_formula and not kind and not shown:
        return Cell(None, "", NO_RESULT)
    try:
        value = _value(element, kind)
    except ValueError:
        value = None
    if value is None:
        shown = shown or clean(element.get(f"{OFFICE}string-value", ""))
        return Cell(shown, shown) if shown else BLANK
    return Cell(value, shown or _written(value))


def _value(element: etree._Element, kind: str) -> Value:
    """None for words, and where what is stored is not what it says it is."""
    if kind in NUMBERS:
        return plain_number(float(element.get(f"{OFFICE}value", "")))
    if kind == "date":
        moment = datetime.fromisoformat(element.get(f"{OFFICE}date-value", "")).replace(tzinfo=None)
        return moment if moment.time() != time() else moment.date()
    if kind == "boolean":
        return element.get(f"{OFFICE}boolean-value") == "true"
    if kind == "time" and (match := CLOCK.fullmatch(element.get(f"{OFFICE}time-value", ""))):
        hours, minutes, seconds = map(int, match.groups())
        return time(hours, minutes, seconds) if hours < 24 else (hours * 3600 + minutes * 60 + seconds) / 86_400
    return None


def _written(value: Value) -> str:
    """Where the program that wrote the file left out what it showed."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return general(value)


def _text(line: etree._Element) -> str:
    written = [line.text or ""]
    for part in line.iterchildren():
        name = local_name(part.tag)
        if name == "s":
            written.append(" " * min(int(part.get(f"{TEXT}c", "1")), MOST_SPACES))
        elif name in {"tab", "line-break"}:
            written.append("\t" if name == "tab" else "\n")
        elif name not in UNSEEN:
            written.append(_text(part))
        written.append(part.tail or "")
    return "".join(written)
