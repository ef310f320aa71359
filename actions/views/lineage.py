"""One memory across plans: what became of each action of a plan, and saying so of one."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions import permissions
from actions.choices import LinkKind, Status
from actions.forms.action_link import ActionLinkForm, ActionLinkWithdrawalForm
from actions.models import Action, ActionLink, Plan
from actions.reports.csv_file import csv_response
from actions.summaries.lineage import Fate
from actions.summaries.what_became import Outcome, WhatBecame
from actions.summaries.what_became import what_became as what_became_on
from actions.tables.what_became import WhatBecameTable

from .as_at import BadQuery, as_at
from .typed_text import keeps_typed_text, typed_before, writer_token
from .unchanged import unchanged_is_not_sent

# What `?became=` may ask for. An outcome of one fate has the fate's own name.
SHOWN = {fate.value: [fate] for fate in Fate} | {outcome.value: outcome.fates for outcome in Outcome}
IN_WORDS = {word.value: word.label for word in [*Fate, *Outcome]}


@login_required
@require_safe
@unchanged_is_not_sent
def what_became(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan, asked = _plan_in(request, plan_id), as_at(request)
    every = what_became_on(plan, on=asked.day)
    chosen = _chosen(request)
    return TemplateResponse(
        request,
        "lineage/what_became.html",
        {
            "plan": plan,
            "partnership": plan.partnership,
            "section": "what-became",
            "as_at": asked,
            "became": every,
            "shown": _shown(every, chosen),
            "chosen": IN_WORDS.get(chosen),
            "can_edit_plan": permissions.can_edit_plan(request.user, plan.partnership),
        },
    )


@login_required
@require_safe
def what_became_csv(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Just the rows of the page at the same address."""
    plan, asked = _plan_in(request, plan_id), as_at(request)
    shown = _shown(what_became_on(plan, on=asked.day), _chosen(request))
    rows = WhatBecameTable(shown.rows).as_values()
    return csv_response(rows, file_name=f"{plan.partnership.slug}-what-became-as-at-{asked.day}.csv")


def _chosen(request: HttpRequest) -> str:
    typed = request.GET.get("became", "")
    if typed and typed not in SHOWN:
        allowed = ", ".join(f"{value} ({label})" for value, label in IN_WORDS.items())
        raise BadQuery(f"“became” must be one of: {allowed}.")
    return typed


def _shown(every: WhatBecame, chosen: str) -> WhatBecame:
    return every.of(*SHOWN[chosen]) if chosen else every


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def action_link(request: HttpRequest, action_id: int) -> HttpResponse:
    today = timezone.localdate()
    action = _action_to_link(request, action_id, today)
    in_force = list(action.links.in_force(today).select_related("successor__plan", "recorded_by"))
    later = list(_later(action, today))
    kinds = _kinds(action, in_force, has_later=bool(later))
    kept = typed_before(request)
    typed = request.POST if request.method == "POST" else kept
    form = ActionLinkForm(typed, kinds=kinds or LinkKind, later=later, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            link = ActionLink.objects.record(by=request.user, action=action, **form.said)
            messages.success(request, _recorded(link))
            return redirect("what-became", action.plan_id)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form if kinds or typed else None, "in_force": in_force, "came_back": kept is not None}
    return TemplateResponse(request, "lineage/action_link.html", _context(request, action) | context)


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def action_link_withdraw(request: HttpRequest, link_id: int) -> HttpResponse:
    """Both the link and its withdrawal stay on record."""
    today = timezone.localdate()
    link = get_object_or_404(ActionLink.objects.visible_to(request.user).select_related("successor"), pk=link_id)
    action = _action_to_link(request, link.action_id, today)
    kept = typed_before(request)
    form = ActionLinkWithdrawalForm(request.POST if request.method == "POST" else kept)
    if request.method == "POST" and form.is_valid():
        try:
            link.withdraw(by=request.user, reason=form.cleaned_data["reason"], withdrawn_on=today)
            messages.success(request, f"Withdrawn: {link}. Now say what did become of it.")
            return redirect(action)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, "link": link, "came_back": kept is not None}
    return TemplateResponse(request, "lineage/action_link_withdraw.html", _context(request, action) | context)


def _plan_in(request: HttpRequest, plan_id: int) -> Plan:
    return get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)


def _action_to_link(request: HttpRequest, action_id: int, today: date) -> Action:
    actions = Action.objects.visible_to(request.user).as_at(today)
    action = get_object_or_404(
        actions.select_related("plan__partnership", "priority", "lead_organisation"), pk=action_id
    )
    if not permissions.can_edit_plan(request.user, action.plan.partnership):
        raise PermissionDenied
    return action


def _later(action: Action, today: date):
    """What it could go on as: the actions of later plans, plan by plan."""
    plan = action.plan
    later = Action.objects.filter(plan__partnership=plan.partnership_id, plan__starts_on__gt=plan.starts_on)
    return later.in_plan_by(today).select_related("plan").order_by("plan__starts_on", *Action._meta.ordering)


def _kinds(action: Action, in_force: list[ActionLink], *, has_later: bool) -> list[LinkKind]:
    """What may still be said of it: nothing more, once said; of a split, another part."""
    if in_force:
        return [LinkKind.SPLIT] if in_force[0].kind == LinkKind.SPLIT else []
    fitting = LinkKind.fitting(is_complete=action.status == Status.COMPLETE)
    return [kind for kind in fitting if has_later or kind == LinkKind.DROPPED]


def _recorded(link: ActionLink) -> str:
    more = " Say so again for each other part." if link.kind == LinkKind.SPLIT else ""
    return f"Recorded: {link}.{more}"


def _context(request: HttpRequest, action: Action) -> dict:
    return {
        "action": action,
        "plan": action.plan,
        "partnership": action.plan.partnership,
        "section": "actions",
        "as_at": as_at(request),
        "writer": writer_token(request),
    }
