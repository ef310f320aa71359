"""Looking at a claim that an action is complete."""

from datetime import date

from django import forms

from actions.choices import Status, Verdict

from .base import GovukForm
from .status_update import words
from .widgets import DayInput


class CompletionReviewForm(GovukForm):
    verdict = forms.ChoiceField(
        label="Is it complete?",
        choices=[(Verdict.VERIFIED, "Yes: the evidence shows it"), (Verdict.SENT_BACK, "No: send it back")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it is complete."},
    )
    reason = words("Why?", "Needed when you send it back; welcome when you verify it.")
    then = forms.ChoiceField(
        label="If you send it back, how does it stand?",
        choices=[(Status.ON_TRACK, Status.ON_TRACK.label), (Status.DELAYED, Status.DELAYED.label)],
        widget=forms.RadioSelect,
        required=False,
        initial=Status.ON_TRACK,
    )
    review_on = forms.DateField(
        label="If it is delayed, when should it be looked at again?",
        required=False,
        widget=DayInput(),
        error_messages={"invalid": "Write the day as year, month and day, such as 2019-09-30."},
    )

    def __init__(self, data=None, *, today: date):
        super().__init__(data)
        self.today = today

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("verdict") == Verdict.SENT_BACK:
            if not cleaned.get("reason"):
                self.add_error("reason", "Say what is missing, so that it can be done.")
            if (
                cleaned.get("then") == Status.DELAYED
                and not cleaned.get("review_on")
                and "review_on" not in self.errors
            ):
                self.add_error("review_on", "Write the day on which it should be looked at again.")
        if cleaned.get("review_on") and cleaned["review_on"] < self.today:
            self.add_error("review_on", "Choose a day that is still to come.")
        return cleaned
