"""Building a plan by hand: its details, its outline, and the press by which it is adopted."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions import permissions
from actions.forms.records.plan import PlanAdoptForm, PlanForm
from actions.models import Action, Partnership, Plan
from actions.operations.adopt_plan import adopt_plan
from actions.summaries.record_history import record_history

from .filling import around, fill
from .typed_text import keeps_typed_text


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def plan_add(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    if not permissions.can_edit_plan(request.user, partnership):
        raise PermissionDenied
    filling = fill(request, partial(PlanForm, instance=Plan(partnership=partnership)))
    if filling.saved:
        messages.success(request, "The plan is begun. Add its priorities, then its actions.")
        return redirect("plan-outline", filling.saved.pk)
    context = around(request, partnership) | filling.context
    return TemplateResponse(request, "plan_editing/plan_add.html", context)


@login_required
@require_safe
def plan_outline(request: HttpRequest, plan_id: int) -> HttpResponse:
    """All that the plan is made of, each with the way to edit it."""
    plan = _plan_to_edit(request, plan_id)
    actions = Action.objects.select_related("lead_organisation")
    priorities = plan.priorities.select_related("lead_organisation").prefetch_related(Prefetch("actions", actions))
    return TemplateResponse(
        request,
        "plan_editing/plan_outline.html",
        around(request, plan.partnership, plan, priorities=priorities, changes=record_history(plan)),
    )


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def plan_edit(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = _plan_to_edit(request, plan_id)
    filling = fill(request, partial(PlanForm, instance=plan))
    if filling.saved:
        messages.success(request, "Saved.")
        return redirect("plan-outline", plan.pk)
    context = around(request, plan.partnership, plan, changes=record_history(plan)) | filling.context
    return TemplateResponse(request, "plan_editing/plan_edit.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def plan_adopt(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = _plan_to_edit(request, plan_id)
    if plan.adopted_on:
        messages.info(request, "This plan is adopted already.")
        return redirect("plan-outline", plan.pk)
    filling = fill(
        request,
        partial(PlanAdoptForm, today=timezone.localdate()),
        save=lambda form: adopt_plan(plan=plan, by=request.user, adopted_on=form.cleaned_data["adopted_on"]),
    )
    if filling.saved:
        messages.success(request, "The plan is adopted. Its original dates stand from now on.")
        return redirect("plan-outline", plan.pk)
    undated = plan.actions.filter(original_due_on=None).count()
    context = around(request, plan.partnership, plan, action_count=plan.actions.count(), undated_count=undated)
    return TemplateResponse(request, "plan_editing/plan_adopt.html", context | filling.context)


def _plan_to_edit(request: HttpRequest, plan_id: int) -> Plan:
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("partnership"), pk=plan_id)
    if not permissions.can_edit_plan(request.user, plan.partnership):
        raise PermissionDenied
    return plan
