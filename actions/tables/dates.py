"""The slippage ledger as a table: on the page and as a file."""

from datetime import date

import django_tables2 as tables

from actions.periods import in_short
from actions.summaries.slippage import Slip

from .columns import ComponentColumn


class SlipRefColumn(ComponentColumn):
    def value(self, record: Slip, **_) -> str:
        return record.action.ref


class DateTable(tables.Table):
    ref = SlipRefColumn(
        "slip_ref", verbose_name="Ref", accessor="action__ref", order_by=("action__priority__order", "action__order")
    )
    title = tables.Column(verbose_name="Action", accessor="action__title")
    lead = tables.Column(verbose_name="Led by", accessor="action__lead_organisation__short_name")
    original = tables.Column(verbose_name="Original due date", accessor="action__original_due_on", default="None")
    agreed = tables.Column(verbose_name="Due date now", accessor="action__due_on", default="None")
    moves = tables.Column(verbose_name="Moves", accessor="action__due_move_count")
    months = tables.Column(verbose_name="Months in all")
    reason = tables.Column(verbose_name="Last reason", accessor="last_reason", orderable=False)
    families = tables.Column(
        verbose_name="For families", accessor="last_effect_on_families", orderable=False, default=""
    )
    waiting = tables.Column(verbose_name="Waiting for a decision", empty_values=(), orderable=False)

    class Meta:
        empty_text = "No due date has been asked to move."

    def __init__(self, data: list[Slip], **kwargs):
        self.caption = "Due dates that moved or were asked to move"
        super().__init__(data, **kwargs)

    def render_original(self, value: date) -> str:
        return in_short(value)

    def render_agreed(self, value: date) -> str:
        return in_short(value)

    def value_original(self, value: date) -> str:
        return value.isoformat()

    def value_agreed(self, value: date) -> str:
        return value.isoformat()

    def render_waiting(self, record: Slip) -> str:
        return "; ".join(f"to {change.to_in_words}" for change in record.waiting) or "–"

    def value_waiting(self, record: Slip) -> str:
        return "; ".join(change.to_on.isoformat() for change in record.waiting)
