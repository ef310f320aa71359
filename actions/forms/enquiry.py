"""Putting a question or recommendation on record, and answering it."""

import re
from datetime import date, timedelta
from uuid import UUID, uuid4

from django import forms

from actions.choices import AnswerOutcome, EnquiryKind
from actions.models import Action, Body, Enquiry, EnquiryAnswer, Meeting, Organisation, Partnership
from actions.periods import in_full

from .base import GovukForm
from .widgets import DayInput

LONGEST = 5000
EARLIEST = date(2000, 1, 1)
LONGEST_TIME_TO_ANSWER = timedelta(days=732)


def long_text(label: str, *, missing: str, help_text: str = "", rows: int = 5) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing},
    )


def day(label: str, *, missing: str = "", help_text: str = "", required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=DayInput(),
        error_messages={"required": missing, "invalid": "Write the day as year, month and day, such as 2019-07-10."},
    )


class PressedOnce(GovukForm):
    """Knows which press of the button it is."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean_submission(self) -> UUID:
        return self.cleaned_data["submission"] or uuid4()


class OrganisationChoiceField(forms.ModelChoiceField):
    """Of 2019's questions many went to organisations whose work others do now: said beside each."""

    def label_from_instance(self, organisation: Organisation) -> str:
        heir = organisation.succeeded_by
        return f"{organisation.name} (now {heir.short_name})" if heir else organisation.name


class EnquiryForm(PressedOnce):
    kind = forms.ChoiceField(
        label="What is it?",
        choices=EnquiryKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it is a recommendation or a question."},
    )
    text = long_text(
        "What was asked or recommended?",
        missing="Write what was asked or recommended.",
        help_text="As the minutes have it. Never write about a child who could be recognised.",
    )
    body = forms.ModelChoiceField(
        label="By which body?",
        queryset=Body.objects.none(),
        empty_label="Choose a body",
        error_messages={"required": "Choose the body that asked."},
    )
    asked_on = day("On which day?", missing="Write the day on which it was asked.", help_text="That of the meeting.")
    asked_by = forms.CharField(
        label="By whom there?",
        required=False,
        max_length=200,
        help_text="A post or role, such as “Chair of the committee”: no name is needed. Leave it empty if all asked.",
    )
    minute_ref = forms.CharField(label="Minute reference", required=False, max_length=100)
    addressed_to = OrganisationChoiceField(
        label="Who is to answer?",
        queryset=Organisation.objects.none(),
        empty_label="Choose an organisation",
        error_messages={"required": "Choose the organisation that is to answer."},
    )
    due_on = day(
        "Answer due on",
        required=False,
        help_text="Leave it empty for the body’s usual time: mostly 2 months, or 28 days for an NHS organisation.",
    )
    about = forms.CharField(
        label="Which actions is it about?",
        required=False,
        max_length=200,
        help_text="Their references with commas between, such as 2.4, 3.1. Leave it empty if it is about none of them.",
    )

    def __init__(
        self, data=None, *, partnership: Partnership, today: date, last: Meeting | None, action: Action | None
    ):
        """`last` is the meeting whose minutes are most likely being typed; `action` the one whose page was open."""
        initial = {"submission": uuid4(), "about": action.ref if action else ""}
        if last:
            initial |= {"body": last.body_id, "asked_on": last.held_on}
        super().__init__(data, initial=initial)
        self.partnership, self.today, self.action = partnership, today, action
        self.fields["body"].queryset = partnership.bodies.all()
        self.fields["addressed_to"].queryset = partnership.organisations.select_related("succeeded_by")

    def clean_asked_on(self) -> date:
        asked_on = self.cleaned_data["asked_on"]
        if asked_on > self.today:
            raise forms.ValidationError(f"Choose today, {in_full(self.today)}, or an earlier day.")
        if asked_on < EARLIEST:
            raise forms.ValidationError("Look at the year: it is long past.")
        return asked_on

    def clean_about(self) -> list[Action]:
        refs = dict.fromkeys(ref for ref in re.split(r"\s*[,;]\s*", self.cleaned_data["about"]) if ref)
        return [self._action_called(ref) for ref in refs]

    def clean(self) -> dict:
        cleaned = super().clean()
        asked_on, due_on = cleaned.get("asked_on"), cleaned.get("due_on")
        if asked_on and due_on and due_on < asked_on:
            self.add_error("due_on", f"Choose {in_full(asked_on)} or later: it was asked then.")
        elif asked_on and due_on and due_on > asked_on + LONGEST_TIME_TO_ANSWER:
            self.add_error("due_on", "Look at the year: nobody waits for an answer for more than two years.")
        return cleaned

    def _action_called(self, ref: str) -> Action:
        """References are unique in a plan only: of several, the one whose page was open, else that day's plan's."""
        called = list(Action.objects.filter(plan__partnership=self.partnership, ref__iexact=ref).select_related("plan"))
        if not called:
            raise forms.ValidationError(f"No action has the reference “{ref}”. Look it up in the list of actions.")
        if self.action in called:
            return self.action
        asked_on = self.cleaned_data.get("asked_on", self.today)
        of_the_day = [action for action in called if action.plan.starts_on <= asked_on <= action.plan.ends_on]
        chosen = of_the_day if len(called) > 1 else called
        if len(chosen) != 1:
            raise forms.ValidationError(
                f"Several plans have an action “{ref}”. Record this from the page of the action that you mean."
            )
        return chosen[0]


class EnquiryAnswerForm(PressedOnce):
    """A question is answered in words; of a recommendation also whether it is accepted."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    outcome = forms.ChoiceField(
        label="Is it accepted?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the recommendation is accepted."},
    )
    words = long_text(
        "The answer",
        missing="Write the answer.",
        help_text="In words a parent would use. Never write about a child who could be recognised.",
        rows=8,
    )
    answered_on = day(
        "Answered on", missing="Write the day of the answer.", help_text="Today, or the day of the letter."
    )

    def __init__(self, data=None, *, enquiry: Enquiry, latest: EnquiryAnswer | None, today: date):
        initial = {"submission": uuid4(), "seen": latest.pk if latest else None, "answered_on": today}
        super().__init__(data, initial=initial)
        self.today = today
        self.earliest = latest.answered_on if latest else enquiry.asked_on
        self.fields["outcome"].choices = [(outcome.value, outcome.label) for outcome in AnswerOutcome.of(enquiry.kind)]
        if enquiry.kind == EnquiryKind.QUESTION:
            del self.fields["outcome"]

    def clean_answered_on(self) -> date:
        answered_on = self.cleaned_data["answered_on"]
        if answered_on > self.today:
            raise forms.ValidationError(f"Choose today, {in_full(self.today)}, or an earlier day.")
        if answered_on < self.earliest:
            raise forms.ValidationError(f"Choose {in_full(self.earliest)} or later.")
        return answered_on

    @property
    def said(self) -> dict:
        """A question has but one outcome: it is answered."""
        cleaned = self.cleaned_data
        outcome = cleaned.get("outcome", AnswerOutcome.ANSWERED)
        return {"outcome": outcome, "words": cleaned["words"], "answered_on": cleaned["answered_on"]}
