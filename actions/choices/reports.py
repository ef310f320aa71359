"""Words that only progress reports use."""

from django.db import models


class Judgement(models.TextChoices):
    """The chair's overall word on a plan, worst first. Said by a person, never worked out: the figures stand beside."""

    NOT_DELIVERING = "not_delivering", "Not delivering what was promised"
    IN_PART = "in_part", "Delivering part of what was promised"
    DELIVERING = "delivering", "Delivering what was promised"
