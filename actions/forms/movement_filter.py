"""How a reader narrows the movement ledger. The filter lives in the url, so a figure can link to what it counts."""

from dataclasses import replace

from django import forms

from actions.choices import MoveKind, Status
from actions.summaries.movement import Move, Movement

from .base import GovukForm

ANY = [("", "Any")]


class MovementFilter(GovukForm):
    kind = forms.ChoiceField(label="What happened", choices=ANY + MoveKind.choices, required=False)
    before = forms.ChoiceField(label="From", choices=ANY + Status.choices, required=False)
    after = forms.ChoiceField(label="To", choices=ANY + Status.choices, required=False)
    status = forms.ChoiceField(label="From or to", choices=ANY + Status.choices, required=False)

    def narrow(self, movement: Movement) -> Movement:
        return replace(movement, moves=[move for move in movement.moves if self._keeps(move)])

    @property
    def is_narrowing(self) -> bool:
        return any(self.cleaned_data.values())

    def _keeps(self, move: Move) -> bool:
        wanted = self.cleaned_data
        return (
            wanted["kind"] in {"", move.kind}
            and wanted["before"] in {"", move.before}
            and wanted["after"] in {"", move.after}
            and (not wanted["status"] or move.changes(wanted["status"]))
        )

    @property
    def problem(self) -> str:
        """What is wrong with the address, and what could stand there; empty when nothing is."""
        return " ".join(
            f"“{name}” must be one of: {', '.join(f'{value} ({label})' for value, label in field.choices if value)}."
            for name, field in self.fields.items()
            if name in self.errors
        )
