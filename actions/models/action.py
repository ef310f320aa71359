"""The promise. How it is going is in its StatusUpdate rows, so "now" is asked for, never stored."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from simple_history.models import HistoricalRecords

from actions import rag
from actions.choices import DatePrecision, PromisedDate, Status
from actions.flags import flag_condition
from actions.periods import as_promised, in_full, last_day
from actions.wording import word_for_more_time

from .brought_by import brought_by
from .closed_books import refuse_another_promise
from .completion import Evidence
from .constraints import not_empty, one_of
from .date_change import DateChange, DateDecision
from .standing import standing_on
from .status_update import StatusUpdate


class ActionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(plan__partnership__memberships__user=user)

    def in_plan_by(self, on: date):
        return self.filter(added_on__lte=on)

    def as_at(self, on: date, *, as_heard: bool = False):
        """The actions then in the plan, each annotated with how it stood at the end of that day: see rag.Standing.

        `as_heard`: by all that was said by then, also what counts only from the next day: see `heard_by`.
        """
        return self.in_plan_by(on).annotate(**standing_on(on, as_heard=as_heard))

    def with_latest_update(self, on: date):
        """Annotate `latest_update_id`: what somebody who opens a form has seen."""
        latest = StatusUpdate.objects.filter(action=OuterRef("pk")).heard_by(on).newest_first()
        return self.annotate(latest_update_id=Subquery(latest.values("pk")[:1]))

    def with_rag(self, *, on: date, plan: rag.Thresholds):
        """Annotate `rag` on rows from `as_at(on)`: the twin of `rag.rag_of`."""
        return self.annotate(rag=rag.rag_case(on=on, plan=plan))

    def flagged(self, flag: str, *, on: date, plan: rag.Thresholds):
        """Keep the rows of `as_at(on)` on which this flag is raised."""
        return self.filter(flag_condition(flag, on=on, plan=plan))

    def involving(self, organisation_id: int):
        """Led by an organisation, or contributed to by it."""
        contributes = self.model.contributors.through.objects.filter(
            action=OuterRef("pk"), organisation=organisation_id
        )
        return self.filter(Q(lead_organisation=organisation_id) | Exists(contributes))


class Action(models.Model):
    plan = models.ForeignKey("actions.Plan", models.PROTECT, related_name="actions")
    priority = models.ForeignKey("actions.Priority", models.PROTECT, related_name="actions")
    ref = models.CharField("reference", max_length=20)
    title = models.CharField(max_length=300)
    description = models.TextField(blank=True)
    success_criteria = models.TextField(blank=True)
    lead_organisation = models.ForeignKey("actions.Organisation", models.PROTECT, related_name="led_actions")
    contributors = models.ManyToManyField("actions.Organisation", blank=True, related_name="contributed_actions")
    accountable_post = models.CharField("accountable person's post", max_length=200, blank=True)
    accountable_name = models.CharField("accountable person's name", max_length=200, blank=True)
    accountable_user = models.ForeignKey(
        "actions.User", models.PROTECT, null=True, blank=True, related_name="accountable_actions"
    )
    localities = models.CharField(max_length=200, blank=True)
    findings = models.ManyToManyField("actions.Finding", blank=True, related_name="actions")
    added_on = models.DateField("part of the plan from")
    planned_start_on = models.DateField("planned start", null=True, blank=True)
    original_due_on = models.DateField(
        "original due date", null=True, blank=True, help_text="The last day of the promised month, term or year."
    )
    due_precision = models.CharField(max_length=10, choices=DatePrecision.choices, default=DatePrecision.DAY)
    due_as_typed = models.CharField(max_length=200, blank=True)
    is_illustrative = models.BooleanField(default=False)
    brought_by = brought_by()
    order = models.PositiveSmallIntegerField(default=0)

    objects = ActionQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[contributors, findings])

    class Meta:
        ordering = ["plan", "priority__order", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "ref"], name="action_ref_is_unique_in_plan"),
            not_empty("ref", name="action_has_a_ref"),
            not_empty("title", name="action_has_a_title"),
            one_of("due_precision", DatePrecision, name="action_due_precision_is_known"),
            models.CheckConstraint(
                condition=Q(original_due_on__isnull=False, due_precision__in=[p.value for p in DatePrecision.dated()])
                | Q(
                    original_due_on__isnull=True,
                    due_precision__in=[DatePrecision.ONGOING, DatePrecision.NONE],
                ),
                name="action_due_date_agrees_with_its_precision",
            ),
            models.CheckConstraint(
                condition=Q(planned_start_on__isnull=True)
                | Q(original_due_on__isnull=True)
                | Q(planned_start_on__lte=F("original_due_on")),
                name="action_starts_before_it_is_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("action-detail", args=[self.pk])

    def clean(self) -> None:
        if self.priority_id and self.plan_id and self.priority.plan_id != self.plan_id:
            raise ValidationError({"priority": "Choose a priority of the same plan."})
        if self.original_due_on and self.due_precision in DatePrecision.dated():
            end = last_day(self.original_due_on, self.due_precision)
            if end != self.original_due_on:
                raise ValidationError({"original_due_on": f"Write the last day of the range: {in_full(end)}."})
        refuse_another_promise(self)

    @property
    def original_due_in_words(self) -> str:
        return as_promised(self.original_due_on, self.due_precision)

    @property
    def due_in_words(self) -> str:
        """The date in force: of a row from `as_at(on)` as it was that day, else the original."""
        if not hasattr(self, "due_on"):
            return self.original_due_in_words
        return as_promised(self.due_on, self.due_precision_then if self.due_on else self.due_precision)

    @property
    def due_line(self) -> str:
        """Due 31 July 2026; Ongoing, with no end date; No due date given."""
        if getattr(self, "due_on", self.original_due_on):
            return f"Due {self.due_in_words}"
        return "Ongoing, with no end date" if self.due_precision == DatePrecision.ONGOING else "No due date given"

    def date_in_force(self, which: PromisedDate, on: date) -> date | None:
        """The latest agreed by that day, else the original: the twin of `due_on` and `start_on` in `as_at`."""
        agreed = DateDecision.objects.filter(date_change__action=self).agreed_by_day(on, which).newest_first()
        decision = agreed.select_related("date_change").first()
        if decision:
            return decision.date_change.to_on
        return self.original_due_on if which == PromisedDate.DUE else self.planned_start_on

    def latest_update(self, on: date) -> StatusUpdate | None:
        return self.updates.effective_by(on).newest_first().first()

    def last_movement(self) -> StatusUpdate | None:
        """The update that brought the action where it stands: when that is complete, the claim to verify."""
        return self.updates.movements().newest_first().select_related("verification").first()

    @transaction.atomic
    def record_update(self, *, by, status: str, effective_on: date, **words) -> StatusUpdate:
        """Add to this action's history. ValidationError, and nothing written, for a day before the last update."""
        self.plan.bump_revision()
        latest = self.updates.newest_first().first()
        earliest = latest.effective_on if latest else self.added_on
        if effective_on < earliest:
            raise ValidationError(
                {"effective_on": f"Choose {in_full(earliest)} or later: the last word on this action counts from then."}
            )
        before = latest.status if latest else Status.NOT_STARTED
        update = self.update_after(before, by=by, status=status, effective_on=effective_on, **words)
        update.full_clean(exclude=["action", "recorded_by", "brought_by"])
        update.save()
        return update

    def update_after(self, before: str, *, by, status: str, effective_on: date, **words) -> StatusUpdate:
        """What is said next, neither checked nor saved."""
        update = StatusUpdate(
            action=self, status=status, status_before=before, effective_on=effective_on, recorded_by=by, **words
        )
        update.mentions_new_date = bool(word_for_more_time(update.all_words))
        return update

    @transaction.atomic
    def confirm(self, *, by, effective_on: date, **fields) -> StatusUpdate:
        """Still true: dated and attributed. What was said of a delay goes on being said."""
        self.plan.bump_revision()
        latest = self.updates.newest_first().first()
        still = latest.carried_along if latest else {}
        status = latest.status if latest else Status.NOT_STARTED
        return self.record_update(
            by=by, status=status, effective_on=effective_on, is_confirmation=True, **still | fields
        )

    @transaction.atomic
    def ask_for_date(self, *, by, which: PromisedDate, to_on: date, asked_on: date, **fields) -> DateChange:
        """Ask for another date; the original stays. ValidationError where it would change nothing."""
        self.plan.bump_revision()
        in_force = self.date_in_force(which, asked_on)
        if in_force == to_on:
            raise ValidationError({"to_on": f"{in_full(to_on)} is the date in force already: write another day."})
        if self.date_changes.of(which).waiting_on(asked_on).filter(to_on=to_on).exists():
            raise ValidationError({"to_on": f"{in_full(to_on)} was asked for before, and waits for a decision."})
        change = DateChange(
            action=self, which=which, from_on=in_force, to_on=to_on, asked_on=asked_on, asked_by=by, **fields
        )
        change.full_clean(exclude=["action", "asked_by", "status_update"])
        change.save()
        return change

    @transaction.atomic
    def add_evidence(self, *, by, added_on: date, title: str, **what) -> Evidence:
        """A link or a file that shows what was done."""
        self.plan.bump_revision()
        evidence = Evidence(action=self, added_by=by, added_on=added_on, title=title, **what)
        evidence.full_clean(exclude=["action", "added_by", "status_update"])
        evidence.save()
        return evidence
