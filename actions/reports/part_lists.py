"""The lists of a report: what is late, done, waiting, coming, asked for; and every action."""

from .blocks import Block, Cell, Column, Line, Paragraph, Subheading, Table, Tag
from .phrases import action_name, counted, day, due, is_unverified, short_day, verified, when_due, whose, with_mark

SAID_ELSEWHERE = {"not_verified", "moved"}


def exceptions(content: dict) -> list[Block]:
    if not content["exceptions"]:
        return [Paragraph("Nothing is late, delayed, at risk or re-dated.")]
    return [
        Paragraph("Red first, then by original date.", "intro"),
        Table(
            "What is late, delayed, at risk or re-dated: why, what is being done, and what it means for families",
            [
                Column("Action", 4.6),
                Column("Due", 3.2),
                Column("Why, and what is being done", 5.2),
                Column("For families", 4),
            ],
            [_exception(action) for action in content["exceptions"]],
        ),
    ]


def _exception(action: dict) -> list[Cell]:
    done = [Line(f"Being done: {action['being_done']}")] if action["being_done"] else []
    noticed = [Line(sentence, "quiet") for sentence in action["sentences"]]
    return [
        [*_action(action), [_colour(action), _status(action)]],
        [*map(Line, _original_and_agreed(action))],
        [Line(action["reason"] or "Nobody has said why."), *done, *noticed],
        action["effect_on_families"] or "Nobody has said.",
    ]


def _original_and_agreed(action: dict) -> list[str]:
    if not action["moves"]:
        return [due(action)]
    return [f"Agreed: {due(action)}", f"Original: {action['original_due']}", action["moved_in_words"].capitalize()]


def _action(action: dict) -> list[Line]:
    return [Line(action_name(action), "strong"), Line(whose(action), "quiet")]


def _status(action: dict) -> Tag:
    return Tag(action["status_label"], action["status"], is_unverified(action))


def _colour(action: dict) -> Tag:
    return Tag(action["colour_label"], action["colour"], is_unverified(action))


def completed(content: dict) -> list[Block]:
    if not content["completed"]:
        return [Paragraph("No action was completed.")]
    return [
        Table(
            "Actions completed, whether anybody from elsewhere has verified it, and the evidence",
            [Column("Action", 6), Column("Completed", 2.4), Column("Verified", 2.2), Column("Shown by", 5)],
            [
                [
                    _action(action),
                    short_day(action["completed_on"]),
                    verified(action).capitalize(),
                    [*map(Line, action["evidence"])] or "No evidence yet",
                ]
                for action in content["completed"]
            ],
        ),
    ]


def not_started(content: dict) -> list[Block]:
    blocks: list[Block] = []
    for kind in content["not_started"]:
        blocks.append(Subheading(f"{kind['label']}: {len(kind['actions'])}"))
        blocks.append(_brief(f"Not started: {kind['label']}", kind["actions"], "None."))
    return blocks


def coming_up(content: dict) -> list[Block]:
    coming = content["coming_up"]
    meeting = coming["meeting"]
    until = f"Before the {meeting['body']} of {day(meeting['held_on'])}." if meeting else "No meeting is recorded yet."
    return [
        Paragraph(until, "intro"),
        Subheading(f"To start: {len(coming['starting'])}"),
        _brief("Actions to start", coming["starting"], "Nothing is to start."),
        Subheading(f"Due: {len(coming['due'])}"),
        _brief("Actions that fall due", coming["due"], "Nothing falls due."),
    ]


def _brief(name: str, actions: list[dict], nothing: str) -> Table | Paragraph:
    if not actions:
        return Paragraph(nothing)
    return Table(
        name,
        [Column("Action", 9), Column("Starts", 3), Column("Due", 5)],
        [
            [
                _action(action),
                short_day(action["start_on"]) or "No start date",
                due(action),
            ]
            for action in actions
        ],
    )


def dates_to_agree(content: dict) -> list[Block]:
    if not content["dates_to_agree"]:
        return [Paragraph("No date change waits for a decision.")]
    number = counted(len(content["dates_to_agree"]), "date change waits", "date changes wait")
    return [
        Paragraph(f"{number} for the board’s decision.", "intro"),
        Table(
            "Date changes that wait for a decision: from, to, why, and what it means for families",
            [Column("Action", 4.6), Column("From and to", 3), Column("Why", 5), Column("For families", 4.2)],
            [_asked(asked) for asked in content["dates_to_agree"]],
        ),
    ]


def _asked(asked: dict) -> list[Cell]:
    when = with_mark(f"Asked on {short_day(asked['asked_on'])}", asked)
    return [
        [Line(action_name(asked), "strong"), Line(when, "quiet")],
        [Line(asked["which"], "quiet"), Line(f"From {asked['from']}"), Line(f"to {asked['to']}", "strong")],
        asked["reason"],
        asked["effect_on_families"],
    ]


def actions(content: dict) -> list[Block]:
    """By priority, in the plan's order."""
    names = {group["ref"]: action_name(group) for group in content.get("priorities", [])}
    lines: dict[str, list] = {}
    for action in content["actions"]:
        lines.setdefault(action["priority"], []).append(_line(action))
    blocks: list[Block] = []
    for ref, rows in lines.items():
        name = names.get(ref, ref)
        blocks += [Subheading(f"{name}: {len(rows)}"), _full_list(name, rows)]
    return blocks or [Paragraph("The plan has no actions yet.")]


def _full_list(name: str, rows: list[list[Cell]]) -> Table:
    return Table(
        f"Every action of {name}: its status, its colour, when it is due and when it was last confirmed",
        [
            Column("Action", 7.4),
            Column("Status", 3.2),
            Column("Colour", 1.7),
            Column("Due", 2.6),
            Column("Confirmed", 2.1),
        ],
        rows,
    )


def _line(action: dict) -> list[Cell]:
    notice = "; ".join(flag["label"] for flag in action["flags"] if flag["flag"] not in SAID_ELSEWHERE)
    noticed = [Line(f"To notice: {notice}")] if notice else []
    return [
        [Line(action_name(action), "strong"), Line(whose(action), "quiet"), *noticed],
        [_status(action), *([Line(verified(action))] if verified(action) else [])],
        _colour(action),
        [*map(Line, when_due(action))],
        short_day(action["confirmed_on"]) or "Never",
    ]
