"""What happened is only ever added: the model and the queryset refuse to change or delete it.

The database refuses too, by triggers (see actions/migrations/_triggers.py), so a mistake is put
right by a newer row and never by an eraser.
"""

from django.db import models


class HistoryIsPermanent(Exception):
    """Raised when code tries to change or delete something that happened."""

    def __init__(self, model: type[models.Model]):
        name = model._meta.verbose_name
        super().__init__(f"A {name} is never changed or deleted. Put a mistake right by adding a newer one.")


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise HistoryIsPermanent(self.model)

    def delete(self):
        raise HistoryIsPermanent(self.model)

    def bulk_update(self, objs, fields, batch_size=None):
        raise HistoryIsPermanent(self.model)

    def update_or_create(self, defaults=None, create_defaults=None, **kwargs):
        raise HistoryIsPermanent(self.model)

    def _raw_delete(self, using):
        raise HistoryIsPermanent(self.model)


class BroughtInQuerySet(AppendOnlyQuerySet):
    """Of rows that an import may have brought, which are then taken back with the whole of it or not at all."""

    def take_back(self, plan_import) -> None:
        """Only rows of an import that is marked as undone: the database looks at the mark too."""
        undone = self.filter(brought_by=plan_import, brought_by__undone_at__isnull=False)
        models.QuerySet._raw_delete(undone, undone.db)


class AppendOnlyModel(models.Model):
    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, **kwargs):
        if not self._state.adding:
            raise HistoryIsPermanent(type(self))
        super().save(**kwargs | {"force_insert": True})

    def delete(self, **kwargs):
        raise HistoryIsPermanent(type(self))
