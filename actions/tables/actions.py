"""The list of a plan's actions as at a day."""

from datetime import date

import django_tables2 as tables
from django.db.models import Case, F, QuerySet, Value, When

from actions.choices import Rag, Status
from actions.flags import RaisedFlag, flags_of, moved_in_words
from actions.models import Action, Plan

from .columns import ComponentColumn, DayColumn, RagColumn, StatusColumn

IN_PLAN_ORDER = ("priority__order", "order", "pk")


class RefColumn(ComponentColumn):
    def value(self, record: Action, **_) -> str:
        return record.ref


class TitleColumn(ComponentColumn):
    """With what is to be noticed under it."""

    def facts(self, record: Action, table: "ActionTable") -> dict:
        return {"flags": table.flags_of(record)}

    def value(self, record: Action, **_) -> str:
        return record.title


class DueColumn(ComponentColumn):
    """The date in force as it was promised, and how often it moved; its last day in a file."""

    def facts(self, record: Action, table: "ActionTable") -> dict:
        return {"moved": moved_in_words(record) if record.due_move_count else ""}

    def value(self, record: Action, **_) -> str:
        return record.due_on.isoformat() if record.due_on else ""


class StripColumn(ComponentColumn):
    def facts(self, record: Action, table: "ActionTable") -> dict:
        return {"months": table.strips.get(record.pk, [])}


class ActionTable(tables.Table):
    ref = RefColumn("action_ref", verbose_name="Ref", order_by=IN_PLAN_ORDER)
    title = TitleColumn("action_title", verbose_name="Action")
    status = StatusColumn()
    rag = RagColumn()
    priority = tables.Column(verbose_name="Priority", order_by=IN_PLAN_ORDER, visible=False)
    lead_organisation = tables.Column(
        verbose_name="Led by",
        accessor="lead_organisation__short_name",
        order_by="lead_organisation__short_name",
    )
    start_on = DayColumn(verbose_name="Start", visible=False)
    due_on = DueColumn("due", verbose_name="Due", empty_values=())
    due_in_words = tables.Column(verbose_name="Due, in words", orderable=False, visible=False)
    original_due_on = DayColumn(verbose_name="Originally due", visible=False)
    due_move_count = tables.Column(verbose_name="Times moved", visible=False)
    confirmed_on = DayColumn(verbose_name="Last confirmed", empty_values=())
    flags = tables.Column(verbose_name="To notice", orderable=False, visible=False, empty_values=())
    strip = StripColumn("strip", verbose_name="Last 12 months", empty_values=(), orderable=False)

    class Meta:
        order_by = ("ref",)
        empty_text = "No action fits this filter. Take a condition away to see more."

    def __init__(self, data: QuerySet, *, on: date, plan: Plan, **kwargs):
        self.on, self.plan = on, plan
        self.strips: dict[int, list] = {}
        self.caption = "Actions"
        super().__init__(data, **kwargs)

    @property
    def actions_on_page(self) -> list[Action]:
        return [row.record for row in self.paginated_rows]

    def flags_of(self, action: Action) -> list[RaisedFlag]:
        return flags_of(action, on=self.on, plan=self.plan)

    def value_flags(self, record: Action) -> str:
        return "; ".join(raised.label for raised in self.flags_of(record))

    def order_status(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        return _ordered(queryset, _rank("status", Status), is_descending)

    def order_rag(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        return _ordered(queryset, _rank("rag", Rag), is_descending)

    def order_due_on(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        return _ordered(queryset, F("due_on"), is_descending)

    def order_confirmed_on(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        """Never confirmed is the longest ago of all."""
        return _ordered(queryset, F("confirmed_on"), is_descending, empty_first=not is_descending)


def _rank(field: str, choices) -> Case:
    """Sort by the vocabulary's own order, not by the alphabet."""
    return Case(*(When(**{field: word}, then=Value(place)) for place, word in enumerate(choices)))


def _ordered(queryset: QuerySet, by, is_descending: bool, *, empty_first: bool = False) -> tuple[QuerySet, bool]:
    """Empty values last unless told; equal ones in the plan's own order."""
    nulls = {"nulls_first": True} if empty_first else {"nulls_last": True}
    order = by.desc(**nulls) if is_descending else by.asc(**nulls)
    return queryset.order_by(order, *IN_PLAN_ORDER), True


FILE_COLUMNS = [
    "ref",
    "title",
    "priority",
    "lead_organisation",
    "status",
    "rag",
    "start_on",
    "due_on",
    "due_in_words",
    "original_due_on",
    "due_move_count",
    "confirmed_on",
    "flags",
]
