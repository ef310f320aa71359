"""Which import a row came with."""

from django.db import models


def brought_by() -> models.ForeignKey:
    """None for what was recorded here. An import that brought anything stays, by a trigger.

    So the database needs no constraint of its own here, and going back a migration no rebuilt table:
    SQLite would refuse to rebuild one that the triggers of others read.
    """
    return models.ForeignKey(
        "actions.PlanImport",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
