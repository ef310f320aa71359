"""A round of reporting: papers due on 4 December 2019 for a board of the 12th, an officer, and what they owe."""

from dataclasses import dataclass
from datetime import date

from actions.choices import BodyKind, Role
from actions.models import Action, Meeting, Organisation, Partnership, Plan, User
from tests.factories import make_action, make_body, make_meeting, make_member, make_organisation, make_plan, make_user

PAPERS_DUE_ON, HELD_ON = date(2019, 12, 4), date(2019, 12, 12)
OPENS_ON, DUE_SOON_ON, LATE_ON = date(2019, 11, 20), date(2019, 12, 1), date(2019, 12, 5)


@dataclass(frozen=True)
class Round:
    partnership: Partnership
    organisation: Organisation
    plan: Plan
    meeting: Meeting
    officer: User
    actions: list[Action]

    @property
    def action(self) -> Action:
        return self.actions[0]


def make_round(*, number: int = 1, partnership: Partnership | None = None, **meeting) -> Round:
    """One officer, and so many actions of their organisation of which nobody has said anything."""
    organisation = make_organisation(partnership)
    plan = make_plan(organisation.partnership)
    body = make_body(organisation.partnership, name=f"SEND Improvement Board {organisation.pk}", kind=BodyKind.BOARD)
    return Round(
        partnership=organisation.partnership,
        organisation=organisation,
        plan=plan,
        meeting=make_meeting(body, **{"held_on": HELD_ON, "papers_due_on": PAPERS_DUE_ON} | meeting),
        officer=make_member(organisation.partnership, role=Role.OFFICER, organisation=organisation),
        actions=[make_action(plan, lead_organisation=organisation) for _ in range(number)],
    )


def ask_and_decide(action: Action, *, by: User, is_agreed: bool = True, words: str = "", day: date) -> None:
    """A new due date, asked for by this person and decided by somebody else on the same day."""
    change = action.ask_for_date(
        by=by, which="due", to_on=date(2021, 3, 31), asked_on=day, delay_reason="staffing", reason="A post is vacant."
    )
    change.decide(by=make_user(), is_agreed=is_agreed, decided_on=day, words=words)
