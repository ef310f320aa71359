"""Bringing in, step 1: which sheets, into which plan, and as at which day they tell how things stand."""

from collections.abc import Sequence
from datetime import date

from django import forms

from actions.choices import PlanKind
from actions.models import Plan

from .base import GovukForm
from .widgets import DayInput

NEW = "new"
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
NEEDED_OF_A_NEW_PLAN = {
    "title": "Give the new plan a title.",
    "kind": "Choose what kind of plan it is.",
    "starts_on": "Write the day on which the new plan begins.",
    "ends_on": "Write the day on which the new plan ends.",
}


def _day(label: str, help_text: str = "", **errors: str) -> forms.DateField:
    errors = {"invalid": "Write it as year, month and day, such as 2019-07-12."} | errors
    return forms.DateField(
        label=label, help_text=help_text, required="required" in errors, widget=DayInput(), error_messages=errors
    )


class ImportSheetsForm(GovukForm):
    """`sheets` are the names of those that hold actions. Of a single one nothing is asked."""

    sheets = forms.MultipleChoiceField(
        label="Which sheets?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick at least one sheet.",
            "invalid_choice": "Tick sheets of this file only.",
        },
    )
    plan = forms.ChoiceField(
        label="Into which plan?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose the plan that it goes into.",
            "invalid_choice": "Choose one of the plans, or a new one.",
        },
    )
    title = forms.CharField(label="What is the new plan called?", required=False, max_length=200)
    kind = forms.ChoiceField(
        label="What kind of plan is it?",
        choices=PlanKind.choices,
        required=False,
        error_messages={"invalid_choice": "Choose a kind from the list."},
    )
    starts_on = _day("Its first day")
    ends_on = _day("Its last day")
    told_on = _day(
        "How things stood on which day?",
        required="Write the day of which the file tells.",
    )

    def __init__(self, data=None, *, sheets: Sequence[str], plans: Sequence[Plan], today: date, initial: dict):
        """Of the initial values, `why` says why that day is proposed."""
        self.names, self.plans, self.today = list(sheets), list(plans), today
        super().__init__(data, initial=initial)
        self._offer_sheets()
        self.fields["told_on"].help_text = f"{initial.get('why', '')} What it says of each action counts from this day."
        choices = [(str(plan.pk), plan.title) for plan in self.plans]
        self.fields["plan"].choices = [*choices, (NEW, "A new plan")]
        if not self.plans:
            del self.fields["plan"]

    def _offer_sheets(self) -> None:
        """By their places: a name may hold anything."""
        if len(self.names) < 2:
            del self.fields["sheets"]
            return
        self.fields["sheets"].choices = [(str(place), name) for place, name in enumerate(self.names)]
        chosen = self.initial.get("sheets", [])
        self.initial["sheets"] = [str(place) for place, name in enumerate(self.names) if name in chosen]

    @property
    def of_new_plan(self) -> list[forms.BoundField]:
        return [self[name] for name in NEEDED_OF_A_NEW_PLAN]

    @property
    def asks_which_sheets(self) -> bool:
        return "sheets" in self.fields

    @property
    def asks_which_plan(self) -> bool:
        return bool(self.plans)

    @property
    def is_into_new_plan(self) -> bool:
        return self["plan"].value() == NEW

    def clean(self) -> dict:
        cleaned = super().clean()
        for name in ("starts_on", "ends_on", "told_on"):
            if cleaned.get(name) and not FIRST_DAY <= cleaned[name] <= LAST_DAY:
                self.add_error(name, "Write a day between 2000 and 2099.")
        if cleaned.get("told_on") and cleaned["told_on"] > self.today:
            self.add_error("told_on", "Write a day that has come: nobody can tell yet how things will stand.")
        if self._is_new and "plan" not in self.errors:
            self._clean_new_plan(cleaned)
        return cleaned

    @property
    def _is_new(self) -> bool:
        return not self.plans or self.cleaned_data.get("plan") == NEW

    def _clean_new_plan(self, cleaned: dict) -> None:
        for name, message in NEEDED_OF_A_NEW_PLAN.items():
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, message)
        if any(plan.title == cleaned.get("title") for plan in self.plans):
            self.add_error("title", "There is a plan of this title already. Choose it above, or give another title.")
        if cleaned.get("starts_on") and cleaned.get("ends_on") and cleaned["ends_on"] < cleaned["starts_on"]:
            self.add_error("ends_on", "The plan cannot end before it begins.")

    @property
    def chosen_sheets(self) -> tuple[str, ...]:
        if "sheets" not in self.fields:
            return tuple(self.names)
        return tuple(self.names[int(place)] for place in self.cleaned_data["sheets"])

    @property
    def chosen_plan(self) -> Plan | None:
        """None for a new one."""
        return next((plan for plan in self.plans if str(plan.pk) == self.cleaned_data.get("plan")), None)

    @property
    def new_plan(self) -> dict | None:
        return {name: self.cleaned_data[name] for name in NEEDED_OF_A_NEW_PLAN} if self._is_new else None
