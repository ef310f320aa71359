"""A plan, its priorities, and that it is adopted."""

from datetime import date

from django import forms

from actions.forms.base import GovukForm
from actions.forms.widgets import DayInput
from actions.models import Plan, Priority
from actions.models.closed_books import PATIENCE
from actions.periods import in_full

from .record_form import OneOrganisation, RecordForm, long_words


class PlanForm(RecordForm):
    told_apart_by, taken = "title", "Another plan of this partnership has this title: choose another."

    class Meta:
        model = Plan
        fields = [
            "kind",
            "title",
            "starts_on",
            "ends_on",
            "next_inspection_on",
            "tolerance_days",
            "confirm_within_days",
        ]
        labels = {
            "starts_on": "First day",
            "ends_on": "Last day",
            "next_inspection_on": "Next inspection expected on",
            "tolerance_days": "Days after an original due date until red",
            "confirm_within_days": "Days without a word until an open action is marked as silent",
        }
        help_texts = {"tolerance_days": "", "confirm_within_days": ""}

    def __init__(self, data=None, *, instance: Plan):
        super().__init__(data, instance=instance)
        self.is_told_of = bool(instance.pk and instance.closed_through())
        if self.is_told_of:
            for name in PATIENCE:
                del self.fields[name]

    def clean(self) -> dict:
        cleaned = super().clean()
        first, last = cleaned.get("starts_on", self.instance.starts_on), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", f"Choose {in_full(first)} or later: the plan begins then.")
        return cleaned


class PlanAdoptForm(GovukForm):
    """From that press on, no original date of the plan ever changes."""

    adopted_on = forms.DateField(
        label="Adopted on",
        widget=DayInput(),
        help_text="The day on which the partnership agreed the plan.",
        error_messages={
            "required": "Write the day on which the plan was adopted.",
            "invalid": "Write the day as year, month and day, such as 2019-04-01.",
        },
    )
    dates_are_right = forms.BooleanField(
        label="The dates are those that were promised",
        error_messages={"required": "Look the dates over first, then tick that they are those that were promised."},
    )

    def __init__(self, data=None, *, today: date):
        super().__init__(data, initial={"adopted_on": today})
        self.today = today

    def clean_adopted_on(self) -> date:
        adopted_on = self.cleaned_data["adopted_on"]
        if not date(2000, 1, 1) <= adopted_on <= self.today:
            raise forms.ValidationError(f"Choose today, {in_full(self.today)}, or an earlier day since 2000.")
        return adopted_on


class PriorityForm(RecordForm):
    told_apart_by, taken = "ref", "Another priority of this plan has this reference: choose another."

    lead_organisation = OneOrganisation(label="Lead organisation", required=False, empty_label="None in particular")

    class Meta:
        model = Priority
        fields = ["ref", "title", "intended_outcome", "lead_organisation"]
        help_texts = {
            "ref": "As the plan has it, such as 1 or A.",
            "intended_outcome": "What will be different for children, young people and families.",
        }
        widgets = {"intended_outcome": long_words()}

    def __init__(self, data=None, *, instance: Priority):
        super().__init__(data, instance=instance)
        organisations = instance.plan.partnership.organisations
        self.fields["lead_organisation"].queryset = organisations.select_related("succeeded_by")
