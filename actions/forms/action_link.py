"""Saying what became of an action in a later plan, and that this was a mistake."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django import forms

from actions.choices import LinkKind
from actions.models import Action
from actions.periods import in_full

from .base import GovukForm
from .widgets import DayInput, HintedRadios

HINTS = {
    LinkKind.CARRIED_FORWARD: "The same promise goes on in a later plan.",
    LinkKind.REPLACED: "Another promise took its place.",
    LinkKind.MERGED: "It became one promise together with others. Say so for each of them.",
    LinkKind.SPLIT: "It became several promises. Say so once for each of them.",
    LinkKind.DROPPED: "It was given up, and nothing took its place.",
    LinkKind.PROMISED_AGAIN: "It was complete, and a later plan promises it once more.",
}


def why(label: str, help_text: str, required: str) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, help_text=help_text, max_length=5000, widget=widget, error_messages={"required": required}
    )


class ActionLinkForm(GovukForm):
    """`kinds` are those that fit how the action stands; `later` what it may go on as, in the order of their plans."""

    kind = forms.ChoiceField(
        label="What became of it?",
        widget=HintedRadios(hints=HINTS),
        error_messages={"required": "Choose what became of it.", "invalid_choice": "Choose one of the answers."},
    )
    successor = forms.TypedChoiceField(
        label="In which action does it go on?",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "Choose an action from the list."},
    )
    reason = why(
        "Why?",
        "In words a parent would use. Never write about a child who could be recognised.",
        "Say why: somebody will ask in a year.",
    )
    decided_on = forms.DateField(
        label="Since which day?",
        help_text="The day it was decided, or the later plan began. Pages of earlier days do not show it.",
        widget=DayInput(),
        error_messages={
            "required": "Write the day from which it counts.",
            "invalid": "Write the day as year, month and day, such as 2025-04-01.",
        },
    )

    def __init__(self, data=None, *, kinds: Iterable[LinkKind], later: Iterable[Action], today: date):
        super().__init__(data, initial={"decided_on": today})
        self.today = today
        self.by_id = {action.pk: action for action in later}
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        self.fields["successor"].choices = [("", "Choose an action"), *_by_plan(self.by_id.values())]
        if len(self.fields["kind"].choices) == 1:
            self.initial["kind"] = self.fields["kind"].choices[0][0]
        if not self.by_id:
            del self.fields["successor"]

    @property
    def said(self) -> dict:
        cleaned = self.cleaned_data
        return cleaned | {"successor": self.by_id.get(cleaned.get("successor"))}

    def clean_decided_on(self) -> date:
        day = self.cleaned_data["decided_on"]
        if day > self.today:
            raise forms.ValidationError(f"Choose today, {in_full(self.today)}, or an earlier day.")
        return day


def _by_plan(actions: Iterable[Action]) -> list[tuple[str, list[tuple[int, str]]]]:
    return [
        (plan.title, [(action.pk, str(action)) for action in in_it])
        for plan, in_it in groupby(actions, key=lambda action: action.plan)
    ]


class ActionLinkWithdrawalForm(GovukForm):
    reason = why("Why was it a mistake?", "It stays on record, with this reason.", "Say why it was a mistake.")
