"""What day a page is asked about: every page takes `?on=YYYY-MM-DD` and carries it along."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils import timezone

from actions.choices import BodyKind
from actions.models import Meeting, Partnership
from actions.periods import FIRST_DAY, LAST_DAY, in_full

MEETINGS_OFFERED = 8


class BadQuery(BadRequest):
    """The address asks for something that cannot be: answered by a page that names what can."""

    def __init__(self, problem: str):
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class AsAt:
    day: date
    is_explicit: bool
    is_today: bool
    compares: bool = False
    compared_with: date | None = None
    meeting: Meeting | None = None
    earlier_meetings: list[Meeting] = field(default_factory=list)
    hidden_params: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_to_come(self) -> bool:
        return not self.is_today and self.day > timezone.localdate()

    @property
    def compared_in_words(self) -> str:
        if self.meeting:
            return f"{in_full(self.compared_with)} ({self.meeting.body.name})"
        return in_full(self.compared_with) if self.compared_with else ""


def day_in(request: HttpRequest, name: str) -> date | None:
    typed = request.GET.get(name, "").strip()
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        day = None
    if day is None or len(typed) != len("YYYY-MM-DD") or not FIRST_DAY <= day <= LAST_DAY:
        raise BadQuery(
            f"“{name}” must be a day written as YYYY-MM-DD, such as 2019-07-10, between 2000 and 2099. "
            f"The address says “{typed[:40]}”."
        )
    return day


def as_at(request: HttpRequest) -> AsAt:
    """The day that the page is about: the one in the address, else today."""
    asked, today = day_in(request, "on"), timezone.localdate()
    kept = [(name, value) for name, value in request.GET.items() if name not in {"on", "page"} and value]
    return AsAt(day=asked or today, is_explicit=asked is not None, is_today=asked in {None, today}, hidden_params=kept)


def as_at_compared(request: HttpRequest, partnership: Partnership) -> AsAt:
    """With the day to compare with: the one in the address, else the scrutiny committee's last meeting before."""
    asked = as_at(request)
    earlier = day_in(request, "compared_with")
    if earlier and earlier >= asked.day:
        raise BadQuery(
            f"“compared_with” must be a day before the one shown, {asked.day}. The address says “{earlier}”."
        )
    meetings = list(Meeting.objects.of(partnership).before(asked.day))
    if earlier:
        meeting = next((each for each in meetings if each.held_on == earlier), None)
    else:
        meeting = next((each for each in meetings if each.body.kind == BodyKind.SCRUTINY), None)
        earlier = meeting.held_on if meeting else None
    return replace(
        asked,
        compares=True,
        compared_with=earlier,
        meeting=meeting,
        earlier_meetings=meetings[:MEETINGS_OFFERED],
        hidden_params=[(name, value) for name, value in asked.hidden_params if name != "compared_with"],
    )
