"""Who answers together: the local area partnership, and the organisations in it."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from actions.choices import OrganisationKind

from .constraints import not_empty, one_of


def bears_white(colour: str) -> None:
    """White text on it must reach the contrast of 4.5 to 1 that WCAG 2.2 AA asks for."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    if 1.05 / (luminance + 0.05) < 4.5:
        raise ValidationError("White text cannot be read on this colour: choose a darker one.")


class PartnershipQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The partnerships this person belongs to. Everything else hangs from one, so all else asks here."""
        return self.filter(memberships__user=user)


class Partnership(models.Model):
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=60, unique=True)
    council_name = models.CharField(max_length=200)
    brand_colour = models.CharField(
        max_length=7,
        default="#1d70b8",
        validators=[
            RegexValidator(r"^#[0-9a-f]{6}$", "Write a colour as # and six digits, such as #1d70b8."),
            bears_white,
        ],
        help_text="The council's own colour, shown behind white text.",
    )

    objects = PartnershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        constraints = [not_empty("name", name="partnership_has_a_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partnership-home", args=[self.slug])

    def bump_revisions(self) -> None:
        """Mark that pages of each of its plans may read differently. Call inside the transaction, before reading.

        The row lock this takes first means that one write at a time happens to what the plans share.
        """
        type(self).objects.select_for_update(no_key=True).get(pk=self.pk)
        for plan in self.plans.order_by("pk"):
            plan.bump_revision()


class OrganisationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(partnership__memberships__user=user)

    def with_load(self):
        """Annotate how many actions each leads, in how many it takes part, and how many members it has."""
        counted = {"led_count": "led_actions", "shared_count": "contributed_actions", "member_count": "memberships"}
        return self.annotate(**{name: models.Count(rows, distinct=True) for name, rows in counted.items()})

    def whose_work_is_done_by(self, organisation: "Organisation") -> set[int]:
        """The keys of the organisation and of all it followed, at however many removes: see `Organisation.heirs`."""
        found, fresh = set(), {organisation.pk}
        while fresh:
            found |= fresh
            fresh = set(self.filter(succeeded_by__in=fresh).exclude(pk__in=found).values_list("pk", flat=True))
        return found


class Organisation(models.Model):
    partnership = models.ForeignKey("actions.Partnership", models.PROTECT, related_name="organisations")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    kind = models.CharField(max_length=30, choices=OrganisationKind.choices)
    succeeded_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        help_text="Who took over its work, as the ICB took over the work of the CCGs in July 2022.",
    )

    objects = OrganisationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="organisation_name_is_unique_in_partnership"),
            one_of("kind", OrganisationKind, name="organisation_kind_is_known"),
            not_empty("name", name="organisation_has_a_name"),
            not_empty("short_name", name="organisation_has_a_short_name"),
            models.CheckConstraint(
                condition=models.Q(succeeded_by__isnull=True) | ~models.Q(succeeded_by=models.F("id")),
                name="organisation_does_not_succeed_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.succeeded_by and self.succeeded_by.partnership_id != self.partnership_id:
            raise ValidationError({"succeeded_by": "Choose an organisation of the same partnership."})
        if self.pk and self.succeeded_by and self in self.succeeded_by.heirs:
            raise ValidationError({"succeeded_by": "Choose another: that one’s work was taken over by this one."})

    @property
    def heirs(self) -> "Iterator[Organisation]":
        """Itself, and who took over its work, and so on: whoever is last answers today."""
        passed, heir = set(), self
        while heir and heir.pk not in passed:
            yield heir
            passed.add(heir.pk)
            heir = heir.succeeded_by
