"""What a person was told by e-mail, so that nobody is told the same thing twice; and what they asked not to be told."""

from collections.abc import Collection

from django.db import models, transaction
from django.utils import timezone

from actions.choices import ReminderKind

from .constraints import not_empty, one_of


class Reminder(models.Model):
    """`subject` is a stable name of what it was about, such as “meeting 12”."""

    user = models.ForeignKey("actions.User", models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=20, choices=ReminderKind.choices)
    subject = models.CharField(max_length=100)
    sent_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "user", "kind"], name="reminder_is_one_per_person_kind_and_subject"
            ),
            one_of("kind", ReminderKind, name="reminder_kind_is_known"),
            not_empty("subject", name="reminder_has_a_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject}"


class ReminderOffQuerySet(models.QuerySet):
    @transaction.atomic
    def choose(self, *, by, wanted: Collection[str]) -> None:
        """Mail this person about these kinds and no others."""
        off = set(ReminderKind.values) - set(wanted)
        self.filter(user=by).exclude(kind__in=off).delete()
        self.bulk_create([ReminderOff(user=by, kind=kind) for kind in sorted(off)], ignore_conflicts=True)

    def wanted_by(self, user) -> list[ReminderKind]:
        off = set(self.filter(user=user).values_list("kind", flat=True))
        return [kind for kind in ReminderKind if kind not in off]


class ReminderOff(models.Model):
    """A kind of reminder that this person does not want. Without such a row they get it."""

    user = models.ForeignKey("actions.User", models.CASCADE, related_name="reminders_off")
    kind = models.CharField(max_length=20, choices=ReminderKind.choices)

    objects = ReminderOffQuerySet.as_manager()

    class Meta:
        ordering = ["user", "kind"]
        verbose_name = "reminder switched off"
        verbose_name_plural = "reminders switched off"
        constraints = [
            models.UniqueConstraint(fields=["user", "kind"], name="reminder_off_is_one_per_person_and_kind"),
            one_of("kind", ReminderKind, name="reminder_off_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: no mail about “{self.get_kind_display().lower()}”"
