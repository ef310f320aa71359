"""The press from which on a plan's original dates stand."""

from datetime import date

from django.db import transaction

from actions.models import Plan, User

from .save_record import last_edit, save_record


@transaction.atomic
def adopt_plan(*, plan: Plan, by: User, adopted_on: date) -> Plan:
    """Once: a plan that somebody adopted in the meantime stays as it was adopted."""
    plan.partnership.bump_revisions()
    stored = Plan.objects.select_related("partnership").get(pk=plan.pk)
    if stored.adopted_on is None:
        stored.adopted_on = adopted_on
        save_record(stored, by=by, seen=last_edit(stored))
    return stored
