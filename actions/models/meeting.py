"""The bodies that read the plan, and when they meet."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from actions.choices import BodyKind

from .constraints import not_empty, one_of


class Body(models.Model):
    partnership = models.ForeignKey("actions.Partnership", models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=BodyKind.choices)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "bodies"
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="body_name_is_unique_in_partnership"),
            one_of("kind", BodyKind, name="body_kind_is_known"),
            not_empty("name", name="body_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


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
