"""Our own sheet coming back from officers without an account: what each row says, and what it contradicts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from actions.choices import DatePrecision, DelayReason, OfflineColumn, Status
from actions.choices.offline import MARK, MARK_SHEET, SHEET, STILL_TRUE
from actions.imports.dates.typed import read_date
from actions.imports.grid import Book, Cell, UnreadableFile

_NUMBER = re.compile(r"[0-9]{1,18}")  # what the database can hold
_KEY = re.compile(rf"({_NUMBER.pattern})/({_NUMBER.pattern})")


@dataclass(frozen=True)
class OfflineUpdate:
    """What somebody typed in one row. `problems` are sentences: with one, the row cannot be recorded as it is."""

    number: int
    action_id: int | None
    seen_id: int
    status: Status | None
    is_confirmation: bool
    words: dict[str, str] = field(default_factory=dict)
    review_on: date | None = None
    problems: list[str] = field(default_factory=list)
    shown: str = ""
    """Its reference and title, as they stand in the file."""

    @property
    def where(self) -> str:
        return f"{SHEET}, row {self.number}"


def plan_of(book: Book) -> int | None:
    """Which plan's sheet this is; None where the file is not one of ours."""
    sheet = book.by_name.get(MARK_SHEET)
    facts = {row[0].shown: row[1].shown for row in sheet.rows if len(row) > 1} if sheet else {}
    is_ours = facts.get("what") == MARK and _NUMBER.fullmatch(facts.get("plan", ""))
    return int(facts["plan"]) if is_ours else None


def read_offline(book: Book, *, today: date) -> list[OfflineUpdate]:
    """Every row with a key. Columns are found by their headings, for sheets come back rearranged."""
    sheet = book.by_name.get(SHEET)
    if sheet is None or not sheet.rows:
        raise UnreadableFile(f"The sheet “{SHEET}” is gone from this file. Fill in a fresh copy and try again.")
    columns = {cell.shown.strip(): place for place, cell in enumerate(sheet.rows[0])}
    places = {column: columns[column.label] for column in OfflineColumn if column.label in columns}
    lost = [column.label for column in (OfflineColumn.KEY, OfflineColumn.STATUS) if column not in places]
    if lost:
        raise UnreadableFile(f"The column “{lost[0]}” is gone from this file. Fill in a fresh copy and try again.")
    filled = [(number, row) for number, row in enumerate(sheet.rows[1:], start=2) if any(not c.is_blank for c in row)]
    return [_read_row(number, _Row(row, places), today) for number, row in filled]


@dataclass(frozen=True)
class _Row:
    cells: list[Cell]
    places: dict[OfflineColumn, int]

    def cell(self, column: OfflineColumn) -> Cell:
        place = self.places.get(column)
        return self.cells[place] if place is not None else Cell()

    def __getitem__(self, column: OfflineColumn) -> str:
        return self.cell(column).shown.strip()


def _read_row(number: int, row: _Row, today: date) -> OfflineUpdate:
    problems: list[str] = []
    action_id, seen_id = _key(row[OfflineColumn.KEY], problems)
    words = {column.value: row[column] for column in OfflineColumn.words() if row[column]}
    if typed := words.get("delay_reason"):
        words["delay_reason"] = _chosen(typed, DelayReason, OfflineColumn.DELAY_REASON, problems) or ""
    return OfflineUpdate(
        number=number,
        action_id=action_id,
        seen_id=seen_id,
        status=_status(row[OfflineColumn.STATUS], problems),
        is_confirmation=_is_confirmation(row[OfflineColumn.STILL_TRUE], problems),
        words=words,
        review_on=_day(row.cell(OfflineColumn.REVIEW_ON), today, problems),
        problems=problems,
        shown=f"{row[OfflineColumn.REF]} {row[OfflineColumn.TITLE]}".strip(),
    )


def _key(key: str, problems: list[str]) -> tuple[int | None, int]:
    if found := _KEY.fullmatch(key):
        return int(found[1]), int(found[2])
    problems.append("The hidden key of this row is gone, so nobody can tell which action it is about.")
    return None, 0


def _status(typed: str, problems: list[str]) -> Status | None:
    """An emptied cell says nothing, and is not taken for anything."""
    return _chosen(typed, Status, OfflineColumn.STATUS, problems) if typed else None


def _chosen(typed: str, words: type, column: OfflineColumn, problems: list[str]):
    by_label = {word.label.casefold(): word for word in words}
    if found := by_label.get(typed.casefold()):
        return found
    problems.append(f"“{typed}” is none of the answers to “{column.label}”: choose one from the list.")
    return None


def _is_confirmation(typed: str, problems: list[str]) -> bool:
    if typed and typed.casefold() != STILL_TRUE.casefold():
        problems.append(f"“{typed}” is no answer to “Still true?”: write {STILL_TRUE} or leave it empty.")
    return typed.casefold() == STILL_TRUE.casefold()


def _day(cell: Cell, today: date, problems: list[str]) -> date | None:
    """A whole day and nothing else: whoever fills in the sheet is not there to be asked."""
    if cell.is_blank:
        return None
    typed = read_date(cell, plan_starts_on=None, plan_ends_on=None, today=today)
    if typed.precision == DatePrecision.DAY and not typed.doubts:
        return typed.last
    problems.append(f"“{cell.shown.strip()}” is no day: write it as 30 Sep {today.year}.")
    return None


def saying_something(rows: Iterable[OfflineUpdate], status_seen: dict[int, str]) -> Iterator[OfflineUpdate]:
    """Rows that were filled in: a sheet that comes back untouched says nothing. `status_seen` is by action."""
    for row in rows:
        changed = row.status is not None and row.status != status_seen.get(row.action_id)
        if changed or row.is_confirmation or row.words or row.review_on or row.problems:
            yield row
