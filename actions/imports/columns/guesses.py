"""Which field each column of a table fills: by its heading, by its cells and by the columns beside it."""

from collections.abc import Callable
from dataclasses import replace

from actions.imports.columns.fields import DATES, REPEATABLE, WHAT, Certainty, Field
from actions.imports.columns.guess import Guess, guess_column
from actions.imports.columns.heading_words import plain
from actions.imports.columns.profile import Profile
from actions.imports.columns.shapes import Shape
from actions.imports.sheets.table import Table

Guesses = list[Guess]
Profiles = dict[int, Profile]

_OFFICER = ("officer", "person", "named", "name", "manager", "post", "role")
_CERTAIN = [Certainty.GUESS, Certainty.PROBABLE, Certainty.SURE]


def guess_columns(table: Table) -> Guesses:
    profiles = {heading.column: Profile(table.column_cells(heading.column)) for heading in table.headings}
    guesses = [guess_column(heading, profiles[heading.column]) for heading in table.headings]
    for step in (_start_and_end, _priority_and_objective, _one_title, _one_each, _some_title, _references):
        guesses = step(guesses, profiles, table)
    return guesses


def _columns(guesses: Guesses, field: Field) -> Guesses:
    return [guess for guess in guesses if guess.field == field]


def _changed(guesses: Guesses, changes: dict[int, Guess]) -> Guesses:
    return [changes.get(guess.heading.column, guess) for guess in guesses]


# ──── columns that stand side by side


def _start_and_end(guesses: Guesses, profiles: Profiles, _: Table) -> Guesses:
    """“Timescale” over two columns of dates: when it starts, and when it is due."""
    due = _columns(guesses, Field.DUE)
    if len(due) != 2 or due[0].heading.text != due[1].heading.text or _columns(guesses, Field.START):
        return guesses
    doubt = f"Two columns are headed “{due[0].heading.full}”: taken for the start and the end."
    first, second = due[0].instead(Field.START, doubt), due[1].instead(Field.DUE, doubt)
    return _changed(guesses, {first.heading.column: first, second.heading.column: second})


def _priority_and_objective(guesses: Guesses, profiles: Profiles, table: Table) -> Guesses:
    """An objective is the priority, unless something wider is there: another column, or titles between rows."""
    objectives, priorities = _columns(guesses, Field.OBJECTIVE), _columns(guesses, Field.PRIORITY)
    if objectives and not priorities and not table.groups:
        widest = min(objectives, key=lambda guess: profiles[guess.heading.column].distinct)
        return _changed(guesses, {widest.heading.column: replace(widest, field=Field.PRIORITY)})
    if len(priorities) > 1 and not objectives:
        widest = min(priorities, key=lambda guess: profiles[guess.heading.column].distinct)
        finer = next(guess for guess in priorities if guess is not widest)
        doubt = f"{widest.heading.name} was taken for the priority, {finer.heading.name} for what stands under it."
        return _changed(guesses, {finer.heading.column: finer.instead(Field.OBJECTIVE, doubt)})
    return guesses


def _one_title(guesses: Guesses, profiles: Profiles, table: Table) -> Guesses:
    """Of several columns of actions, one with a text in each row; a wider one says what those stand under."""
    titles = _columns(guesses, Field.TITLE)
    if len(titles) < 2:
        return guesses
    most = max(profiles[guess.heading.column].count for guess in titles)
    own = [guess for guess in titles if profiles[guess.heading.column].count >= 0.7 * most]
    best = max(own, key=lambda guess: _CERTAIN.index(guess.certainty))
    changes = {}
    for guess in titles:
        if guess is not best:
            is_wider = profiles[guess.heading.column].count < 0.7 * most and not _columns(guesses, Field.OBJECTIVE)
            doubt = f"{best.heading.name} was taken for the action. Is it {guess.heading.name}?"
            changes[guess.heading.column] = guess.instead(Field.OBJECTIVE if is_wider else Field.DESCRIPTION, doubt)
    changes[best.heading.column] = replace(
        best, doubts=(*best.doubts, "Several columns name an action; this one was chosen.")
    )
    return _changed(guesses, changes)


# ──── each field once


def _one_each(guesses: Guesses, profiles: Profiles, _: Table) -> Guesses:
    for field in Field:
        if field in REPEATABLE:
            continue
        for as_at in {guess.as_at for guess in _columns(guesses, field)}:
            rivals = [guess for guess in _columns(guesses, field) if guess.as_at == as_at]
            if len(rivals) > 1:
                guesses = _changed(guesses, _decided(rivals, guesses, profiles))
    return guesses


def _decided(rivals: Guesses, guesses: Guesses, profiles: Profiles) -> dict[int, Guess]:
    best = max(rivals, key=_strength(profiles))
    taken = {guess.field for guess in guesses}
    changes = {}
    for rival in rivals:
        if rival is not best:
            other = _second_thought(rival, taken)
            taken.add(other)
            doubt = f"{best.heading.name} was taken for {best.field.label}, so this one was taken for {other.label}."
            changes[rival.heading.column] = rival.instead(other, doubt)
    names = " and ".join(rival.heading.name for rival in rivals)
    doubt = (
        f"{names} both seem to say {best.field.label}."
        if len(rivals) == 2
        else f"{names} all seem to say {best.field.label}."
    )
    changes[best.heading.column] = replace(best, doubts=(*best.doubts, doubt))
    return changes


def _strength(profiles: Profiles) -> Callable[[Guess], tuple]:
    def strength(guess: Guess) -> tuple:
        profile = profiles[guess.heading.column]
        officer = guess.field == Field.LEAD and _names_officer(guess)
        return _CERTAIN.index(guess.certainty), not officer, profile.fit(guess.field) or 0, profile.count

    return strength


def _names_officer(guess: Guess) -> bool:
    return bool(set(_OFFICER) & set(plain(guess.heading.text).split()))


def _second_thought(guess: Guess, taken: set[Field]) -> Field:
    """Where the words of a column that lost can go without being mistaken for another's."""
    if guess.field == Field.LEAD:
        return Field.ACCOUNTABLE if _names_officer(guess) and Field.ACCOUNTABLE not in taken else Field.CONTRIBUTORS
    if guess.field == Field.DUE and "completion" in plain(guess.heading.text) and Field.COMPLETED_ON not in taken:
        return Field.COMPLETED_ON
    if guess.field in WHAT:
        return Field.DESCRIPTION
    if guess.field in DATES or guess.field == Field.REF:
        return Field.IGNORE
    return Field.COMMENT


# ──── what every plan needs


def _some_title(guesses: Guesses, profiles: Profiles, _: Table) -> Guesses:
    """If no heading names the action, the column that comes nearest to it: a text of its own in most rows."""
    if _columns(guesses, Field.TITLE):
        return guesses
    worded = [
        guess
        for guess in guesses
        if guess.field in {*WHAT, Field.COMMENT} and _is_wordy(profiles[guess.heading.column])
    ]
    if not worded:
        return guesses
    order = [*WHAT, Field.COMMENT]
    most = max(profiles[guess.heading.column].distinct for guess in worded)
    own = [guess for guess in worded if profiles[guess.heading.column].distinct >= 0.7 * most]
    best = min(own, key=lambda guess: order.index(guess.field))
    doubt = f"No heading names the action, so {best.heading.name} was taken for it."
    title = replace(best, field=Field.TITLE, certainty=Certainty.GUESS, doubts=(doubt,))
    return _changed(guesses, {best.heading.column: title})


def _is_wordy(profile: Profile) -> bool:
    return profile.share({Shape.PROSE, Shape.WORDS, Shape.NAME}) >= 0.5


def _references(guesses: Guesses, profiles: Profiles, _: Table) -> Guesses:
    """Says where references stand if no column holds them."""
    if _columns(guesses, Field.REF) or not _columns(guesses, Field.TITLE):
        return guesses
    title = _columns(guesses, Field.TITLE)[0]
    profile = profiles[title.heading.column]
    found = profile.references
    if found and len(found) >= 0.5 * profile.count:
        note = f"{len(found)} of {profile.count} texts begin with a reference, such as “{found[0]}”."
    else:
        note = "No column holds references, so each action will be given one."
    return _changed(guesses, {title.heading.column: replace(title, notes=(*title.notes, note))})
