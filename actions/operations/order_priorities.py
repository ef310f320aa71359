"""Which priority of a plan comes first."""

from django.db import transaction

from actions.models import Priority, User


@transaction.atomic
def move_priority(*, priority: Priority, by: User, up: bool) -> None:
    """One place up or down; where there is none, all stays."""
    priority.plan.partnership.bump_revisions()
    ordered = list(priority.plan.priorities.all())
    place = ordered.index(priority)
    other = place - 1 if up else place + 1
    if 0 <= other < len(ordered):
        ordered[place], ordered[other] = ordered[other], ordered[place]
    for order, each in enumerate(ordered):
        if each.order != order:
            each.order, each._history_user = order, by
            each.save()
