"""What the forms of all records have in common."""

from collections.abc import Iterable, Mapping
from copy import copy
from datetime import date

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import Model

from actions.forms.base import GovukForm
from actions.forms.problems import REQUIRED
from actions.forms.widgets import DayInput
from actions.models import Organisation
from actions.operations.save_record import last_edit

LONGEST = 20_000
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


def no_child(help_text: str = "") -> str:
    return f"{help_text} Never write about a child who could be recognised.".lstrip()


def long_words(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class RecordForm(GovukForm, forms.ModelForm):
    """Fills a copy of the record: `save_record` writes it. What the record refuses is said beside its field.

    `seen` is the last edit that stood in the form when it was opened.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    told_apart_by, taken = "", ""  # the field that tells records apart, and what to say where another has the same

    def __init__(self, data: Mapping | None = None, *, instance: Model):
        super().__init__(data, instance=copy(instance), initial={"seen": last_edit(instance) if instance.pk else None})
        for field in self.fields.values():
            _ask_kindly(field)

    @property
    def links(self) -> dict[str, Iterable[Model]]:
        many = {field.name for field in self._meta.model._meta.many_to_many}
        return {name: list(chosen) for name, chosen in self.cleaned_data.items() if name in many}

    def clean(self) -> dict:
        cleaned = super().clean()
        for name, value in list(cleaned.items()):
            if isinstance(value, date) and not FIRST_DAY <= value <= LAST_DAY:
                self.add_error(name, "Look at the year: it must be between 2000 and 2099.")
        return cleaned

    def refuse(self, error: ValidationError) -> None:
        self._update_errors(error)

    def saw(self, latest: int | None) -> None:
        """Both texts are on the page now: pressing again keeps what was typed here."""
        self.data = self.data.copy()
        self.data["seen"] = latest

    def _get_validation_exclusions(self) -> set[str]:
        """The whole record is looked at, but for what is known to be wrong already."""
        return set(self.errors)

    def _update_errors(self, errors: ValidationError) -> None:
        found = errors.error_dict if hasattr(errors, "error_dict") else {NON_FIELD_ERRORS: errors.error_list}
        for name, problems in found.items():
            for problem in problems:
                if problem.code in {"unique_together", "unique"} and self.told_apart_by:
                    self.add_error(self.told_apart_by, self.taken)
                else:
                    self.add_error(name if name in self.fields else None, ValidationError(problem.messages))


def _ask_kindly(field: forms.Field) -> None:
    is_choice = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
    if isinstance(field, forms.DateField):
        field.widget = DayInput()
        field.error_messages["invalid"] = "Write the day as year, month and day, such as 2019-07-10."
    if isinstance(field, forms.TypedChoiceField):
        field.choices = [(value, label if value else "Choose one") for value, label in field.choices]
    if is_choice:
        field.error_messages["invalid_choice"] = "Choose one from the list."
    if type(field) is forms.CharField and field.max_length is None:
        field.validators.append(MaxLengthValidator(LONGEST))
    if field.label and field.error_messages["required"] == REQUIRED:
        label = field.label[:1].lower() + field.label[1:]
        field.error_messages["required"] = f"{'Choose' if is_choice else 'Write'} the {label}."


class OrganisationName:
    """Whose work another does now is said beside its name."""

    def label_from_instance(self, organisation: Organisation) -> str:
        heir = organisation.succeeded_by
        return f"{organisation.name} (now {heir.short_name})" if heir else organisation.name


class OneOrganisation(OrganisationName, forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(Organisation.objects.none(), **{"empty_label": "Choose an organisation"} | kwargs)


class SeveralOrganisations(OrganisationName, forms.ModelMultipleChoiceField):
    def __init__(self, **kwargs):
        super().__init__(Organisation.objects.none(), widget=forms.CheckboxSelectMultiple, required=False, **kwargs)
