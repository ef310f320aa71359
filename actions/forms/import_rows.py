"""Which rows of a file are shown. The choice lives in the url, so that a count can link to what it counts."""

from typing import Protocol

from django import forms

from .base import GovukForm

TO_DECIDE, ASKED = "to-decide", "asked"


class Question(Protocol):
    kinds: set[str]
    is_decided: bool


class Row(Protocol):
    """`row` has the name of its sheet and its kind."""

    row: object
    questions: list[Question]


class ImportRowsFilter(GovukForm):
    show = forms.ChoiceField(label="Which rows", required=False)
    kind = forms.ChoiceField(label="What is asked", required=False)
    sheet = forms.ChoiceField(label="Sheet", required=False)

    def __init__(self, data, *, row_kinds: list, doubt_kinds: list, sheets: list[str], there: set[str]):
        """Sheets go by their places: a name may hold anything. Of the kinds of rows those that are `there` are shown,
        but any may be asked for: what a decision has emptied is an empty list and no wrong address."""
        super().__init__(data)
        self.shown = {"", TO_DECIDE, ASKED, *there}
        rows = [("", "All rows"), (TO_DECIDE, "With something to decide"), (ASKED, "With a question, decided or not")]
        self.fields["show"].choices = [*rows, *row_kinds]
        self.fields["kind"].choices = [("", "Anything"), *doubt_kinds]
        self.fields["sheet"].choices = [("", "Any"), *((str(place), name) for place, name in enumerate(sheets, 1))]
        self.sheets = sheets

    def narrow(self, rows: list[Row]) -> list[Row]:
        return [row for row in rows if self._keeps(row)]

    def _keeps(self, row: Row) -> bool:
        wanted = self.cleaned_data
        sheet = self.sheets[int(wanted["sheet"]) - 1] if wanted["sheet"] else row.row.sheet
        asked = [each for each in row.questions if not wanted["kind"] or wanted["kind"] in each.kinds]
        return sheet == row.row.sheet and (bool(asked) or not wanted["kind"]) and self._shows(row, asked)

    def _shows(self, row: Row, asked: list[Question]) -> bool:
        show = self.cleaned_data["show"]
        if show == TO_DECIDE:
            return any(not each.is_decided for each in asked)
        return show in {"", row.row.kind} or (show == ASKED and bool(asked))

    @property
    def query(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def is_narrowing(self) -> bool:
        return bool(self.query)

    @property
    def kind_in_words(self) -> str:
        kind = self.cleaned_data["kind"]
        return dict(self.fields["kind"].choices)[kind] if kind else ""

    @property
    def ways(self) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
        """Of each field its name and label, and each choice with whether it is the one in force."""
        rows = [(value, label) for value, label in self.fields["show"].choices if value in self.shown]
        offered = {"show": rows} | ({"sheet": self.fields["sheet"].choices} if len(self.sheets) > 1 else {})
        return [
            (
                name,
                self.fields[name].label,
                [(value, label, self.cleaned_data[name] == value) for value, label in choices],
            )
            for name, choices in offered.items()
        ]

    @property
    def problem(self) -> str:
        """What is wrong with the address, and what could stand there."""
        return " ".join(
            f"“{name}” must be one of: {', '.join(f'{value} ({label})' for value, label in field.choices if value)}."
            for name, field in self.fields.items()
            if name in self.errors
        )
