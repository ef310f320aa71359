"""What a report is told in: paragraphs, lists, tables and cells, before any format draws them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tag:
    """A status or a colour: always its word, on its colour. Outlined where a claim still waits to be verified."""

    word: str
    code: str
    is_outlined: bool = False


@dataclass(frozen=True)
class Line:
    """One line of a cell. `look` is "", "strong", "quiet" or "big"."""

    text: str
    look: str = ""


Cell = str | int | Tag | Line | list  # a list holds lines and lists of tags, one under the other


@dataclass(frozen=True)
class Column:
    heading: str
    width: float
    """Share of the page's width."""
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    name: str
    """What it holds, for those who do not see it."""
    columns: list[Column]
    rows: list[list[Cell]]
    is_kept_whole: bool = False
    """Short enough to stand on one page, and easier to read there."""


@dataclass(frozen=True)
class Paragraph:
    """`look` is "", "lead", "intro" (to the table that follows), "quiet" or "notice"."""

    text: str
    look: str = ""


@dataclass(frozen=True)
class Subheading:
    text: str


@dataclass(frozen=True)
class Bullets:
    items: list[str]


@dataclass(frozen=True)
class StatusBars:
    """A stacked bar for each priority. The table that follows it says the same in numbers."""

    name: str
    statuses: list[Tag]
    bars: list[tuple[str, list[int]]]


Block = Paragraph | Subheading | Bullets | Table | StatusBars


@dataclass(frozen=True)
class Part:
    key: str
    heading: str
    blocks: list[Block]
    count: int | None = None

    @property
    def title(self) -> str:
        """Late, delayed, at risk or re-dated: 8"""
        return self.heading if self.count is None else f"{self.heading}: {self.count}"


def paragraphs(text: str, look: str = "") -> list[Paragraph]:
    """What somebody typed: each line a paragraph of its own."""
    return [Paragraph(line.strip(), look) for line in text.splitlines() if line.strip()]
