"""An organisation of the partnership."""

from actions.models import Organisation

from .record_form import OneOrganisation, RecordForm


class OrganisationForm(RecordForm):
    told_apart_by, taken = "name", "Another organisation of this partnership has this name: look in the list."

    succeeded_by = OneOrganisation(
        label="Who took over its work?",
        required=False,
        empty_label="Nobody: it does its work itself",
        help_text="As the ICB took over the work of the CCGs in July 2022. What it did stays under its old name.",
    )

    class Meta:
        model = Organisation
        fields = ["name", "short_name", "kind", "succeeded_by"]
        help_texts = {"short_name": "As people call it, such as ICB: shown where there is little room."}

    def __init__(self, data=None, *, instance: Organisation):
        super().__init__(data, instance=instance)
        others = instance.partnership.organisations.exclude(pk=instance.pk).select_related("succeeded_by")
        self.fields["succeeded_by"].queryset = others
