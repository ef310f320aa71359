"""Bringing in, step 2: what each column and each word of the file means."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from django import forms

from .base import GovukForm


class Column(Protocol):
    key: str
    heading: str
    chosen: str
    is_clear: bool

    def rival(self, field: str) -> str: ...


class Table(Protocol):
    columns: Sequence[Column]


class Word(Protocol):
    key: str
    word: str
    chosen: str
    is_clear: bool
    choices: list[tuple[str, str]]


class ImportColumnsForm(GovukForm):
    """A select for each column of each table, and one for each word."""

    def __init__(self, data=None, *, tables: Sequence[Table], words: Sequence[Word], meanings: list, title: str):
        """`meanings` are what a column can mean, and `title` is the one that a table cannot do without."""
        super().__init__(data)
        self.tables, self.words, self.title = tables, words, title
        for name, _, column in self._columns():
            self.fields[name] = _select(f"What “{column.heading}” means", column.chosen, meanings)
        for place, word in enumerate(words):
            label = f"What “{word.word}” means" if word.word else "What it means that nothing is typed"
            self.fields[f"word-{place}"] = _select(label, word.chosen, word.choices)

    def _columns(self):
        for number, table in enumerate(self.tables):
            for place, column in enumerate(table.columns):
                yield f"column-{number}-{place}", number, column

    @property
    def asked_columns(self) -> list[tuple[Table, list, list]]:
        """Of each table the columns that should be looked at, and those that are clear, each with its field."""
        rows = [(number, (column, self[name])) for name, number, column in self._columns()]
        return [
            (table, *_parted(row for number, row in rows if number == each)) for each, table in enumerate(self.tables)
        ]

    @property
    def asked_words(self) -> tuple[list, list]:
        return _parted((word, self[f"word-{place}"]) for place, word in enumerate(self.words))

    def clean(self) -> dict:
        cleaned = super().clean()
        for number in range(len(self.tables)):
            own = [(name, column) for name, of, column in self._columns() if of == number and name in cleaned]
            chosen = {name: (cleaned[name], column) for name, column in own}
            self._refuse_rivals(chosen)
            if not self.errors and self.title not in {field for field, _ in chosen.values()}:
                raise forms.ValidationError("Choose the column that says what each action is: it means “Action”.")
        return cleaned

    def _refuse_rivals(self, chosen: dict[str, tuple[str, Column]]) -> None:
        taken: dict[str, str] = {}
        for name, (field, column) in chosen.items():
            rival = column.rival(field)
            if rival in taken:
                self.add_error(name, f"“{taken[rival]}” means this already. Choose another meaning for one of the two.")
            elif rival:
                taken[rival] = column.heading

    @property
    def chosen_fields(self) -> list[dict[str, str]]:
        chosen: list[dict[str, str]] = [{} for _ in self.tables]
        for name, number, column in self._columns():
            chosen[number][column.key] = self.cleaned_data[name]
        return chosen

    @property
    def chosen_words(self) -> dict[str, str]:
        return {word.key: self.cleaned_data[f"word-{place}"] for place, word in enumerate(self.words)}


def _select(label: str, chosen: str, choices: list) -> forms.ChoiceField:
    wrong = "Choose one from the list."
    return forms.ChoiceField(
        label=label,
        choices=choices,
        initial=chosen,
        required="" not in dict(choices),
        error_messages={"invalid_choice": wrong, "required": wrong},
    )


def _parted(rows: Iterable[tuple[Column | Word, forms.BoundField]]) -> tuple[list, list]:
    """What was refused has to be looked at too."""
    rows = list(rows)
    is_open = [not asked.is_clear or bool(field.errors) for asked, field in rows]
    return [row for row, it_is in zip(rows, is_open, strict=True) if it_is], [
        row for row, it_is in zip(rows, is_open, strict=True) if not it_is
    ]
