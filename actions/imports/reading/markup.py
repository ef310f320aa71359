"""A part of an archive, element by element, without its document ever being whole in memory or reaching outside."""

from collections.abc import Iterator
from typing import IO

from lxml import etree

from actions.imports.grid import UnreadableFile
from actions.imports.reading.sentences import DAMAGED, HOLDS_TOO_MUCH

MAX_EVENTS = 2_500_000
"""Two for each element. A sheet has up to a million rows, though most are empty."""
SAFE = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def elements(stream: IO[bytes], *names: str) -> Iterator[tuple[str, etree._Element]]:
    """Each that ends with such a name, whatever its namespace. It is emptied afterwards."""
    yield from ((name, element) for _, name, element in events(stream, *names, opening=""))


def events(stream: IO[bytes], *names: str, opening: str) -> Iterator[tuple[bool, str, etree._Element]]:
    """(whether it ends here, name, element). Those called `opening` are given also where they begin."""
    tags = [f"{{*}}{name}" for name in names]
    found = etree.iterparse(stream, events=("start", "end"), tag=tags, **SAFE)
    for number, (event, element) in enumerate(found):
        if number == 0:
            _refuse_doctype(element)
        if number == MAX_EVENTS:
            raise UnreadableFile(HOLDS_TOO_MUCH)
        name = local_name(element.tag)
        if event == "end":
            yield True, name, element
            _forget(element)
        elif name == opening:
            yield False, name, element


def local_name(tag: str) -> str:
    return tag.rpartition("}")[2]


def attributes(element: etree._Element) -> dict[str, str]:
    """By their local names."""
    return {local_name(name): value for name, value in element.attrib.items()}


def _refuse_doctype(element: etree._Element) -> None:
    """No spreadsheet has one; who writes one is after its entities."""
    if element.getroottree().docinfo.doctype:
        raise UnreadableFile(DAMAGED)


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
