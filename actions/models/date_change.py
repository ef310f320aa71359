"""A promised date never moves in silence: somebody asks, says why, and a body decides.

Both the asking and the deciding are rows that are only ever added. The date in force as at a day is
the latest one agreed by then, else the original, which never changes.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from actions.choices import DatePrecision, DelayReason, PromisedDate
from actions.periods import as_promised, in_full, months_between

from .append_only import AppendOnlyModel, AppendOnlyQuerySet, BroughtInQuerySet
from .brought_by import brought_by
from .constraints import one_of


class DateChangeQuerySet(BroughtInQuerySet):
    def visible_to(self, user):
        return self.filter(action__plan__partnership__memberships__user=user)

    def of(self, which: PromisedDate):
        return self.filter(which=which)

    def asked_by_day(self, on: date):
        return self.filter(asked_on__lte=on)

    def waiting_on(self, on: date):
        """Asked by that day, and not decided by then."""
        return self.asked_by_day(on).exclude(decision__decided_on__lte=on)


class DateChange(AppendOnlyModel):
    action = models.ForeignKey("actions.Action", models.PROTECT, related_name="date_changes")
    status_update = models.ForeignKey(
        "actions.StatusUpdate", models.PROTECT, null=True, blank=True, related_name="date_changes"
    )
    which = models.CharField(max_length=10, choices=PromisedDate.choices, default=PromisedDate.DUE)
    from_on = models.DateField("date in force when asked", null=True, blank=True)
    to_on = models.DateField("new date")
    to_precision = models.CharField(max_length=10, choices=DatePrecision.choices, default=DatePrecision.DAY)
    delay_reason = models.CharField("main reason", max_length=20, choices=DelayReason.choices)
    reason = models.TextField("the reason, in your own words", blank=True)
    effect_on_families = models.TextField("what it means for families", blank=True)
    asked_on = models.DateField()
    asked_by = models.ForeignKey("actions.User", models.PROTECT, related_name="asked_date_changes")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    brought_by = brought_by()

    objects = DateChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "date change"
        ordering = ["asked_on", "pk"]
        constraints = [
            one_of("which", PromisedDate, name="date_change_which_is_known"),
            one_of("delay_reason", DelayReason, name="date_change_delay_reason_is_known"),
            models.CheckConstraint(
                condition=Q(to_precision__in=[precision.value for precision in DatePrecision.dated()]),
                name="date_change_names_a_date",
            ),
            models.CheckConstraint(
                condition=Q(from_on__isnull=True) | ~Q(from_on=F("to_on")), name="date_change_changes_the_date"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_which_display()} to {self.to_in_words}"

    def clean(self) -> None:
        self.action.plan.books().refuse(self.asked_on)

    @property
    def to_in_words(self) -> str:
        return as_promised(self.to_on, self.to_precision)

    @property
    def from_in_words(self) -> str:
        return in_full(self.from_on) if self.from_on else "no date"

    @property
    def months_moved(self) -> int:
        return months_between(self.from_on, self.to_on) if self.from_on else 0

    @property
    def decision_or_none(self) -> "DateDecision | None":
        return getattr(self, "decision", None)

    @transaction.atomic
    def decide(self, *, by, is_agreed: bool, decided_on: date, body=None, words: str = "") -> "DateDecision":
        """Agree or refuse, once. ValidationError where it was decided before, or before it was asked."""
        self.action.plan.bump_revision()
        if DateDecision.objects.filter(date_change=self).exists():
            raise ValidationError("This request has already been decided. Look at the action to see how.")
        if decided_on < self.asked_on:
            raise ValidationError({"decided_on": f"Choose {in_full(self.asked_on)} or later: it was asked for then."})
        decision = DateDecision(
            date_change=self, is_agreed=is_agreed, decided_on=decided_on, decided_by=by, body=body, words=words
        )
        decision.full_clean(exclude=["date_change", "decided_by", "body"])
        decision.save()
        return decision


class DateDecisionQuerySet(AppendOnlyQuerySet):
    def agreed_by_day(self, on: date, which: PromisedDate):
        return self.filter(is_agreed=True, decided_on__lte=on, date_change__which=which)

    def newest_first(self):
        return self.order_by("-decided_on", "-pk")


class DateDecision(AppendOnlyModel):
    date_change = models.OneToOneField("actions.DateChange", models.PROTECT, related_name="decision")
    is_agreed = models.BooleanField()
    decided_on = models.DateField()
    decided_by = models.ForeignKey("actions.User", models.PROTECT, related_name="date_decisions")
    body = models.ForeignKey(
        "actions.Body",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="date_decisions",
        verbose_name="deciding body",
    )
    words = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = DateDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "date decision"
        ordering = ["decided_on", "pk"]

    def __str__(self) -> str:
        return "Agreed" if self.is_agreed else "Refused"

    def clean(self) -> None:
        self.date_change.action.plan.books().refuse(self.decided_on, field="decided_on")
