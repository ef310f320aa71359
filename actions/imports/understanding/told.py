"""A row shown cell by cell, as typed and as read, and as plain data."""

from collections.abc import Callable
from datetime import date

from actions.choices import Status
from actions.imports.columns.fields import DATES, Field
from actions.imports.columns.guess import Guess
from actions.imports.dates.typed import TypedDate
from actions.imports.grid import column_letters
from actions.imports.understanding.result import Asked, Told
from actions.imports.understanding.row_dates import RowDates, in_words
from actions.imports.understanding.rows import Moment, ReadRow
from actions.imports.understanding.sources import STATUS_KINDS

_TEXTS = [
    Field.DESCRIPTION, Field.OBJECTIVE, Field.OUTCOME, Field.FINDING, Field.SUCCESS, Field.MEASURE, Field.LOCALITY,
    Field.PROGRESS, Field.NEXT_STEPS, Field.EVIDENCE, Field.IMPACT, Field.RISK, Field.COMMENT,
]  # fmt: skip
_AS_TYPED = [Field.REF, Field.TITLE, Field.PRIORITY, Field.LEAD, Field.ACCOUNTABLE, Field.CONTRIBUTORS,
             *STATUS_KINDS, Field.START_AND_DUE]  # fmt: skip


_SEVERAL_DATES = {str(field) for field in (Field.START, Field.REVISED_DUE, Field.DUE)}


def told_of(read: ReadRow, asked: list[Asked]) -> list[Told]:
    doubtful = {each.field for each in asked}
    return [told for guess in read.source.guesses if (told := _cell(read, guess, doubtful))]


def _cell(read: ReadRow, guess: Guess, doubtful: set[str]) -> Told | None:
    column = guess.heading.column
    cell, is_from_above = read.source.cell(read.row, column)
    if cell.is_blank:
        return None
    fields = _SEVERAL_DATES if guess.field == Field.START_AND_DUE else {str(guess.field)}
    is_doubtful = is_from_above or bool(fields & doubtful) or column_letters(column) in doubtful
    return Told(guess.field, cell.shown, _read(read, guess, cell.shown), is_doubtful, guess.heading.full, column)


def _read(read: ReadRow, guess: Guess, typed: str) -> str:
    field = guess.field
    if field in read.dates.found:
        return in_words(read.dates[field])
    if field == Field.START_AND_DUE:
        return _several(read.dates)
    if field in STATUS_KINDS:
        moment = next((each for each in read.moments if each.name == guess.as_at), None)
        status = moment and (moment.status.status or moment.status.proposed)
        return status.label if status else ""
    return _READ[field](read) if field in _READ else typed


_READ: dict[Field, Callable[[ReadRow], str]] = {
    Field.REF: lambda read: read.ref,
    Field.TITLE: lambda read: read.texts.title,
    Field.PRIORITY: lambda read: f"{read.priority.ref}: {read.priority.title}" if read.priority else "",
    Field.LEAD: lambda read: _people(read),
    Field.ACCOUNTABLE: lambda read: ", ".join(filter(None, [read.lead.post, read.lead.name])),
    Field.CONTRIBUTORS: lambda read: ", ".join(party.name for party in read.lead.contributors),
    Field.IGNORE: lambda _: "",
}


def _several(dates: RowDates) -> str:
    names = [(Field.START, "starts"), (Field.REVISED_DUE, "revised"), (Field.DUE, "due")]
    return ", ".join(f"{name} {in_words(dates[field])}" for field, name in names if field in dates.found)


def _people(read: ReadRow) -> str:
    lead = read.lead
    others = [] if Field.CONTRIBUTORS in read.source.undated else [each.name for each in lead.contributors]
    named = [lead.lead.name if lead.lead else "", lead.post, lead.name, *others]
    return ", ".join(filter(None, named))


# ──── as plain data


def row_data(read: ReadRow, ref: str) -> dict:
    typed = {f"{field}_as_typed": _typed(read, field) for field in _AS_TYPED}
    return {
        "ref": ref,
        "title": read.texts.title,
        "action": read.reference.action.strip(),
        "priority": {"ref": read.priority.ref, "title": read.priority.title} if read.priority else None,
        "groups": list(read.row.group),
        "lead": read.lead.lead.name if read.lead.lead else None,
        "contributors": [party.name for party in read.lead.contributors],
        "accountable_post": read.lead.post,
        "accountable_name": read.lead.name,
        "also_named": list(read.lead.others),
        **_dates(read.dates),
        **_status(read.moments),
        "updates": [_moment(moment) for moment in read.moments],
        **{str(field): _typed(read, field) for field in _TEXTS},
        **typed,
        "priority_as_typed": read.priority_typed,
        "lead_as_typed": _typed(read, Field.LEAD) or _typed(read, Field.ACCOUNTABLE),
        "continued_in": list(read.row.continued_in),
    }


def _typed(read: ReadRow, field: Field) -> str:
    columns = read.source.columns_of.get(field)
    if not columns:
        return ""
    cells = [read.source.cell(read.row, column)[0] for column in columns]
    return "\n\n".join(cell.shown for cell in cells if not cell.is_blank)


def _dates(dates: RowDates) -> dict:
    found = {}
    for name, reading in [("start", dates.start), ("due", dates.due), ("revised", dates.revised)]:
        found |= _date(name, reading)
    for field in sorted(DATES - {Field.START, Field.DUE, Field.ORIGINAL_DUE, Field.REVISED_DUE, Field.START_AND_DUE}):
        found |= _date(str(field).removesuffix("_on"), dates[field])
    return found


def _date(name: str, reading: TypedDate) -> dict:
    """Of a start the first day counts, of all else the last."""
    on = reading.first if name == "start" else reading.last
    return {
        f"{name}_on": _iso(on),
        f"{name}_first": _iso(reading.first),
        f"{name}_last": _iso(reading.last),
        f"{name}_precision": str(reading.precision),
        f"{name}_as_typed": reading.typed,
        f"{name}_in_words": in_words(reading) if reading.typed else "",
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _status(moments: list[Moment]) -> dict:
    """Of the last day that something is told of."""
    stated = [each for each in moments if each.status.proposed or each.status.asked]
    latest = max(stated, key=lambda each: each.day, default=None)
    return _status_data(latest.status.status, latest.status.proposed) if latest else _status_data(None, None)


def _status_data(status: Status | None, proposed: Status | None) -> dict:
    """`status` is null while it awaits a decision."""
    return {
        "status": str(status) if status else None,
        "status_label": status.label if status else "",
        "status_proposed": str(proposed) if proposed else None,
    }


def _moment(moment: Moment) -> dict:
    words = {name: str(text) for name, text in moment.words.items()}
    status = _status_data(moment.status.status, moment.status.proposed)
    return {"heading": moment.name, "day": moment.day.isoformat(), **status, **words}
