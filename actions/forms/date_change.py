"""Asking for another date, and deciding about it."""

from datetime import date

from django import forms

from actions.choices import DatePrecision, DelayReason, PromisedDate
from actions.models import Body, DateChange, Partnership
from actions.models.closed_books import Books
from actions.operations.report_progress import NewDate
from actions.periods import in_full, last_day

from .base import GovukForm
from .status_update import words
from .widgets import DayInput

PRECISIONS = [(precision.value, precision.label) for precision in DatePrecision.dated()]


class DateChangeForm(GovukForm):
    which = forms.ChoiceField(
        label="Which date?", choices=PromisedDate.choices, widget=forms.RadioSelect, initial=PromisedDate.DUE
    )
    to_on = forms.DateField(
        label="New date",
        widget=DayInput(),
        error_messages={
            "required": "Write the new date.",
            "invalid": "Write the new date as a day, such as 2019-12-20.",
        },
    )
    to_precision = forms.ChoiceField(
        label="How exact is it?",
        choices=PRECISIONS,
        initial=DatePrecision.DAY,
        help_text="A month, term or year is late only after its last day.",
    )
    delay_reason = forms.ChoiceField(
        label="Main reason",
        choices=[("", "Choose a reason"), *DelayReason.choices],
        error_messages={"required": "Choose the main reason.", "invalid_choice": "Choose a reason from the list."},
    )
    reason = words("The reason, in your own words")
    effect_on_families = words(
        "What does it mean for families?",
        "In words a parent would use. Never write about a child who could be recognised.",
    )

    @property
    def new_date(self) -> NewDate:
        cleaned = self.cleaned_data
        return NewDate(
            to_on=last_day(cleaned["to_on"], cleaned["to_precision"]),
            delay_reason=cleaned["delay_reason"],
            reason=cleaned["reason"],
            effect_on_families=cleaned["effect_on_families"],
            which=PromisedDate(cleaned["which"]),
            to_precision=cleaned["to_precision"],
        )


class DateDecisionForm(GovukForm):
    """The chair agrees or refuses; for the programme manager the body and its day must be named."""

    is_agreed = forms.TypedChoiceField(
        label="What was decided?",
        choices=[("yes", "Agreed: the new date is in force"), ("no", "Refused: the date stays")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it was agreed or refused."},
    )
    body = forms.ModelChoiceField(
        label="By which body?",
        queryset=Body.objects.none(),
        required=False,
        empty_label="Choose a body",
        error_messages={"required": "Choose the body that decided.", "invalid_choice": "Choose a body from the list."},
    )
    decided_on = forms.DateField(
        label="On which day?",
        widget=DayInput(),
        error_messages={
            "required": "Write the day of the decision.",
            "invalid": "Write the day as year, month and day, such as 2019-07-10.",
        },
    )
    words = words("In what words?", "What the minutes say, if anything.")

    def __init__(
        self,
        data=None,
        *,
        change: DateChange,
        partnership: Partnership,
        today: date,
        must_name_body: bool,
        books: Books | None = None,
    ):
        self.change, self.today, self.books = change, today, books or Books()
        super().__init__(data, initial={"decided_on": self.books.first_open_day(today)})
        if self.books.closed_by:
            told = "If it was decided on a day that is closed, choose the first open one and say so in the words below."
            self.fields["decided_on"].help_text = " ".join(filter(None, [self.books.notice(today), told]))
        self.fields["body"].queryset = Body.objects.filter(partnership=partnership)
        self.fields["body"].required = must_name_body

    def clean_decided_on(self) -> date:
        day = self.books.day_named(self.cleaned_data["decided_on"], today=self.today)
        if day < self.change.asked_on:
            raise forms.ValidationError(f"Choose {in_full(self.change.asked_on)} or later: it was asked for then.")
        return day
