"""Whose file a page may show: a partnership's programme manager's, and a half-done one only to who began it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from actions import permissions
from actions.models import Partnership, PlanImport


def partnership_for(request: HttpRequest, slug: str) -> Partnership:
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    _permit(request, partnership)
    return partnership


def import_for(request: HttpRequest, import_id: int) -> PlanImport:
    found = PlanImport.objects.visible_to(request.user)
    found = found.select_related("partnership", "plan", "applied_by", "undone_by")
    plan_import = get_object_or_404(found, pk=import_id)
    _permit(request, plan_import.partnership)
    return plan_import


def _permit(request: HttpRequest, partnership: Partnership) -> None:
    if not permissions.can_edit_plan(request.user, partnership):
        raise PermissionDenied
