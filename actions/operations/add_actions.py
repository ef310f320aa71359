"""Many new actions at once, each with the first entry of its history: one by one, 5,000 would take minutes."""

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from simple_history.utils import bulk_create_with_history

from actions.models import Action, Organisation

BATCH = 500


def add_actions(added: Sequence[tuple[Action, Sequence[Organisation]]]) -> dict[int, int]:
    """Saves each with its contributors, and says by its key which entry of its history is the first.

    The caller has held the rows to their rules; the database holds them to its own.
    """
    bulk_create_with_history([action for action, _ in added], Action, batch_size=BATCH)
    edits = dict(Action.history.filter(id__in=[action.pk for action, _ in added]).values_list("id", "history_id"))
    sharing = Action.contributors.through.objects
    sharing.bulk_create(
        [
            sharing.model(action=action, organisation=organisation)
            for action, contributors in added
            for organisation in contributors
        ],
        batch_size=BATCH,
    )
    _tell_who_shares(sharing.filter(action__in=edits), edits)
    return edits


def _tell_who_shares(sharing: QuerySet, edits: Mapping[int, int]) -> None:
    """As django-simple-history would: each first entry knows the rows of who shared in the action then."""
    told = Action.history.model._meta.get_field("historicalaction_contributors").related_model
    told.objects.bulk_create(
        [told(history_id=edits[share["action_id"]], **share) for share in sharing.values()], batch_size=BATCH
    )
