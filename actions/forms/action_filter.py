"""How a reader narrows the list of actions. The filter lives in the url, so a figure can link to what it counts."""

from datetime import date

import django_filters
from django import forms
from django.db.models import Q, QuerySet

from actions import rag
from actions.choices import Flag, Rag, Status
from actions.models import Action, Finding, Organisation, Plan, Priority

from .base import GovukForm
from .problems import wrong_choice

COUNTED, OPEN, LATE, NOT_YET_DUE, VERIFIED = "counted", "open", "late", "not_yet_due", "verified"
DUE_CHOICES = [("given", "Given when promised"), ("none", "None given when promised")]
STATUS_CHOICES = [
    *Status.choices,
    (OPEN, "Any that is still open"),
    (COUNTED, "Any that counts in the total"),
    (LATE, "Late, delayed, at risk or re-dated"),
    (NOT_YET_DUE, "Not started, and not yet due to"),
    (VERIFIED, "Complete and verified"),
]


def _status_condition(name: str, on: date) -> Q:
    """A status, or one of the groups that pages count."""
    groups = {
        COUNTED: Q(status__in=Status.counted()),
        OPEN: rag.OPEN,
        LATE: rag.late(on),
        NOT_YET_DUE: rag.not_yet_due_to_start(on),
        VERIFIED: Q(status=Status.COMPLETE, is_verified=True),
    }
    return groups.get(name, Q(status=name))


class ActionFilter(django_filters.FilterSet):
    """Over rows from `as_at(on)` and `with_rag`, so that it counts what the pages count."""

    q = django_filters.CharFilter(
        label="Words or reference", method="having_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    status = django_filters.ChoiceFilter(
        label="Status", choices=STATUS_CHOICES, method="having_status", empty_label="Any"
    )
    rag = django_filters.ChoiceFilter(
        label="Colour",
        choices=[(colour.value, colour.label) for colour in Rag.shown()],
        empty_label="Any",
    )
    flag = django_filters.ChoiceFilter(label="To notice", choices=Flag.choices, method="having_flag", empty_label="Any")
    priority = django_filters.ModelChoiceFilter(label="Priority", queryset=Priority.objects.none(), empty_label="Any")
    lead = django_filters.ModelChoiceFilter(
        label="Led by",
        field_name="lead_organisation",
        queryset=Organisation.objects.none(),
        empty_label="Any",
    )
    organisation = django_filters.ModelChoiceFilter(
        label="Led by or contributing",
        method="involving_organisation",
        queryset=Organisation.objects.none(),
        empty_label="Any",
    )
    finding = django_filters.ModelChoiceFilter(
        label="Answering the finding", field_name="findings", queryset=Finding.objects.none(), empty_label="Any"
    )
    due = django_filters.ChoiceFilter(
        label="Due date", choices=DUE_CHOICES, method="having_due_date", empty_label="Any"
    )
    due_from = django_filters.DateFilter(
        label="Due from",
        field_name="original_due_on",
        lookup_expr="gte",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    due_to = django_filters.DateFilter(
        label="Due by",
        field_name="original_due_on",
        lookup_expr="lte",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    class Meta:
        model = Action
        fields = []
        form = GovukForm

    def __init__(self, data, queryset: QuerySet, *, plan: Plan, on: date):
        super().__init__(data, queryset)
        self.plan, self.on = plan, on
        organisations = Organisation.objects.filter(partnership=plan.partnership_id)
        self.filters["priority"].queryset = plan.priorities.all()
        self.filters["lead"].queryset = organisations
        self.filters["organisation"].queryset = organisations
        self.filters["finding"].queryset = Finding.objects.filter(inspection__partnership=plan.partnership_id)

    def having_words(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Every word must occur somewhere in the action's own text."""
        for word in value.split():
            queryset = queryset.filter(
                Q(ref__icontains=word)
                | Q(title__icontains=word)
                | Q(description__icontains=word)
                | Q(success_criteria__icontains=word)
                | Q(accountable_post__icontains=word)
            )
        return queryset

    def having_status(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(_status_condition(value, self.on))

    def having_flag(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.flagged(value, on=self.on, plan=self.plan)

    def having_due_date(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(original_due_on__isnull=value == "none")

    def involving_organisation(self, queryset: QuerySet, name: str, value: Organisation) -> QuerySet:
        return queryset.involving(value.pk)

    @property
    def problem(self) -> str:
        """What is wrong with the address, and what could stand there; empty when nothing is."""
        return " ".join(self._problem_with(name) for name in self.form.errors)

    def _problem_with(self, name: str) -> str:
        if name in {"due_from", "due_to"}:
            return f"“{name}” must be a day written as YYYY-MM-DD, such as 2019-07-10."
        return wrong_choice(self.form, name)
