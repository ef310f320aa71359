"""Choosing the file that is to be brought in."""

from django import forms

from .base import GovukForm

LARGEST = 25_000_000


class ImportFileForm(GovukForm):
    file = forms.FileField(
        label="Which file?",
        help_text="Excel (.xlsx or .xls), OpenDocument (.ods), .csv or .tsv, up to 25 MB. "
        "A sheet of actions that came back filled in is known by itself.",
        error_messages={
            "required": "Choose the file that holds the tracker.",
            "empty": "This file is empty. Choose the one that was meant.",
            "invalid": "The file did not arrive. Choose it again.",
        },
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                "This file is larger than 25 MB. Save just the sheets with actions, and try again."
            )
        return file
