"""What a report says of one priority: edited while the report is a draft, then the same for ever."""

from django.db import models

from .constraints import not_empty
from .freezing import FreezableModel


class PriorityWords(FreezableModel):
    """In the words of whoever leads the priority."""

    report = models.ForeignKey("actions.ProgressReport", models.CASCADE, related_name="priority_words")
    priority = models.ForeignKey("actions.Priority", models.PROTECT, related_name="report_words")
    words = models.TextField()

    frozen_when = "report__frozen_at"

    class Meta:
        verbose_name = verbose_name_plural = "words on a priority"
        ordering = ["report", "priority"]
        constraints = [
            models.UniqueConstraint(fields=["report", "priority"], name="priority_words_are_said_once"),
            not_empty("words", name="priority_words_are_words"),
        ]

    def __str__(self) -> str:
        return self.words

    def _refuse_if_frozen(self) -> None:
        super()._refuse_if_frozen()
        self.report._refuse_if_frozen()
