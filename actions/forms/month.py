"""A whole month's work on one screen: a row an action, each checked and saved on its own."""

from datetime import date
from uuid import UUID, uuid4

from django import forms

from actions.choices import DelayReason, Status
from actions.summaries.attention import Standing
from actions.wording import word_for_more_time

from .base import GovukForm
from .status_update import words
from .widgets import DayInput

STILL_TRUE = "still_true"


class MonthRowForm(GovukForm):
    """Completion needs evidence, so it has the full form; here is what a month mostly asks."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    answer = forms.ChoiceField(
        label="How is it going?",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of the answers."},
    )
    progress = words("What has been done?")
    delay_reason = forms.ChoiceField(
        label="If delayed, the main reason",
        required=False,
        choices=[("", "Choose a reason"), *DelayReason.choices],
        error_messages={"invalid_choice": "Choose a reason from the list."},
    )
    review_on = forms.DateField(
        label="If delayed, when will you look at it again?",
        required=False,
        widget=DayInput(),
        error_messages={"invalid": "Write the review date as a day, such as 2019-09-30."},
    )

    def __init__(self, data=None, *, standing: Standing, today: date):
        self.action, self.latest, self.today = standing.action, standing.latest, today
        initial = {"submission": uuid4(), "seen": self.action.latest_update_id}
        super().__init__(data, prefix=f"a{self.action.pk}", initial=initial)
        now = Status(self.action.status)
        others = [status for status in (Status.ON_TRACK, Status.NOT_STARTED, Status.DELAYED) if status != now]
        self.fields["answer"].choices = [
            (STILL_TRUE, f"Still true: {now.label.lower()}"),
            *((status.value, status.label) for status in others),
        ]

    @property
    def is_answered(self) -> bool:
        """Something was chosen or typed in this row; a row left alone is left alone."""
        return any(self[name].value() for name in ("answer", "progress", "delay_reason", "review_on"))

    @property
    def is_confirmation(self) -> bool:
        said = any(self.cleaned_data[name] for name in ("progress", "delay_reason", "review_on"))
        return self.cleaned_data["answer"] == STILL_TRUE and not said

    def clean_submission(self) -> UUID:
        return self.cleaned_data["submission"] or uuid4()

    def clean(self) -> dict:
        cleaned = super().clean()
        if not cleaned.get("answer") and "answer" not in self.errors:
            self.add_error("answer", f"Choose how {self.action.ref} is going.")
        if self._status == Status.DELAYED and cleaned.get("answer") != STILL_TRUE:
            self._need("delay_reason", "Choose the main reason for the delay or risk.")
            self._need("review_on", "Write the day on which you will look at it again.")
        if cleaned.get("review_on") and cleaned["review_on"] < self.today:
            self.add_error("review_on", "Choose a review date that is still to come.")
        if word := word_for_more_time(cleaned.get("progress", "")):
            self.add_error(
                "progress", f"You wrote “{word}”: use the full form, where you can ask for a new date in the same go."
            )
        return cleaned

    @property
    def _status(self) -> str:
        answer = self.cleaned_data.get("answer")
        return self.action.status if answer == STILL_TRUE else answer

    @property
    def said(self) -> dict:
        """Words beside "still true" make an update of the same status, which keeps what was said of a delay."""
        cleaned = self.cleaned_data
        said = {"status": self._status, "effective_on": self.today, "progress": cleaned["progress"]}
        if self._status != Status.DELAYED:
            return said
        still = self.latest.carried_along if self.latest and cleaned["answer"] == STILL_TRUE else {}
        new = {"delay_reason": cleaned["delay_reason"], "review_on": cleaned["review_on"]}
        return said | still | {name: value for name, value in new.items() if value}

    def _need(self, name: str, message: str) -> None:
        if name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, message)
