"""The first pages of a report: its figures, the chair's judgement, what moved, priority by priority."""

from .blocks import Block, Cell, Column, Line, Paragraph, StatusBars, Subheading, Table, Tag, paragraphs
from .phrases import action_name, change, compared_with, day, short_day, whose

_FEW = 8
_STAY_TOGETHER = "\u00a0"


def headline(content: dict) -> list[Block]:
    figures = content["headline"]
    return [
        _status_table(content, figures),
        Paragraph(
            f"Complete and verified by somebody from elsewhere: {figures['verified']}. "
            f"Complete, not yet verified: {figures['not_yet_verified']}. "
            f"No longer applicable, and left out of these figures: {figures['closed']}."
        ),
        Table(
            "How many actions have each colour, worst first",
            [Column("Colour", 3)] + [Column(colour["label"], 2, is_number=True) for colour in figures["colours"]],
            [["Actions", *(Tag(str(colour["number"]), colour["colour"]) for colour in figures["colours"])]],
        ),
    ]


def _status_table(content: dict, figures: dict) -> Table:
    statuses = figures["statuses"]
    columns = [Column("As at", 3)] + [Column(status["label"], 2, is_number=True) for status in statuses]
    rows: list[list[Cell]] = [
        [
            Line(day(content["report"]["as_at_on"]), "strong"),
            *(Line(str(status["number"]), "big") for status in statuses),
            Line(str(figures["total"]), "big"),
        ]
    ]
    if figures["change"] is not None:
        since = f"Change since {compared_with(content)}"
        rows.append([since, *(change(status["change"]) for status in statuses), change(figures["change"])])
    return Table(
        "How many actions have each status, and how many more or fewer than before",
        [*columns, Column("All actions", 2, is_number=True)],
        rows,
    )


def judgement(content: dict) -> list[Block]:
    """The judgement first, then the words for it."""
    report = content["report"]
    return [*paragraphs(report["judgement"], "lead"), *paragraphs(report["words"])]


def moved(content: dict) -> list[Block]:
    since = compared_with(content)
    intro = f"Since {since}." if since else "There is no earlier report to compare with."
    if since and not content["moved"]:
        intro = f"Nothing moved since {since}."
    blocks: list[Block] = [Paragraph(intro, "intro")]
    for kind in content["moved"]:
        blocks.append(Subheading(f"{kind['label']}: {len(kind['moves'])}"))
        blocks.append(
            Table(
                f"Actions that moved: {kind['label']}",
                [Column("Action", 6.4), Column("From, and to", 3.2), Column("When, and what was said", 7.4)],
                [_move(move) for move in kind["moves"]],
            )
        )
    return blocks


def _move(move: dict) -> list[Cell]:
    said = f"{short_day(move['on'])}, {move['said_by']}" if move["said_by"] else short_day(move["on"])
    return [
        [Line(action_name(move), "strong"), Line(whose(move), "quiet")],
        [Tag(move["before_label"], move["before"] or "none"), Tag(move["after_label"], move["after"])],
        [Line(said, "quiet"), Line(move["words"])],
    ]


def priorities(content: dict) -> list[Block]:
    groups = content["priorities"]
    if not groups:
        return [Paragraph("The plan has no priorities.")]
    statuses = [Tag(status["label"], status["status"]) for status in groups[0]["statuses"]]
    bars = [(action_name(group), [status["number"] for status in group["statuses"]]) for group in groups]
    blocks: list[Block] = [
        StatusBars(
            "A stacked bar for each priority: how many of its actions have each status. "
            "The table that follows gives the same numbers.",
            statuses,
            bars,
        ),
        Table(
            "How many actions of each priority have each status and each colour",
            [
                Column("Priority", 3),
                *(Column(status.word, 1.76, is_number=True) for status in statuses),
                Column("All actions", 1.36, is_number=True),
                Column("Colours, worst first", 5.6),
            ],
            [_priority(group) for group in groups],
            is_kept_whole=len(groups) <= _FEW,
        ),
    ]
    for group in groups:
        blocks += _words(group)
    return blocks


def _priority(group: dict) -> list[Cell]:
    numbers = [status["number"] for status in group["statuses"]]
    tags = [
        Tag(f"{colour['label']}{_STAY_TOGETHER}{colour['number']}", colour["colour"]) for colour in group["colours"]
    ]
    return [Line(action_name(group), "strong"), *numbers, group["total"], [tags] if tags else "None"]


def _words(group: dict) -> list[Block]:
    """What the priority is for, and what its lead says of it."""
    outcome = paragraphs(f"Meant to bring about: {group['outcome']}", "quiet") if group["outcome"] else []
    said = [*outcome, *paragraphs(group["words"])]
    return [Subheading(action_name(group)), *said] if said else []
