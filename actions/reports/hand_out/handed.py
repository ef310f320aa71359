"""What a hand-out says: from a frozen report's content alone, and never more than two pages."""

from collections.abc import Callable
from dataclasses import dataclass

from ..blocks import Block, Paragraph, Part
from ..earlier import as_told_today
from ..part_figures import headline
from ..part_notes import fingerprint
from ..parts import HEADINGS
from ..phrases import as_at, compared_with, corrects, report_name
from ..plain_text import shortened
from .lists import ShortList, short_lists
from .reader import Reader
from .room import PAGES, pages

LONGEST_NAME, LONGEST_JUDGEMENT, LONGEST_WORDS = 120, 330, 500


@dataclass(frozen=True)
class HandOut:
    opening: list[Block]
    parts: list[Part]


def hand_out(content: dict, mark: dict, reader: Reader, *, share: float = 1) -> HandOut:
    """`mark` is the report's fingerprint; `share` is how much of each page may be filled."""
    content = as_told_today(content)
    opening, lists = _opening(content, reader), short_lists(content, reader)

    def showing(shown: list[int]) -> HandOut:
        told = [each.part(number) for each, number in zip(lists, shown, strict=True)]
        return HandOut(opening, [*_figures_and_words(content), *told, _rest(mark, reader)])

    def fits(shown: list[int]) -> bool:
        told = showing(shown)
        return pages(told.opening, told.parts, share=share) <= PAGES

    return showing(_shared(lists, fits))


def _shared(lists: list[ShortList], fits: Callable[[list[int]], bool]) -> list[int]:
    """How many lines of each are shown. One more of each in turn, while all of it fits: what is short leaves room."""
    shown, waiting = [0] * len(lists), list(range(len(lists)))
    while waiting:
        place = waiting.pop(0)
        more = [number + (place == other) for other, number in enumerate(shown)]
        if more[place] <= len(lists[place].rows) and fits(more):
            shown = more
            waiting.append(place)
    return shown


def _opening(content: dict, reader: Reader) -> list[Block]:
    since = compared_with(content)
    name, plan = content["partnership"]["name"], content["plan"]["title"]
    return [
        Paragraph(f"{report_name(content)} in two pages", "title"),
        Paragraph(f"{shortened(plan, LONGEST_NAME)}, {as_at(content)}", "subtitle"),
        Paragraph(shortened(reader.in_words, LONGEST_NAME + 40), "lead"),
        Paragraph(f"{shortened(name, LONGEST_NAME)}.{f' Compared with {since}.' if since else ''}"),
        *(Paragraph(shortened(words, LONGEST_JUDGEMENT), "notice") for words in corrects(content)),
    ]


def _figures_and_words(content: dict) -> list[Part]:
    figures = Part("headline", HEADINGS["headline"], headline(content))
    words = Part("judgement", HEADINGS["judgement"], _judgement(content))
    return [part for part in (figures, words) if part.blocks]


def _judgement(content: dict) -> list[Block]:
    """The judgement, and the first of the words for it."""
    judgement = shortened(content["report"]["judgement"], LONGEST_JUDGEMENT)
    words = content["report"]["words"].strip()
    first = shortened(words.split("\n\n")[0], LONGEST_WORDS)
    more = " The full report has the rest." if first != shortened(words, LONGEST_WORDS) or first.endswith("…") else ""
    said = [Paragraph(judgement, "lead")] if judgement else []
    return [*said, Paragraph(f"{first}{more}")] if first else said


def _rest(mark: dict, reader: Reader) -> Part:
    where = f"The full report, with every action and how the figures are made: {reader.address}"
    return Part("rest", "Where to find the rest", [Paragraph(where), *fingerprint(mark)])
