"""A tracker's file being brought in: kept for its owner until it is applied or thrown away, and from then a record.

What it brought can be taken back as a whole, for as long as nothing later rests on it: see
operations/undo_import.py. The file itself is forgotten once it has been applied; its fingerprint stays.
"""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class PlanImportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A half-done import is its owner's alone; what was applied is everybody's record."""
        mine = Q(applied_at=None, begun_by=user) | Q(applied_at__isnull=False)
        return self.filter(mine, partnership__memberships__user=user)

    def half_done(self):
        return self.filter(applied_at=None)

    def applied(self):
        return self.filter(applied_at__isnull=False)

    def in_force(self):
        return self.applied().filter(undone_at=None)

    def newest_first(self):
        return self.order_by(F("applied_at").desc(nulls_first=True), "-pk")


class PlanImport(models.Model):
    """`plan` is None until one is chosen or made. `cells` is the file as it was read: see imports/grid.py."""

    partnership = models.ForeignKey("actions.Partnership", models.PROTECT, related_name="imports")
    plan = models.ForeignKey("actions.Plan", models.PROTECT, null=True, blank=True, related_name="imports")
    file_name = models.CharField(max_length=255)
    file_kind = models.CharField(max_length=10)
    sha256 = models.CharField("fingerprint of the file", max_length=64)
    cells = models.BinaryField(null=True)
    begun_by = models.ForeignKey("actions.User", models.PROTECT, related_name="begun_imports")
    begun_at = models.DateTimeField(default=timezone.now)
    told_on = models.DateField("tells how things stood on", null=True, blank=True)
    choices = models.JSONField("what was chosen on the way", default=dict, encoder=DjangoJSONEncoder)
    mapping = models.JSONField("which column and which word means what", default=dict)
    decisions = models.JSONField("what was decided of each doubt", default=dict)
    applied_by = models.ForeignKey("actions.User", models.PROTECT, null=True, related_name="applied_imports")
    applied_at = models.DateTimeField(null=True)
    outcome = models.JSONField("what each row became", default=dict, encoder=DjangoJSONEncoder)
    undone_by = models.ForeignKey("actions.User", models.PROTECT, null=True, related_name="undone_imports")
    undone_at = models.DateTimeField(null=True)

    objects = PlanImportQuerySet.as_manager()

    class Meta:
        verbose_name = "import"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(applied_at=None, applied_by=None) | Q(applied_at__isnull=False, applied_by__isnull=False),
                name="plan_import_is_applied_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False, applied_at__isnull=False),
                name="plan_import_is_undone_only_when_applied",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_applied(self) -> bool:
        return self.applied_at is not None

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None

    @property
    def is_in_force(self) -> bool:
        return self.is_applied and not self.is_undone
