"""The words of a row, put where they belong. Where several columns share a place, each stands under its heading."""

from dataclasses import dataclass

from actions.imports.columns.fields import Field
from actions.imports.columns.shapes import squeeze
from actions.imports.sheets.table import Row
from actions.imports.understanding.sources import Source

LONGEST_TITLE, LONGEST_LOCALITIES = 300, 200
_ABOUT_ACTION = [Field.DESCRIPTION, Field.OBJECTIVE, Field.OUTCOME, Field.FINDING]
_ABOUT_SUCCESS = [Field.SUCCESS, Field.MEASURE]
_ABOUT_PROGRESS = [Field.COMMENT, Field.EVIDENCE, Field.IMPACT, Field.RISK]


@dataclass(frozen=True)
class RowTexts:
    title: str
    description: str
    success_criteria: str
    localities: str


def read_texts(row: Row, source: Source, action: str, others: tuple[str, ...]) -> RowTexts:
    """`action` is its text, without its reference; `others` are people named whom no field has room for."""
    title = fitted(squeeze(action), LONGEST_TITLE)
    in_full = action.strip() if title != action.strip() else ""
    localities = ", ".join(squeeze(cell.shown) for _, cell in source.filled(row, Field.LOCALITY))
    too_long = f"Localities: {localities}" if len(localities) > LONGEST_LOCALITIES else ""
    groups = [f"Under: {text}" for text in row.group[1:]]
    named = f"Also named: {', '.join(others)}" if others else ""
    about = [in_full, *groups, *_headed(row, source, _ABOUT_ACTION, {Field.DESCRIPTION}), too_long, named]
    return RowTexts(
        title,
        "\n\n".join(filter(None, about)),
        "\n\n".join(_headed(row, source, _ABOUT_SUCCESS, {Field.SUCCESS})),
        fitted(localities, LONGEST_LOCALITIES),
    )


def fitted(text: str, longest: int) -> str:
    """Cut between words, and seen to be cut."""
    return text if len(text) <= longest else f"{text[: longest - 1].rsplit(' ', 1)[0][: longest - 1]}…"


def read_progress(row: Row, source: Source, moment: str) -> dict[str, str]:
    """The words of an update: what was done, with all that a tracker puts beside it, and what is next."""
    columns = source.by_moment[moment]
    said = [source.cell(row, guess.heading.column)[0].shown.strip() for guess in columns.get(Field.PROGRESS, [])]
    beside = [] if moment else _headed(row, source, _ABOUT_PROGRESS, set())
    following = [] if moment else [cell.shown.strip() for _, cell in source.filled(row, Field.NEXT_STEPS)]
    words = {"progress": "\n\n".join(filter(None, [*said, *beside])), "next_steps": "\n\n".join(following)}
    return {name: text for name, text in words.items() if text}


def _headed(row: Row, source: Source, fields: list[Field], bare: set[Field]) -> list[str]:
    """The first column of a `bare` field needs no heading: it is what the place is for."""
    found = []
    for field in fields:
        for place, (guess, cell) in enumerate(source.filled(row, field)):
            text = cell.shown.strip()
            found.append(text if field in bare and not place else f"{guess.heading.full or field.label}: {text}")
    return found
