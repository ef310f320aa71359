"""Making somebody a member: by the account that has their address, or by a new one without a password."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from actions.choices import Role
from actions.models import Membership, Organisation, Partnership, User

from .save_record import save_record


@transaction.atomic
def add_member(
    *, partnership: Partnership, by: User, email: str, name: str, role: Role, organisation: Organisation | None
) -> Membership:
    """ValidationError for who is a member already, or whose account was closed."""
    partnership.bump_revisions()
    person = _account_of(email) or _new_account(email, name)
    if not person.is_active:
        raise ValidationError({"email": "This account was closed. Ask who runs the service to open it again."})
    if person.memberships.filter(partnership=partnership).exists():
        raise ValidationError({"email": f"{person} is a member already: look in the list."})
    return save_record(Membership(partnership=partnership, user=person, role=role, organisation=organisation), by=by)


def _account_of(email: str) -> User | None:
    return User.objects.filter(email__iexact=email).first()


def _new_account(email: str, name: str) -> User:
    """Or the one that another partnership has just made."""
    try:
        with transaction.atomic():
            return User.objects.create_user(email, name=name)
    except IntegrityError:
        return User.objects.get_by_natural_key(email)
