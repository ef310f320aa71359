"""Which reminders a person wants."""

from django import forms

from actions.choices import ReminderKind

from .base import GovukForm


class ReminderCheckboxes(forms.CheckboxSelectMultiple):
    """Each says under its label when it comes."""

    def create_option(self, name, value, *args, **kwargs) -> dict:
        option = super().create_option(name, value, *args, **kwargs)
        option["hint"] = ReminderKind(value).help
        return option


class ReminderChoicesForm(GovukForm):
    wanted = forms.MultipleChoiceField(
        label="Send me an e-mail for",
        choices=ReminderKind.choices,
        widget=ReminderCheckboxes,
        required=False,
        error_messages={"invalid_choice": "Choose from the reminders on this page."},
    )
