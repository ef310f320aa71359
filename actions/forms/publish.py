"""Publishing a report: what the chair says to families, and which of the words in it they may read."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms

from actions.publication import SLOTS, Approved, Passage, passages

from .base import GovukForm

LABELS = {
    "report": {"judgement": "Your judgement", "words": "Your words", "correction": "What was wrong"},
    "priorities": {"words": "Words on this priority"},
    "exceptions": {
        "reason": "Why it is late",
        "being_done": "What is being done about it",
        "effect_on_families": "What it means for families",
    },
}
AS_WRITTEN = {
    "report": "Publish my words to the board as they stand",
    "priorities": "Publish these words as they stand",
    "exceptions": "Publish the lead’s words as they stand",
}


@dataclass(frozen=True)
class Choice:
    """What was written in one place, beside the fields that let it pass or say it otherwise.

    Nothing is required: what the chair leaves empty is not published. Words of the chair's own come before those
    that the tick lets pass.
    """

    form: forms.Form
    name: str
    passage: Passage
    line: Mapping  # of the report's content

    @property
    def labels(self) -> dict[str, str]:
        return LABELS[self.passage.part]

    @property
    def written(self) -> list[tuple[str, str]]:
        return [(self.labels[slot], text) for slot, text in self.passage.written.items() if text]

    @property
    def tick(self) -> forms.BoundField | None:
        return self.form[self.name] if self.name in self.form.fields else None

    @property
    def own(self) -> list[forms.BoundField]:
        return [
            self.form[self.field(slot)] for slot in SLOTS[self.passage.part] if self.field(slot) in self.form.fields
        ]

    @property
    def is_said_otherwise(self) -> bool:
        return any(field.value() for field in self.own)

    def field(self, slot: str) -> str:
        return f"{self.name}_{slot}"

    def approved(self, cleaned: Mapping) -> dict[str, str]:
        written = self.passage.written if cleaned.get(self.name) else {}
        return {slot: cleaned.get(self.field(slot)) or written.get(slot, "") for slot in SLOTS[self.passage.part]}

    def fields(self) -> dict[str, forms.Field]:
        """A tick where somebody wrote something. Beside each exception room to say what nobody said."""
        made: dict[str, forms.Field] = {}
        if self.written:
            made[self.name] = forms.BooleanField(label=AS_WRITTEN[self.passage.part], required=False)
        for slot in SLOTS[self.passage.part]:
            if self.passage.written[slot] or self.passage.part != "report":
                made[self.field(slot)] = _own_words(self.labels[slot], rows=2)
        return made


def _own_words(label: str, *, rows: int, **more) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=20_000, widget=widget, **{"required": False} | more)


class PublishForm(GovukForm):
    public_words = _own_words(
        "What do you say to families?",
        rows=8,
        required=True,
        help_text="In plain words: what was promised, what is late and why, what has changed for families. "
        "No officer’s name, and nothing about one child.",
        error_messages={"required": "Write what you say to families."},
    )
    wording = forms.BooleanField(
        label="Publish the plan’s and the inspectors’ own words as they stand",
        help_text="Titles of actions and priorities, what each priority is meant to bring about, and the findings. "
        "The plan and the inspectors’ letter are public documents.",
        error_messages={
            "required": "Tick that the plan’s own words may be published: without them nobody can tell what was "
            "promised."
        },
    )

    def __init__(self, data: Mapping | None = None, *, told: dict, initial: dict | None = None):
        super().__init__(data, initial=initial)
        self.choices = [_choice(self, number, passage, told) for number, passage in enumerate(passages(told))]
        for choice in self.choices:
            self.fields |= choice.fields()

    def choices_of(self, part: str) -> list[Choice]:
        return [choice for choice in self.choices if choice.passage.part == part]

    @property
    def to_the_board(self) -> list[Choice]:
        return self.choices_of("report")

    @property
    def of_priorities(self) -> list[Choice]:
        return self.choices_of("priorities")

    @property
    def of_exceptions(self) -> list[Choice]:
        return self.choices_of("exceptions")

    @property
    def approved(self) -> Approved:
        return Approved(
            wording=self.cleaned_data["wording"],
            words={choice.passage.place: choice.approved(self.cleaned_data) for choice in self.choices},
        )


def _choice(form: PublishForm, number: int, passage: Passage, told: dict) -> Choice:
    """Named by its number: a frozen report keeps the order of its passages for ever."""
    lines = {line["ref"]: line for line in told.get(passage.part, [])} if passage.ref else {}
    return Choice(form, f"passage_{number}", passage, lines.get(passage.ref, {}))
