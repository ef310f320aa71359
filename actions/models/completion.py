"""“Complete” is a claim with evidence, until somebody else from elsewhere has looked."""

import uuid
from datetime import date
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils import timezone

from actions.choices import Status, Verdict

from .append_only import AppendOnlyModel, AppendOnlyQuerySet
from .constraints import not_empty, one_of


def unguessable_name(evidence: "Evidence", file_name: str) -> str:
    """Nothing of the name that was typed reaches the disk but its ending."""
    return f"{uuid.uuid4().hex}{PurePath(file_name).suffix.lower()[:10]}"


def evidence_storage():
    return storages["evidence"]


class EvidenceQuerySet(AppendOnlyQuerySet):
    def visible_to(self, user):
        return self.filter(action__plan__partnership__memberships__user=user)

    def known_by(self, on: date):
        return self.filter(added_on__lte=on)


class Evidence(AppendOnlyModel):
    action = models.ForeignKey("actions.Action", models.PROTECT, related_name="evidence")
    status_update = models.ForeignKey(
        "actions.StatusUpdate", models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    title = models.CharField(max_length=200)
    link = models.URLField(max_length=500, blank=True)
    file = models.FileField(storage=evidence_storage, upload_to=unguessable_name, max_length=100, blank=True)
    file_name = models.CharField("name as uploaded", max_length=200, blank=True)
    file_size = models.PositiveIntegerField("bytes", default=0)
    added_on = models.DateField()
    added_by = models.ForeignKey("actions.User", models.PROTECT, related_name="evidence")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = "piece of evidence"
        verbose_name_plural = "evidence"
        ordering = ["added_on", "pk"]
        constraints = [
            not_empty("title", name="evidence_has_a_title"),
            models.CheckConstraint(
                condition=Q(link="", file__gt="") | Q(link__gt="", file=""), name="evidence_is_a_link_or_a_file"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        self.action.plan.books().refuse(self.added_on)


class VerificationQuerySet(AppendOnlyQuerySet):
    def verified_by_day(self, on: date):
        return self.filter(verdict=Verdict.VERIFIED, verified_on__lte=on)


class Verification(AppendOnlyModel):
    """A second person's word on a claim: not the claimant's, and not the lead organisation's."""

    claim = models.OneToOneField("actions.StatusUpdate", models.PROTECT, related_name="verification")
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    verified_on = models.DateField()
    verified_by = models.ForeignKey("actions.User", models.PROTECT, related_name="verifications")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = VerificationQuerySet.as_manager()

    class Meta:
        verbose_name = "verification"
        ordering = ["verified_on", "pk"]
        constraints = [
            one_of("verdict", Verdict, name="verification_verdict_is_known"),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.VERIFIED) | ~Q(reason=""), name="verification_sent_back_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.get_verdict_display()

    def clean(self) -> None:
        """The database keeps the same rules."""
        if self.claim.status != Status.COMPLETE:
            raise ValidationError("Only a claim that an action is complete can be verified.")
        if not self.claim.may_be_verified_by(self.verified_by):
            raise ValidationError("A claim is verified by somebody else, who is not of the lead organisation.")
        self.claim.action.plan.books().refuse(self.verified_on)
