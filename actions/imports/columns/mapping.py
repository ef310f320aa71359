"""What a user decided about a source's columns and words, as plain data, found again by what headings say.

The next file may have its columns in another order, more of them, or headings worded a little differently.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from actions.choices import Status
from actions.imports.columns.fields import Certainty, Field
from actions.imports.columns.guess import Guess
from actions.imports.columns.heading_words import moment_in, plain, what_heading_says, without_moment
from actions.imports.sheets.table import Heading, Table

ANY_SHEET = "*"
_ALIKE = 0.75


class UnreadableMapping(Exception):
    """Says in one plain sentence what is wrong with a mapping that was read from a file."""


@dataclass(frozen=True)
class Mapping:
    """`columns` gives, for each sheet or for any (“*”), the field of each heading; `statuses` that of each word."""

    columns: dict[str, dict[str, Field]] = field(default_factory=dict)
    statuses: dict[str, Status] = field(default_factory=dict)

    def as_data(self) -> dict:
        columns = {sheet: {key: str(chosen) for key, chosen in keys.items()} for sheet, keys in self.columns.items()}
        return {"columns": columns, "statuses": {word: str(status) for word, status in self.statuses.items()}}

    @classmethod
    def from_data(cls, data: object) -> "Mapping":
        columns = an_object(an_object(data, "The mapping").get("columns", {}), "“columns”")
        sheets = {sheet: an_object(keys, f"“columns”, “{sheet}”") for sheet, keys in columns.items()}
        statuses = an_object(data, "The mapping").get("statuses", {})
        return cls(
            {sheet: {key: _one_of(Field, value) for key, value in keys.items()} for sheet, keys in sheets.items()},
            {plain(word): _one_of(Status, value) for word, value in an_object(statuses, "“statuses”").items()},
        )

    def with_columns(self, table: Table, chosen: dict[int, Field]) -> "Mapping":
        """Remembered for this sheet and, where nothing else was decided yet, for any."""
        keys = heading_keys(table.headings)
        told = {keys[column]: field for column, field in chosen.items() if column in keys}
        here = {**self.columns.get(table.sheet, {}), **told}
        anywhere = {**told, **self.columns.get(ANY_SHEET, {})}
        return replace(self, columns={**self.columns, table.sheet: here, ANY_SHEET: anywhere})

    def with_status(self, word: str, status: Status) -> "Mapping":
        return replace(self, statuses={**self.statuses, plain(word): status})

    def status_of(self, word: str) -> Status | None:
        return self.statuses.get(plain(word))

    def applied_to(self, table: Table) -> "Applied":
        here = self.columns.get(table.sheet, {})
        known = {**self.columns.get(ANY_SHEET, {}), **here}
        keys = heading_keys(table.headings)
        fields = {column: known[key] for column, key in keys.items() if key in known}
        new = [heading for heading in table.headings if heading.column not in fields]
        missing = [key for key in here or known if key not in keys.values()]
        drifted = _drifted(new, missing, known)
        fields |= {heading.column: known[key] for heading, key in drifted}
        was = {heading.column for heading, _ in drifted}
        gone = {key for _, key in drifted}
        return Applied(
            fields,
            new=[heading for heading in new if heading.column not in was],
            missing=[key for key in missing if key not in gone],
            drifted=drifted,
        )


@dataclass(frozen=True)
class Applied:
    """A remembered mapping held against a new table. What drifted is proposed, and asked about."""

    fields: dict[int, Field]
    new: list[Heading]
    missing: list[str]
    drifted: list[tuple[Heading, str]]

    def to(self, guesses: list[Guess]) -> list[Guess]:
        """The guesses, with what was decided before in their stead."""
        return [self._to(guess) for guess in guesses]

    def _to(self, guess: Guess) -> Guess:
        column = guess.heading.column
        if column not in self.fields:
            return guess
        was = next((key for heading, key in self.drifted if heading.column == column), "")
        if was:
            doubt = f"Last time a column was headed “{was}”. Is {guess.heading.name} the same?"
            return replace(
                guess, field=self.fields[column], certainty=Certainty.PROBABLE, reason=doubt, doubts=(doubt,)
            )
        return replace(
            guess, field=self.fields[column], certainty=Certainty.SURE, reason="As you chose last time.", doubts=()
        )


def heading_keys(headings: list[Heading]) -> dict[int, str]:
    """By column: what a heading says without its case, punctuation and month, so that “Update (July 2019)” is found
    again in “Update (September 2019)”. Headings that say the same are told apart by their order."""
    seen: Counter[str] = Counter()
    keys = {}
    for heading in headings:
        key = _key(heading)
        seen[key] += 1
        is_again = seen[key] > 1 and not _names_moment(heading)
        keys[heading.column] = f"{key} #{seen[key]}" if is_again else key
    return keys


def _names_moment(heading: Heading) -> bool:
    return bool(moment_in(heading.full))


def _key(heading: Heading) -> str:
    words = plain(without_moment(heading.full))
    return f"{words} at a time".strip() if _names_moment(heading) else words


def _drifted(new: list[Heading], missing: list[str], known: dict[str, Field]) -> list[tuple[Heading, str]]:
    """A new heading worded much like a missing one, or saying what only that one said."""
    left, drifted = list(missing), []
    for heading in new:
        said = what_heading_says(heading.text, heading.group)
        same_field = [key for key in left if said and known[key] == said.field]
        alike = get_close_matches(_key(heading), left, n=1, cutoff=_ALIKE) or (
            same_field if len(same_field) == 1 else []
        )
        if alike:
            drifted.append((heading, alike[0]))
            left.remove(alike[0])
    return drifted


def an_object(data: object, name: str) -> dict:
    if not isinstance(data, dict):
        raise UnreadableMapping(f"{name} must be an object of names and values.")
    return data


def _one_of(words: type[Field] | type[Status], value: object) -> Field | Status:
    if value not in words.values:
        raise UnreadableMapping(f"“{value}” is not one of: {', '.join(words.values)}.")
    return words(value)
