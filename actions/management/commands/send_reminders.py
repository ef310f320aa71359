from argparse import ArgumentTypeError
from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from actions.operations.send_reminders import send_reminders
from actions.periods import in_full
from actions.summaries.reminders import reminders


def day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise ArgumentTypeError(f"“{typed}” is no day. Write it as YYYY-MM-DD, such as 2019-07-10.") from error


class Command(BaseCommand):
    help = "Mail each person what they should be reminded of. Run it once a day: nobody is told the same thing twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", type=day, help="The day to remind for, as YYYY-MM-DD. Today unless given.")

    def handle(self, *, on: date | None, **_options) -> None:
        on = on or timezone.localdate()
        sending = send_reminders(reminders(on=on))
        self.stdout.write(f"Reminders of {in_full(on)}: {_people(len(sending.sent))} mailed.")
        if sending.failed:
            raise CommandError(
                f"{_people(len(sending.failed))} could not be mailed, and the next run tries them again:\n"
                + "\n".join(f"  {person.email}: {reason}" for person, reason in sending.failed)
            )


def _people(number: int) -> str:
    return {0: "nobody", 1: "1 person"}.get(number, f"{number} people")
