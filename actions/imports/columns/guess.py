"""A proposal for one column: which field it fills, how sure that is, and why."""

from dataclasses import dataclass, replace

from actions.imports.columns.fields import DATED, Certainty, Field
from actions.imports.columns.heading_words import Said, moment_in, what_heading_says
from actions.imports.columns.profile import Profile
from actions.imports.columns.shapes import Shape
from actions.imports.sheets.table import Heading


@dataclass(frozen=True)
class Guess:
    """`doubts` are questions to show, `notes` only facts. `as_at` is the day or month that the heading names, as
    typed, where the column says how things stood then: “May 2019” of “May 2019 status”."""

    heading: Heading
    field: Field
    certainty: Certainty
    reason: str
    doubts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    as_at: str = ""

    def instead(self, field: Field, doubt: str = "", certainty: Certainty = Certainty.PROBABLE) -> "Guess":
        doubts = (*self.doubts, doubt) if doubt else self.doubts
        return replace(
            self, field=field, certainty=certainty, doubts=doubts, as_at=self.as_at if field in DATED else ""
        )


ENOUGH = 0.6

# What a column is, if its heading says the first but its cells hold the second.
_TURNS = {
    Field.STATUS: {
        Shape.RAG: Field.RAG,
        Shape.PERCENT: Field.PERCENT,
        Shape.PROSE: Field.PROGRESS,
        Shape.DATE: Field.COMPLETED_ON,
    },
    Field.PROGRESS: {Shape.RAG: Field.RAG, Shape.PERCENT: Field.PERCENT, Shape.STATUS: Field.STATUS},
    Field.RAG: {Shape.STATUS: Field.STATUS, Shape.PERCENT: Field.PERCENT, Shape.PROSE: Field.PROGRESS},
    Field.STAGE: {Shape.RAG: Field.RAG, Shape.PERCENT: Field.PERCENT},
    Field.PERCENT: {Shape.RAG: Field.RAG, Shape.STATUS: Field.STATUS, Shape.PROSE: Field.PROGRESS},
    Field.COMPLETED_ON: {Shape.STATUS: Field.STATUS, Shape.PERCENT: Field.PERCENT},
    Field.REVIEW_ON: {Shape.PROSE: Field.PROGRESS},
    Field.DUE: {Shape.DATES: Field.START_AND_DUE},
    Field.START: {Shape.DATES: Field.START_AND_DUE},
    Field.REF: {Shape.PROSE: Field.TITLE},
    Field.TITLE: {Shape.REF: Field.REF},
    Field.PRIORITY: {Shape.LEVEL: Field.IGNORE},
}

_BY_CELLS = {
    Shape.REF: Field.REF,
    Shape.DATE: Field.DUE,
    Shape.DATES: Field.START_AND_DUE,
    Shape.RAG: Field.RAG,
    Shape.STATUS: Field.STATUS,
    Shape.PERCENT: Field.PERCENT,
    Shape.NAME: Field.LEAD,
}


def guess_column(heading: Heading, profile: Profile) -> Guess:
    said = what_heading_says(heading.text, heading.group)
    if said is None:
        return _by_cells(heading, profile)
    guess = _by_heading(heading, said, profile)
    return replace(guess, as_at=_moment(heading) if guess.field in DATED else "")


def _moment(heading: Heading) -> str:
    return moment_in(heading.text) or moment_in(heading.group)


def _by_heading(heading: Heading, said: Said, profile: Profile) -> Guess:
    says = f"The heading says “{heading.full}”"
    if not profile.cells:
        return _empty(heading, said, says)
    turned = _TURNS.get(said.field, {}).get(profile.main)
    if turned:
        return _turned(heading, turned, profile, is_doubtful=said.is_sure)
    fit = profile.fit(said.field)
    if fit is None or fit >= ENOUGH:
        certainty = Certainty.SURE if said.is_sure else Certainty.PROBABLE
        return Guess(heading, said.field, certainty, f"{says} and {_fits(profile, said.field)}.")
    doubt = f"{says}, but {profile.most}."
    return Guess(heading, said.field, Certainty.GUESS, doubt, (doubt,))


def _empty(heading: Heading, said: Said, says: str) -> Guess:
    painted = f"The cells under “{heading.full}” hold no words. A colour that is only painted cannot be read."
    doubts = (painted,) if said.field in {Field.RAG, Field.STATUS} else ()
    return Guess(heading, said.field, Certainty.PROBABLE, f"{says}; its cells are empty.", doubts)


def _fits(profile: Profile, field: Field) -> str:
    from_heading = profile.fit(field)
    return profile.most if from_heading is None else profile.described_for(field)


def _turned(heading: Heading, field: Field, profile: Profile, *, is_doubtful: bool) -> Guess:
    reason = f"The heading says “{heading.full}”, but {profile.most}, so it was taken for {field.label}."
    is_doubtful = is_doubtful or field == Field.IGNORE
    return Guess(heading, field, Certainty.PROBABLE, reason, (reason,) if is_doubtful else ())


def _by_cells(heading: Heading, profile: Profile) -> Guess:
    """A heading that names a month and nothing else stands over how things were then."""
    month = _moment(heading)
    says = f"The heading “{heading.full}” says nothing known" if heading.full else "It has no heading"
    if not profile.cells:
        return Guess(heading, Field.IGNORE, Certainty.PROBABLE, f"{says} and its cells are empty.")
    field = _BY_CELLS.get(profile.main, Field.COMMENT)
    if month:
        field = field if field in DATED else Field.PROGRESS
        reason = f"The heading names a time, “{heading.full}”, and {profile.most}."
        return Guess(heading, field, Certainty.PROBABLE, reason, as_at=month)
    reason = f"{says}; {profile.most}."
    return Guess(heading, field, Certainty.GUESS, reason, (f"{reason} Is it {field.label}?",))
