"""Making somebody a member: by the account that has their address, or by a new one without a password."""

from django.core.exceptions import ValidationError
from django.db import transaction

from actions.choices import Role
from actions.models import Membership, Organisation, Partnership, User

from .save_record import save_record


@transaction.atomic
def add_member(
    *, partnership: Partnership, by: User, email: str, name: str, role: Role, organisation: Organisation | None
) -> Membership:
    """ValidationError for who is a member already, or whose account was closed."""
    partnership.bump_revisions()
    person = User.objects.filter(email__iexact=email).first() or User.objects.create_user(email, name=name)
    if not person.is_active:
        raise ValidationError({"email": "This account was closed. Ask who runs the service to open it again."})
    if person.memberships.filter(partnership=partnership).exists():
        raise ValidationError({"email": f"{person} is a member already: look in the list."})
    return save_record(Membership(partnership=partnership, user=person, role=role, organisation=organisation), by=by)
