"""What a person can be mailed about."""

from django.db import models


class ReminderKind(models.TextChoices):
    """What a person can be mailed about, in the order in which a round of reporting goes."""

    OPENING = "opening", "Updates are asked for"
    DUE_SOON = "due_soon", "Updates are due soon"
    OVERDUE = "overdue", "Updates are overdue"
    DATE_DECIDED = "date_decided", "Your date change was decided"
    SENT_BACK = "sent_back", "Your completion was sent back"
    CHASED = "chased", "Reminded by the programme office"

    @property
    def help(self) -> str:
        return _WHEN_REMINDED[self]

    @classmethod
    def most_urgent_first(cls) -> list["ReminderKind"]:
        return [cls.CHASED, cls.OVERDUE, cls.DUE_SOON, cls.OPENING, cls.SENT_BACK, cls.DATE_DECIDED]


_WHEN_REMINDED = {
    ReminderKind.OPENING: "Two weeks before a meeting's papers are due: the actions that wait for your word.",
    ReminderKind.DUE_SOON: "Three days before the papers are due, if actions still wait for your word.",
    ReminderKind.OVERDUE: "Once after the papers were due, if actions still wait for your word.",
    ReminderKind.DATE_DECIDED: "A new date that you asked for was agreed or refused.",
    ReminderKind.SENT_BACK: "Somebody looked at what you said was complete, and says what is missing.",
    ReminderKind.CHASED: "The programme office asks for what is still missing, at most once a day.",
}
