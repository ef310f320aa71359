"""The lists of a hand-out, in the order of the report and worst first, each line in few words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..blocks import Block, Cell, Column, Line, Paragraph, Part, Table, Tag
from ..parts import HEADINGS
from ..phrases import action_name, day, due, is_unverified, short_day, whose, with_mark
from ..plain_text import shortened
from .reader import Reader

LONGEST_TITLE, LONGEST_LEAD, LONGEST_WORDS = 110, 60, 150
MOST = 40
"""Lines of a list that are looked at: more would not fit if there were no other list."""


@dataclass(frozen=True)
class ShortList:
    """The first lines of a list, of which some will be shown, and how many there are in all."""

    heading: str
    columns: list[Column]
    rows: list[list[Cell]]
    count: int
    nothing: str
    intro: str = ""
    is_counted: bool = True
    """Nothing moved since nothing is not a count of 0."""

    def part(self, shown: int) -> Part:
        return Part(self.heading, self.heading, list(self._blocks(shown)), self.count if self.is_counted else None)

    def _blocks(self, shown: int) -> Iterator[Block]:
        if not self.count:
            yield Paragraph(" ".join(filter(None, [self.intro, self.nothing])))
            return
        if said := " ".join(filter(None, [self.intro, self._more(shown)])):
            yield Paragraph(said, "intro")
        if shown:
            yield Table(self.heading, self.columns, self.rows[:shown])

    def _more(self, shown: int) -> str:
        """The first 5, and 20 more: see the full report."""
        first = f"The first{f' {shown}' if shown > 1 else ''}, and " if shown else ""
        return f"{first}{self.count - shown} more: see the full report." if shown < self.count else ""


def short_lists(content: dict, reader: Reader) -> list[ShortList]:
    """A list that the content does not know, because it was frozen before there was one, is left out."""
    made = [_moved(content), _late(content), _to_agree(content), _asked(content, reader), _coming_up(content)]
    return [each for each in made if each]


def _short(
    heading: str,
    lines: list[dict],
    row: Callable[[dict], list[Cell]],
    columns: list[Column],
    *,
    nothing: str,
    intro: str = "",
) -> ShortList:
    return ShortList(heading, columns, [row(line) for line in lines[:MOST]], len(lines), nothing, intro)


def _title(line: dict) -> str:
    return shortened(action_name(line), LONGEST_TITLE)


def _name(line: dict) -> Line:
    return Line(_title(line), "strong")


def _of(line: dict) -> Line:
    """1.3 Open the clinic in the evening · LCC"""
    return Line(f"{_title(line)} · {shortened(whose(line), LONGEST_LEAD)}")


def _words(text: str | None, nothing: str = "") -> Line:
    return Line(shortened(text, LONGEST_WORDS) or nothing)


def _quiet(text: str) -> Line:
    return Line(shortened(text, LONGEST_WORDS), "quiet")


# ──── what moved


def _moved(content: dict) -> ShortList | None:
    if "moved" not in content:
        return None
    if content["report"]["compared_with_on"] is None:
        nothing = "There is no earlier report to compare with."
        return ShortList(HEADINGS["moved"], [], [], 0, nothing, is_counted=False)
    return _short(
        HEADINGS["moved"],
        [move for kind in content["moved"] for move in kind["moves"]],
        _move,
        [Column("Action", 9), Column("Was", 2.2), Column("Now", 3.5), Column("Since", 2.3)],
        nothing="No action moved.",
    )


def _move(move: dict) -> list[Cell]:
    return [
        _of(move),
        Tag(move["before_label"], move["before"] or "none"),
        Tag(move["after_label"], move["after"]),
        short_day(move["on"]),
    ]


# ──── what is late


def _late(content: dict) -> ShortList | None:
    if "exceptions" not in content:
        return None
    return _short(
        HEADINGS["exceptions"],
        content["exceptions"],
        _late_row,
        [Column("Action", 6), Column("Why, and what is being done", 6.2), Column("For families", 4.8)],
        nothing="Nothing is late, delayed, at risk or re-dated.",
    )


def _late_row(action: dict) -> list[Cell]:
    original = f", originally {action['original_due']}" if action["moves"] else ""
    done = [_words(f"Being done: {action['being_done']}")] if action["being_done"] else []
    colour = Tag(action["colour_label"], action["colour"], is_unverified(action))
    return [
        [_name(action), _quiet(with_mark(f"{action['lead']}. Due {due(action)}{original}", action)), colour],
        [_words(action["reason"], "Nobody has said why."), *done],
        _words(action["effect_on_families"], "Nobody has said."),
    ]


# ──── what is to be decided, answered, done


def _to_agree(content: dict) -> ShortList | None:
    if "dates_to_agree" not in content:
        return None
    return _short(
        HEADINGS["dates_to_agree"],
        content["dates_to_agree"],
        _to_agree_row,
        [Column("Action, from and to", 6), Column("Why", 6.2), Column("For families", 4.8)],
        nothing="No date change waits for a decision.",
    )


def _to_agree_row(asked: dict) -> list[Cell]:
    before = with_mark(f"{asked['which']}: from {asked['from']}", asked)
    return [
        [_name(asked), _quiet(before), _words(f"to {asked['to']}")],
        _words(asked["reason"], "Nobody has said why."),
        _words(asked["effect_on_families"], "Nobody has said."),
    ]


def _asked(content: dict, reader: Reader) -> ShortList | None:
    """By the body that reads it: what others asked is theirs to follow."""
    if "enquiries" not in content:
        return None
    return _short(
        "What you asked, and is not yet answered",
        [enquiry for enquiry in content["enquiries"] if reader.asked(enquiry)],
        _asked_row,
        [Column("Question or recommendation", 10.8), Column("Owed by", 3.9), Column("Answer due", 2.3)],
        nothing="Nothing that you asked awaits an answer.",
    )


def _asked_row(enquiry: dict) -> list[Cell]:
    asked_on = [_quiet(f"Asked {short_day(enquiry['asked_on'])}")] if enquiry["asked_on"] else []
    late = [Line("Overdue", "strong")] if enquiry["is_overdue"] else []
    return [
        [Line(shortened(enquiry["text"], 2 * LONGEST_WORDS)), *asked_on],
        _words(enquiry["addressed_to"]),
        [Line(short_day(enquiry["due_on"])), *late],
    ]


def _coming_up(content: dict) -> ShortList | None:
    if "coming_up" not in content:
        return None
    coming, meeting = content["coming_up"], content["coming_up"]["meeting"]
    starting = [action | {"what": "To start", "when": short_day(action["start_on"])} for action in coming["starting"]]
    ending = [action | {"what": "Due", "when": due(action)} for action in coming["due"]]
    return _short(
        HEADINGS["coming_up"],
        ending + starting,
        lambda action: [_of(action), action["what"], _words(action["when"])],
        [Column("Action", 11.4), Column("What", 1.8), Column("When", 3.8)],
        nothing="Nothing is to start, and nothing falls due.",
        intro=shortened(f"Before the {meeting['body']} of {day(meeting['held_on'])}.", LONGEST_WORDS)
        if meeting
        else "",
    )
