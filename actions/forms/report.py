"""Drafting a progress report."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator

from actions.choices import BodyKind, Judgement
from actions.models import Meeting, Plan, Priority, ProgressReport
from actions.periods import FIRST_DAY, LAST_DAY

from .base import GovukForm
from .widgets import DayInput

_OUT_OF_RANGE = f"Choose a day from {FIRST_DAY:%Y} to {LAST_DAY:%Y}."
ASKABLE = [MinValueValidator(FIRST_DAY, _OUT_OF_RANGE), MaxValueValidator(LAST_DAY, _OUT_OF_RANGE)]


def long_words(label: str, help_text: str = "", *, rows: int = 5) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=20_000, widget=widget)


class DraftForm(GovukForm):
    """For which meeting, as at which day, and compared with what."""

    as_at_on = forms.DateField(
        label="As at which day?",
        widget=DayInput(),
        validators=ASKABLE,
        help_text="The figures are those of the end of this day. Freezing the report closes the books through it.",
        error_messages={
            "required": "Write the day that the report tells of.",
            "invalid": "Write the day as year, month and day, such as 2019-07-12.",
        },
    )
    meeting = forms.ModelChoiceField(
        label="For which meeting?",
        queryset=Meeting.objects.none(),
        required=False,
        empty_label="For no meeting in particular",
        error_messages={"invalid_choice": "Choose a meeting from the list."},
    )
    compared_with = forms.ModelChoiceField(
        label="Compared with which earlier report?",
        queryset=ProgressReport.objects.none(),
        required=False,
        empty_label="None",
        error_messages={"invalid_choice": "Choose a report from the list."},
    )
    compared_on = forms.DateField(
        label="Or compared with which day?",
        widget=DayInput(),
        validators=ASKABLE,
        required=False,
        help_text="Without either, the report tells of everything since the plan began.",
        error_messages={"invalid": "Write the day as year, month and day, such as 2019-05-15."},
    )

    def __init__(self, data=None, *, plan: Plan, today: date | None = None, initial: dict | None = None):
        super().__init__(data, initial={"as_at_on": today} | _suggested(plan) | (initial or {}))
        self.fields["meeting"].queryset = Meeting.objects.of(plan.partnership).order_by("-held_on", "pk")
        self.fields["compared_with"].queryset = plan.reports.frozen().order_by("-number")
        self.today = today

    def add_problems(self, error: ValidationError) -> None:
        """What the record refuses, beside the field it is about."""
        for name, messages in getattr(error, "message_dict", {None: error.messages}).items():
            for message in messages:
                self.add_error(name if name in self.fields else None, message)


def _suggested(plan: Plan) -> dict:
    """The last report, or the scrutiny committee's last meeting."""
    last = plan.reports.frozen().order_by("-number").first()
    if last:
        return {"compared_with": last.pk}
    meeting = Meeting.objects.of(plan.partnership).filter(body__kind=BodyKind.SCRUTINY).order_by("-held_on").first()
    return {"compared_on": meeting.held_on} if meeting else {}


class ReportForm(DraftForm):
    """All that people decide about a report. The figures are nobody's to type."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    judgement = forms.ChoiceField(
        label="Your overall judgement",
        choices=[("", "No judgement"), *Judgement.choices],
        required=False,
        help_text="A person’s word. The colours stand beside it and are never averaged.",
    )
    judgement_words = forms.CharField(label="The judgement in a line", max_length=300, required=False)
    words = long_words("Your words to the board", rows=8)
    corrects = forms.ModelChoiceField(
        label="Does it correct an earlier report?",
        queryset=ProgressReport.objects.none(),
        required=False,
        empty_label="No",
        error_messages={"invalid_choice": "Choose a report from the list."},
    )
    correction_reason = long_words("What was wrong in it?", rows=2)

    field_order = ["seen", "judgement", "judgement_words", "words"]

    def __init__(self, data=None, *, report: ProgressReport):
        names = ["as_at_on", "judgement", "judgement_words", "words", "correction_reason", "compared_on"]
        initial = {name: getattr(report, name) for name in names}
        initial |= {name: getattr(report, f"{name}_id") for name in ["meeting", "compared_with", "corrects"]}
        super().__init__(data, plan=report.plan, initial=initial | {"seen": report.edits})
        self.fields["corrects"].queryset = self.fields["compared_with"].queryset
        self.priorities = list(report.plan.priorities.all())
        said = dict(report.priority_words.values_list("priority", "words"))
        for priority in self.priorities:
            field = long_words(f"Words on priority {priority}", rows=3)
            field.initial = said.get(priority.pk, "")
            self.fields[_name(priority)] = field

    def priority_field(self, priority: Priority) -> forms.BoundField:
        return self[_name(priority)]

    @property
    def own_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if not name.startswith("priority_")]

    @property
    def typed_fields(self) -> dict:
        """Those of the report itself, as `edit_report` and `as_typed` take them."""
        return {field.name: self.cleaned_data[field.name] for field in self.own_fields if field.name != "seen"}

    @property
    def words_by_priority(self) -> dict[int, str]:
        return {priority.pk: self.cleaned_data[_name(priority)] for priority in self.priorities}

    def saw(self, theirs: ProgressReport) -> None:
        """Both are on the page now: pressing again keeps what was typed here."""
        self.data = self.data.copy()
        self.data["seen"] = theirs.edits


def _name(priority: Priority) -> str:
    return f"priority_{priority.pk}"
