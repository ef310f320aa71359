"""Saying red early should count: what was flagged before its date beside what was found after."""

from dataclasses import dataclass

from django.db.models import Min

from actions.choices import Status
from actions.models import Action, Plan, StatusUpdate

from .attention import Attention


@dataclass(frozen=True)
class EarlyWarning:
    """Of the actions that were ever late or delayed: whose owner said so in time, and who did not."""

    before_its_date: list[Action]
    after_its_date: list[Action]

    @property
    def total(self) -> int:
        return len(self.before_its_date) + len(self.after_its_date)


def early_warning(plan: Plan, attention: Attention) -> EarlyWarning:
    """One query besides the standings: the first day each action was said to be delayed or at risk."""
    on = attention.on
    said = StatusUpdate.objects.filter(action__plan=plan, status=Status.DELAYED).effective_by(on)
    first_said = dict(said.order_by().values_list("action").annotate(Min("effective_on")))
    before, after = [], []
    for standing in attention.standings:
        action, due = standing.action, standing.action.original_due_on
        warned_on = first_said.get(action.pk)
        if warned_on and (due is None or warned_on <= due):
            before.append(action)
        elif warned_on or (due and due < on and action.status in Status.open()):
            after.append(action)
    return EarlyWarning(before, after)
