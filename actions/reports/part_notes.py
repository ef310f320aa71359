"""What answers to others, and how to read and check a report: findings, enquiries, key, method, fingerprint."""

from .blocks import Block, Bullets, Cell, Column, Line, Paragraph, Subheading, Table, Tag
from .phrases import day, judged, short_day


def findings(content: dict) -> list[Block]:
    if not content["findings"]:
        return [Paragraph("No inspection is recorded.")]
    blocks: list[Block] = []
    for inspection in content["findings"]:
        blocks.append(Subheading(inspection["inspection"]))
        blocks.append(
            Table(
                f"Findings of the {inspection['inspection']}, the actions that answer each, and how it was judged",
                [Column("Finding", 7.6), Column("Actions that answer it", 4), Column("Judged", 5)],
                [_finding(finding) for finding in inspection["findings"]],
            )
        )
    return blocks


def _finding(finding: dict) -> list[Cell]:
    answers = [Line(finding["actions"])] if finding["actions"] else []
    unanswered = [Line("No action that still applies answers it", "strong")] if finding["is_unanswered"] else []
    return [
        [Line(f"{finding['ref']} {finding['text']}"), Line(finding["kind"], "quiet")],
        [*answers, *unanswered] or "None",
        _judgement(finding["judgement"]),
    ]


def _judgement(judgement: dict | None) -> Cell:
    if judgement is None:
        return judged(None)
    who = f"{judgement['judged_by']}, {short_day(judgement['judged_on'])}"
    return [Line(judged(judgement), "strong"), Line(who, "quiet"), Line(judgement["words"])]


def enquiries(content: dict) -> list[Block]:
    if not content["enquiries"]:
        return [Paragraph("No question awaits an answer.")]
    return [
        Table(
            "Questions and recommendations that await an answer",
            [Column("Question", 8), Column("Asked by", 3.6), Column("Addressed to", 2.8), Column("Answer due", 2.4)],
            [_enquiry(enquiry) for enquiry in content["enquiries"]],
        )
    ]


def _enquiry(enquiry: dict) -> list[Cell]:
    late = [Line("Overdue", "strong")] if enquiry.get("is_overdue") else []
    return [
        enquiry["text"],
        [Line(enquiry.get("body") or ""), Line(short_day(enquiry.get("asked_on")), "quiet")],
        enquiry.get("addressed_to") or "",
        [Line(short_day(enquiry.get("due_on"))), *late],
    ]


def key(content: dict) -> list[Block]:
    return [
        Table(
            "What each colour means",
            [Column("Colour", 2), Column("When", 14)],
            [[Tag(colour["label"], colour["colour"]), colour["rule"]] for colour in content["key"]],
            is_kept_whole=True,
        )
    ]


def how_made(content: dict) -> list[Block]:
    return [Bullets(content["how_made"])]


def fingerprint(mark: dict | None) -> list[Block]:
    if mark is None:
        return [Paragraph("This is a draft: it has no fingerprint, and its figures may still change.", "notice")]
    return [
        Paragraph(
            f"Frozen on {day(mark['frozen_at'][:10])}. Every file of this report is drawn from the same record. "
            "The SHA-256 of its JSON file, which anybody can work out, is:"
        ),
        Paragraph(mark["sha256"], "lead"),
    ]
