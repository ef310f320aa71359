"""Columns that several tables share: each draws with a component and writes plain words to a file."""

from datetime import date

import django_tables2 as tables

from actions.choices import Rag, Status


class ComponentColumn(tables.TemplateColumn):
    """Drawn by a template that can use every component and knows the page's as-at day."""

    def __init__(self, template_name: str, **kwargs):
        super().__init__(template_name=f"tables/{template_name}.html", **kwargs)

    def render(self, record, table, value, bound_column, **kwargs):
        self.extra_context = self.facts(record, table)
        return super().render(record, table, value, bound_column, **kwargs)

    def facts(self, record, table) -> dict:
        """What its template may name besides `record` and `value`."""
        return {}


class StatusColumn(ComponentColumn):
    def __init__(self, **kwargs):
        super().__init__("status", **{"verbose_name": "Status"} | kwargs)

    def value(self, record, **_) -> str:
        return Status(record.status).label


class RagColumn(ComponentColumn):
    def __init__(self, **kwargs):
        super().__init__("rag", **{"verbose_name": "Colour"} | kwargs)

    def facts(self, record, table) -> dict:
        return {"is_outlined": not record.is_verified}

    def value(self, record, **_) -> str:
        return Rag(record.rag).label


class DayColumn(ComponentColumn):
    """A day in words on the page, and as YYYY-MM-DD in a file."""

    def __init__(self, **kwargs):
        super().__init__("day", **kwargs)

    def value(self, value: date | None, **_) -> str:
        return value.isoformat() if value else ""
