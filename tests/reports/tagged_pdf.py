"""Reads a tagged PDF as a screen reader does, by its tags alone: what is not tagged is not heard."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary


@dataclass
class Element:
    kind: str
    words: str = ""
    alt: str = ""
    scope: str = ""
    kids: list["Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """In reading order, parted by single spaces. A place to break a word is nothing to hear."""
        heard = " ".join([self.words, *(kid.text for kid in self.kids)])
        return " ".join(heard.replace("\u200b", "").split())

    def every(self, *kinds: str) -> Iterator["Element"]:
        for kid in self.kids:
            if kid.kind in kinds:
                yield kid
            yield from kid.every(*kinds)


@dataclass(frozen=True)
class Run:
    """Words shown in one go: where they stand on the page, in points from its lower left, and how they are marked."""

    text: str
    left: float
    right: float
    height: float
    mark: int | str | None


def read(document: bytes) -> Element:
    with pikepdf.open(io.BytesIO(document)) as pdf:
        words = {page.objgen: _words_by_mark(page) for page in pdf.pages}
        return _element(pdf.Root.StructTreeRoot.K[0], words)


def rows(table: Element) -> list[list[str]]:
    return [[cell.text for cell in row.every("TH", "TD")] for row in table.every("TR")]


def parts(document: Element) -> dict[str, Element]:
    """What stands under each heading of level 1."""
    found: dict[str, Element] = {}
    for element in document.kids:
        if element.kind == "H1":
            found[element.text] = Element("part")
        elif found:
            found[next(reversed(found))].kids.append(element)
    return found


def runs(page: pikepdf.Page) -> Iterator[Run]:
    """typst sets each run of words in a place of its own, and marks it by a number, or as an artifact."""
    fonts = {name: _Font(font) for name, font in page.Resources.get("/Font", {}).items()}
    marks, font, size, place = [], None, 0.0, (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                marks.append(_Mark.of(operands, inside=marks[-1] if marks else _Mark(None)))
            case "EMC":
                marks.pop()
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "cm":
                place = (float(operands[4]), float(operands[5]))
            case "Tj" | "TJ":
                text, width = font.shown(operands[0])
                mark = marks[-1] if marks else _Mark(None)
                yield Run(mark.said(text), place[0], place[0] + width * size, place[1], mark.place)


def _element(tag: Dictionary, words: dict) -> Element:
    scopes = [str(one.Scope)[1:] for one in _many(tag.get("/A")) if "/Scope" in one]
    element = Element(str(tag.S)[1:], alt=str(tag.get("/Alt", "")), scope="".join(scopes))
    for kid in _many(tag.get("/K")):
        if isinstance(kid, Dictionary) and "/S" in kid:
            element.kids.append(_element(kid, words))
        else:
            page, mark = (kid.Pg, kid.MCID) if isinstance(kid, Dictionary) else (tag.Pg, kid)
            element.kids.append(Element("words", words[page.objgen].get(int(mark), "")))
    return element


def _many(value) -> list:
    return [] if value is None else list(value) if isinstance(value, Array) else [value]


def _words_by_mark(page: pikepdf.Page) -> dict:
    """Where the next run stands on another line, a space parts it from the last."""
    shown: dict[int | str | None, str] = {}
    height = None
    for run in runs(page):
        shown[run.mark] = shown.get(run.mark, "") + ("" if run.height == height else " ") + run.text
        height = run.height
    return shown


@dataclass
class _Mark:
    """Where the words between belong, and how they are said if not as they are shown."""

    place: int | str | None
    spoken: str | None = None  # where a letter stands for others than elsewhere
    is_reversed: bool = False  # shown from the left, but read from the right

    @classmethod
    def of(cls, operands, inside: "_Mark") -> "_Mark":
        name, told = str(operands[0]), operands[1] if len(operands) > 1 else {}
        spoken = str(told["/ActualText"]) if "/ActualText" in told else None
        is_reversed = name == "/ReversedChars"
        if "/MCID" in told:
            return cls(int(told["/MCID"]), spoken)
        return cls(inside.place if is_reversed or spoken is not None else name, spoken, is_reversed)

    def said(self, shown: str) -> str:
        """What is spoken is said once, however many letters are shown for it."""
        if self.spoken is None:
            return shown[::-1] if self.is_reversed else shown
        said, self.spoken = self.spoken, ""
        return said


class _Font:
    def __init__(self, font: Dictionary) -> None:
        table = font.ToUnicode.read_bytes().decode("latin-1")
        pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", table)
        self._letters = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
        inner = font.DescendantFonts[0]
        self._widths, self._default = {}, float(inner.get("/DW", 1000))
        given = list(inner.get("/W", []))
        while given:
            first, second = int(given.pop(0)), given.pop(0)
            if isinstance(second, pikepdf.Array):
                self._widths |= {first + place: float(width) for place, width in enumerate(second)}
            else:
                self._widths |= dict.fromkeys(range(first, int(second) + 1), float(given.pop(0)))

    def shown(self, operand) -> tuple[str, float]:
        text, width = "", 0.0
        for piece in _many(operand):
            if not isinstance(piece, pikepdf.String):
                width -= float(piece) / 1000
                continue
            written = bytes(piece)
            for code in (int.from_bytes(written[at : at + 2]) for at in range(0, len(written), 2)):
                text += self._letters.get(code, "\ufffd")
                width += self._widths.get(code, self._default) / 1000
        return text, width
