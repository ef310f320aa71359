"""An understanding in plain lines, for a terminal."""

from collections.abc import Iterator

from actions.imports.doubts import DoubtKind
from actions.imports.understanding.result import UnderstoodRow
from actions.imports.understanding.understood import Understanding
from actions.periods import in_full

_FEW = 3


def summary(understanding: Understanding) -> Iterator[str]:
    yield f"{understanding.file_name}, as at {in_full(understanding.told_on)}. {understanding.told_on_reason}"
    yield ""
    for sheet in understanding.sheets:
        rows = sum(len(table.rows) for table in sheet.reading.tables)
        found = f"{rows} rows" if sheet.reading.tables else sheet.reading.reason
        yield f"Sheet “{sheet.name}”: {found}{'' if sheet.is_chosen or not rows else ' (not chosen)'}"
    for columns in understanding.columns:
        yield ""
        yield f"Columns of “{columns.table.sheet}”:"
        for guess in columns.guesses:
            yield f"  {guess.heading.name} → {guess.field.label} ({guess.certainty.label.lower()}). {guess.reason}"
    yield from _words(understanding)
    yield ""
    for row in understanding.rows:
        yield from _row(row)
    yield from _rest(understanding)


def _words(understanding: Understanding) -> Iterator[str]:
    if understanding.words:
        yield ""
        yield "Words for the status:"
    for word in understanding.words:
        proposal = word.proposal
        proposed = f"asked about; {proposal.status.label.lower()} is proposed" if proposal.status else "asked about"
        means = word.chosen.label if word.chosen else proposed
        yield f"  “{proposal.word}” ({proposal.count}) → {means}. {proposal.reason}"


def _row(row: UnderstoodRow) -> Iterator[str]:
    data = row.data
    due = data["due_in_words"] or "no date"
    status = data["status_label"] or "status asked about"
    left = " LEFT OUT" if row.is_left_out else ""
    yield f"{row.sheet} {row.number}: {row.kind.label}{left}: {row.ref} {row.title} | {data['lead']} | {due} | {status}"
    for asked in row.undecided:
        yield f"    ? {asked.doubt.sentence} [{asked.key}]"


def _rest(understanding: Understanding) -> Iterator[str]:
    if understanding.vanished:
        yield ""
        yield "No longer in the file, and left as they are:"
        yield from (f"  {gone.action.ref} {gone.action.title}" for gone in understanding.vanished)
    if understanding.left_out:
        yield ""
        yield "Lines left out:"
        for left in understanding.left_out:
            yield f"  {left.sheet} {left.line.number}: {left.line.why} {left.line.text[:100]}"
    yield from (f"Note: {notice}" for notice in understanding.notices)
    yield ""
    yield from doubts_by_kind(understanding)


def doubts_by_kind(understanding: Understanding) -> Iterator[str]:
    open_kinds = {
        kind: [each for each in asked if not each.is_decided] for kind, asked in understanding.by_kind.items()
    }
    if not understanding.undecided:
        yield f"{len(understanding.rows)} rows, and nothing left to decide."
        return
    yield f"{len(understanding.rows)} rows, {len(understanding.undecided)} questions to decide:"
    for kind, asked in open_kinds.items():
        if asked:
            yield f"  {len(asked):>5}  {DoubtKind(kind).label} ({kind})"
            yield from (f"         {each.doubt.sentence}" for each in asked[:_FEW])
