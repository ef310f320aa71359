"""Who signs in, and what they are in each partnership."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from simple_history.models import HistoricalRecords

from actions.choices import Role

from .constraints import not_empty, one_of


class UserManager(BaseUserManager):
    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str) -> "User":
        """Nobody should have to remember in which case they typed their address."""
        return self.get(email__iexact=email)


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField("email address", max_length=254, unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField("may open the service administration", default=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_is_unique_in_any_case"),
            not_empty("email", name="user_has_an_email"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)


class MembershipQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(partnership__memberships__user=user)


class Membership(models.Model):
    """One person's part in one partnership; a person may belong to several."""

    user = models.ForeignKey("actions.User", models.PROTECT, related_name="memberships")
    partnership = models.ForeignKey("actions.Partnership", models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=Role.choices)
    organisation = models.ForeignKey(
        "actions.Organisation", models.PROTECT, null=True, blank=True, related_name="memberships"
    )

    objects = MembershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "partnership"], name="membership_is_one_per_person_and_partnership"
            ),
            one_of("role", Role, name="membership_role_is_known"),
            models.CheckConstraint(
                condition=~models.Q(role__in=[role.value for role in Role.acting_for_an_organisation()])
                | models.Q(organisation__isnull=False),
                name="membership_that_acts_names_its_organisation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display().lower()}"

    def clean(self) -> None:
        if self.organisation and self.organisation.partnership_id != self.partnership_id:
            raise ValidationError({"organisation": "Choose an organisation of the same partnership."})
        if self.organisation is None and self.role in Role.acting_for_an_organisation():
            raise ValidationError({"organisation": "Choose the organisation that this person acts for."})
