"""Which findings a reader wants to see. It lives in the address, so that each count can link to what it counts."""

from collections.abc import Mapping, Sequence

from django import forms

from actions.choices import FindingKind, Gap, Progress
from actions.models import Inspection
from actions.summaries.finding_coverage import CoveredFinding

from .base import GovukForm
from .problems import wrong_choice


class FindingFilter(GovukForm):
    """Never drawn: the page's own figures are its buttons."""

    inspection = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(required=False, choices=FindingKind.choices)
    judged = forms.ChoiceField(required=False, choices=Progress.choices)
    gap = forms.ChoiceField(required=False, choices=Gap.choices)

    def __init__(self, data: Mapping, *, inspections: Sequence[Inspection]):
        super().__init__(data)
        self.fields["inspection"].choices = [(str(inspection.pk), str(inspection)) for inspection in inspections]

    @property
    def problem(self) -> str:
        """What is wrong with the address, and what could stand there; empty when nothing is."""
        return " ".join(wrong_choice(self, name) for name in self.errors)

    @property
    def in_words(self) -> str:
        """Area of significant concern; Sufficient. Empty where nothing is asked for."""
        labels = [dict(self.fields[name].choices)[value] for name, value in self.cleaned_data.items() if value]
        return "; ".join(labels)

    def keeps(self, covered: CoveredFinding) -> bool:
        asked, finding = self.cleaned_data, covered.finding
        return (
            asked["inspection"] in {"", str(finding.inspection_id)}
            and asked["kind"] in {"", finding.kind}
            and asked["judged"] in {"", covered.progress}
            and (not asked["gap"] or asked["gap"] in covered.gaps)
        )
