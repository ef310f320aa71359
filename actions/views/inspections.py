"""Building by hand: what inspectors did, and what they wrote."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST

from actions import permissions
from actions.forms.records.inspection import FindingForm, InspectionForm
from actions.models import Finding, Inspection, Partnership
from actions.operations.remove_record import remove_finding, why_finding_stays
from actions.summaries.record_history import record_history

from .filling import around, fill
from .typed_text import keeps_typed_text


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def inspection_add(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    _permit(request, partnership)
    filling = fill(request, partial(InspectionForm, instance=Inspection(partnership=partnership)))
    if filling.saved:
        messages.success(request, "The inspection is on record. Add what it found.")
        return redirect("inspection-edit", filling.saved.pk)
    context = around(request, partnership) | filling.context
    return TemplateResponse(request, "inspections/inspection_add.html", context)


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def inspection_edit(request: HttpRequest, inspection_id: int) -> HttpResponse:
    inspection = _inspection_to_edit(request, inspection_id)
    filling = fill(request, partial(InspectionForm, instance=inspection))
    if filling.saved:
        messages.success(request, "Saved.")
        return redirect("set-up", inspection.partnership.slug)
    context = around(
        request,
        inspection.partnership,
        inspection=inspection,
        findings=inspection.findings.all(),
        changes=record_history(inspection),
    )
    return TemplateResponse(request, "inspections/inspection_edit.html", context | filling.context)


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def finding_add(request: HttpRequest, inspection_id: int) -> HttpResponse:
    inspection = _inspection_to_edit(request, inspection_id)
    finding = Finding(inspection=inspection, order=inspection.findings.count())
    filling = fill(request, partial(FindingForm, instance=finding))
    if filling.saved:
        messages.success(request, f"Finding {filling.saved.ref} is on record.")
        return redirect("inspection-edit", inspection.pk)
    context = around(request, inspection.partnership, inspection=inspection)
    return TemplateResponse(request, "inspections/finding_add.html", context | filling.context)


@keeps_typed_text
@require_http_methods(["GET", "POST"])
def finding_edit(request: HttpRequest, finding_id: int) -> HttpResponse:
    finding = _finding_to_edit(request, finding_id)
    filling = fill(request, partial(FindingForm, instance=finding))
    if filling.saved:
        messages.success(request, "Saved.")
        return redirect("inspection-edit", finding.inspection_id)
    context = around(
        request,
        finding.inspection.partnership,
        finding=finding,
        changes=record_history(finding),
        stays_because=why_finding_stays(finding),
    )
    return TemplateResponse(request, "inspections/finding_edit.html", context | filling.context)


@login_required
@require_POST
def finding_remove(request: HttpRequest, finding_id: int) -> HttpResponse:
    finding = _finding_to_edit(request, finding_id)
    try:
        remove_finding(finding=finding, by=request.user)
        messages.success(request, f"Finding {finding.ref} is removed.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("inspection-edit", finding.inspection_id)


def _finding_to_edit(request: HttpRequest, finding_id: int) -> Finding:
    findings = Finding.objects.visible_to(request.user).select_related("inspection__partnership")
    finding = get_object_or_404(findings, pk=finding_id)
    _permit(request, finding.inspection.partnership)
    return finding


def _inspection_to_edit(request: HttpRequest, inspection_id: int) -> Inspection:
    inspections = Inspection.objects.visible_to(request.user).select_related("partnership")
    inspection = get_object_or_404(inspections, pk=inspection_id)
    _permit(request, inspection.partnership)
    return inspection


def _permit(request: HttpRequest, partnership: Partnership) -> None:
    if not permissions.can_edit_plan(request.user, partnership):
        raise PermissionDenied
