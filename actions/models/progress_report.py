"""What a board is told: drafted, then frozen with its figures, and from then the same for ever.

A draft is words and a day (operations/draft_report.py); its figures are worked out anew each time.
Freezing (operations/freeze_report.py) gives it a number, keeps what it says as the very text that was
hashed, and closes the plan's books through its day. Publishing (publishing.py) keeps what everybody
may read. A mistake is put right by a later report.
"""

import json
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Max, Q
from django.utils import timezone

from actions.canonical import canonical, fingerprint_of
from actions.choices import Judgement
from actions.periods import in_full

from .constraints import one_of
from .freezing import FreezableModel, FreezableQuerySet
from .publishing import PublishableModel


class ProgressReportQuerySet(FreezableQuerySet):
    def visible_to(self, user):
        return self.filter(plan__partnership__memberships__user=user)

    def drafts(self):
        return self.filter(frozen_at=None)

    def published(self):
        return self.filter(published_at__isnull=False)

    def newest_first(self):
        """Drafts, which have no number yet, before all others."""
        return self.order_by(F("number").desc(nulls_first=True), "-pk")


class ProgressReport(PublishableModel, FreezableModel):
    plan = models.ForeignKey("actions.Plan", models.PROTECT, related_name="reports")
    number = models.PositiveIntegerField(null=True, editable=False)
    meeting = models.ForeignKey("actions.Meeting", models.PROTECT, null=True, blank=True, related_name="reports")
    as_at_on = models.DateField("as at")
    compared_with = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="compared_by")
    compared_on = models.DateField("or compared with a day", null=True, blank=True)
    judgement = models.CharField("overall judgement", max_length=20, choices=Judgement.choices, blank=True)
    judgement_words = models.CharField("the judgement in a line", max_length=300, blank=True)
    words = models.TextField("the chair’s words", blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    correction_reason = models.TextField("what was wrong", blank=True)
    drafted_by = models.ForeignKey("actions.User", models.PROTECT, related_name="drafted_reports")
    drafted_at = models.DateTimeField(default=timezone.now, editable=False)
    edited_by = models.ForeignKey("actions.User", models.PROTECT, related_name="edited_reports")
    edits = models.PositiveIntegerField(default=0, editable=False, help_text="Raised by each edit of the draft.")
    frozen_on = models.DateField(null=True, editable=False)
    frozen_at = models.DateTimeField(null=True, editable=False)
    frozen_by = models.ForeignKey(
        "actions.User", models.PROTECT, null=True, editable=False, related_name="frozen_reports"
    )
    content = models.TextField("all it says, as the text that was hashed", blank=True, editable=False)
    sha256 = models.CharField("fingerprint", max_length=64, blank=True, editable=False)

    frozen_when = "frozen_at"
    objects = ProgressReportQuerySet.as_manager()

    class Meta:
        verbose_name = "progress report"
        ordering = ["plan", F("number").asc(nulls_last=True), "pk"]
        indexes = [
            models.Index(
                fields=["plan", "as_at_on"],
                condition=Q(frozen_at__isnull=False),
                name="progress_report_closed_through",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="progress_report_number_is_unique_in_plan"),
            one_of("judgement", Judgement, name="progress_report_judgement_is_known", blank=True),
            models.CheckConstraint(
                condition=Q(number=None, frozen_on=None, frozen_at=None, frozen_by=None, content="", sha256="")
                | Q(
                    ~Q(content=""),
                    ~Q(sha256=""),
                    number__isnull=False,
                    frozen_on__isnull=False,
                    frozen_at__isnull=False,
                    frozen_by__isnull=False,
                ),
                name="progress_report_is_frozen_as_a_whole",
            ),
            models.CheckConstraint(
                condition=Q(frozen_on=None) | Q(as_at_on__lte=F("frozen_on")),
                name="progress_report_does_not_tell_of_days_to_come",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False, frozen_at__isnull=False),
                name="progress_report_is_published_only_when_frozen",
            ),
            models.CheckConstraint(
                condition=Q(public_content="", public_sha256="")
                | Q(~Q(public_content=""), ~Q(public_sha256=""), published_at__isnull=False),
                name="progress_report_public_content_is_published_as_a_whole",
            ),
            models.CheckConstraint(
                condition=Q(compared_on=None) | Q(compared_with=None, compared_on__lt=F("as_at_on")),
                name="progress_report_compares_with_one_earlier_day",
            ),
            models.CheckConstraint(
                condition=Q(corrects=None, correction_reason="") | Q(~Q(correction_reason=""), corrects__isnull=False),
                name="progress_report_correction_says_why",
            ),
        ]

    def __str__(self) -> str:
        name = f"Progress report {self.number}" if self.number else "Draft progress report"
        return f"{name}, as at {in_full(self.as_at_on)}"

    # ──── what it is

    @property
    def is_frozen(self) -> bool:
        return self.frozen_at is not None

    @property
    def since(self) -> date | None:
        """The day it compares with."""
        return self.compared_with.as_at_on if self.compared_with else self.compared_on

    @property
    def judgement_in_words(self) -> str:
        """Delivering part of what was promised: two priorities need the board."""
        return ": ".join(filter(None, [self.get_judgement_display(), self.judgement_words]))

    @property
    def told(self) -> dict:
        """All it says, as plain data. Only of a frozen report."""
        return json.loads(self.content)

    @property
    def next_number(self) -> int:
        """Its own once it is frozen; before, the one it would get now."""
        return self.number or 1 + (self.plan.reports.aggregate(last=Max("number"))["last"] or 0)

    def clean(self) -> None:
        """What the database refuses as well, in kinder words; and that all it names belongs to its plan."""
        problems = {}
        last = self.plan.reports.frozen().exclude(pk=self.pk).order_by("-number").first()
        if last and self.as_at_on and self.as_at_on < last.as_at_on:
            problems["as_at_on"] = f"Choose {in_full(last.as_at_on)} or later: report {last.number} told of that day."
        if self.meeting and self.meeting.body.partnership_id != self.plan.partnership_id:
            problems["meeting"] = "Choose a meeting of a body of the same partnership."
        if self.compared_with and self.compared_on:
            problems["compared_on"] = "Compare with an earlier report or with a day, not with both."
        elif self.since and self.as_at_on and self.since >= self.as_at_on:
            problems["compared_with" if self.compared_with else "compared_on"] = "Compare with an earlier day."
        for name, other in (("compared_with", self.compared_with), ("corrects", self.corrects)):
            if other and not (other.is_frozen and other.plan_id == self.plan_id):
                problems[name] = "Choose a frozen report of the same plan."
        if self.corrects and not self.correction_reason:
            problems["correction_reason"] = "Say what was wrong in the report that this one corrects."
        if self.correction_reason and not self.corrects:
            problems["corrects"] = "Choose the report that this one corrects."
        if problems:
            raise ValidationError(problems)

    # ──── what is done with it

    def begin_freezing(self, *, by, at: datetime) -> None:
        """Who, when and which; `seal` follows with what it says. Only operations/freeze_report.py may do so."""
        self.number = self.next_number
        self.frozen_by, self.frozen_at, self.frozen_on = by, at, timezone.localdate(at)

    def seal(self, content: dict) -> None:
        self.content = canonical(content)
        self.sha256 = fingerprint_of(self.content)
