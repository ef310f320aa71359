"""Bringing in, step 3: one question about the file, answered by what is proposed, by leaving it, or in other words."""

from typing import Protocol

from django import forms

from .base import GovukForm

INSTEAD = "="
LONGEST = 500


class Question(Protocol):
    name: str
    decision: str
    answers: list[tuple[str, str]]
    choices: list[tuple[str, str]]


class DecisionForm(GovukForm):
    answer = forms.ChoiceField(
        label="What shall it be?",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of the answers."},
    )
    instead = forms.CharField(
        label="Instead",
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": f"Write at most {LONGEST} letters."},
    )

    def __init__(self, data=None, *, question: Question):
        super().__init__(data, prefix=question.name, initial=_initial(question))
        self.question = question
        self.fields["answer"].choices = question.answers
        if question.choices:
            self.fields["instead"] = forms.ChoiceField(label="Instead", choices=question.choices, required=False)
        if INSTEAD not in dict(question.answers):
            del self.fields["instead"]

    @property
    def takes_words(self) -> bool:
        return "instead" in self.fields

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("answer") == INSTEAD and not cleaned.get("instead") and not self.errors:
            self.add_error("instead", "Say what it shall be instead.")
        return cleaned

    @property
    def decision(self) -> str:
        """Words alone are an answer too. Empty where nothing was answered."""
        answer, words = self.cleaned_data.get("answer", ""), self.cleaned_data.get("instead", "")
        if answer == INSTEAD or (words and not answer):
            return f"{INSTEAD}{words}"
        return answer

    def refuse(self, why: str) -> None:
        """What was written instead cannot be read."""
        self.add_error("instead", why)


def _initial(question: Question) -> dict:
    decision = question.decision
    if decision in dict(question.answers):
        return {"answer": decision}
    return {"answer": INSTEAD, "instead": decision.removeprefix(INSTEAD)} if decision else {}
