"""What became of the actions of one plan in a later one."""

from datetime import date

from actions.models import ActionLink, Plan, User

from .rhythm import recorded_at
from .setting import Setting


def make_links(setting: Setting, content: dict) -> int:
    """Every link, oldest first. How many there were."""
    by = setting.people[content["by"]]
    return sum(_links_between(setting, by, **between) for between in content["between"])


def _links_between(setting: Setting, by: User, *, earlier: str, later: str, decided_on: date, links: list[dict]) -> int:
    theirs, others = _actions_of(setting, earlier), _actions_of(setting, later)
    for number, link in enumerate(links):
        ActionLink.objects.record(
            by=by,
            action=theirs[link["from"]],
            successor=others[link["to"]] if "to" in link else None,
            kind=link["kind"],
            reason=link["reason"],
            decided_on=decided_on,
            recorded_at=recorded_at(decided_on, number),
        )
    return len(links)


def _actions_of(setting: Setting, title: str) -> dict:
    plan = Plan.objects.get(partnership=setting.partnership, title=title)
    return {action.ref: action for action in plan.actions.select_related("plan__partnership")}
