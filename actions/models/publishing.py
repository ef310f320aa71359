"""Publishing: once, what everybody may read is made from what was frozen, and from then on it is all they read."""

import json
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction

from actions.canonical import canonical, fingerprint_of
from actions.publication import NOTHING, Approved, public_content


class PublishableModel(models.Model):
    """A frozen record with a `plan`, that is `told` as plain data."""

    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        "actions.User", models.PROTECT, null=True, editable=False, related_name="published_reports"
    )
    public_words = models.TextField("words for the public", blank=True)
    public_content = models.TextField("all that everybody may read, as text", blank=True, editable=False)
    public_sha256 = models.CharField("public fingerprint", max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def public(self) -> dict:
        """What everybody may read. Of a report published before that was kept: its figures and its public words."""
        if self.public_content:
            return json.loads(self.public_content)
        return public_content(self.told, public_words=self.public_words)

    @transaction.atomic
    def publish(self, *, by, at: datetime, public_words: str, approved: Approved = NOTHING) -> None:
        """Let everybody read its figures, and of what people wrote only what the chair approved. Once, when frozen."""
        self.plan.bump_revision()
        stored = type(self).objects.get(pk=self.pk)
        if not stored.is_frozen:
            raise ValidationError("Freeze the report before you publish it.")
        if stored.is_published:
            raise ValidationError("This report has been published already.")
        self.published_by, self.published_at, self.public_words = by, at, public_words
        self.public_content = canonical(public_content(stored.told, public_words=public_words, approved=approved))
        self.public_sha256 = fingerprint_of(self.public_content)
        written = ["published_by", "published_at", "public_words", "public_content", "public_sha256"]
        models.Model.save(self, update_fields=written)
