"""The bodies that read the plan, and when they meet."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from actions.choices import BodyKind, OrganisationKind, TimeUnit
from actions.periods import counted, later

from .constraints import not_empty, one_of

A_REASONABLE_TIME = [MinValueValidator(1), MaxValueValidator(400)]


class Body(models.Model):
    """Each body says how long it waits for an answer.

    What stands here unless set otherwise is the law on scrutiny: two months for a council and its executive
    (Local Government Act 2000, section 9FE), and 28 days for NHS organisations (SI 2013/218, regulation 22). Both
    run from when the letter arrives, which is not before the day of asking.
    """

    partnership = models.ForeignKey("actions.Partnership", models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=BodyKind.choices)
    answer_within = models.PositiveSmallIntegerField("time to answer", default=2, validators=A_REASONABLE_TIME)
    answer_unit = models.CharField("counted in", max_length=10, choices=TimeUnit.choices, default=TimeUnit.MONTHS.value)
    nhs_answer_days = models.PositiveSmallIntegerField(
        "days for an NHS organisation to answer", default=28, validators=A_REASONABLE_TIME
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "bodies"
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="body_name_is_unique_in_partnership"),
            one_of("kind", BodyKind, name="body_kind_is_known"),
            not_empty("name", name="body_has_a_name"),
            one_of("answer_unit", TimeUnit, name="body_answer_unit_is_known"),
        ]

    def __str__(self) -> str:
        return self.name

    def answer_due_on(self, asked_on: date, organisation) -> date:
        return later(asked_on, *self._time_for(organisation))

    def time_to_answer(self, organisation) -> str:
        """2 months; 28 days"""
        return counted(*self._time_for(organisation))

    def _time_for(self, organisation) -> tuple[int, str]:
        if organisation.kind in OrganisationKind.nhs():
            return self.nhs_answer_days, TimeUnit.DAYS.value
        return self.answer_within, self.answer_unit


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(body__partnership__memberships__user=user)

    def of(self, partnership):
        return self.filter(body__partnership=partnership).select_related("body")

    def before(self, on: date):
        return self.filter(held_on__lt=on).order_by("-held_on", "-pk")

    def from_day(self, on: date):
        return self.filter(held_on__gte=on).order_by("held_on", "pk")


class Meeting(models.Model):
    body = models.ForeignKey("actions.Body", models.PROTECT, related_name="meetings")
    held_on = models.DateField()
    papers_due_on = models.DateField(null=True, blank=True)

    objects = MeetingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-held_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "held_on"], name="meeting_is_one_per_body_and_day"),
            models.CheckConstraint(
                condition=Q(papers_due_on__isnull=True) | Q(papers_due_on__lte=F("held_on")),
                name="meeting_papers_are_due_before_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body.name}, {self.held_on.day} {self.held_on:%B %Y}"
