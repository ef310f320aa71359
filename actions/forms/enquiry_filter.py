"""How a reader narrows the register of questions. The filter lives in the url, so that a figure can link to it."""

import django_filters
from django.db.models import QuerySet

from actions.choices import EnquiryKind, EnquiryState
from actions.models import Body, Enquiry, Organisation, Partnership, Plan

from .base import GovukForm
from .problems import wrong_choice

OWED = "owed"
STATE_CHOICES = [*EnquiryState.choices, (OWED, "Any that is still owed")]


class EnquiryFilter(django_filters.FilterSet):
    """Over rows from `as_at(on)`."""

    state = django_filters.ChoiceFilter(label="Answer", choices=STATE_CHOICES, method="having_state", empty_label="Any")
    kind = django_filters.ChoiceFilter(label="Kind", choices=EnquiryKind.choices, empty_label="Any")
    body = django_filters.ModelChoiceFilter(label="Asked by", queryset=Body.objects.none(), empty_label="Any")
    organisation = django_filters.ModelChoiceFilter(
        label="To be answered by", method="owed_by", queryset=Organisation.objects.none(), empty_label="Any"
    )
    plan = django_filters.ModelChoiceFilter(
        label="Concerning the plan", method="concerning_plan", queryset=Plan.objects.none(), empty_label="Any"
    )

    class Meta:
        model = Enquiry
        fields = []
        form = GovukForm

    def __init__(self, data, queryset: QuerySet, *, partnership: Partnership):
        super().__init__(data, queryset)
        self.filters["body"].queryset = partnership.bodies.all()
        self.filters["organisation"].queryset = partnership.organisations.all()
        self.filters["plan"].queryset = partnership.plans.all()

    def having_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(answered_on__isnull=True) if value == OWED else queryset.filter(state=value)

    def owed_by(self, queryset: QuerySet, name: str, value: Organisation) -> QuerySet:
        """Whoever took over an organisation's work owes its answers too."""
        return queryset.filter(addressed_to__in=Organisation.objects.whose_work_is_done_by(value))

    def concerning_plan(self, queryset: QuerySet, name: str, value: Plan) -> QuerySet:
        return queryset.concerning(value)

    @property
    def problem(self) -> str:
        """What is wrong with the address, and what could stand there; empty when nothing is."""
        return " ".join(wrong_choice(self.form, name) for name in self.form.errors)
