"""What became of each action of a plan, as a file."""

import django_tables2 as tables

from actions.choices import Status
from actions.summaries.lineage import Place
from actions.summaries.what_became import Became


class WhatBecameTable(tables.Table):
    ref = tables.Column(verbose_name="Ref", accessor="action__ref")
    title = tables.Column(verbose_name="Action", accessor="action__title")
    priority = tables.Column(verbose_name="Priority", accessor="action__priority")
    lead = tables.Column(verbose_name="Led by", accessor="action__lead_organisation__short_name")
    status = tables.Column(verbose_name="Status", accessor="action__status")
    fate = tables.Column(verbose_name="What became of it", accessor="fate__label")
    since = tables.Column(verbose_name="Since", empty_values=())
    said = tables.Column(verbose_name="As was said", empty_values=())
    reason = tables.Column(verbose_name="Why", empty_values=())
    onward = tables.Column(verbose_name="Goes on as", empty_values=())

    class Meta:
        orderable = False

    def value_status(self, value: str) -> str:
        return Status(value).label

    def value_since(self, record: Became) -> str:
        return "; ".join(dict.fromkeys(link.decided_on.isoformat() for link in record.place.went))

    def value_said(self, record: Became) -> str:
        return "; ".join(link.in_words for link in record.place.went)

    def value_reason(self, record: Became) -> str:
        return " ".join(dict.fromkeys(link.reason for link in record.place.went))

    def value_onward(self, record: Became) -> str:
        return "; ".join(map(_in_words, record.onward))


def _in_words(place: Place) -> str:
    """Priority action plan 2025, P2.6: On track"""
    stands = Status(place.action.status).label
    return f"{place.action.plan}, {place.action.ref}: {stands}{' (lost)' if place.is_lost else ''}"
