from django.core.management.base import BaseCommand

from actions.demo.load import load_demo
from actions.demo.people import DEMO_PEOPLE


class Command(BaseCommand):
    help = "Load the demo partnerships and their people. Safe to run again: what is already there is left alone."

    def handle(self, **_options) -> None:
        load_demo(self.stdout.write)
        self.stdout.write("\nWho can sign in (in demo mode by one press, without a password):")
        for person in DEMO_PEOPLE:
            self.stdout.write(f"  {person.email:32} {person.name}. {person.what_they_do}")
