"""The organisations of a partnership, each with what it carries."""

import django_tables2 as tables

from actions.models import Organisation

from .columns import ComponentColumn


class NameColumn(ComponentColumn):
    def value(self, record: Organisation, **_) -> str:
        return record.name


class OrganisationTable(tables.Table):
    name = NameColumn("organisation_name", verbose_name="Organisation")
    kind = tables.Column(verbose_name="Kind")
    led_count = tables.Column(verbose_name="Actions led")
    shared_count = tables.Column(verbose_name="Actions shared")
    member_count = tables.Column(verbose_name="Members")

    class Meta:
        empty_text = "No organisation yet. Add the council first."

    def __init__(self, data, **kwargs):
        self.caption = "Organisations"
        super().__init__(data, **kwargs)
