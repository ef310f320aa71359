"""Who belongs to the partnership, and as what."""

from collections.abc import Iterable

from django import forms

from actions.choices import Role
from actions.forms.base import GovukForm
from actions.forms.widgets import HintedRadios
from actions.models import Membership, Partnership

from .record_form import OneOrganisation, RecordForm

HINTS = {
    Role.OFFICER: "Says how the actions of their organisation are going.",
    Role.PROGRAMME_MANAGER: "Builds the plan, chases updates, records what bodies decide.",
    Role.VERIFIER: "Looks whether what is claimed complete is, in other organisations than their own.",
    Role.COMMITTEE_MEMBER: "Reads everything, and puts questions on record.",
    Role.BOARD_CHAIR: "Decides about dates; freezes and publishes reports.",
    Role.ADMINISTRATOR: "Keeps members and organisations in order.",
    Role.OBSERVER: "Reads everything.",
}


def role_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Role",
        widget=HintedRadios(hints=HINTS),
        error_messages={"required": "Choose the role.", "invalid_choice": "Choose one from the list."},
    )


def organisation_field() -> OneOrganisation:
    return OneOrganisation(
        label="Organisation",
        required=False,
        empty_label="None in particular",
        help_text="An officer and a verifier must have one.",
    )


def offer(form: forms.BaseForm, partnership: Partnership, roles: Iterable[Role]) -> None:
    form.fields["role"].choices = [(role.value, role.label) for role in roles]
    form.fields["organisation"].queryset = partnership.organisations.select_related("succeeded_by")


class MemberAddForm(GovukForm):
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="By which they sign in. Whoever has no account yet gets one.",
        error_messages={
            "required": "Write the e-mail address.",
            "invalid": "Write an address such as a@council.gov.uk",
        },
    )
    name = forms.CharField(
        label="Name",
        max_length=150,
        help_text="As others will read it beside what they say. Who has an account already keeps the name on it.",
        error_messages={"required": "Write the name."},
    )
    role = role_field()
    organisation = organisation_field()

    def __init__(self, data=None, *, partnership: Partnership, roles: Iterable[Role]):
        super().__init__(data)
        offer(self, partnership, roles)


class MembershipForm(RecordForm):
    role = role_field()
    organisation = organisation_field()

    class Meta:
        model = Membership
        fields = ["role", "organisation"]

    def __init__(self, data=None, *, instance: Membership, roles: Iterable[Role]):
        super().__init__(data, instance=instance)
        offer(self, instance.partnership, roles)
