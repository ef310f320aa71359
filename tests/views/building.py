"""What the tests of the pages that build a record by hand have in common."""

from actions.choices import Role
from actions.models import Partnership
from tests.factories import make_member, make_partnership

MANAGER_ONLY = {Role.PROGRAMME_MANAGER}
MANAGER_AND_ADMINISTRATOR = {Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR}
REFUSED_AND_HIDDEN = ({403}, 404)


def sign_in(client, partnership: Partnership, role: Role = Role.PROGRAMME_MANAGER, **fields):
    person = make_member(partnership, role=role, **fields)
    client.force_login(person)
    return person


def sent_by_others(client, partnership: Partnership, address: str, may: set[Role], typed: dict | None = None) -> tuple:
    """What those of the partnership who may not are answered, and what a programme manager elsewhere is."""
    answers = set()
    for role in set(Role) - may:
        sign_in(client, partnership, role)
        answers.add(client.post(address, typed or {}).status_code)
    sign_in(client, make_partnership())
    return answers, client.post(address, typed or {}).status_code


def errors(response) -> dict[str, list[str]]:
    return {name: list(messages) for name, messages in response.context["form"].errors.items()}
