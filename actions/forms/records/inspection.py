"""What inspectors did, and what they wrote."""

from actions.models import Finding, Inspection
from actions.periods import in_full

from .record_form import RecordForm, long_words, no_child


class InspectionForm(RecordForm):
    told_apart_by, taken = "inspected_on", "Another inspection of this partnership began on this day: look in the list."

    class Meta:
        model = Inspection
        fields = ["kind", "inspected_on", "published_on", "outcome", "summary"]
        labels = {
            "inspected_on": "First day of the inspection",
            "published_on": "Day the report or letter was published",
        }
        help_texts = {"inspected_on": "The first day of its month, if only the month is known."}
        widgets = {"summary": long_words()}

    def clean(self) -> dict:
        cleaned = super().clean()
        inspected_on, published_on = cleaned.get("inspected_on"), cleaned.get("published_on")
        if inspected_on and published_on and published_on < inspected_on:
            self.add_error("published_on", f"Choose {in_full(inspected_on)} or later: they inspected then.")
        return cleaned


class FindingForm(RecordForm):
    told_apart_by, taken = "ref", "Another finding of this inspection has this reference: choose another."

    class Meta:
        model = Finding
        fields = ["ref", "kind", "text", "order"]
        labels = {"text": "What did the inspectors write?", "order": "Place in the report"}
        help_texts = {
            "ref": "As people call it, such as F1.",
            "text": no_child("In their own words."),
            "order": "0 comes first, among those of its kind.",
        }
        error_messages = {"text": {"required": "Write what the inspectors found."}}
        widgets = {"text": long_words()}
