"""The sheet that officers fill in without an account: its columns, and how it is known again when it comes back."""

from django.db import models

SHEET, MARK_SHEET = "Actions", "SEND Tracker"
MARK = "send-tracker-actions/1"
STILL_TRUE = "Yes"


class OfflineColumn(models.TextChoices):
    """In the order of the sheet. The first is hidden: which action it is, and the last update that was known of it."""

    KEY = "key", "Key (leave as it is)"
    REF = "ref", "Ref"
    TITLE = "title", "Action"
    PRIORITY = "priority", "Priority"
    LEAD = "lead", "Led by"
    DUE = "due", "Due"
    LAST_SAID = "last_said", "What was said last"
    STATUS = "status", "How is it going?"
    STILL_TRUE = "still_true", "Still true?"
    PROGRESS = "progress", "What has been done?"
    NEXT_STEPS = "next_steps", "What happens next?"
    DELAY_REASON = "delay_reason", "If delayed: main reason"
    REASON = "reason", "The reason, in your own words"
    RECOVERY = "recovery", "What is being done about it?"
    EFFECT_ON_FAMILIES = "effect_on_families", "What does it mean for families?"
    REVIEW_ON = "review_on", "When will you look at it again?"

    @classmethod
    def words(cls) -> list["OfflineColumn"]:
        """Columns of an update that come empty, so that what stands in them was typed."""
        return [cls.PROGRESS, cls.NEXT_STEPS, cls.DELAY_REASON, cls.REASON, cls.RECOVERY, cls.EFFECT_ON_FAMILIES]

    @classmethod
    def to_fill_in(cls) -> list["OfflineColumn"]:
        return [cls.STATUS, cls.STILL_TRUE, *cls.words(), cls.REVIEW_ON]
