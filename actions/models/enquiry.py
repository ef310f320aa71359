"""What a body asked or recommended on record, by when an answer is owed, and what was answered. All only ever added.

The answer as at a day is the latest one given by then; whether it came late is judged by the first.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.urls import reverse
from django.utils import timezone

from actions.choices import AnswerOutcome, EnquiryKind, EnquiryState
from actions.periods import in_full

from .append_only import AppendOnlyModel, AppendOnlyQuerySet
from .constraints import not_empty, one_of


def answer_state(*, due_on: date, answered_on: date | None, on: date) -> EnquiryState:
    """Late only after the due day itself. Its twin for the database is `_state_case`."""
    if answered_on is None or answered_on > on:
        return EnquiryState.OVERDUE if due_on < on else EnquiryState.WAITING
    return EnquiryState.ANSWERED_LATE if due_on < answered_on else EnquiryState.ANSWERED


def _state_case(on: date) -> Case:
    """Over rows that know `answered_on`, the day of the first answer by then."""
    return Case(
        When(answered_on__isnull=True, due_on__lt=on, then=Value(EnquiryState.OVERDUE.value)),
        When(answered_on__isnull=True, then=Value(EnquiryState.WAITING.value)),
        When(due_on__lt=F("answered_on"), then=Value(EnquiryState.ANSWERED_LATE.value)),
        default=Value(EnquiryState.ANSWERED.value),
    )


class EnquiryQuerySet(AppendOnlyQuerySet):
    def visible_to(self, user):
        return self.filter(partnership__memberships__user=user)

    def asked_by_day(self, on: date):
        return self.filter(asked_on__lte=on)

    def as_at(self, on: date):
        """What was asked by then. Rows know `answered_on`, the day of the first answer by then, and `state`."""
        first = EnquiryAnswer.objects.filter(enquiry=OuterRef("pk")).given_by(on).oldest_first()
        answered = self.asked_by_day(on).annotate(answered_on=Subquery(first.values("answered_on")[:1]))
        return answered.annotate(state=_state_case(on))

    def overdue(self, on: date):
        return self.as_at(on).filter(state=EnquiryState.OVERDUE)

    def waiting(self, on: date):
        """For an answer that is not yet due."""
        return self.as_at(on).filter(state=EnquiryState.WAITING)

    def owed(self, on: date):
        """Not answered by then, whether or not it is due."""
        return self.as_at(on).filter(answered_on__isnull=True)

    def concerning(self, plan):
        """Those about an action of this plan; and those about no action in particular, unless it had ended before."""
        links = EnquiryAction.objects.filter(enquiry=OuterRef("pk"))
        return self.filter(Exists(links.filter(action__plan=plan)) | ~Exists(links) & Q(asked_on__lte=plan.ends_on))


class Enquiry(AppendOnlyModel):
    partnership = models.ForeignKey("actions.Partnership", models.PROTECT, related_name="enquiries")
    kind = models.CharField(max_length=20, choices=EnquiryKind.choices)
    text = models.TextField()
    body = models.ForeignKey("actions.Body", models.PROTECT, related_name="enquiries", verbose_name="asked by the body")
    meeting = models.ForeignKey("actions.Meeting", models.PROTECT, null=True, blank=True, related_name="enquiries")
    asked_on = models.DateField()
    asked_by = models.CharField(
        max_length=200, blank=True, help_text="A post or role, such as the chair of the committee: no name is needed."
    )
    minute_ref = models.CharField("minute reference", max_length=100, blank=True)
    addressed_to = models.ForeignKey("actions.Organisation", models.PROTECT, related_name="enquiries")
    due_on = models.DateField("answer due on")
    actions = models.ManyToManyField(
        "actions.Action", through="actions.EnquiryAction", blank=True, related_name="enquiries"
    )
    recorded_by = models.ForeignKey("actions.User", models.PROTECT, related_name="enquiries")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    submission = models.UUIDField(
        null=True, unique=True, editable=False, help_text="One press of one form: a second press finds this row."
    )
    is_illustrative = models.BooleanField(default=False)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = "question or recommendation"
        verbose_name_plural = "questions and recommendations"
        ordering = ["-asked_on", "pk"]
        constraints = [
            one_of("kind", EnquiryKind, name="enquiry_kind_is_known"),
            not_empty("text", name="enquiry_has_a_text"),
            models.CheckConstraint(condition=Q(due_on__gte=F("asked_on")), name="enquiry_is_due_after_it_is_asked"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {in_full(self.asked_on)} to {self.addressed_to}"

    def get_absolute_url(self) -> str:
        return reverse("enquiry-detail", args=[self.pk])

    def clean(self) -> None:
        """Everything it names is of the same partnership, and the meeting is the body's."""
        if self.body.partnership_id != self.partnership_id:
            raise ValidationError({"body": "Choose a body of the same partnership."})
        if self.addressed_to.partnership_id != self.partnership_id:
            raise ValidationError({"addressed_to": "Choose an organisation of the same partnership."})
        if self.meeting and self.meeting.body_id != self.body_id:
            raise ValidationError({"meeting": "Choose a meeting of the same body."})

    def state_on(self, on: date) -> EnquiryState:
        """Of one row what `as_at` says of many. Asked by then, or it has none."""
        first = self.answers.given_by(on).oldest_first().first()
        return answer_state(due_on=self.due_on, answered_on=first and first.answered_on, on=on)

    @transaction.atomic
    def record_answer(self, *, by, outcome: str, words: str, answered_on: date, **fields) -> "EnquiryAnswer":
        """ValidationError, and nothing written, for a day before the asking or before the last answer."""
        self.partnership.bump_revisions()
        latest = self.answers.newest_first().first()
        earliest = latest.answered_on if latest else self.asked_on
        if answered_on < earliest:
            what = "the last answer was given" if latest else "it was asked"
            raise ValidationError({"answered_on": f"Choose {in_full(earliest)} or later: {what} then."})
        answer = EnquiryAnswer(
            enquiry=self, outcome=outcome, words=words, answered_on=answered_on, answered_by=by, **fields
        )
        answer.full_clean(exclude=["enquiry", "answered_by"])
        answer.save()
        return answer


class EnquiryAction(AppendOnlyModel):
    """An action that was asked about. Known with the enquiry, and as lasting."""

    enquiry = models.ForeignKey("actions.Enquiry", models.PROTECT, related_name="action_links")
    action = models.ForeignKey("actions.Action", models.PROTECT, related_name="enquiry_links")

    class Meta:
        verbose_name = "action asked about"
        verbose_name_plural = "actions asked about"
        ordering = ["enquiry", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["enquiry", "action"], name="enquiry_action_is_named_once"),
        ]

    def __str__(self) -> str:
        return f"{self.enquiry}: {self.action}"


class EnquiryAnswerQuerySet(AppendOnlyQuerySet):
    def given_by(self, on: date):
        return self.filter(answered_on__lte=on)

    def oldest_first(self):
        return self.order_by("answered_on", "pk")

    def newest_first(self):
        return self.order_by("-answered_on", "-pk")


class EnquiryAnswer(AppendOnlyModel):
    enquiry = models.ForeignKey("actions.Enquiry", models.PROTECT, related_name="answers")
    outcome = models.CharField(max_length=20, choices=AnswerOutcome.choices)
    words = models.TextField()
    answered_on = models.DateField()
    answered_by = models.ForeignKey("actions.User", models.PROTECT, related_name="enquiry_answers")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    submission = models.UUIDField(
        null=True, unique=True, editable=False, help_text="One press of one form: a second press finds this row."
    )

    objects = EnquiryAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = "answer"
        ordering = ["enquiry", "answered_on", "pk"]
        constraints = [
            one_of("outcome", AnswerOutcome, name="enquiry_answer_outcome_is_known"),
            not_empty("words", name="enquiry_answer_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} on {in_full(self.answered_on)}"

    def clean(self) -> None:
        """The database keeps the same rule."""
        if self.outcome not in AnswerOutcome.of(self.enquiry.kind):
            raise ValidationError({"outcome": "A recommendation is accepted or not; a question is answered."})
