"""Who signs in to the demo. Invented people with invented names: none stands for a real officer."""

from dataclasses import dataclass

from actions.choices import Role

LANCASHIRE = "lancashire"
AMBLESIDE = "ambleside"


@dataclass(frozen=True)
class DemoPerson:
    """One demo sign-in. Nobody has a password: in demo mode one press signs in."""

    email: str
    name: str
    role: Role
    organisation: str  # its short name in the partnership
    partnership: str  # its slug
    what_they_do: str


COUNCIL_OFFICER = DemoPerson(
    email="council.officer@demo.example",
    name="Oakley (council officer)",
    role=Role.OFFICER,
    organisation="LCC",
    partnership=LANCASHIRE,
    what_they_do="Says each month how the council's actions are going.",
)
NHS_OFFICER = DemoPerson(
    email="nhs.officer@demo.example",
    name="Rowan (NHS officer)",
    role=Role.OFFICER,
    organisation="ICB",
    partnership=LANCASHIRE,
    what_they_do="Says each month how the health actions are going.",
)
PROGRAMME_MANAGER = DemoPerson(
    email="programme.manager@demo.example",
    name="Hazel (programme manager)",
    role=Role.PROGRAMME_MANAGER,
    organisation="LCC",
    partnership=LANCASHIRE,
    what_they_do="Keeps the plan in order and chases what nobody has confirmed.",
)
VERIFIER = DemoPerson(
    email="verifier@demo.example",
    name="Willow (verifier, parent carer forum)",
    role=Role.VERIFIER,
    organisation="PCF",
    partnership=LANCASHIRE,
    what_they_do="Reads what is claimed as complete with the eyes of a family.",
)
COMMITTEE_MEMBER = DemoPerson(
    email="committee.member@demo.example",
    name="Linden (committee member)",
    role=Role.COMMITTEE_MEMBER,
    organisation="LCC",
    partnership=LANCASHIRE,
    what_they_do="Asks in the scrutiny committee what is late, what moved and why.",
)
BOARD_CHAIR = DemoPerson(
    email="board.chair@demo.example",
    name="Alder (board chair)",
    role=Role.BOARD_CHAIR,
    organisation="",
    partnership=LANCASHIRE,
    what_they_do="Chairs the improvement board, independent of every partner, and answers for its reports.",
)
ADMINISTRATOR = DemoPerson(
    email="administrator@demo.example",
    name="Maple (administrator)",
    role=Role.ADMINISTRATOR,
    organisation="LCC",
    partnership=LANCASHIRE,
    what_they_do="Looks after members and organisations.",
)
OTHER_OFFICER = DemoPerson(
    email="ambleside.officer@demo.example",
    name="Juniper (council officer, Ambleside & Fells)",
    role=Role.OFFICER,
    organisation="AFC",
    partnership=AMBLESIDE,
    what_they_do="Works for another partnership, and sees nothing of Lancashire's.",
)

DEMO_PEOPLE = (
    COUNCIL_OFFICER,
    NHS_OFFICER,
    PROGRAMME_MANAGER,
    VERIFIER,
    COMMITTEE_MEMBER,
    BOARD_CHAIR,
    ADMINISTRATOR,
    OTHER_OFFICER,
)
