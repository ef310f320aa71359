"""A promise, as it is written by hand."""

from django import forms

from actions.choices import DatePrecision
from actions.models import Action, Finding, User
from actions.periods import in_full
from actions.typed_promise import FORMS, promise_in

from .record_form import FIRST_DAY, LAST_DAY, OneOrganisation, RecordForm, SeveralOrganisations, long_words, no_child

DATES = ["planned_start_on", "due", "added_on"]
MANY = ["contributors", "findings"]
PARTS = {
    "What is promised": ["priority", "ref", "title", "description", "success_criteria", "localities"],
    "By when": DATES,
    "Who answers for it": ["lead_organisation", "accountable_post", "accountable_name", "accountable_user"],
}


class SeveralFindings(forms.ModelMultipleChoiceField):
    def label_from_instance(self, finding: Finding) -> str:
        return f"{finding.ref} {finding.text} ({finding.inspection})"


class ActionForm(RecordForm):
    """Its dates can be typed until the plan is adopted, or a frozen report has told of them."""

    told_apart_by, taken = "ref", "Another action of this plan has this reference: choose another."

    lead_organisation = OneOrganisation(label="Lead organisation")
    contributors = SeveralOrganisations(label="With which other organisations?")
    findings = SeveralFindings(
        Finding.objects.none(),
        label="Which findings does it answer?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    due = forms.CharField(label="Due", required=False, max_length=200, help_text=f"As it was promised: {FORMS}.")

    class Meta:
        model = Action
        fields = [
            "priority",
            "ref",
            "title",
            "description",
            "success_criteria",
            "lead_organisation",
            "contributors",
            "accountable_post",
            "accountable_name",
            "accountable_user",
            "localities",
            "findings",
            "planned_start_on",
            "added_on",
        ]
        labels = {
            "description": "What will be done?",
            "success_criteria": "How will we know?",
            "accountable_post": "Which post answers for it?",
            "accountable_name": "Who holds that post now?",
            "accountable_user": "Who of the members is that?",
            "localities": "Where?",
            "planned_start_on": "Planned start",
            "added_on": "Part of the plan from",
        }
        help_texts = {
            "description": no_child("In words a parent would use."),
            "accountable_name": "Leave it empty if the post is enough.",
            "accountable_user": "Whoever is chosen may say how it is going, whichever organisation leads it.",
            "localities": "Such as East, Central; empty for everywhere.",
            "added_on": "From this day on it is counted.",
        }
        widgets = {"description": long_words(), "success_criteria": long_words(3)}

    def __init__(self, data=None, *, instance: Action):
        super().__init__(data, instance=instance)
        self.dates_stand_because = _why_dates_stand(instance)
        if self.dates_stand_because:
            for name in DATES:
                del self.fields[name]
        else:
            self.initial["due"] = self.due_before = _as_typed(instance)
        self._offer(instance)

    def _offer(self, instance: Action) -> None:
        """Only what belongs to the plan, or to its partnership."""
        plan, partnership = instance.plan, instance.plan.partnership
        organisations = partnership.organisations.select_related("succeeded_by")
        people = User.objects.filter(memberships__partnership=partnership)
        if instance.accountable_user_id:
            people |= User.objects.filter(pk=instance.accountable_user_id)
        findings = Finding.objects.filter(inspection__partnership=partnership).select_related("inspection")
        self.fields["priority"].queryset = plan.priorities.all()
        self.fields["priority"].empty_label = "Choose a priority"
        self.fields["lead_organisation"].queryset = organisations
        self.fields["contributors"].queryset = organisations
        self.fields["accountable_user"].queryset = people.distinct()
        self.fields["accountable_user"].empty_label = "Nobody"
        self.fields["findings"].queryset = findings
        for name in MANY:
            if not self.fields[name].queryset.exists():
                del self.fields[name]

    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """As the page has them, each under its heading."""
        return [(heading, [self[name] for name in names if name in self.fields]) for heading, names in PARTS.items()]

    def choices_of_many(self) -> list[tuple[forms.BoundField, int]]:
        """Long lists, each with how many of it are ticked."""
        return [(self[name], len(self[name].value() or [])) for name in MANY if name in self.fields]

    def clean_due(self) -> str:
        """What stands as it was keeps the date that it was once taken for."""
        typed = self.cleaned_data["due"].strip()
        if typed != self.due_before:
            self._promise(typed)
        return typed

    def _promise(self, typed: str) -> None:
        try:
            promise = promise_in(typed)
        except ValueError as hint:
            raise forms.ValidationError(f"“{typed[:40]}” cannot be read as a due date. {hint}") from hint
        if promise.on and not FIRST_DAY <= promise.on <= LAST_DAY:
            raise forms.ValidationError("Look at the year: it must be between 2000 and 2099.")
        self.instance.original_due_on, self.instance.due_precision = promise.on, promise.precision
        self.instance.due_as_typed = typed

    def clean(self) -> dict:
        cleaned = super().clean()
        start, due = cleaned.get("planned_start_on"), self.instance.original_due_on
        if "due" in cleaned and start and due and start > due:
            self.add_error("planned_start_on", f"Choose {in_full(due)} or earlier: it is due then.")
        return cleaned


def _why_dates_stand(action: Action) -> str:
    if action.pk and action.plan.adopted_on:
        return f"The plan was adopted on {in_full(action.plan.adopted_on)}"
    if action.pk and action.plan.books().are_closed_on(action.added_on):
        return "A frozen report has told of these dates"
    return ""


def _as_typed(action: Action) -> str:
    """What was typed; of what came otherwise, what the page says. Nothing, where no date was given."""
    if action.due_as_typed or not (action.original_due_on or action.due_precision == DatePrecision.ONGOING):
        return action.due_as_typed
    return action.original_due_in_words
