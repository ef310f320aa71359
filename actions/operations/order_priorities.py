"""Which priority of a plan comes first."""

from itertools import pairwise

from django.db import transaction

from actions.models import Priority, User


@transaction.atomic
def move_priority(*, priority: Priority, by: User, up: bool) -> None:
    """One place up or down; where there is none, or the priority was removed, all stays."""
    priority.plan.partnership.bump_revisions()
    ordered = list(priority.plan.priorities.all())
    for place, (first, second) in enumerate(pairwise(ordered)):
        if priority == (second if up else first):
            ordered[place : place + 2] = second, first
            break
    for order, each in enumerate(ordered):
        if each.order != order:
            each.order, each._history_user = order, by
            each.save()
