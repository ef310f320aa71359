"""What was said about an action, and from which day it counts. Rows are only ever added."""

from datetime import date, datetime, time, timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from actions.choices import DelayReason, Status

from .append_only import AppendOnlyModel, BroughtInQuerySet
from .brought_by import brought_by
from .constraints import one_of
from .date_change import DateChange

CARRIED_ALONG = ["delay_reason", "reason", "recovery", "effect_on_families", "review_on"]


class StatusUpdateQuerySet(BroughtInQuerySet):
    def effective_by(self, on: date):
        return self.filter(effective_on__lte=on)

    def heard_by(self, on: date):
        """What counts by that day, and what was said by its end but counts from the next, its books being closed."""
        next_day = on + timedelta(days=1)
        midnight = timezone.make_aware(datetime.combine(next_day, time.min))
        return self.filter(Q(effective_on__lte=on) | Q(effective_on=next_day, recorded_at__lt=midnight))

    def effective_within(self, since: date, until: date):
        """After the first day, up to and including the second."""
        return self.filter(effective_on__gt=since, effective_on__lte=until)

    def newest_first(self):
        return self.order_by("-effective_on", "-pk")

    def oldest_first(self):
        return self.order_by("effective_on", "pk")

    def with_words(self):
        """A confirmation says "still true": it repeats the last update that said something of its own."""
        return self.filter(is_confirmation=False)

    def last_words_on(self, actions: models.QuerySet, on: date, *, as_heard: bool = False):
        """For each of these actions, the last update by then that said something of its own."""
        words = StatusUpdate.objects.filter(action=OuterRef("pk")).with_words()
        words = (words.heard_by(on) if as_heard else words.effective_by(on)).newest_first()
        return self.filter(pk__in=actions.order_by().values(last=Subquery(words.values("pk")[:1])))

    def extended_in_words_only(self, on: date):
        """Words that speak of more time, where nobody has asked for a new date since."""
        asked = DateChange.objects.filter(action=OuterRef("action"), asked_on__gte=OuterRef("effective_on"))
        return self.filter(~Exists(asked.asked_by_day(on)), mentions_new_date=True)

    def movements(self):
        """Only the updates that changed something: the sum of them is the difference of two headlines."""
        return self.exclude(status=F("status_before"))


class StatusUpdate(AppendOnlyModel):
    action = models.ForeignKey("actions.Action", models.PROTECT, related_name="updates")
    status = models.CharField(max_length=20, choices=Status.choices)
    status_before = models.CharField(
        max_length=20,
        choices=Status.choices,
        editable=False,
        help_text="The status in force just before this update.",
    )
    effective_on = models.DateField("counts from")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey("actions.User", models.PROTECT, related_name="updates")
    submission = models.UUIDField(
        null=True, unique=True, editable=False, help_text="One press of one form: a second press finds this update."
    )
    brought_by = brought_by()
    is_confirmation = models.BooleanField("still true: nothing changed", default=False)
    progress = models.TextField("what has been done", blank=True)
    next_steps = models.TextField("what happens next", blank=True)
    delay_reason = models.CharField("main reason", max_length=20, choices=DelayReason.choices, blank=True)
    reason = models.TextField("the reason, in your own words", blank=True)
    recovery = models.TextField("what is being done about it", blank=True)
    effect_on_families = models.TextField("what it means for families", blank=True)
    review_on = models.DateField("review date", null=True, blank=True)
    mentions_new_date = models.BooleanField("its words speak of more time", default=False, editable=False)

    objects = StatusUpdateQuerySet.as_manager()

    class Meta:
        verbose_name = "status update"
        ordering = ["action", "effective_on", "pk"]
        indexes = [
            models.Index(F("action"), F("effective_on").desc(), F("id").desc(), name="status_update_newest_first"),
            models.Index(
                fields=["action", "effective_on"],
                condition=~Q(status=F("status_before")),
                name="status_update_movements",
            ),
        ]
        constraints = [
            one_of("status", Status, name="status_update_status_is_known"),
            one_of("status_before", Status, name="status_update_status_before_is_known"),
            one_of("delay_reason", DelayReason, name="status_update_delay_reason_is_known", blank=True),
            models.CheckConstraint(
                condition=Q(is_confirmation=False) | Q(status=F("status_before")),
                name="status_update_confirmation_changes_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} from {self.effective_on}"

    def clean(self) -> None:
        self.action.plan.books().refuse(self.effective_on, field="effective_on")

    @property
    def is_movement(self) -> bool:
        return self.status != self.status_before

    def may_be_verified_by(self, user) -> bool:
        """Somebody else, who is not of the lead organisation."""
        lead = self.action.lead_organisation_id
        return self.recorded_by_id != user.pk and not user.memberships.filter(organisation=lead).exists()

    @property
    def carried_along(self) -> dict:
        """What goes on being true when somebody says "still true"."""
        return {name: getattr(self, name) for name in CARRIED_ALONG}

    @property
    def all_words(self) -> str:
        return "\n".join([self.progress, self.next_steps, self.reason, self.recovery])

    @property
    def words(self) -> str:
        """The first thing worth reading aloud about this update."""
        return self.reason or self.progress or self.next_steps
