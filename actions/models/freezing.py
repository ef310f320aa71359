"""Rows that may be edited until they are frozen, and then never again.

The database refuses too, by triggers (see actions/migrations/_closed_books.py).
"""

from django.db import models

from .append_only import HistoryIsPermanent


class ReportIsFrozen(HistoryIsPermanent):
    """Raised when code tries to change or delete what a board was told."""

    def __init__(self):
        Exception.__init__(
            self,
            "A frozen report is never changed or deleted. "
            "Put a mistake right with a new report that says what it corrects.",
        )


class FreezableQuerySet(models.QuerySet):
    def frozen(self):
        return self.filter(**{f"{self.model.frozen_when}__isnull": False})

    def update(self, **kwargs):
        self._refuse_frozen()
        return super().update(**kwargs)

    def delete(self):
        self._refuse_frozen()
        return super().delete()

    def bulk_update(self, objs, fields, batch_size=None):
        self.filter(pk__in=[row.pk for row in objs])._refuse_frozen()
        return super().bulk_update(objs, fields, batch_size=batch_size)

    def _raw_delete(self, using):
        self._refuse_frozen()
        return super()._raw_delete(using)

    def _refuse_frozen(self) -> None:
        if self.frozen().exists():
            raise ReportIsFrozen


class FreezableModel(models.Model):
    """`frozen_when` names the moment that, once there, freezes the row."""

    frozen_when: str

    objects = FreezableQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, **kwargs):
        self._refuse_if_frozen()
        super().save(**kwargs)

    def delete(self, **kwargs):
        self._refuse_if_frozen()
        return super().delete(**kwargs)

    def _refuse_if_frozen(self) -> None:
        """Asks the database, because this copy of the row may be older than its freezing."""
        type(self)._default_manager.filter(pk=self.pk)._refuse_frozen()
