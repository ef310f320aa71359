"""The published plan, and the priorities its actions stand under."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from actions.choices import InspectionKind, PlanKind

from .closed_books import Books, refuse_other_patience
from .constraints import not_empty, one_of


class PlanQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(partnership__memberships__user=user)

    def begun_by(self, on: date):
        return self.filter(starts_on__lte=on)

    def running_on(self, on: date):
        return self.filter(starts_on__lte=on, ends_on__gte=on)


class Plan(models.Model):
    partnership = models.ForeignKey("actions.Partnership", models.PROTECT, related_name="plans")
    kind = models.CharField(max_length=30, choices=PlanKind.choices)
    title = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    adopted_on = models.DateField(
        null=True, blank=True, help_text="From this day on, the original dates of its actions never change."
    )
    tolerance_days = models.PositiveSmallIntegerField(
        default=92, help_text="Red begins this many days after an action's original due date."
    )
    confirm_within_days = models.PositiveSmallIntegerField(
        default=35, help_text="An open action that nobody has confirmed for longer is marked as silent."
    )
    next_inspection_on = models.DateField(
        "next inspection expected",
        null=True,
        blank=True,
        help_text="The day on which inspectors are expected back, or the first day of that month.",
    )
    revision = models.PositiveBigIntegerField(default=0, editable=False)

    objects = PlanQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["revision"])

    class Meta:
        ordering = ["-starts_on", "title"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "title"], name="plan_title_is_unique_in_partnership"),
            one_of("kind", PlanKind, name="plan_kind_is_known"),
            not_empty("title", name="plan_has_a_title"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="plan_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("plan-dashboard", args=[self.pk])

    def clean(self) -> None:
        if self.pk:
            refuse_other_patience(self)

    def books(self) -> Books:
        """Which days are closed. One query."""
        return Books(self.reports.frozen().select_related("meeting__body").order_by("-number").first())

    def closed_through(self) -> date | None:
        return self.books().closed_through

    def first_open_day(self, today: date) -> date:
        """From which day a word of today counts: tomorrow, where a frozen report told of today."""
        return self.books().first_open_day(today)

    @property
    def day_before_it_began(self) -> date:
        return self.starts_on - timedelta(days=1)

    def is_handing_over(self, on: date) -> bool:
        """It is over, or a later plan has begun: it may be said what became of its actions."""
        later = self.partnership.plans.begun_by(on).filter(starts_on__gt=self.starts_on)
        return self.ends_on < on or later.exists()

    @property
    def next_inspection_label(self) -> str:
        """A priority action plan is followed by a monitoring inspection (Ofsted's and the CQC's framework of 2023)."""
        return InspectionKind.MONITORING.label if self.kind == PlanKind.PAP else "Next inspection"

    def bump_revision(self) -> None:
        """Mark that pages of this plan may read differently. Call inside the transaction, before reading.

        The row lock this takes also means that one write at a time happens to a plan.
        """
        type(self).objects.filter(pk=self.pk).update(revision=F("revision") + 1)


class PriorityQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(plan__partnership__memberships__user=user)


class Priority(models.Model):
    plan = models.ForeignKey("actions.Plan", models.PROTECT, related_name="priorities")
    ref = models.CharField("reference", max_length=20)
    title = models.CharField(max_length=200)
    intended_outcome = models.TextField(blank=True)
    lead_organisation = models.ForeignKey(
        "actions.Organisation", models.PROTECT, null=True, blank=True, related_name="led_priorities"
    )
    order = models.PositiveSmallIntegerField(default=0)

    objects = PriorityQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["plan", "order", "pk"]
        verbose_name_plural = "priorities"
        constraints = [
            models.UniqueConstraint(fields=["plan", "ref"], name="priority_ref_is_unique_in_plan"),
            not_empty("ref", name="priority_has_a_ref"),
            not_empty("title", name="priority_has_a_title"),
        ]

    def __str__(self) -> str:
        return f"{self.ref}. {self.title}"
