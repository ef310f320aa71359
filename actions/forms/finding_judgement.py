"""What a body judged of a finding, as the programme manager records it."""

from collections.abc import Mapping
from datetime import date

from django import forms

from actions.choices import Progress
from actions.models import FindingJudgement
from actions.periods import in_full

from .base import GovukForm
from .status_update import words
from .widgets import DayInput

VERDICTS = [(Progress.SUFFICIENT.value, "Sufficient progress"), (Progress.NOT_SUFFICIENT.value, "Not sufficient yet")]


class FindingJudgementForm(GovukForm):
    """From which day on it may be judged the finding itself knows: see `Finding.record_judgement`."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    verdict = forms.ChoiceField(
        label="What was judged?",
        choices=VERDICTS,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose whether progress was judged sufficient.",
            "invalid_choice": "Choose one of the two answers.",
        },
    )
    judged_by = forms.CharField(
        label="By which body?",
        max_length=200,
        help_text="Such as Ofsted and the Care Quality Commission, or the Department for Education.",
        error_messages={"required": "Write which body judged it."},
    )
    judged_on = forms.DateField(
        label="On which day?",
        widget=DayInput(),
        help_text="The day of its letter, report or meeting.",
        error_messages={
            "required": "Write the day of the judgement.",
            "invalid": "Write the day as year, month and day, such as 2020-08-31.",
        },
    )
    words = words(
        "In what words?",
        "What the letter or the minutes say, if anything. Never write about a child who could be recognised.",
    )

    def __init__(self, data: Mapping | None = None, *, today: date, latest: FindingJudgement | None):
        super().__init__(data, initial={"seen": latest.pk if latest else None})
        self.today = today

    def clean_judged_on(self) -> date:
        day = self.cleaned_data["judged_on"]
        if day > self.today:
            raise forms.ValidationError(f"Choose today, {in_full(self.today)}, or an earlier day.")
        return day

    @property
    def said(self) -> dict:
        cleaned = self.cleaned_data
        return {
            "judged_by": cleaned["judged_by"],
            "judged_on": cleaned["judged_on"],
            "is_sufficient": cleaned["verdict"] == Progress.SUFFICIENT,
            "words": cleaned["words"],
        }
