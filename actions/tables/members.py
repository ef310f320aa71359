"""The members of a partnership, each with the way to edit their part in it, if that is the reader's to do."""

from collections.abc import Callable

import django_tables2 as tables

from actions.models import Membership

from .columns import ComponentColumn


class NameColumn(ComponentColumn):
    def facts(self, record: Membership, table: "MemberTable") -> dict:
        return {"may_edit": table.may_edit(record)}

    def value(self, record: Membership, **_) -> str:
        return str(record.user)


class MemberTable(tables.Table):
    name = NameColumn("member_name", verbose_name="Name", accessor="user__name")
    role = tables.Column(verbose_name="Role")
    organisation = tables.Column(verbose_name="Belongs to", accessor="organisation__name", default="None")
    last_login = tables.DateTimeColumn(
        verbose_name="Last signed in", accessor="user__last_login", format="j F Y", default="Never"
    )

    class Meta:
        empty_text = "Nobody belongs to this partnership."

    def __init__(self, data, *, may_edit: Callable[[Membership], bool], **kwargs):
        self.caption, self.may_edit = "Members", may_edit
        super().__init__(data, **kwargs)
