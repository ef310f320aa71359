"""Short ways to write the constraints that several records share."""

from django.db.models import CheckConstraint, Q


def one_of(field: str, choices, *, name: str, blank: bool = False) -> CheckConstraint:
    """The column holds a word of our vocabulary, whoever writes to the database."""
    values = [*choices.values, *([""] if blank else [])]
    return CheckConstraint(condition=Q(**{f"{field}__in": values}), name=name)


def not_empty(field: str, *, name: str) -> CheckConstraint:
    return CheckConstraint(condition=~Q(**{field: ""}), name=name)
