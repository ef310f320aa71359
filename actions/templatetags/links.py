"""Addresses that carry the chosen day along, and the ways from page to page that are made of them."""

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.http import urlencode

from actions import permissions
from actions.models import Action, Finding, Partnership, Plan, User
from actions.summaries.inspection_findings import FindingGroup

register = template.Library()


@register.simple_tag(takes_context=True)
def as_at_url(context: Context, name: str, *args, **query) -> str:
    """A page's address that carries the chosen day along; empty conditions are left out."""
    return with_day(context, reverse(name, args=args), query)


def with_day(context: Context, address: str, query: dict | None = None) -> str:
    as_at = context.get("as_at")
    params = {"on": as_at.day.isoformat()} if as_at and as_at.is_explicit else {}
    params |= {name: value for name, value in (query or {}).items() if value not in (None, "")}
    return with_query(address, params)


def with_query(address: str, params: dict | list[tuple]) -> str:
    return f"{address}?{urlencode(params)}" if params else address


# ──── numbers that lead to what they count; nothing counted leads nowhere


@register.inclusion_tag("components/number.html", takes_context=True)
def list_number(
    context: Context, number: int, *, name: str, words: str = "", query: dict | None = None, **more
) -> dict:
    """So many actions of the plan, linked to the list of just those. `query` and `more` are its conditions."""
    address = reverse("action-list", args=[context["plan"].pk])
    return _number(context, number, name, words, address, more | (query or {}))


@register.inclusion_tag("components/number.html", takes_context=True)
def moved_number(
    context: Context, number: int, *, name: str, words: str = "", query: dict | None = None, **more
) -> dict:
    """So many moves since the day compared with, linked to the ledger of just those."""
    address = reverse("movement-ledger", args=[context["plan"].pk])
    since = {"compared_with": context["movement"].since}
    return _number(context, number, name, words, address, since | more | (query or {}))


@register.simple_tag(takes_context=True)
def moved_url(context: Context, **query) -> str:
    """The ledger of some moves since the day compared with; nowhere when there is no such day."""
    movement = context.get("movement")
    if movement is None:
        return ""
    address = reverse("movement-ledger", args=[context["plan"].pk])
    return with_day(context, address, {"compared_with": movement.since} | query)


@register.inclusion_tag("components/number.html", takes_context=True)
def finding_number(context: Context, number: int, *, group: FindingGroup, words: str = "", **more) -> dict:
    """So many findings of one kind and inspection, linked to the list of just those. `more` is its conditions."""
    address = reverse("finding-list", args=[context["partnership"].slug])
    name = "-".join([group.key, *map(str, more.values())])
    of_group = {"inspection": group.inspection.pk, "kind": group.kind}
    return _number(context, number, name, words, address, of_group | more)


def _number(context: Context, number: int, name: str, words: str, address: str, query: dict) -> dict:
    return {"number": number, "name": name, "words": words, "url": with_day(context, address, query) if number else ""}


@register.simple_tag(takes_context=True)
def findings_answered(context: Context, action: Action) -> list[Finding]:
    """Those of reports that were out on the page's day: only they have a page then."""
    return list(action.findings.known_by(context["as_at"].day))


@register.inclusion_tag("components/navigation.html", takes_context=True)
def navigation(context: Context) -> dict:
    """The service navigation: a plan's pages, or the partnership's where no plan is chosen or one is being built."""
    plan, partnership = context.get("plan"), context.get("partnership")
    if context.get("section") == "set-up":
        plan = None
    pages = []
    if plan:
        pages = [
            ("home", "Plans", plan.partnership.get_absolute_url()),
            ("dashboard", "Dashboard", reverse("plan-dashboard", args=[plan.pk])),
            ("trend", "Trend", reverse("plan-trend", args=[plan.pk])),
            ("actions", "Actions", reverse("action-list", args=[plan.pk])),
            ("movement", "What moved", reverse("movement-ledger", args=[plan.pk])),
            ("dates", "Dates", reverse("date-list", args=[plan.pk])),
            ("reports", "Reports", reverse("report-list", args=[plan.pk])),
        ]
    elif partnership:
        pages = [("home", "Plans", partnership.get_absolute_url())]
    if partnership or plan:
        slug = (partnership or plan.partnership).slug
        pages.append(("findings", "Findings", reverse("finding-list", args=[slug])))
        pages.append(("enquiries", "Questions", reverse("enquiry-list", args=[slug])))
        pages += _pages_of_a_role(plan, partnership or plan.partnership, context.get("user"))
    section = context.get("section")
    return {
        "items": [(text, with_day(context, address), name == section) for name, text, address in pages],
        "search_url": _search_url(context, partnership or (plan and plan.partnership)),
        "as_at": context.get("as_at"),
    }


def _search_url(context: Context, partnership: Partnership | None) -> str:
    """Empty where there is nothing to search, and on the page that has a larger box of its own."""
    user = context.get("user")
    if not partnership or context.get("section") == "search" or not (user and user.is_authenticated):
        return ""
    return reverse("search", args=[partnership.slug])


def _pages_of_a_role(plan: Plan | None, partnership: Partnership, user: User | None) -> list[tuple[str, str, str]]:
    membership = permissions.membership_in(partnership, user) if user and user.is_authenticated else None
    pages = []
    if membership and plan and permissions.may_chase(membership):
        pages.append(("reporting", "Reporting", reverse("reporting", args=[plan.pk])))
    if membership and permissions.may_owe_updates(membership):
        pages.append(("my-actions", "My actions", reverse("my-actions", args=[partnership.slug])))
    if membership and not plan and permissions.may_set_up(membership):
        pages.append(("set-up", "Set up", reverse("set-up", args=[partnership.slug])))
    return pages


@register.inclusion_tag("components/breadcrumbs.html", takes_context=True)
def breadcrumbs(context: Context, *trail) -> dict:
    """Each part of the trail is a record with a page of its own, a (text, address) pair, or plain text."""
    return {"crumbs": [_crumb(context, part) for part in trail]}


def _crumb(context: Context, part) -> tuple[str, str]:
    if hasattr(part, "get_absolute_url"):
        return str(part), with_day(context, part.get_absolute_url())
    return part if isinstance(part, tuple) else (str(part), "")
