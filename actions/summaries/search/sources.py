"""What can be found: one class for each kind of record, and a place in SOURCES."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from django.db.models import F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from actions.choices import EnquiryState, Status
from actions.models import Action, Enquiry, EnquiryAnswer, Finding, Partnership, Plan, StatusUpdate
from actions.periods import in_full

from .marking import Part, excerpt, has_match

PartsOf = Callable[[str], list[Part]]  # a field's text, with what was found marked


@dataclass(frozen=True)
class Excerpt:
    label: str
    parts: list[Part]


@dataclass(frozen=True)
class Hit:
    """One record that was found, as a row of the page says it."""

    record: Action | StatusUpdate | Finding | Enquiry
    page: tuple[str, int | str]  # the name of a url and what it takes
    anchor: str
    title: list[Part]
    about: str
    day: date
    plan: Plan | None = None
    status: Status | None = None
    is_illustrative: bool = False
    excerpts: list[Excerpt] = field(default_factory=list)


class Source(ABC):
    kind: ClassVar[str]  # as the address says it
    one: ClassVar[str]
    many: ClassVar[str]
    texts: ClassVar[dict[str, str]]  # the fields whose words are searched, and what a reader calls each
    head: ClassVar[str] = ""  # of these the one that comes first
    reference: ClassVar[str] = ""
    order: ClassVar[Sequence]

    @property
    def fields(self) -> list[str]:
        return [*([self.reference] if self.reference else []), *self.texts]

    @abstractmethod
    def known(self, partnership: Partnership, on: date) -> QuerySet:
        """What was known by the end of that day."""

    @abstractmethod
    def with_all(self, rows: QuerySet, on: date) -> QuerySet:
        """Fetched with all that a hit says."""

    @abstractmethod
    def hit(self, row, parts: PartsOf) -> Hit: ...

    def excerpts(self, parts: PartsOf, but: Sequence[str] = ()) -> list[Excerpt]:
        """From each text in which something was found."""
        marked = ((label, parts(name)) for name, label in self.texts.items() if name not in but)
        return [Excerpt(label, excerpt(found)) for label, found in marked if has_match(found)]


class Actions(Source):
    kind, one, many = "actions", "action", "actions"
    reference, head = "ref", "title"
    texts = {
        "title": "Action",
        "description": "What will be done",
        "success_criteria": "How we will know",
        "accountable_post": "Answers for it",
    }
    order = ["-plan__starts_on", "plan", "priority__order", "order", "pk"]

    def known(self, partnership, on):
        return Action.objects.filter(plan__partnership=partnership).in_plan_by(on)

    def with_all(self, rows, on):
        return rows.as_at(on).select_related("plan", "lead_organisation")

    def hit(self, row, parts):
        return Hit(
            record=row,
            page=("action-detail", row.pk),
            anchor="",
            title=[*parts("ref"), (" ", False), *parts("title")],
            about=f"{row.plan}. Led by {row.lead_organisation}. {row.due_line}.",
            day=row.added_on,
            plan=row.plan,
            status=Status(row.status),
            is_illustrative=row.is_illustrative,
            excerpts=self.excerpts(parts, but=["title"]),
        )


class Updates(Source):
    """What was said, newest first. A confirmation repeats the words of another update, which is found."""

    kind, one, many = "updates", "update", "updates"
    texts = {
        "progress": "What has been done",
        "next_steps": "Next",
        "reason": "Why",
        "recovery": "What is being done",
        "effect_on_families": "For families",
    }
    order = ["-effective_on", "-pk"]

    def known(self, partnership, on):
        return StatusUpdate.objects.filter(action__plan__partnership=partnership).effective_by(on).with_words()

    def with_all(self, rows, on):
        return rows.select_related("action__plan")

    def hit(self, row, parts):
        return Hit(
            record=row,
            page=("action-detail", row.action_id),
            anchor=f"#update-{row.pk}",
            title=[(str(row.action), False)],
            about=f"Said on {in_full(row.effective_on)}. {row.action.plan}.",
            day=row.effective_on,
            plan=row.action.plan,
            status=Status(row.status),
            is_illustrative=row.action.is_illustrative,
            excerpts=self.excerpts(parts),
        )


class Findings(Source):
    kind, one, many = "findings", "finding", "findings"
    reference, head = "ref", "text"
    texts = {"text": "Finding"}
    order = [F("inspection__published_on").desc(), "inspection", "order", "pk"]

    def known(self, partnership, on):
        return Finding.objects.filter(inspection__in=partnership.inspections.known_by(on))

    def with_all(self, rows, on):
        return rows.select_related("inspection")

    def hit(self, row, parts):
        inspection = row.inspection
        return Hit(
            record=row,
            page=("finding-detail", row.pk),
            anchor="",
            title=[*parts("ref"), (" ", False), *parts("text")],
            about=f"{row.get_kind_display()}. {inspection}, published {in_full(inspection.published_on)}.",
            day=inspection.published_on,
            is_illustrative=row.is_illustrative,
        )


class Enquiries(Source):
    """What was asked and recommended, with the answer that stood on the day."""

    kind, one, many = "questions", "question or recommendation", "questions and recommendations"
    reference, head = "minute_ref", "text"
    texts = {"text": "Asked", "answer_then": "Answer"}
    order = ["-asked_on", "pk"]

    def known(self, partnership, on):
        answers = EnquiryAnswer.objects.filter(enquiry=OuterRef("pk")).given_by(on).newest_first()
        standing = Coalesce(Subquery(answers.values("words")[:1]), Value(""), output_field=TextField())
        return Enquiry.objects.filter(partnership=partnership).as_at(on).annotate(answer_then=standing)

    def with_all(self, rows, on):
        return rows.select_related("body", "addressed_to")

    def hit(self, row, parts):
        asked = f"{row.get_kind_display()} of the {row.body}, {in_full(row.asked_on)}"
        minute = f", minute {row.minute_ref}" if row.minute_ref else ""
        return Hit(
            record=row,
            page=("enquiry-detail", row.pk),
            anchor="",
            title=parts("text"),
            about=f"{asked}{minute}. To {row.addressed_to}. {EnquiryState(row.state).label}.",
            day=row.asked_on,
            is_illustrative=row.is_illustrative,
            excerpts=self.excerpts(parts, but=["text"]),
        )


SOURCES: list[Source] = [Actions(), Updates(), Findings(), Enquiries()]
