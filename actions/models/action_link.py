"""One memory across plans: what became of an action in a later one, said once, with the reason, and for ever.

A mistaken link is withdrawn, with a reason, from a day on: until then it stood, and pages of those days go on
showing it. Then another may be recorded. Only a split is said several times, once for each part.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from actions.choices import LinkKind, Status
from actions.periods import in_full

from .append_only import AppendOnlyModel, AppendOnlyQuerySet
from .constraints import not_empty, one_of


class ActionLinkQuerySet(AppendOnlyQuerySet):
    def visible_to(self, user):
        return self.filter(action__plan__partnership__memberships__user=user)

    def decided_by_day(self, on: date):
        return self.filter(decided_on__lte=on)

    def in_force(self, on: date):
        """Decided by that day, and not withdrawn by then."""
        return self.decided_by_day(on).exclude(withdrawal__withdrawn_on__lte=on)

    def against(self, link: "ActionLink"):
        """What was said before of the same action, and stands on the new link's day or after it."""
        same = self.filter(action=link.action).exclude(withdrawal__withdrawn_on__lte=link.decided_on)
        if link.kind != LinkKind.SPLIT:
            return same
        return same.exclude(~Q(successor=link.successor), kind=LinkKind.SPLIT)

    @transaction.atomic
    def record(self, *, by, action, kind: str, reason: str, decided_on: date, successor=None, **fields):
        """Say what became of an action. A second press finds the first; ValidationError where it cannot be so."""
        action.plan.partnership.bump_revisions()
        said = {"action": action, "kind": kind, "successor": successor, "reason": reason, "decided_on": decided_on}
        if already := self.filter(**said, recorded_by=by, withdrawal=None).first():
            return already
        link = self.model(**said, recorded_by=by, **fields)
        link.full_clean(exclude=["action", "successor", "recorded_by"])
        link.save()
        return link


class ActionLink(AppendOnlyModel):
    action = models.ForeignKey("actions.Action", models.PROTECT, related_name="links")
    successor = models.ForeignKey("actions.Action", models.PROTECT, null=True, blank=True, related_name="origins")
    kind = models.CharField("what became of it", max_length=20, choices=LinkKind.choices)
    reason = models.TextField()
    decided_on = models.DateField("counts from")
    recorded_by = models.ForeignKey("actions.User", models.PROTECT, related_name="action_links")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ActionLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "action link"
        ordering = ["decided_on", "pk"]
        constraints = [
            one_of("kind", LinkKind, name="action_link_kind_is_known"),
            not_empty("reason", name="action_link_says_why"),
            models.CheckConstraint(
                condition=Q(kind=LinkKind.DROPPED, successor__isnull=True)
                | Q(~Q(kind=LinkKind.DROPPED), successor__isnull=False),
                name="action_link_only_of_the_dropped_leads_nowhere",
            ),
            models.CheckConstraint(condition=~Q(successor=F("action")), name="action_link_leads_to_another_action"),
        ]

    def __str__(self) -> str:
        return f"{self.action.ref}: {self.in_words}"

    @property
    def in_words(self) -> str:
        """Carried forward as 2.7"""
        return _IN_WORDS[LinkKind(self.kind)].format(self.successor and self.successor.ref)

    @property
    def withdrawal_or_none(self) -> "ActionLinkWithdrawal | None":
        return getattr(self, "withdrawal", None)

    def clean(self) -> None:
        """The database keeps the same rules, but for how the action stood on the day."""
        self._clean_successor()
        earliest = max(each.added_on for each in (self.action, self.successor) if each)
        if self.decided_on < earliest:
            raise ValidationError({"decided_on": f"Choose {in_full(earliest)} or later: before, it was not promised."})
        if self._state.adding:
            self._clean_what_was_said_before()
            self._clean_kind()

    def _clean_successor(self) -> None:
        if self.kind == LinkKind.DROPPED:
            if self.successor:
                raise ValidationError({"successor": "Leave this empty: what is dropped goes on nowhere."})
        elif self.successor is None:
            raise ValidationError({"successor": "Choose the action in which it goes on."})
        else:
            here, there = self.action.plan, self.successor.plan
            if there.partnership_id != here.partnership_id or there.starts_on <= here.starts_on:
                raise ValidationError({"successor": "Choose an action of a later plan of the same partnership."})

    def _clean_what_was_said_before(self) -> None:
        if other := type(self).objects.against(self).select_related("successor", "withdrawal").first():
            raise ValidationError(other.why_it_stands_in_the_way)

    def _clean_kind(self) -> None:
        latest = self.action.latest_update(self.decided_on)
        is_complete = latest is not None and latest.status == Status.COMPLETE
        if self.kind not in LinkKind.fitting(is_complete=is_complete):
            stood = "complete" if is_complete else "not complete"
            fits_not = (
                f"On {in_full(self.decided_on)} it was {stood}: “{self.get_kind_display()}” does not fit that day."
            )
            raise ValidationError({"decided_on": fits_not})

    @property
    def why_it_stands_in_the_way(self) -> dict[str, str]:
        withdrawal = self.withdrawal_or_none
        if withdrawal:
            until = in_full(withdrawal.withdrawn_on)
            return {"decided_on": f"Choose {until} or later: until then it was “{self.in_words}”."}
        return {"kind": f"It is said already: {self.in_words}. If that is a mistake, withdraw it first."}

    @transaction.atomic
    def withdraw(self, *, by, reason: str, withdrawn_on: date) -> "ActionLinkWithdrawal":
        """It was a mistake. A second press finds the first; ValidationError where somebody else was quicker."""
        self.action.plan.partnership.bump_revisions()
        already = ActionLinkWithdrawal.objects.filter(link=self).first()
        if already and (already.recorded_by, already.reason) == (by, reason):
            return already
        if already:
            raise ValidationError("Somebody has withdrawn this already. Look at the action to see why.")
        withdrawal = ActionLinkWithdrawal(link=self, reason=reason, withdrawn_on=withdrawn_on, recorded_by=by)
        withdrawal.full_clean(exclude=["link", "recorded_by"])
        withdrawal.save()
        return withdrawal


_IN_WORDS = {
    LinkKind.CARRIED_FORWARD: "Carried forward as {}",
    LinkKind.REPLACED: "Replaced by {}",
    LinkKind.MERGED: "Merged into {}",
    LinkKind.SPLIT: "Split: a part is {}",
    LinkKind.DROPPED: "Dropped",
    LinkKind.PROMISED_AGAIN: "Promised again as {}",
}


class ActionLinkWithdrawal(AppendOnlyModel):
    """What was said to have become of an action was a mistake."""

    link = models.OneToOneField("actions.ActionLink", models.PROTECT, related_name="withdrawal")
    reason = models.TextField()
    withdrawn_on = models.DateField()
    recorded_by = models.ForeignKey("actions.User", models.PROTECT, related_name="withdrawn_action_links")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "withdrawn action link"
        ordering = ["withdrawn_on", "pk"]
        constraints = [not_empty("reason", name="action_link_withdrawal_says_why")]

    def __str__(self) -> str:
        return f"Withdrawn: {self.link}"
