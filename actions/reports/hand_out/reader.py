"""Whom a hand-out is for, and where its reader finds the full report."""

from dataclasses import dataclass

from ..phrases import day


@dataclass(frozen=True)
class Reader:
    body: str
    """As it is called today."""
    known_as: str
    """As the report called it when it was frozen: what it asked stands under that name."""
    meets_on: str | None
    address: str
    """Of the full report."""

    @property
    def in_words(self) -> str:
        """For the Health and Wellbeing Board, which meets on 12 September 2019."""
        meets = f", which meets on {day(self.meets_on)}" if self.meets_on else ""
        return f"For the {self.body.removeprefix('The ')}{meets}."

    def asked(self, enquiry: dict) -> bool:
        return enquiry.get("body") in {self.body, self.known_as}
