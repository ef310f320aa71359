"""What each column and each word of a file was taken for and why, as the second step of bringing it in asks it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from actions.choices import Status
from actions.imports.columns.fields import REPEATABLE, Certainty, Field
from actions.imports.columns.guess import Guess
from actions.imports.columns.guesses import guess_columns
from actions.imports.columns.heading_words import plain
from actions.imports.columns.mapping import Mapping, heading_keys
from actions.imports.sheets.table import Table
from actions.imports.statuses.proposals import ColumnKind
from actions.imports.understanding.result import TableColumns, Word
from actions.imports.understanding.understood import Understanding

EXAMPLES, LONGEST_EXAMPLE = 3, 60
ASK_EACH_TIME = ""
_OFFERED = {
    "The action": [
        Field.REF, Field.TITLE, Field.DESCRIPTION, Field.PRIORITY, Field.OBJECTIVE, Field.OUTCOME, Field.FINDING,
        Field.SUCCESS, Field.MEASURE, Field.LOCALITY,
    ],
    "Who": [Field.LEAD, Field.ACCOUNTABLE, Field.CONTRIBUTORS],
    "When": [
        Field.START, Field.DUE, Field.ORIGINAL_DUE, Field.REVISED_DUE, Field.START_AND_DUE, Field.REVIEW_ON,
        Field.COMPLETED_ON, Field.UPDATED_ON,
    ],
    "How it is going": [
        Field.STATUS, Field.STAGE, Field.RAG, Field.PERCENT, Field.PROGRESS, Field.NEXT_STEPS, Field.EVIDENCE,
        Field.IMPACT, Field.RISK, Field.COMMENT,
    ],
}  # fmt: skip
FIELD_CHOICES = [
    (Field.IGNORE.value, Field.IGNORE.label),
    *((group, [(field.value, field.label) for field in fields]) for group, fields in _OFFERED.items()),
]
STATUS_CHOICES = [(status.value, status.label) for status in [*Status.counted(), Status.CLOSED]]


@dataclass(frozen=True)
class ColumnShown:
    """`key` is what a mapping knows it by. Two of one `rival` cannot both be right; empty where any number can."""

    key: str
    heading: str
    examples: list[str]
    chosen: Field
    why: str
    is_clear: bool
    as_at: str = ""

    def rival(self, field: str) -> str:
        return "" if field in REPEATABLE else f"{field} {self.as_at}".strip()


@dataclass(frozen=True)
class TableShown:
    """Tables with the same headings are shown once."""

    tables: list[Table]
    columns: list[ColumnShown]

    @property
    def sheets(self) -> list[str]:
        return list(dict.fromkeys(table.sheet for table in self.tables))


@dataclass(frozen=True)
class WordShown:
    key: str
    word: str
    count: int
    chosen: str
    why: str
    is_clear: bool

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What is clear need not be asked at each row."""
        return STATUS_CHOICES if self.is_clear else [*STATUS_CHOICES, (ASK_EACH_TIME, "Ask me at each row")]


def tables_shown(found: Understanding, remembered: Mapping) -> list[TableShown]:
    """With the reasons of the beginning, whatever has been chosen since."""
    alike: dict[tuple[str, ...], list[TableColumns]] = {}
    for each in found.columns:
        alike.setdefault(tuple(heading_keys(each.table.headings).values()), []).append(each)
    return [TableShown([each.table for each in same], list(_columns(same, remembered))) for same in alike.values()]


def _columns(same: list[TableColumns], remembered: Mapping) -> Iterator[ColumnShown]:
    first = same[0]
    keys = heading_keys(first.table.headings)
    proposed = remembered.applied_to(first.table).to(guess_columns(first.table))
    for now, then in zip(first.guesses, proposed, strict=True):
        key = keys[now.heading.column]
        cells = [cell for each in same for cell in each.table.column_cells(_column_of(each.table, key))]
        examples = list(dict.fromkeys(_short(cell.shown) for cell in cells))[:EXAMPLES]
        is_clear = then.certainty == Certainty.SURE and not then.doubts
        yield ColumnShown(key, _heading(now), examples, now.field, _why(then), is_clear, now.as_at)


def _column_of(table: Table, key: str) -> int:
    return next(column for column, other in heading_keys(table.headings).items() if other == key)


def _heading(guess: Guess) -> str:
    return guess.heading.full or guess.heading.name.capitalize()


def _why(guess: Guess) -> str:
    return " ".join(dict.fromkeys([*(guess.doubts or [guess.reason]), *guess.notes]))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXAMPLE else f"{line[: LONGEST_EXAMPLE - 1].rstrip()}…"


def words_shown(found: Understanding) -> list[WordShown]:
    """A word once, in however many columns it stands. A percentage is no status, so nothing is asked about those."""
    shown: dict[str, WordShown] = {}
    for word in found.words:
        if word.kind != ColumnKind.PERCENT:
            each, before = _of(word), shown.get(word.proposal.key)
            shown[each.key] = replace(before, count=before.count + each.count) if before else each
    return list(shown.values())


def _of(word: Word) -> WordShown:
    proposal = word.proposal
    chosen = word.chosen or proposal.status or ASK_EACH_TIME
    why = "As you chose before." if word.is_from_mapping else proposal.reason
    return WordShown(
        proposal.key, _short(proposal.word), proposal.count, str(chosen), why, proposal.is_sure or word.is_from_mapping
    )


def chosen_mapping(
    mapping: Mapping, tables: list[TableShown], fields: list[dict[str, str]], words: dict[str, str]
) -> Mapping:
    """`fields` gives what each column of each of the tables means, by its key; `words` what each word does."""
    for shown, chosen in zip(tables, fields, strict=True):
        for table in shown.tables:
            keys = heading_keys(table.headings)
            mapping = mapping.with_columns(table, {column: Field(chosen[key]) for column, key in keys.items()})
    for word, status in words.items():
        mapping = mapping.with_status(word, Status(status)) if status else _without_status(mapping, word)
    return mapping


def _without_status(mapping: Mapping, word: str) -> Mapping:
    kept = {other: status for other, status in mapping.statuses.items() if other != plain(word)}
    return replace(mapping, statuses=kept)
