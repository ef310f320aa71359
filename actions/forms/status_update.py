"""How an officer says how an action is going: minutes, not an essay."""

from datetime import date
from uuid import UUID, uuid4

from django import forms

from actions.choices import DelayReason, Status
from actions.models import StatusUpdate
from actions.models.closed_books import Books
from actions.operations.report_progress import NewDate, NewEvidence
from actions.periods import in_full
from actions.wording import word_for_more_time

from .base import GovukForm
from .evidence import EvidenceFileField
from .widgets import DayInput

SAID = [
    "status",
    "effective_on",
    "progress",
    "next_steps",
    "delay_reason",
    "reason",
    "recovery",
    "effect_on_families",
    "review_on",
]


def words(label: str, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=5000, widget=widget)


class StatusUpdateForm(GovukForm):
    """Beyond a reason and a review date, and only when delayed, nothing but the status is compulsory."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    status = forms.ChoiceField(
        label="How is it going?",
        choices=[(status.value, status.label) for status in [*Status.counted(), Status.CLOSED]],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it is going.", "invalid_choice": "Choose one of the five answers."},
    )
    progress = words("What has been done?")
    next_steps = words("What happens next?")
    delay_reason = forms.ChoiceField(
        label="Main reason",
        required=False,
        choices=[("", "Choose a reason"), *DelayReason.choices],
        error_messages={"invalid_choice": "Choose a reason from the list."},
    )
    reason = words(
        "The reason, in your own words",
        "Needed when the action no longer applies; otherwise if the list does not say it all.",
    )
    recovery = words("What is being done about it?")
    effect_on_families = words(
        "What does it mean for families?",
        "In words a parent would use. Never write about a child who could be recognised.",
    )
    review_on = forms.DateField(
        label="When will you look at it again?",
        required=False,
        widget=DayInput(),
        error_messages={"invalid": "Write the review date as a day, such as 2019-09-30."},
    )
    new_due_on = forms.DateField(
        label="Ask for a new due date",
        required=False,
        widget=DayInput(),
        help_text="The original date stays on record. The board decides.",
        error_messages={"invalid": "Write the new date as a day, such as 2019-12-20."},
    )
    no_new_date = forms.BooleanField(label="No new date is needed", required=False)
    evidence_title = forms.CharField(
        label="What shows it?",
        required=False,
        max_length=200,
        help_text="Needed when you say it is complete: a document, a page, minutes.",
    )
    evidence_link = forms.URLField(
        label="Its address, if it is on a website",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": "Write a full address, such as https://www.example.gov.uk/local-offer."},
    )
    evidence_file = EvidenceFileField(label="Or a file", required=False)
    effective_on = forms.DateField(
        label="Counts from",
        widget=DayInput(),
        error_messages={
            "required": "Write the day from which this counts.",
            "invalid": "Write the day as year, month and day, such as 2019-07-10.",
        },
    )

    def __init__(
        self,
        data=None,
        files=None,
        *,
        today: date,
        latest: StatusUpdate | None,
        added_on: date,
        due_on: date | None,
        has_evidence: bool,
        books: Books | None = None,
    ):
        self.books = books or Books()
        initial = {
            "submission": uuid4(),
            "seen": latest.pk if latest else None,
            "effective_on": self.books.first_open_day(today),
            "status": latest.status if latest else None,
            "delay_reason": latest.delay_reason if latest else "",
            "review_on": latest.review_on if latest and latest.review_on and latest.review_on >= today else None,
        }
        super().__init__(data, files, initial=initial)
        self.today, self.due_on, self.has_evidence = today, due_on, has_evidence
        self.earliest = latest.effective_on if latest else added_on
        self.fields["effective_on"].help_text = self.books.days_to_name(today)

    # ──── what was typed, checked

    def clean_effective_on(self) -> date:
        day = self.books.day_named(self.cleaned_data["effective_on"], today=self.today)
        if day < self.earliest:
            raise forms.ValidationError(
                f"Choose {in_full(self.earliest)} or later: what was said last counts from then."
            )
        return day

    def clean_new_due_on(self) -> date | None:
        day = self.cleaned_data["new_due_on"]
        if day and day == self.due_on:
            raise forms.ValidationError(f"{in_full(day)} is the due date already: write another day.")
        return day

    def clean(self) -> dict:
        cleaned = super().clean()
        status = cleaned.get("status")
        if status == Status.DELAYED:
            self._need("delay_reason", "Choose the main reason for the delay or risk.")
            self._need("review_on", "Write the day on which you will look at it again.")
        if status == Status.DELAYED and cleaned.get("review_on") and cleaned["review_on"] < self.today:
            self.add_error("review_on", "Choose a review date that is still to come.")
        if status == Status.CLOSED:
            self._need("reason", "Say why the action no longer applies.")
        if cleaned.get("new_due_on"):
            self._need("delay_reason", "Choose the main reason why a new date is needed.")
        self._check_evidence(status)
        self._check_contradiction()
        return cleaned

    def _check_evidence(self, status: str | None) -> None:
        link, file = self.cleaned_data.get("evidence_link"), self.cleaned_data.get("evidence_file")
        if link and file:
            self.add_error("evidence_link", "Give an address or a file, not both: add the other one afterwards.")
        if (link or file) and not self.cleaned_data.get("evidence_title"):
            self.cleaned_data["evidence_title"] = file.name[:200] if file else link[:200]
        if self.cleaned_data.get("evidence_title") and not (link or file or self._has_error_in_evidence):
            self.add_error("evidence_title", "Add the address or the file of this piece of evidence.")
        elif status == Status.COMPLETE and not (self.has_evidence or link or file or self._has_error_in_evidence):
            self.add_error("evidence_title", "Add at least one piece of evidence before you say it is complete.")

    def _check_contradiction(self) -> None:
        """Pointed out while typing is fresh: more time in words, but no date asked for."""
        cleaned = self.cleaned_data
        text = " ".join(cleaned.get(name) or "" for name in ("progress", "next_steps", "reason", "recovery"))
        word = word_for_more_time(text)
        answered = cleaned.get("new_due_on") or cleaned.get("no_new_date") or "new_due_on" in self.errors
        if word and not answered and cleaned.get("status") in Status.open():
            self.add_error(
                "new_due_on",
                f"You wrote “{word}” but asked for no new date. Ask for one here, or say below that none is needed.",
            )

    @property
    def asks_whether_a_date_is_needed(self) -> bool:
        return "new_due_on" in self.errors or bool(self["no_new_date"].value())

    @property
    def _has_error_in_evidence(self) -> bool:
        return bool({"evidence_link", "evidence_file"} & set(self.errors))

    def _need(self, name: str, message: str) -> None:
        if name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, message)

    def clean_submission(self) -> UUID:
        return self.cleaned_data["submission"] or uuid4()

    # ──── what it asks of the records

    @property
    def said(self) -> dict:
        return {name: self.cleaned_data[name] for name in SAID}

    @property
    def evidence(self) -> list[NewEvidence]:
        link, file = self.cleaned_data["evidence_link"], self.cleaned_data["evidence_file"]
        title = self.cleaned_data["evidence_title"]
        if file:
            return [NewEvidence(title, file=file, file_name=file.name[-200:], file_size=file.size)]
        return [NewEvidence(title, link=link)] if link else []

    @property
    def new_date(self) -> NewDate | None:
        cleaned = self.cleaned_data
        if not cleaned["new_due_on"]:
            return None
        return NewDate(cleaned["new_due_on"], cleaned["delay_reason"], cleaned["reason"], cleaned["effect_on_families"])
