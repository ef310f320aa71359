"""What the inspectors wrote, and what was judged of it later."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from actions.choices import FindingKind, InspectionKind, InspectionOutcome, Progress
from actions.periods import in_full

from .append_only import AppendOnlyModel, AppendOnlyQuerySet
from .constraints import not_empty, one_of


class InspectionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(partnership__memberships__user=user)

    def known_by(self, on: date):
        """Inspections whose report was out by that day."""
        return self.filter(published_on__lte=on)


class Inspection(models.Model):
    partnership = models.ForeignKey("actions.Partnership", models.PROTECT, related_name="inspections")
    kind = models.CharField(max_length=30, choices=InspectionKind.choices)
    inspected_on = models.DateField("first day of the inspection, or of its month")
    published_on = models.DateField("day the report or letter was published")
    outcome = models.CharField(max_length=30, choices=InspectionOutcome.choices)
    summary = models.TextField(blank=True)

    objects = InspectionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-published_on"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "inspected_on"], name="inspection_is_one_per_day"),
            one_of("kind", InspectionKind, name="inspection_kind_is_known"),
            one_of("outcome", InspectionOutcome, name="inspection_outcome_is_known"),
            models.CheckConstraint(
                condition=models.Q(published_on__gte=models.F("inspected_on")),
                name="inspection_is_published_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.inspected_on:%B %Y}"

    def clean(self) -> None:
        judged = FindingJudgement.objects.filter(finding__inspection=self.pk).order_by("judged_on").first()
        if judged and self.published_on and self.published_on > judged.judged_on:
            earliest = in_full(judged.judged_on)
            raise ValidationError({"published_on": f"Choose {earliest} or earlier: a finding was judged then."})


class FindingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(inspection__partnership__memberships__user=user)

    def known_by(self, on: date):
        """Findings of a report that was out by that day."""
        return self.filter(inspection__published_on__lte=on)

    def needing_action(self):
        return self.filter(kind__in=FindingKind.needing_action())


class Finding(models.Model):
    inspection = models.ForeignKey("actions.Inspection", models.PROTECT, related_name="findings")
    ref = models.CharField("reference", max_length=20)
    kind = models.CharField(max_length=30, choices=FindingKind.choices)
    text = models.TextField()
    order = models.PositiveSmallIntegerField(default=0)
    is_illustrative = models.BooleanField(default=False)

    objects = FindingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["inspection", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "ref"], name="finding_ref_is_unique_in_inspection"),
            one_of("kind", FindingKind, name="finding_kind_is_known"),
            not_empty("ref", name="finding_has_a_ref"),
            not_empty("text", name="finding_has_a_text"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.text}"

    def get_absolute_url(self) -> str:
        return reverse("finding-detail", args=[self.pk])

    def clean(self) -> None:
        if self.pk and not self.needs_action and self.judgements.exists():
            raise ValidationError({"kind": "Its progress was judged, so it cannot be a strength."})

    @property
    def needs_action(self) -> bool:
        return self.kind in FindingKind.needing_action()

    @transaction.atomic
    def record_judgement(
        self, *, by, judged_by: str, judged_on: date, is_sufficient: bool, words: str = ""
    ) -> "FindingJudgement":
        """Add a body's word on progress. ValidationError, and nothing written, for a day before the last one."""
        self.inspection.partnership.bump_revisions()
        earliest, then = self._may_be_judged_from()
        if judged_on < earliest:
            raise ValidationError({"judged_on": f"Choose {in_full(earliest)} or later: {then}."})
        judgement = FindingJudgement(
            finding=self,
            judged_by=judged_by,
            judged_on=judged_on,
            is_sufficient=is_sufficient,
            words=words,
            recorded_by=by,
        )
        judgement.full_clean(exclude=["finding", "recorded_by"])
        judgement.save()
        return judgement

    def _may_be_judged_from(self) -> tuple[date, str]:
        latest = self.judgements.newest_first().first()
        if latest:
            return latest.judged_on, "it was last judged on that day"
        return self.inspection.published_on, "the report was published on that day"


class FindingJudgementQuerySet(AppendOnlyQuerySet):
    def known_by(self, on: date):
        return self.filter(judged_on__lte=on)

    def newest_first(self):
        return self.order_by("-judged_on", "-pk")


class FindingJudgement(AppendOnlyModel):
    """A body's word on whether progress against a finding is enough: apart from its actions."""

    finding = models.ForeignKey("actions.Finding", models.PROTECT, related_name="judgements")
    judged_on = models.DateField()
    judged_by = models.CharField("judging body", max_length=200)
    is_sufficient = models.BooleanField()
    words = models.TextField(blank=True)
    recorded_by = models.ForeignKey(
        "actions.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="recorded_judgements",
        help_text="Empty where it came in with the findings.",
    )
    recorded_at = models.DateTimeField(null=True, default=timezone.now, editable=False)

    objects = FindingJudgementQuerySet.as_manager()

    class Meta:
        verbose_name = "finding judgement"
        constraints = [not_empty("judged_by", name="finding_judgement_names_its_body")]

    def __str__(self) -> str:
        return f"{self.progress.label}, {in_full(self.judged_on)}"

    @property
    def progress(self) -> Progress:
        return Progress.SUFFICIENT if self.is_sufficient else Progress.NOT_SUFFICIENT
