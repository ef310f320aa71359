"""Building a plan by hand: its promises."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from actions import permissions
from actions.choices import DatePrecision
from actions.forms.records.action import ActionForm
from actions.models import Action, Plan
from actions.operations.remove_record import remove_action, why_action_stays
from actions.summaries.record_history import record_history

from .filling import around, fill
from .typed_text import keeps_typed_text

LONGEST_NUMBER = 15


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def action_add(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
    _permit(request, plan)
    filling = fill(request, partial(ActionForm, instance=_begun(request, plan)))
    if filling.saved:
        messages.success(request, f"Action {filling.saved.ref} is in the plan.")
        return redirect("plan-outline", plan.pk)
    return TemplateResponse(
        request, "action_editing/action_add.html", around(request, plan.partnership, plan) | filling.context
    )


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def action_edit(request: HttpRequest, action_id: int) -> HttpResponse:
    action = _action_to_edit(request, action_id)
    filling = fill(request, partial(ActionForm, instance=action))
    if filling.saved:
        messages.success(request, "Saved.")
        return redirect("plan-outline", action.plan_id)
    context = around(
        request,
        action.plan.partnership,
        action.plan,
        action=action,
        changes=record_history(action),
        is_counted=action.added_on <= timezone.localdate(),
        stays_because=why_action_stays(action),
    )
    return TemplateResponse(request, "action_editing/action_edit.html", context | filling.context)


@login_required
@require_POST
def action_remove(request: HttpRequest, action_id: int) -> HttpResponse:
    action = _action_to_edit(request, action_id)
    try:
        remove_action(action=action, by=request.user)
        messages.success(request, f"Action {action.ref} is removed from the plan.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("plan-outline", action.plan_id)


def _begun(request: HttpRequest, plan: Plan) -> Action:
    """Under the priority whose “Add an action” was pressed. An adopted plan it joins today; never on a closed day."""
    asked = request.GET.get("priority", "")
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= LONGEST_NUMBER
    priority = plan.priorities.filter(pk=asked).first() if is_number else None
    joins_on = max(timezone.localdate(), plan.starts_on) if plan.adopted_on else plan.starts_on
    last = plan.actions.aggregate(last=Max("order"))["last"]
    return Action(
        plan=plan,
        priority=priority,
        added_on=plan.first_open_day(joins_on),
        due_precision=DatePrecision.NONE,
        order=0 if last is None else last + 1,
    )


def _action_to_edit(request: HttpRequest, action_id: int) -> Action:
    actions = Action.objects.visible_to(request.user).select_related("plan__partnership", "priority")
    action = get_object_or_404(actions, pk=action_id)
    _permit(request, action.plan)
    return action


def _permit(request: HttpRequest, plan: Plan) -> None:
    if not permissions.can_edit_plan(request.user, plan.partnership):
        raise PermissionDenied
