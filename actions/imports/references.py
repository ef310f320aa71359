"""An action's reference: kept as displayed, found in the action's own words, or made and said to be made."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from actions.imports.dates.forms import plain
from actions.imports.doubts import Doubt, DoubtKind, quoted
from actions.imports.grid import BLANK, Cell

LONGEST = 20
_IN_TEXT = re.compile(
    r"\s*(?:(?P<word>action|ref(?:erence)?|objective|task|no|step)\.?\s*[:#]?\s*)?"
    r"(?P<ref>[A-Z]{0,3}-?\d+(?:[.-]\d+)*\s?[a-z]?(?![\w%/]))\s*(?P<mark>[):.\]-]?)\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ONE = r"[A-Z]{0,4}[ -]?\d+(?:\.\d+)*[a-z]?"
_SEVERAL = re.compile(rf"{_ONE}(?:\s*(?:,|;|&|\+|/|\band\b|\bto\b|\n|\s-\s|(?<=\.\d)-)\s*{_ONE})+", re.IGNORECASE)
_STEPS = re.compile(r"(?P<stem>.*\.)(?P<number>\d+)")


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """What one row says. `priority` is the reference or number of its priority, `where` as “row 7 of Plan”."""

    cell: Cell = BLANK
    action: Cell = BLANK
    priority: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class ReadReference:
    """`action` is the action's text without the reference, where it was taken from there."""

    ref: str
    action: str
    doubts: tuple[Doubt, ...] = ()


def read_references(rows: Sequence[ReferenceRow]) -> list[ReadReference]:
    """Of all rows of a file at once, in their order: only beside the others can a reference be judged."""
    found = [_as_typed(row) for row in rows]
    _take_from_texts(rows, found)
    _give_back_noughts(rows, found)
    _make_missing(rows, found)
    _ask_about_repeats(rows, found)
    return found


def _as_typed(row: ReferenceRow) -> ReadReference:
    typed, action = " ".join(plain(row.cell.shown).split()), row.action.shown.strip()
    doubts = [Doubt(DoubtKind.CELL_TROUBLE, row.cell.trouble)] if row.cell.trouble else []
    ref = typed.rstrip(".):")
    if isinstance(row.cell.value, datetime | date):
        ref = f"{row.cell.value.day}.{row.cell.value.month}"
        doubts.append(_doubt(DoubtKind.REF_DATE, f"{quoted(typed)} is a date. {quoted(ref)} may have been typed.", ref))
    elif _SEVERAL.fullmatch(ref):
        doubts.append(_doubt(DoubtKind.REF_SEVERAL, f"{quoted(typed)} seems to name several references.", ref))
    if len(ref) > LONGEST:
        doubts.append(_doubt(DoubtKind.REF_LONG, f"{quoted(typed)} is too long for a reference.", None))
        ref = ""
    elif not re.search(r"\w", ref):
        ref = ""
    return ReadReference(ref, _without(ref, action), tuple(doubts))


def _without(ref: str, action: str) -> str:
    """The action's text may repeat the reference."""
    match = _IN_TEXT.fullmatch(action)
    return match["rest"] if ref and match and match["ref"].strip() == ref else action


def _take_from_texts(rows: Sequence[ReferenceRow], found: list[ReadReference]) -> None:
    """Where most texts begin with one it is plain; a single one may be a number that belongs to the words."""
    missing = [place for place, read in enumerate(found) if not read.ref]
    taken = {place: match for place in missing if (match := _in_text(rows[place].action))}
    is_custom = len(taken) > 1 and len(taken) * 3 >= len(missing) * 2
    for place, match in taken.items():
        ref, typed = match["ref"].strip(), rows[place].action.shown.strip()
        doubts = found[place].doubts
        if not is_custom:
            sentence = f"{quoted(ref)} at the beginning of {quoted(typed)} is taken for its reference."
            doubts = (*doubts, _doubt(DoubtKind.REF_IN_TEXT, sentence, ref))
        found[place] = ReadReference(ref, match["rest"], doubts)


def _in_text(action: Cell) -> re.Match | None:
    """A number alone is a reference only with a word before or a mark behind: “20 plans” are twenty plans."""
    match = _IN_TEXT.fullmatch(plain(action.shown).strip())
    if not match or len(match["ref"]) > LONGEST or re.fullmatch(r"(?:19|20)\d\d", match["ref"]):
        return None
    is_marked = bool(match["word"] or match["mark"] or re.search(r"[A-Za-z]\d|\.", match["ref"]))
    return match if is_marked and not match["rest"][0].isdigit() else None


def _give_back_noughts(rows: Sequence[ReferenceRow], found: list[ReadReference]) -> None:
    """After 1.9 a spreadsheet shows 1.10, typed as a number, as 1.1."""
    before = ""
    for place, read in enumerate(found):
        steps = _STEPS.fullmatch(before)
        following = f"{steps['stem']}{int(steps['number']) + 1}" if steps else ""
        if following.endswith("0") and read.ref == following.rstrip("0"):
            sentence = f"{quoted(read.ref)} comes after {quoted(before)}: {quoted(following)} may have been typed."
            doubt = _doubt(DoubtKind.REF_LOST_ZERO, sentence, following)
            found[place] = ReadReference(following, read.action, (*read.doubts, doubt))
        before = found[place].ref


def _make_missing(rows: Sequence[ReferenceRow], found: list[ReadReference]) -> None:
    """From the priority and the order in it, and never one that is typed somewhere."""
    taken = {read.ref.casefold() for read in found}
    places: dict[str, int] = {}
    for place, (row, read) in enumerate(zip(rows, found, strict=True)):
        number = places[row.priority] = places.get(row.priority, 0) + 1
        if read.ref:
            continue
        stem = _stem(row.priority)
        while (ref := f"{stem}{number:02}").casefold() in taken:
            number += 1
        taken.add(ref.casefold())
        doubt = _doubt(DoubtKind.REF_MISSING, f"No reference is typed: {quoted(ref)} was made.", ref)
        found[place] = ReadReference(ref, read.action, (*read.doubts, doubt))


def _stem(priority: str) -> str:
    word = re.sub(r"[^\w.]+", "", priority)[: LONGEST - 6]
    return f"P{word}-" if word[:1].isdigit() else f"{word or 'A'}-"


def _ask_about_repeats(rows: Sequence[ReferenceRow], found: list[ReadReference]) -> None:
    first: dict[str, int] = {}
    taken = {read.ref.casefold() for read in found}
    for place, read in enumerate(found):
        earlier = first.setdefault(read.ref.casefold(), place)
        if earlier == place:
            continue
        is_same = " ".join(found[earlier].action.split()).casefold() == " ".join(read.action.split()).casefold()
        where = f" ({rows[earlier].where})" if rows[earlier].where else ""
        what = "with the same words" if is_same else "for another action"
        number = 2
        while (proposal := f"{read.ref} ({number})").casefold() in taken:
            number += 1
        taken.add(proposal.casefold())
        doubt = _doubt(
            DoubtKind.REF_REPEATED, f"{quoted(read.ref)} was used before{where}, {what}.", None if is_same else proposal
        )
        found[place] = ReadReference(read.ref, read.action, (*read.doubts, doubt))


def _doubt(kind: DoubtKind, sentence: str, proposal: str | None) -> Doubt:
    return Doubt(kind, sentence, proposal, "ref")
