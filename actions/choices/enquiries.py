"""The vocabulary of questions and recommendations: what is asked, how its answer stands, and what an answer says."""

from django.db import models


class TimeUnit(models.TextChoices):
    """In what a body counts the time that it gives for an answer."""

    DAYS = "days", "Days"
    MONTHS = "months", "Months"


class EnquiryKind(models.TextChoices):
    """What a body can put to an organisation on record."""

    RECOMMENDATION = "recommendation", "Recommendation"
    QUESTION = "question", "Question"


class EnquiryState(models.TextChoices):
    """How the answer stands as at a day, most pressing first. Worked out from the dates, never typed."""

    OVERDUE = "overdue", "Overdue"
    WAITING = "waiting", "Not yet due"
    ANSWERED = "answered", "Answered in time"
    ANSWERED_LATE = "answered_late", "Answered late"


class AnswerOutcome(models.TextChoices):
    """What an answer says. A recommendation is accepted or not; a question is answered."""

    ACCEPTED = "accepted", "Accepted"
    IN_PART = "in_part", "Accepted in part"
    NOT_ACCEPTED = "not_accepted", "Not accepted"
    ANSWERED = "answered", "Answered"

    @classmethod
    def of(cls, kind: str) -> list["AnswerOutcome"]:
        if kind == EnquiryKind.QUESTION:
            return [cls.ANSWERED]
        return [cls.ACCEPTED, cls.IN_PART, cls.NOT_ACCEPTED]
