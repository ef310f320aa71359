"""Building a plan by hand: the priorities that its actions stand under, and their order."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST

from actions import permissions
from actions.forms.records.plan import PriorityForm
from actions.models import Plan, Priority
from actions.operations.order_priorities import move_priority
from actions.operations.remove_record import remove_priority, why_priority_stays
from actions.summaries.record_history import record_history

from .filling import around, fill
from .typed_text import keeps_typed_text


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def priority_add(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
    _permit(request, plan)
    filling = fill(request, partial(PriorityForm, instance=Priority(plan=plan, order=plan.priorities.count())))
    if filling.saved:
        messages.success(request, f"Priority {filling.saved.ref} is in the plan.")
        return redirect("plan-outline", plan.pk)
    return TemplateResponse(
        request, "priorities/priority_add.html", around(request, plan.partnership, plan) | filling.context
    )


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def priority_edit(request: HttpRequest, priority_id: int) -> HttpResponse:
    priority = _priority_to_edit(request, priority_id)
    filling = fill(request, partial(PriorityForm, instance=priority))
    if filling.saved:
        messages.success(request, "Saved.")
        return redirect("plan-outline", priority.plan_id)
    context = around(
        request,
        priority.plan.partnership,
        priority.plan,
        priority=priority,
        changes=record_history(priority),
        stays_because=why_priority_stays(priority),
    )
    return TemplateResponse(request, "priorities/priority_edit.html", context | filling.context)


@login_required
@require_POST
def priority_move(request: HttpRequest, priority_id: int) -> HttpResponse:
    priority = _priority_to_edit(request, priority_id)
    move_priority(priority=priority, by=request.user, up=request.POST.get("direction") == "up")
    messages.success(request, f"Priority {priority.ref} was moved.")
    return redirect("plan-outline", priority.plan_id)


@login_required
@require_POST
def priority_remove(request: HttpRequest, priority_id: int) -> HttpResponse:
    priority = _priority_to_edit(request, priority_id)
    try:
        remove_priority(priority=priority, by=request.user)
        messages.success(request, f"Priority {priority.ref} is removed.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("plan-outline", priority.plan_id)


def _priority_to_edit(request: HttpRequest, priority_id: int) -> Priority:
    priorities = Priority.objects.visible_to(request.user).select_related("plan__partnership")
    priority = get_object_or_404(priorities, pk=priority_id)
    _permit(request, priority.plan)
    return priority


def _permit(request: HttpRequest, plan: Plan) -> None:
    if not permissions.can_edit_plan(request.user, plan.partnership):
        raise PermissionDenied
