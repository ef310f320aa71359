"""What goes with an officer who has no account: each action as it stands, and what was said of it last."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from actions.choices import OfflineColumn, Status
from actions.models import Action, StatusUpdate
from actions.periods import in_short


@dataclass(frozen=True)
class OfflineRow:
    """`seen_id` is the last update of the action that the sheet knows: 0 where nothing had been said."""

    action_id: int
    seen_id: int
    ref: str
    title: str
    priority: str
    lead: str
    due: str
    last_said: str
    status: Status

    @property
    def key(self) -> str:
        return f"{self.action_id}/{self.seen_id}"

    @property
    def values(self) -> dict[OfflineColumn, str]:
        told = {column: getattr(self, column.value) for column in OfflineColumn if hasattr(self, column.value)}
        return told | {OfflineColumn.STATUS: self.status.label}


def offline_rows(actions: QuerySet[Action], *, on: date) -> list[OfflineRow]:
    """Of rows from `as_at(on)`, with their priority and lead. Three queries."""
    actions = actions.with_latest_update(on)
    said = {update.action_id: update for update in StatusUpdate.objects.last_words_on(actions, on, as_heard=True)}
    return [
        OfflineRow(
            action_id=action.pk,
            seen_id=action.latest_update_id or 0,
            ref=action.ref,
            title=action.title,
            priority=str(action.priority),
            lead=action.lead_organisation.short_name,
            due=action.due_line,
            last_said=_said(said.get(action.pk)),
            status=Status(action.status),
        )
        for action in actions
    ]


def _said(update: StatusUpdate | None) -> str:
    return f"{in_short(update.effective_on)}: {update.words or update.get_status_display()}" if update else ""
