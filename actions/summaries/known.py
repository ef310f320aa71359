"""What was known at a moment: names, texts and links as they stood then, and nothing that was recorded since.

A report is worked out again from what was known when it was frozen. Its own plan needs that only for
wording: closed books let no status, date or evidence be added under it. What plans share (meetings,
findings and their judgements, memberships, other plans' actions) is never closed by one plan's report.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Model, OuterRef, Q, QuerySet, Subquery

from actions.models import Action, Body, Meeting, Membership, Organisation, Partnership, Plan, Priority, StatusUpdate


@dataclass(frozen=True)
class Known:
    """Of one plan and its partnership; `at` is None for what is known now."""

    plan_id: int
    at: datetime | None = None

    def records(self, record: type[Model], **where) -> list:
        """Of a record whose edits are kept by django-simple-history. `where` names columns of its own table only."""
        if self.at is None:
            return list(record._default_manager.filter(**where).order_by("pk"))
        return [row.instance for row in self._told(record).filter(**where).order_by("id")]

    def recorded(self, rows: QuerySet) -> QuerySet:
        """Of what is only ever added; rows from before the moment was kept were known all along."""
        return rows if self.at is None else rows.filter(Q(recorded_at=None) | Q(recorded_at__lte=self.at))

    def _told(self, record: type[Model]) -> QuerySet:
        """The last edit of each by then."""
        edits = record.history.model.objects.filter(history_date__lte=self.at)
        return edits.filter(history_id=self._last_edit(record, of="id")).exclude(history_type="-")

    def _last_edit(self, record: type[Model], *, of: str) -> Subquery:
        """Edits of one instant are told apart by their order."""
        edits = record.history.model.objects.filter(id=OuterRef(of), history_date__lte=self.at)
        return Subquery(edits.order_by("-history_date", "-history_id").values("history_id")[:1])

    # ──── the plan, and what it shares

    @cached_property
    def plan(self) -> Plan:
        plan = self._one(Plan, self.plan_id)
        plan.partnership = self._one(Partnership, plan.partnership_id)
        return plan

    @cached_property
    def organisations(self) -> dict[int, Organisation]:
        return _by_key(self.records(Organisation, partnership=self.plan.partnership_id))

    @cached_property
    def priorities(self) -> dict[int, Priority]:
        """In the order of the plan."""
        priorities = self.records(Priority, plan=self.plan_id)
        return _by_key(sorted(priorities, key=lambda priority: (priority.order, priority.pk)))

    @cached_property
    def bodies(self) -> dict[int, Body]:
        return _by_key(self.records(Body, partnership=self.plan.partnership_id))

    @cached_property
    def meetings(self) -> dict[int, Meeting]:
        """Of every body of the partnership, the earliest first."""
        meetings = self.records(Meeting, body__in=list(self.bodies))
        for meeting in meetings:
            meeting.body = self.bodies[meeting.body_id]
        return _by_key(sorted(meetings, key=lambda meeting: (meeting.held_on, meeting.pk)))

    # ──── rows that a summary of now has gathered, as they were worded then

    def worded(self, action: Action) -> Action:
        """Changes the row it is given; what was worked out for it, such as its status, stays.

        Where no edit was kept, as of rows written past the models, the wording of now has to do.
        """
        if self.at is None:
            return action
        then = self._actions.get(action.pk, action)
        for field in Action._meta.concrete_fields:
            setattr(action, field.attname, getattr(then, field.attname))
        for name, known in (("priority", self.priorities), ("lead_organisation", self.organisations)):
            if then_named := known.get(getattr(action, f"{name}_id")):
                setattr(action, name, then_named)
        return action

    def voiced(self, step: StatusUpdate) -> StatusUpdate:
        """For whom its author then spoke: see `movement.said_by`."""
        if self.at is not None:
            voice = self._memberships.get(step.recorded_by_id)
            spoke_for = self.organisations.get(voice.organisation_id) if voice else None
            step.spoke_for = spoke_for.short_name if spoke_for else None
            step.spoke_as = voice.role if voice else None
        return step

    def answers_to(self, findings: Iterable[int]) -> list[tuple[int, int]]:
        """Each action, of whatever plan, with each of these findings that it answers."""
        if self.at is None:
            links = Action.findings.through.objects.filter(finding__in=findings)
        else:
            edits = Action.history.model._meta.get_field("historicalaction_findings").related_model.objects
            links = edits.filter(finding__in=findings, history=self._last_edit(Action, of="history__id"))
            links = links.exclude(history__history_type="-")
        return list(links.values_list("action", "finding"))

    def _one(self, record: type[Model], key: int) -> Model:
        return next(iter(self.records(record, id=key)), None) or record._default_manager.get(pk=key)

    @cached_property
    def _actions(self) -> dict[int, Action]:
        return _by_key(self.records(Action, plan=self.plan_id))

    @cached_property
    def _memberships(self) -> dict[int, Membership]:
        memberships = self.records(Membership, partnership=self.plan.partnership_id)
        return {membership.user_id: membership for membership in memberships}


def _by_key(records: Iterable[Model]) -> dict:
    return {record.pk: record for record in records}
